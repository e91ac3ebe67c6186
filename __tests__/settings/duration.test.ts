import { expect, test } from 'vitest';
import { readDuration } from '../../src/settings/duration.ts';

const given = (text: string) => ({ text, place: '--ready-timeout' });

test.each([
  ['90', 90_000],
  ['90s', 90_000],
  ['2m', 120_000],
  ['1h30m', 5_400_000],
  ['1m30s', 90_000],
  ['1.5s', 1_500],
  ['0.25', 250],
  ['500ms', 500],
  ['1s500ms', 1_500],
])('%s is %i ms', (text, ms) => {
  expect(readDuration(given(text), 'positive')).toBe(ms);
});

test.each(['', 'soon', '-5', '5x', '1m1h', '5 s', '1e3', 'ms'])('%j is no time', (text) => {
  expect(() => readDuration(given(text), 'positive')).toThrow(
    expect.objectContaining({ place: '--ready-timeout', message: `${JSON.stringify(text)} is not a time.` }),
  );
});

test('zero is a time only where nothing needs to be waited for', () => {
  expect(readDuration(given('0'), 'zero')).toBe(0);
  expect(() => readDuration(given('0s'), 'positive')).toThrow('"0s" leaves no time at all.');
});

test('a time beyond what a timer can hold is refused, for it would end at once', () => {
  expect(readDuration(given('596h'), 'positive')).toBe(2_145_600_000);
  expect(() => readDuration(given('597h'), 'positive')).toThrow('"597h" is longer than 24 days');
});
