import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { localLinks } from '../../src/render/links.ts';
import { version } from '../../src/version.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

test('the version that the bundle tells is the package’s', () => {
  expect(JSON.parse(read('package.json'))).toMatchObject({ version });
});

test('action.yml is as Marketplace wants it', () => {
  const action: unknown = parse(read('action.yml'));
  expect(action).toMatchObject({
    name: 'Sea Trial',
    description: expect.stringMatching(/^.{10,124}$/),
    branding: { icon: 'anchor', color: 'blue' },
    runs: { using: 'node24', main: 'dist/index.js', post: 'dist/index.js', 'post-if': 'always()' },
  });
});

test.each(['ci', 'trial'])(
  'the workflow %s pins actions, keeps no credentials, and grants nothing at the top',
  (name) => {
    const text = read(`.github/workflows/${name}.yml`);
    const uses = [...text.matchAll(/uses: (.*)/g)].map((match) => match[1] ?? '');
    expect(
      uses.filter((each) => each !== './' && !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(each)),
    ).toEqual([]);
    expect(text).toContain('\npermissions: {}\n');
    expect(text.match(/uses: actions\/checkout/g)).toHaveLength(text.match(/persist-credentials: false/g)?.length ?? 0);
  },
);

test('what reports link to is there', () => {
  const pages = [localLinks.settings, localLinks.relay, localLinks.check('root-user')].flatMap(
    (address) => address?.href ?? [],
  );
  expect(pages).toHaveLength(3);
  for (const page of pages) {
    const [file = '', anchor] = page.replace(/^.*\/blob\/v1\//, '').split('#');
    const headings = [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, words = '']) =>
      words.toLowerCase().replaceAll(' ', '-'),
    );
    expect(anchor === undefined ? headings : headings.filter((each) => each === anchor)).not.toEqual([]);
  }
});
