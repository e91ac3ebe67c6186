import { globSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { diagnoses } from '../../src/diagnoses/index.ts';
import { rules } from '../../src/rules/index.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const pages = globSync(['*.md', 'docs/**/*.md', 'examples/**/*.md'], { cwd: root }).map((file) =>
  file.split(path.sep).join('/'),
);

test('links between the pages lead to a file, and to a heading where they name one', () => {
  expect(pages.length).toBeGreaterThan(100);
  expect(pages.flatMap((page) => broken(page, read(page)))).toEqual([]);
});

test('a planted link to nothing is found', () => {
  const text =
    'See [one](recipes.md), [two](recipes.md#no-such-heading), [three](nowhere.md), [four](https://example.com/x.md).';
  expect(broken('docs/lint.md', text)).toEqual([
    'docs/lint.md: recipes.md#no-such-heading',
    'docs/lint.md: nowhere.md',
  ]);
});

test('docs/how-it-works.md names every folder of src/', () => {
  const page = read('docs/how-it-works.md');
  const folders = readdirSync(path.join(root, 'src'), { withFileTypes: true }).filter((each) => each.isDirectory());
  expect(folders.map(({ name }) => name).filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test('docs/upgrading.md names the rules that are errors: another one would fail checks, and waits for the next major version', () => {
  const [, list = ''] = /^ *Errors of lint, all of them: (.*)$/m.exec(read('docs/upgrading.md')) ?? [];
  const named = [...list.matchAll(/\[([\w-]+)\]\(checks\//g)].flatMap(([, id]) => id ?? []);
  const errors = rules.filter(({ severity }) => severity === 'error').map(({ id }) => id);
  expect(named.toSorted()).toEqual([...errors, 'dockerfile-parse-error'].toSorted());
});

test('the README counts the rules and the causes as they are', () => {
  const readme = read('README.md');
  expect(/\b(\d+) rules\b/.exec(readme)?.[1]).toBe(`${rules.length}`);
  expect(readme).toContain('one of more than a hundred');
  expect(diagnoses.length).toBeGreaterThan(100);
});

/** Links of a page to what is not there. */
function broken(page: string, text: string): readonly string[] {
  const prose = text.replaceAll(/^(`{3,}|~{3,})[^]*?^\1[`~]*$/gm, '').replaceAll(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\((?!\w+:)([^)\s]+)\)/g)].flatMap(([, link = '']) => {
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? page : path.posix.join(path.posix.dirname(page), decodeURI(file));
    return isThere(target) && (anchor === undefined || headings(read(target)).includes(anchor))
      ? []
      : [`${page}: ${link}`];
  });
}

function isThere(target: string): boolean {
  return globSync(target.replace(/\/$/, ''), { cwd: root }).length > 0;
}

/** As GitHub names them. */
function headings(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, words = '']) =>
    words
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}
