import type { TrialReport } from '../report.ts';
import { untried } from './untried.ts';

/** A trial that another job runs. Its report takes the place of this one; where there is none, this says so. */
export function awaited(about: Pick<TrialReport, 'name' | 'file' | 'context'>): TrialReport {
  return untried(about, {
    verdict: 'errored',
    cause: 'unknown',
    because: 'its job left no report. Look at the log of that job.',
    stages: [],
  });
}

export function isAwaited({ verdict, stages }: TrialReport): boolean {
  return verdict === 'errored' && stages.length === 0;
}
