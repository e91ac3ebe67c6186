import { expect, test } from 'vitest';
import { comparisonWords, findingChange, sizeChange, timeChange } from '../../src/render/comparison-words.ts';

const plain = (words: string): string => words.replaceAll('\u00a0', ' ');

test.each([
  [273_500_000, 98_300_000, '+98.3 MB, +36%'],
  [273_500_000, -98_300_000, '-98.3 MB, -36%'],
  [300_000_000, 100_000, '+0.1 MB'],
  [300_000_000, 900, '+0.9 kB'],
  [300_000_000, 0, 'no change'],
  [0, 5_000_000, '+5.0 MB'],
])('a size of %i that moves by %i: %s', (base, delta, words) => {
  expect(plain(sizeChange({ base, delta }))).toBe(words);
});

test.each([
  [1_400, 700, '+0.7 s, +50%'],
  [1_400, -700, '-0.7 s, -50%'],
  [1_400, 340, 'no clear change'], // less than a quarter
  [200, 290, 'no clear change'], // less than 0.3 s
  [1_400, 20, 'no change'],
  [10_000, -2_400, 'no clear change'],
])('a time of %i ms that moves by %i: %s', (base, delta, words) => {
  expect(plain(timeChange({ base, delta }))).toBe(words);
});

test('of findings what is none is not told', () => {
  const none = { base: 'a'.repeat(40), new: 0, remaining: 0, fixed: [] };
  const fixed = [{ check: 'a', title: 'b' }];
  expect(
    [none, { ...none, new: 2, remaining: 1 }, { ...none, fixed }, { ...none, new: 1, remaining: 3, fixed }].map(
      findingChange,
    ),
  ).toEqual(['no change', '2 new, 1 remains', '1 fixed', '1 new, 1 fixed, 3 remain']);
  expect(
    plain(comparisonWords({ ...none, bytes: { base: 1e8, delta: 1e7 }, startupMs: { base: 1_000, delta: 500 } })),
  ).toBe('no change; size +10.0 MB, +10%; first answer +0.5 s, +50%');
});
