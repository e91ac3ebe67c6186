import type { Plan } from '../plan/plan.ts';
import type { TrialReport } from '../report.ts';
import { untried } from './untried.ts';

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
export function unchanged(plan: Plan, { base, because, lastPassed }: Unchanged): TrialReport {
  const passed = lastPassed === undefined ? '' : `; it last passed at ${lastPassed.slice(0, shownDigits)}`;
  return untried(
    plan,
    {
      verdict: 'skipped',
      cause: undefined,
      because: `unchanged since ${base.slice(0, shownDigits)}: ${because}${passed}`,
      ...(lastPassed === undefined ? {} : { lastPassed }),
      stages: stages.map((stage) => ({
        stage,
        status: 'skipped',
        because: 'nothing that reaches the image has changed',
      })),
    },
    plan.facts.dockerfile.text,
  );
}
