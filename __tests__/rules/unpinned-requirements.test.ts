import { describe, expect, test } from 'vitest';
import { unpinnedRequirements as rule } from '../../src/rules/unpinned-requirements.ts';
import { findingsOf } from '../support/rule-findings.ts';

const installing = (words = '-r requirements.txt'): string =>
  `FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\nRUN pip install --no-cache-dir ${words}\n`;

const titles = (files: Readonly<Record<string, string>>, dockerfile = installing()): readonly string[] =>
  findingsOf(rule, dockerfile, files).map(({ title }) => title);

test('is one finding a file, at its first such line, and counts them', () => {
  const text =
    '# web\nfastapi==0.1\n  uvicorn[standard]\n\nhttpx # client\nrich>=13\n--index-url https://example.com\n';
  const [finding, ...others] = findingsOf(rule, installing(), { 'requirements.txt': text });
  expect(others).toEqual([]);
  expect(finding?.title).toBe('2 of 4 lines of `requirements.txt` have no version');
  expect(finding?.location).toEqual({ path: 'requirements.txt', line: 3, column: 3, endLine: 3, endColumn: 20 });
  expect(finding?.evidence).toMatchObject([{ kind: 'source', location: { line: 5 }, note: 'has no version' }]);
});

test.each([
  ['any comparison', 'a>=1\nb<2\nc~=1.0\nd!=3\ne===1\nf ( >=1,<2 )\n'],
  ['hashes', `a --hash=sha256:${'0'.repeat(64)}\nb \\\n  --hash=sha256:${'1'.repeat(64)}\n`],
  ['extras and markers', 'a[x,y]==1 ; python_version < "3.12"\n'],
  ['a revision of a repository', 'git+https://github.com/a/b@v1#egg=b\nc @ git+ssh://git@github.com/a/c.git@abc\n'],
  ['an archive', 'https://example.com/a-1.0-py3-none-any.whl\nb @ https://example.com/b.zip\n'],
  ['the repository itself', '.\n-e .\n./lib\nlib/a.whl\n'],
  ['constraints in the file', '-c versions.txt\nA_b\n'],
])('is silent: %s', (_, text) => {
  expect(titles({ 'requirements.txt': text, 'versions.txt': 'a-b==1\n' })).toEqual([]);
});

test.each([
  ['a bare name with a marker', 'a ; python_version < "3.12"\n'],
  ['extras', 'a[x]\n'],
  ['a repository without a revision', 'git+https://github.com/a/b\n'],
  ['a repository without a revision, by ssh', 'git+ssh://git@github.com/a/b.git\n'],
  ['the same by name', 'b @ git+https://user@example.com/a/b.git#egg=b\n'],
  ['constraints that do not name it', '-c versions.txt\na\n'],
  ['constraints without a version', '-c names.txt\na\n'],
])('flags: %s', (_, text) => {
  expect(titles({ 'requirements.txt': text, 'versions.txt': 'b==1\n', 'names.txt': 'a\n' })).toEqual([
    '1 of 1 line of `requirements.txt` has no version',
  ]);
});

describe('nested files', () => {
  test('each file has its own finding, once, however often it is included', () => {
    const files = {
      'requirements.txt': '-r a.txt\n-r deep/b.txt\n',
      'a.txt': 'x\n-r deep/b.txt\n',
      'deep/b.txt': 'y\n-r ../a.txt\n',
    };
    expect(titles(files)).toEqual(['1 of 1 line of `a.txt` has no version', '1 of 1 line of `b.txt` has no version']);
  });

  test('a constraint reaches what is included', () => {
    const files = { 'requirements.txt': '-c c.txt\n-r a.txt\n', 'a.txt': 'x\n', 'c.txt': 'x==1\n' };
    expect(titles(files)).toEqual([]);
  });
});

test.each([
  [
    'a file by a bind mount',
    'FROM python:3.12\nRUN --mount=type=bind,source=requirements.txt,target=/r.txt pip install -r /r.txt\n',
  ],
  ['uv', 'FROM python:3.12\nCOPY requirements.txt /\nRUN uv pip install --system --requirements /requirements.txt\n'],
  [
    'a stage that is copied from',
    'FROM python:3.12 AS b\nCOPY . /s\nRUN cd /s && pip wheel . && pip install -r requirements.txt\nFROM python:3.12\nCOPY --from=b /v /v\n',
  ],
])('finds the file: %s', (_, dockerfile) => {
  expect(titles({ 'requirements.txt': 'a\n' }, dockerfile)).toEqual([
    '1 of 1 line of `requirements.txt` has no version',
  ]);
});

test('is silent about files that no installation reads, and about those that are not there', () => {
  expect(titles({ 'requirements-dev.txt': 'pytest\n' })).toEqual([]);
  expect(titles({ 'requirements.txt': 'a\n' }, 'FROM python:3.12\nCOPY . .\n')).toEqual([]);
});

test('constraints on the command line count', () => {
  expect(titles({ 'requirements.txt': 'a\n', 'c.txt': 'a==1\n' }, installing('-r requirements.txt -c c.txt'))).toEqual(
    [],
  );
});
