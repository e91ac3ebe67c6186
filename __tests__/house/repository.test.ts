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
