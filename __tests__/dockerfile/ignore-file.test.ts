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

it.each([
  ['c++/\napp (copy)\n**/x.c+\n', ['c++/a', 'app (copy)', 'a/x.c+', 'c', 'x.cc'], [true, true, true, false, false]],
  ['/a\n./b/../c\n d \n', ['a/x', 'c', 'd', 'b'], [true, true, true, false]],
  [' #x\n#y\n', ['#x', '#y'], [true, false]],
  ['**end\nstart**\n', ['x/the-end', 'end', 'starter/x', 'the-end-x'], [true, true, true, false]],
  ['a?c\n[xy]z\n[^m]n\n', ['abc', 'a/c', 'yz', 'zz', 'mn', 'on'], [true, false, true, false, false, true]],
  ['*\n!src\nsrc/*.pyc\n', ['a', 'src', 'src/a.py', 'src/a.pyc', 'src/b/a.pyc'], [true, false, false, true, false]],
  ['\\*.md\n', ['*.md', 'a.md'], [true, false]],
  ['!\n/\n.\n[\n', ['a', '['], [false, false]],
  ['a*b*c*d*e/**/*.py\n', ['a1b2c3d4e/x/y.py', 'abcde/y.py', 'abcd/y.py', 'a/bcde/y.py'], [true, true, false, false]],
  ['*[0-9]*-*-*[!a].txt\n', ['v1-b-ca.txt', 'v1-b-cb.txt', 'v-b-ca.txt'], [true, false, false]],
  ['*?*?*?*?*\n', ['abc', 'abcd', 'abcd/x'], [false, true, true]],
])('reads %j as moby does', (text, paths, expected) => {
  const file = readIgnoreFile(text);
  expect(paths.map((path) => file.ignores(path))).toEqual(expected);
});

it('answers at once, whatever the pattern', () => {
  const began = performance.now();
  const file = readIgnoreFile(`${'*a'.repeat(40)}b\n${'**/'.repeat(40)}b\n`);
  expect(file.ignores('a'.repeat(250))).toBe(false);
  expect(file.ignores('a/'.repeat(1000))).toBe(false);
  expect(performance.now() - began).toBeLessThan(2000);
});

it('tells the line through comments, empty lines, exceptions and either line ending', () => {
  const file = readIgnoreFile('\uFEFF# keys\r\n\r\n*.pem\r\n!public.pem\r\n*.pem\r\n');
  expect(['a.pem', 'public.pem', 'x/a.pem'].map((path) => file.decidingLine(path))).toEqual([3, 5, undefined]);
});
