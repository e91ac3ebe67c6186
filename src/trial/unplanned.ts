import { UserError, type SetupError } from '../errors.ts';
import { unwatched, type Clock } from '../ports.ts';
import type { TrialReport } from '../report.ts';
import { Logbook } from './logbook.ts';
import { sourcesOfUntried, untried } from './untried.ts';

/** What a trial that cannot even be planned is known by. */
export interface Unplanned {
  readonly name: string;
  readonly file: string;
  readonly context: string;
  readonly error: UserError | SetupError;
}

/** Among several trials one that cannot be planned is errored, and the others go on. */
export async function unplanned(
  { error, ...about }: Unplanned,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<TrialReport> {
  const of = { name: about.name, sources: () => sourcesOfUntried(about) };
  const logbook = new Logbook(of, { clock, signal, progress: unwatched });
  await logbook.stage('lint', () => {
    throw error;
  });
  for (const stage of ['build', 'start', 'smoke', 'stop'] as const) logbook.skip(stage, 'there is nothing to try');
  return untried(about, {
    verdict: 'errored',
    cause: error instanceof UserError ? 'unknown' : error.check,
    because: error.sentence(),
    stages: logbook.stages,
  });
}
