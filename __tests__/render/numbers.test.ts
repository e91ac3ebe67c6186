import { expect, test } from 'vitest';
import { count, duration, megabytes } from '../../src/render/numbers.ts';

test('bytes are decimal megabytes with one decimal, kilobytes where little is left', () => {
  expect([333_000_000, 98_349_999, 1_234_500_000, 49_999, 0].map(megabytes)).toEqual([
    '333.0\u00a0MB',
    '98.3\u00a0MB',
    '1234.5\u00a0MB',
    '50.0\u00a0kB',
    '0.0\u00a0MB',
  ]);
});

test('times are seconds with one decimal, milliseconds below a tenth of one', () => {
  expect([54_321, 100, 99.6, 99.4, 6, 0].map(duration)).toEqual([
    '54.3\u00a0s',
    '0.1\u00a0s',
    '0.1\u00a0s',
    '99\u00a0ms',
    '6\u00a0ms',
    '0\u00a0ms',
  ]);
});

test('one is not several', () => {
  expect([count(1, 'finding'), count(0, 'finding'), count(2, 'process', 'processes')]).toEqual([
    '1 finding',
    '0 findings',
    '2 processes',
  ]);
});
