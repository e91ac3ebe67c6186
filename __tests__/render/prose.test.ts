import { expect, test } from 'vitest';
import { capitalised, codeWord, continued, firstSentence, plain, shortened, stopped } from '../../src/render/prose.ts';

test('a sentence begins with a capital, a name stays as it is written', () => {
  expect(
    [
      'the server runs',
      "apt's package lists",
      'uvicorn listens',
      '`httpx` is',
      'requirements.txt has',
      'packages that',
    ].map(capitalised),
  ).toEqual([
    'The server runs',
    "apt's package lists",
    'uvicorn listens',
    '`httpx` is',
    'requirements.txt has',
    'Packages that',
  ]);
});

test('in the middle of a sentence only articles and the like lose their capital', () => {
  expect(['The server', 'Python finds', 'No user', 'SIGTERM is'].map(continued)).toEqual([
    'the server',
    'Python finds',
    'no user',
    'SIGTERM is',
  ]);
});

test('a sentence ends once', () => {
  expect(['a', 'a.', 'a?', 'a:', ' '].map(stopped)).toEqual(['a.', 'a.', 'a?', 'a:', '']);
});

test('the first sentence ends at a full stop that is none of a number or of code', () => {
  expect(firstSentence('Python 3.11 asks `a. b` for it, e.g. here. The second.')).toBe(
    'Python 3.11 asks `a. b` for it, e.g. here.',
  );
  expect(firstSentence('no end')).toBe('no end');
});

test('a long sentence is cut at a word, its code closed', () => {
  expect(shortened('the container exits, Python finds no module', 30)).toBe('the container exits, Python…');
  expect(shortened('finds `a very long name of a thing` here', 25)).toBe('finds `a very long name…`');
  expect(shortened('short', 30)).toBe('short');
});

test('plain text has no marks', () => {
  expect(plain('Write `0.0.0.0` instead of `127.0.0.1`.')).toBe('Write 0.0.0.0 instead of 127.0.0.1.');
});

test('an untrusted word cannot end its code', () => {
  expect([codeWord('a`b'), codeWord(' x\ny '), codeWord('')]).toEqual(["`a'b`", '`x y`', '']);
});
