import type { Report, TrialReport } from '../report.ts';
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
  const now = trial.findings.filter(({ status }) => status !== 'refuted').map(traceOf);
  const known = new Set(before.findings);
  const gone = before.findings.filter((trace) => !now.includes(trace)).map(checkOf);
  const fixed: string[] = [];
  const edited: string[] = [];
  const come = now.filter((trace) => !known.has(trace));
  for (const check of gone) {
    // Its instruction was edited, and the flaw is still there.
    const still = come.find((trace) => checkOf(trace) === check && !edited.includes(trace));
    if (still === undefined) fixed.push(check);
    else edited.push(still);
  }
  return {
    // Behind another failure the earlier one cannot be seen, which does not make it fixed.
    fixed: fixed.filter((check) => trial.cause === undefined || check !== before.cause),
    // Those that found no room in the state are not known, so none can be called new.
    added: before.more === undefined ? come.filter((trace) => !edited.includes(trace)).map(checkOf) : [],
    known: new Set([...known, ...edited]),
  };
}

/** Of several images: `Since the last push (`51aa0c3`): `orders` fixed, `billing` fails now.` Nothing where none has turned. */
export function changedTrials({ trials }: Report, previous: Previous | undefined, sha: string): Markdown {
  if (previous === undefined) return nothing;
  const turned = trials.flatMap((trial) => {
    const before = earlierState(trial, previous)?.verdict;
    if (before === 'failed' && trial.verdict === 'passed') return [markup`${code(trial.name)} **fixed**`];
    return before === 'passed' && trial.verdict === 'failed' ? [markup`${code(trial.name)} **fails now**`] : [];
  });
  if (turned.length === 0) return nothing;
  const left = turned.length - mostNames;
  const shown = left > 0 ? [...turned.slice(0, mostNames), text(`${left} more turned`)] : turned;
  return markup`Since ${sinceWhen(previous, sha)}: ${joined(shown, ', ')}.`;
}

/** `Since the last push (`9f1c2ab`): loopback-host **fixed**, nothing new.` Nothing where nothing changed. */
export function changeSentence(changes: Changes | undefined, previous: Previous, sha: string): Markdown {
  if (changes === undefined || (changes.fixed.length === 0 && changes.added.length === 0)) return nothing;
  const parts = [
    ...(changes.fixed.length === 0 ? [] : [markup`${names(changes.fixed)} **fixed**`]),
    changes.added.length === 0 ? markup`nothing new` : markup`${names(changes.added)} **new**`,
  ];
  return markup`Since ${sinceWhen(previous, sha)}: ${joined(parts, ', ')}.`;
}

function sinceWhen({ marker: { sha: earlier, run } }: Previous, sha: string): Markdown {
  return sha.startsWith(earlier) ? markup`run ${run}` : markup`the last push (${code(earlier.slice(0, 7))})`;
}

const mostNames = 3;

function names(checks: readonly string[]): Markdown {
  const each = [...new Set(checks)];
  return each.length > mostNames ? text(count(checks.length, 'finding')) : joined(each.map(text), ', ');
}

function checkOf(trace: string): string {
  return trace.replace(/:[0-9a-f]{12}$/, '');
}
