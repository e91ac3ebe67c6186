import type { TrialReport } from '../report.ts';
import { type Markdown, code, joined, markup, nothing, text } from './markdown.ts';
import { count } from './numbers.ts';
import { type Previous, type TrialState, traceOf } from './state.ts';
import { stageOf } from './wording.ts';

/** What changed since the report that stood in the same comment before. */
export interface Changes {
  /** Ids of checks. */
  readonly fixed: readonly string[];
  readonly added: readonly string[];
  /** Traces of what was there before, to tell new findings from old ones. */
  readonly known: ReadonlySet<string>;
}

/** The state of this trial in the earlier report. */
export function earlierState(trial: TrialReport, previous: Previous | undefined): TrialState | undefined {
  const trials = previous?.state.trials ?? [];
  return (
    trials.find(({ name }) => name === trial.name) ??
    (trials.length === 1 && trials[0]?.name === undefined ? trials[0] : undefined)
  );
}

/** Undefined where lint did not get through, so that nothing can be told of what is no longer there. */
export function changesOf(trial: TrialReport, before: TrialState): Changes | undefined {
  const lint = stageOf(trial, 'lint')?.status;
  if (lint === 'errored' || lint === 'skipped') return undefined;
  const now = trial.findings.filter(({ status }) => status !== 'refuted');
  const traces = new Set(now.map(traceOf));
  const known = new Set(before.findings);
  const gone = before.findings.filter((trace) => !traces.has(trace)).map(checkOf);
  return {
    // Behind another failure the earlier one cannot be seen, which does not make it fixed.
    fixed: gone.filter((check) => trial.cause === undefined || check !== before.cause),
    // Those that found no room in the state are not known, so none can be called new.
    added:
      before.more === undefined ? now.filter((finding) => !known.has(traceOf(finding))).map(({ check }) => check) : [],
    known,
  };
}

/** `Since the last push (`9f1c2ab`): loopback-host **fixed**, nothing new.` Nothing where nothing changed. */
export function changeSentence(changes: Changes | undefined, previous: Previous, sha: string): Markdown {
  if (changes === undefined || (changes.fixed.length === 0 && changes.added.length === 0)) return nothing;
  const earlier = previous.marker.sha;
  const since = sha.startsWith(earlier)
    ? markup`run ${previous.marker.run}`
    : markup`the last push (${code(earlier.slice(0, 7))})`;
  const parts = [
    ...(changes.fixed.length === 0 ? [] : [markup`${names(changes.fixed)} **fixed**`]),
    changes.added.length === 0 ? markup`nothing new` : markup`${names(changes.added)} **new**`,
  ];
  return markup`Since ${since}: ${joined(parts, ', ')}.`;
}

const mostNames = 3;

function names(checks: readonly string[]): Markdown {
  const each = [...new Set(checks)];
  return each.length > mostNames ? text(count(checks.length, 'finding')) : joined(each.map(text), ', ');
}

function checkOf(trace: string): string {
  return trace.replace(/:[0-9a-f]{12}$/, '');
}
