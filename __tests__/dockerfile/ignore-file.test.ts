import { expect, it } from 'vitest';
import { readIgnoreFile } from '../../src/dockerfile/ignore-file.ts';

it('answers as moby does, case by case', () => {
  const file = readIgnoreFile('\uFEFF# comment\n.git\n*.md\n!README.md\nbuild/\n**/__pycache__\n/secret\n');
  const ignored = ['.git', '.git/config', 'CHANGES.md', 'build/x', 'a/b/__pycache__/c', 'secret', '# comment'].map(
    (path) => file.ignores(path),
  );
  expect(ignored).toEqual([true, true, true, true, true, true, false]);
  expect(['README.md', 'a/x.md', 'SECRET', '.gitignore'].map((path) => file.ignores(path))).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

it('names the line that decides, the last one that matches', () => {
  const file = readIgnoreFile('*.md\n\n!README.md\nREADME*\n');
  expect([file.decidingLine('README.md'), file.decidingLine('a.md'), file.decidingLine('app.py')]).toEqual([
    4,
    1,
    undefined,
  ]);
});

it('never ignores the context itself or what lies outside of it', () => {
  const file = readIgnoreFile('*\n');
  expect(['.', '', '../x', '/etc'].map((path) => file.ignores(path))).toEqual([false, false, false, false]);
});
