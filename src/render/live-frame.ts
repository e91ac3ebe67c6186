import type { ProgressEvent } from '../ports.ts';
import { duration } from './numbers.ts';
import { printable } from './printing.ts';
import { type TerminalOptions, finished, painted } from './terminal-style.ts';
import { clippedTo } from './width.ts';

/** What is known of a trial that goes on, as its events have told it. */
export interface LiveState {
  readonly trial?: Extract<ProgressEvent, { readonly kind: 'trial-began' }>;
  readonly rows: readonly LiveRow[];
}

interface LiveRow {
  readonly stage: string;
  /** Absent while it waits for its turn. Milliseconds of a clock that never goes backwards. */
  readonly began?: number;
  readonly ended?: { readonly at: number; readonly event: Extract<ProgressEvent, { readonly kind: 'stage-ended' }> };
  readonly step?: string;
  /** What was written last. */
  readonly line?: string;
}

export const nothingYet: LiveState = {
  rows: ['lint', 'build', 'start', 'smoke', 'stop'].map((stage) => ({ stage })),
};

export function afterEvent(state: LiveState, event: ProgressEvent, now: number): LiveState {
  if (event.kind === 'trial-began') return { ...nothingYet, trial: event };
  const known = state.rows.find(({ stage }) => stage === event.stage);
  const row = rowAfter(known ?? { stage: event.stage }, event, now);
  const rows = known === undefined ? [...state.rows, row] : state.rows.map((each) => (each === known ? row : each));
  return { ...state, rows };
}

function rowAfter(row: LiveRow, event: Exclude<ProgressEvent, { readonly kind: 'trial-began' }>, now: number): LiveRow {
  const { stage } = row;
  switch (event.kind) {
    case 'stage-began':
      return { stage, began: now };
    case 'step-began':
      return { stage, began: row.began ?? now, step: event.title };
    case 'line':
      // An empty line says nothing, and a container writes on when its start is over.
      return row.ended !== undefined || event.text.trim() === '' ? row : { ...row, line: event.text };
    case 'step-ended':
      return row;
    case 'stage-ended':
      return { stage, ...(row.began === undefined ? {} : { began: row.began }), ended: { at: now, event } };
  }
}

/** Turns once a second. */
const turns = { unicode: '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏', ascii: '|/-\\' } as const;
const marks = {
  passed: { unicode: '✓', ascii: '+', style: 'green' },
  failed: { unicode: '✗', ascii: 'x', style: 'red' },
  errored: { unicode: '✗', ascii: 'x', style: 'yellow' },
  skipped: { unicode: '-', ascii: '-', style: 'dim' },
} as const;

/** Behind mark, name and time, as in the result. */
const wordsBegin = 20;

/** A row a stage: mark, name, seconds, what it does; below it what was written last. No line is longer than the terminal is wide. */
export function liveFrame(state: LiveState, now: number, given: Required<TerminalOptions>): readonly string[] {
  const columns = Math.min(80, given.columns) - 1; // in the last column some terminals break the line
  const options = { ...given, columns };
  const { trial } = state;
  const title = trial === undefined ? [] : [`Trial ${trial.number} of ${trial.of}: ${printable(trial.name)}`];
  return [
    ...title.map((line) => finished(painted(clippedTo(line, columns), ['bold'], options), options)),
    ...state.rows.flatMap((row) => rowLines(row, now, options)),
  ];
}

function rowLines(row: LiveRow, now: number, options: Required<TerminalOptions>): readonly string[] {
  const { stage, began, ended, step = '', line } = row;
  const { columns } = options;
  const ms = began === undefined ? undefined : (ended?.at ?? now) - began;
  const time = ms === undefined || ended?.event.status === 'skipped' ? '' : duration(ms);
  const words = ended === undefined ? step : endWords(ended.event);
  // Cut as plain text first: a sequence that is cut in its middle would paint all that follows.
  const sign = clippedTo(`  ${markOf(row, now, options)} `, columns);
  const rest = clippedTo(`${stage.padEnd(6)}${time.padStart(8)}  ${printable(words)}`, Math.max(0, columns - 4));
  const name = rest.slice(0, stage.length);
  const told = `${painted(sign, [styleOf(row)], options)}${painted(name, ['bold'], options)}${rest.slice(name.length)}`;
  const below = ended === undefined && began !== undefined && line !== undefined ? [line] : [];
  return [
    finished(told, options),
    ...below.map((text) =>
      finished(painted(clippedTo(`${' '.repeat(wordsBegin)}${printable(text)}`, columns), ['dim'], options), options),
    ),
  ];
}

function markOf({ began, ended }: LiveRow, now: number, { unicode }: TerminalOptions): string {
  const kind = unicode ? 'unicode' : 'ascii';
  if (ended !== undefined) return marks[ended.event.status][kind];
  if (began === undefined) return ' ';
  const turn = turns[kind];
  return turn.charAt(Math.floor((Math.max(0, now - began) / 1000) * turn.length) % turn.length);
}

function styleOf({ ended }: LiveRow): 'cyan' | 'dim' | 'green' | 'red' | 'yellow' {
  return ended === undefined ? 'cyan' : marks[ended.event.status].style;
}

function endWords({ status, because }: Extract<ProgressEvent, { readonly kind: 'stage-ended' }>): string {
  switch (status) {
    case 'passed':
      return '';
    case 'failed':
      return 'failed';
    case 'errored':
      return 'could not run';
    case 'skipped':
      return because === undefined ? 'skipped' : `skipped: ${because}`;
  }
}
