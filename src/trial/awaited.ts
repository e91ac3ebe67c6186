import type { TrialReport } from '../report.ts';

/** A trial that another job runs. Its report takes the place of this one; where there is none, this says so. */
export function awaited({ name, file, context }: Pick<TrialReport, 'name' | 'file' | 'context'>): TrialReport {
  return {
    name,
    file,
    context,
    verdict: 'errored',
    cause: 'unknown',
    because: 'its job left no report. Look at the log of that job.',
    stages: [],
    findings: [],
    ignored: [],
    notes: [],
    observation: {
      version: 1,
      name,
      sources: { dockerfile: { path: file, text: '' }, context, buildArguments: {}, files: [], listing: [] },
    },
  };
}

export function isAwaited({ verdict, stages }: TrialReport): boolean {
  return verdict === 'errored' && stages.length === 0;
}
