import { expect, test } from 'vitest';
import type { ProgressEvent } from '../../src/ports.ts';
import { afterEvent, liveFrame, nothingYet } from '../../src/render/live-frame.ts';
import { progressLines } from '../../src/render/plain-progress.ts';

const options = { colour: false, unicode: true, columns: 80 };

/** The frame after these events, each a second after the one before. */
function frame(events: readonly ProgressEvent[], more: Partial<typeof options> = {}): readonly string[] {
  const state = events.reduce((before, event, at) => afterEvent(before, event, at * 1000), nothingYet);
  return liveFrame(state, events.length * 1000, { ...options, ...more });
}

const building: readonly ProgressEvent[] = [
  { kind: 'stage-began', stage: 'build' },
  { kind: 'step-began', stage: 'build', title: '[1/2] RUN make' },
  { kind: 'line', stage: 'build', text: 'cc -c a.c' },
  { kind: 'line', stage: 'build', text: ' ' },
];

test('before anything is told, the stages wait', () => {
  expect(frame([])).toEqual(['    lint', '    build', '    start', '    smoke', '    stop']);
});

test('the row of a stage has its seconds, what it does, and below it what was written last', () => {
  expect(frame(building).slice(1, 3)).toEqual(['  ⠋ build    4.0 s  [1/2] RUN make', '                    cc -c a.c']);
});

test.each([
  ['passed', '  ✓ build    4.0 s'],
  ['failed', '  ✗ build    4.0 s  failed'],
  ['errored', '  ✗ build    4.0 s  could not run'],
] as const)('a stage that %s says so, and its step and its log are gone', (status, row) => {
  expect(frame([...building, { kind: 'stage-ended', stage: 'build', status }]).slice(1, 3)).toEqual([row, '    start']);
});

test('a stage that is skipped says why', () => {
  const because = 'there is no image';
  expect(frame([{ kind: 'stage-ended', stage: 'smoke', status: 'skipped', because }])[3]).toBe(
    '  - smoke           skipped: there is no image',
  );
});

test('what a container writes when its start is over is not shown', () => {
  const over: readonly ProgressEvent[] = [
    { kind: 'stage-began', stage: 'start' },
    { kind: 'stage-ended', stage: 'start', status: 'passed' },
    { kind: 'line', stage: 'start', text: 'GET / 200' },
  ];
  expect(frame(over)).toHaveLength(5);
});

test('work beyond the usual stages gets a row of its own', () => {
  expect(frame([{ kind: 'stage-began', stage: 'fixes' }]).at(-1)).toBe('  ⠋ fixes    1.0 s');
});

test('one trial of several is named, and begins anew', () => {
  expect(frame([...building, { kind: 'trial-began', name: 'api\n::x::', number: 2, of: 5 }])).toEqual([
    'Trial 2 of 5: api ::x::',
    ...frame([]),
  ]);
});

test.each([79, 40, 20, 8])('in %i columns no line is longer, with and without Unicode', (columns) => {
  const long: readonly ProgressEvent[] = [
    ...building,
    { kind: 'line', stage: 'build', text: '漢'.repeat(100) },
    { kind: 'step-began', stage: 'build', title: 'x'.repeat(200) },
  ];
  for (const unicode of [true, false])
    for (const line of frame(long, { columns, unicode }))
      expect(line.replaceAll('漢', 'xx').length).toBeLessThanOrEqual(columns);
});

test('a dumb terminal gets a line an event', () => {
  const events: readonly ProgressEvent[] = [
    { kind: 'trial-began', name: 'api', number: 1, of: 2 },
    ...building.slice(0, 3),
    { kind: 'line', stage: 'build', text: 'a\r##[error]b' },
    { kind: 'step-ended', stage: 'build' },
    { kind: 'stage-ended', stage: 'build', status: 'errored' },
    { kind: 'stage-ended', stage: 'start', status: 'skipped', because: 'there is no image' },
  ];
  expect(events.flatMap(progressLines)).toEqual([
    'Trial 1 of 2: api',
    'build: [1/2] RUN make',
    '  cc -c a.c',
    '  a',
    '  # #[error]b',
    'build could not run',
    'start skipped: there is no image',
  ]);
});
