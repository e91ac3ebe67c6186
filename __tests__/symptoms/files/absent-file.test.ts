import { expect, test } from 'vitest';
import { parseDockerfile } from '../../../src/dockerfile/parse.ts';
import { contextOf } from '../../../src/facts/context.ts';
import { deriveFacts } from '../../../src/facts/facts.ts';
import { absentFile, copyAbove } from '../../../src/symptoms/files/absent-file.ts';

/** What of a file that the first RUN wants in /app. */
function asked(dockerfile: string, files: Readonly<Record<string, string>>, wanted = 'list.txt') {
  const facts = deriveFacts({
    dockerfile: parseDockerfile(dockerfile, 'Dockerfile'),
    context: contextOf({ Dockerfile: dockerfile, ...files }),
  });
  const run = facts.dockerfile.instructions.find(({ keyword }) => keyword === 'RUN');
  if (run === undefined) throw new Error('there is no RUN');
  const absent = absentFile(facts, run, '/app', wanted);
  const copy = 'file' in absent ? copyAbove(facts, run, absent.file, wanted) : undefined;
  return { absent, copy };
}

test('a COPY below brings it, also as a part of a whole folder', () => {
  const { absent, copy } = asked('FROM a\nWORKDIR /app\nRUN x\nCOPY src .\n', { 'src/list.txt': '' });
  expect(absent).toMatchObject({ kind: 'later', file: 'src/list.txt', location: { line: 4 } });
  expect(copy).toMatchObject({ location: { line: 3, column: 1 }, text: 'COPY src/list.txt list.txt\n' });
});

test('a COPY above that brings something else does not count', () => {
  const { absent, copy } = asked('FROM a\nWORKDIR /app\nCOPY other.txt .\nRUN x\n', {
    'list.txt': '',
    'other.txt': '',
  });
  expect(absent).toEqual({ kind: 'uncopied', file: 'list.txt' });
  expect(copy?.text).toBe('COPY list.txt .\n');
});

test('the line of .dockerignore that decides is named, and what lets it pass goes to the end', () => {
  const { absent } = asked('FROM a\nWORKDIR /app\nCOPY . .\nRUN x\n', {
    'list.txt': '',
    '.dockerignore': '*.txt\n.git\n\n',
  });
  expect(absent).toMatchObject({
    kind: 'ignored',
    location: { path: '.dockerignore', line: 1 },
    edit: { location: { line: 2, column: 5 }, text: '\n!list.txt' },
  });
});

test('of two files of that name none is guessed', () => {
  expect(asked('FROM a\nRUN x\n', { 'a/list.txt': '', 'b/list.txt': '' }).absent).toEqual({ kind: 'absent' });
});
