import { expect, test } from 'vitest';
import { readLogLines } from '../../src/docker/log.ts';
import { epochMilliseconds } from '../../src/docker/rfc3339.ts';
import type { LogLine } from '../../src/observation.ts';

function read(...lines: string[]): { readonly lines: readonly LogLine[]; readonly others: readonly string[] } {
  const seen: LogLine[] = [];
  const others: string[] = [];
  const take = readLogLines(
    'stdout',
    (line) => seen.push(line),
    (line) => others.push(line),
  );
  lines.forEach(take);
  return { lines: seen, others };
}

const stamp = '2026-11-24T08:58:43.924493749Z';
const at = Date.parse('2026-11-24T08:58:43.924Z') + 0.493;

test('a line has the time of its stamp to the microsecond, and its text without it', () => {
  expect(read(`${stamp} INFO:     Started`, `${stamp} `, stamp)).toEqual({
    lines: [
      { at, stream: 'stdout', text: 'INFO:     Started' },
      { at, stream: 'stdout', text: '' },
      { at, stream: 'stdout', text: '' },
    ],
    others: [],
  });
});

test('the stamps that the engine puts into a long line every 16 kB are taken out, other dates are left', () => {
  const [first, second] = ['x'.repeat(16_384), `${'y'.repeat(100)} ${stamp} z`];
  expect(read(`${stamp} ${first}${stamp} ${second}`).lines).toEqual([{ at, stream: 'stdout', text: first + second }]);
});

test('a character cut in two by such a stamp does not hide it', () => {
  const line = `${stamp} ${'x'.repeat(16_383)}\u{FFFD}${stamp} \u{FFFD}end`;
  expect(read(line).lines[0]?.text).toBe(`${'x'.repeat(16_383)}\u{FFFD}\u{FFFD}end`);
});

test('what comes before the first stamp is the word of the docker client, not of the container', () => {
  expect(read('Error response from daemon: No such container: x').others).toEqual([
    'Error response from daemon: No such container: x',
  ]);
});

test('a piece of a line that was cut on the way bears the time of the line', () => {
  expect(read(`${stamp} head`, 'the rest').lines).toEqual([
    { at, stream: 'stdout', text: 'head' },
    { at, stream: 'stdout', text: 'the rest' },
  ]);
});

test.each([
  ['2026-11-24T08:58:43Z', Date.parse('2026-11-24T08:58:43Z')],
  ['2026-11-24T10:58:43.5+02:00', Date.parse('2026-11-24T08:58:43.5Z')],
  ['0001-01-01T00:00:00Z', undefined],
  ['yesterday', undefined],
  ['', undefined],
])('the timestamp %j is %j', (text, expected) => {
  expect(epochMilliseconds(text)).toBe(expected);
});
