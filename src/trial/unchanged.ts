import type { Plan } from '../plan/plan.ts';
import { unwatched, type Clock } from '../ports.ts';
import type { TrialReport } from '../report.ts';
import { Logbook } from './logbook.ts';

/** Why a trial is not run. */
export interface Unchanged {
  /** The commit since which nothing has changed that reaches the image. */
  readonly base: string;
  /** In a few words: what was looked at. */
  readonly because: string;
  /** The commit at which it last passed, where that is known. */
  readonly lastPassed?: string;
}

const stages = ['lint', 'build', 'start', 'smoke', 'stop'] as const;
const shownDigits = 7;

/** The report of a trial that nothing has changed for: it is skipped, and is no reason to fail. */
export function unchanged(
  plan: Plan,
  { base, because, lastPassed }: Unchanged,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): TrialReport {
  const { name, file, context, facts } = plan;
  const sources = {
    dockerfile: { path: file, text: facts.dockerfile.text },
    context,
    buildArguments: {},
    files: [],
    listing: [],
  };
  const logbook = new Logbook({ name, sources: () => sources }, { clock, signal, progress: unwatched });
  for (const stage of stages) logbook.skip(stage, 'nothing that reaches the image has changed');
  const passed = lastPassed === undefined ? '' : `; it last passed at ${lastPassed.slice(0, shownDigits)}`;
  return {
    name,
    file,
    context,
    verdict: 'skipped',
    cause: undefined,
    because: `unchanged since ${base.slice(0, shownDigits)}: ${because}${passed}`,
    ...(lastPassed === undefined ? {} : { lastPassed }),
    stages: logbook.stages,
    findings: [],
    ignored: [],
    notes: [],
    observation: logbook.observation,
  };
}
