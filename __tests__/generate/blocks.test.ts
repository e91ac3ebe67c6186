import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { inputsBlock, outputsBlock } from '../../src/generate/action-blocks.ts';
import { withBlock } from '../../src/generate/blocks.ts';
import { inputTables, optionsPage, outputTable } from '../../src/generate/option-tables.ts';
import type { Option } from '../../src/settings/options.ts';

const options: readonly Option[] = [
  {
    name: 'publish',
    kind: 'lines',
    group: 'How it is started',
    flag: 'publish',
    short: 'p',
    takes: 'PORT',
    otherwise: '`8000:8000`',
    sentence: 'Published ports: `a|b`.',
  },
  {
    name: 'pull',
    kind: 'boolean',
    group: 'What is built',
    flag: 'pull',
    default: 'false',
    sentence: 'Ask for a newer base image.',
  },
  {
    name: 'github-token',
    kind: 'text',
    group: 'What is built',
    inputDefault: '${{ github.token }}',
    sentence: 'The token.',
  },
];

test('the inputs of action.yml are plain text, and only an expression is a default', () => {
  expect(parse(inputsBlock(options))).toEqual({
    inputs: {
      publish: { description: 'Published ports: a|b. Default: 8000:8000', required: false },
      pull: { description: 'Ask for a newer base image. Default: false', required: false },
      'github-token': { description: 'The token.', required: false, default: '${{ github.token }}' },
    },
  });
});

test('the outputs of action.yml are described', () => {
  expect(outputsBlock([{ name: 'cause', sentence: 'The cause, such as `loopback-host`.' }])).toBe(
    'outputs:\n  cause:\n    description: The cause, such as loopback-host.\n',
  );
});

test('the README has one table a group, in which a pipe stays in its cell', () => {
  expect(inputTables(options)).toBe(
    [
      '| How it is started | What it does | Default |',
      '|:--|:--|:--|',
      String.raw`| ${'`publish`'} | Published ports: ${'`a\\|b`'}. | ${'`8000:8000`'} |`,
      '',
      '| What is built | What it does | Default |',
      '|:--|:--|:--|',
      '| `pull` | Ask for a newer base image. | `false` |',
      '| `github-token` | The token. | `${{ github.token }}` |',
      '',
    ].join('\n'),
  );
  expect(outputTable([{ name: 'cause', sentence: 'The cause.' }])).toBe(
    '| Output | What it holds |\n|:--|:--|\n| `cause` | The cause. |\n',
  );
});

test('the page of settings names form, flag and default', () => {
  expect(optionsPage(options)).toContain(
    '### publish\n\nPublished ports: `a|b`.\n\n- Form: one value a line\n- Flag: `--publish PORT`, `-p`\n- Default: `8000:8000`\n',
  );
  expect(optionsPage(options)).toContain('### github-token\n\nThe token.\n\n- Form: one value\n- Flag: none\n');
});

test('a block replaces what stands between its two lines, and nothing else', () => {
  const file = 'before\n# generated: inputs\nold\nolder\n# end of inputs\nafter\n';
  expect(withBlock(file, 'yaml', 'inputs', 'new\n')).toBe('before\n# generated: inputs\nnew\n# end of inputs\nafter\n');
  expect(withBlock('<!-- generated: x -->\n<!-- end of x -->\n', 'markdown', 'x', 'new\n')).toBe(
    '<!-- generated: x -->\nnew\n<!-- end of x -->\n',
  );
});

test.each([
  '',
  '# generated: inputs\n',
  '# end of inputs\n# generated: inputs\n',
  '# generated: inputs\n# generated: inputs\n# end of inputs\n',
])('a file whose markers were edited away is refused: %j', (file) => {
  expect(() => withBlock(file, 'yaml', 'inputs', 'new\n')).toThrow('the block inputs needs its two lines, once each');
});
