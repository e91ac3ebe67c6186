import type { Docker } from '../docker/docker.ts';
import type { HealthCheckRun, ImageObservation } from '../observation.ts';
import type { Clock } from '../ports.ts';

/** Longer than this nobody waits for a check that may take up to its own time. */
const longestMs = 10_000;
/** The client that runs it needs a moment of its own. */
const slackMs = 500;

/** A check that fails at first may look at something that comes a little after the first answer. */
const patienceMs = 2_000;
const againAfterMs = 250;

/**
 * Docker would run the image's health check for the first time after 30 s: it is run at once, in the same words and as the same
 * user. Undefined where the image has none, or where its end was not to be waited for.
 */
export async function runHealthCheck(
  id: string,
  { healthcheck }: ImageObservation,
  { docker, clock, signal }: { readonly docker: Docker; readonly clock: Clock; readonly signal: AbortSignal },
): Promise<HealthCheckRun | undefined> {
  const [kind = '', ...words] = healthcheck?.test ?? [];
  if (healthcheck === undefined || words.length === 0) return undefined;
  const argv = kind === 'CMD-SHELL' ? ['/bin/sh', '-c', words.join(' ')] : words;
  const limitMs = Math.min(healthcheck.timeoutMs, longestMs);
  const first = clock.ticks();
  for (;;) {
    const began = clock.ticks();
    const outcome = await docker.exec(id, argv, limitMs + slackMs);
    const ms = clock.ticks() - began;
    // Cut off before its own time was over, it tells nothing.
    if (outcome === undefined)
      return limitMs < healthcheck.timeoutMs ? undefined : { exitCode: 1, output: '', ms, timedOut: true };
    if (outcome.exitCode === 0 || signal.aborted || clock.ticks() - first > patienceMs)
      return { ...outcome, ms, timedOut: false };
    await clock.sleep(againAfterMs, signal);
  }
}
