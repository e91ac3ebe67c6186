import { describe, expect, test } from 'vitest';
import { type ChangedFile, hunkWith, readPatch } from '../../src/github/diff.ts';

const twoHunks = [
  '@@ -1,4 +1,5 @@',
  ' FROM python:3.11-slim',
  '-WORKDIR app',
  '+WORKDIR /app',
  '+USER app',
  ' COPY . .',
  ' EXPOSE 8000',
  '@@ -20,3 +21,3 @@ RUN something that git takes for a heading',
  ' a',
  '-@@ -1 +1 @@ looks like a header and is a removed line',
  '+@@ -9,9 +9,9 @@ an added one',
  ' b',
  '\\ No newline at end of file',
].join('\n');

describe('a patch', () => {
  test('is read into hunks of the new file', () => {
    expect(readPatch(twoHunks)).toEqual([
      {
        firstLine: 1,
        lines: [
          { added: false, text: 'FROM python:3.11-slim' },
          { added: true, text: 'WORKDIR /app' },
          { added: true, text: 'USER app' },
          { added: false, text: 'COPY . .' },
          { added: false, text: 'EXPOSE 8000' },
        ],
      },
      {
        firstLine: 21,
        lines: [
          { added: false, text: 'a' },
          { added: true, text: '@@ -9,9 +9,9 @@ an added one' },
          { added: false, text: 'b' },
        ],
      },
    ]);
  });

  test('of a new file begins at line 1, and a header without counts means one line', () => {
    expect(readPatch('@@ -0,0 +1 @@\n+FROM scratch\n\\ No newline at end of file')).toEqual([
      { firstLine: 1, lines: [{ added: true, text: 'FROM scratch' }] },
    ]);
  });

  test('that only removes leaves no line to comment on', () => {
    expect(readPatch('@@ -1,2 +0,0 @@\n-a\n-b')).toEqual([]);
  });

  test.each(['', 'no patch at all', '@@ -1 +', '@@ -1,9 +1,9 @@'])('%j has no hunk', (patch) => {
    expect(readPatch(patch)).toEqual([]);
  });
});

describe('a range of lines', () => {
  const file: ChangedFile = { path: 'Dockerfile', status: 'modified', hunks: readPatch(twoHunks) };

  test('lies in the hunk that holds all of it', () => {
    expect([hunkWith(file, 1, 5)?.firstLine, hunkWith(file, 23, 23)?.firstLine]).toEqual([1, 21]);
  });

  test.each([
    [5, 6],
    [5, 21],
    [6, 6],
    [24, 24],
  ])('%i to %i lies in none', (line, endLine) => {
    expect(hunkWith(file, line, endLine)).toBeUndefined();
  });
});
