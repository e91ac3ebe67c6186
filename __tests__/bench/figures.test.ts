import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { figuresIn, recorded } from '../../bench/figures.ts';

test('figures are taken from what the benchmarks print, and what shows that they go on is not', () => {
  const output = [
    'cold start: 78.1 ms, 2.05 x bare node (38.1 ms); medians of 21 rounds (aim: at most 2.2 x)',
    'many files, apart: 100 in 0.32 s, 312 a second, at most 90 MB',
    'soak: seed 7, 100 trials, each killed at a moment of its own',
    'soak: 12 the terminal, SIGINT after 231 ms (too late)',
    'soak: the terminal, SIGINT: 17 trials, 3 had ended before; the slowest 812 ms',
    'soak: 100 trials in 200 s, 0 traces left, seed 7',
    'Some sentence.',
    '',
  ].join('\n');
  expect(figuresIn(output)).toEqual([
    { what: 'cold start', figure: '78.1 ms, 2.05 x bare node (38.1 ms); medians of 21 rounds', aim: 'at most 2.2 x' },
    { what: 'many files, apart', figure: '100 in 0.32 s, 312 a second, at most 90 MB', aim: '' },
    { what: 'soak', figure: 'the terminal, SIGINT: 17 trials, 3 had ended before; the slowest 812 ms', aim: '' },
    { what: 'soak', figure: '100 trials in 200 s, 0 traces left, seed 7', aim: '' },
  ]);
});

test('a measurement takes the place of the one before, and the rest of the page stays', () => {
  const page = '# A\n\n<!-- measured: soak -->\nold\n<!-- end of soak -->\n\nend\n';
  const measurement = {
    command: 'npm run soak',
    day: '2026-12-01',
    machine: '2 cores, 8 GiB',
    figures: [{ what: 'soak', figure: '100 trials | 0 left', aim: 'none' }],
  };
  const written = [
    '# A',
    '',
    '<!-- measured: soak -->',
    '`npm run soak`, 2026-12-01: 2 cores, 8 GiB',
    '',
    '|  | Measured | Aim |',
    '| :-- | :-- | :-- |',
    '| soak | 100 trials \\| 0 left | none |',
    '<!-- end of soak -->',
    '',
    'end',
    '',
  ].join('\n');
  expect(recorded(page, 'soak', measurement)).toBe(written);
  expect(recorded(written, 'soak', measurement)).toBe(written);
  expect(() => recorded(page, 'fuzz', measurement)).toThrow('the page has no place for fuzz');
});

test('docs/benchmarks.md has a place for each, and what stands there was measured', () => {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/benchmarks.md'), 'utf8');
  const places = [...page.matchAll(/<!-- measured: (\w+) -->\n(`npm run [^`]+`, \d{4}-\d\d-\d\d: \d+ cores .*)?/g)];
  expect(places.map(([, name]) => name)).toEqual(['bench', 'soak', 'fuzz', 'text', 'builders']);
  expect(places.filter(([, , head]) => head === undefined).map(([, name]) => name)).toEqual([]);
});
