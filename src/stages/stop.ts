import type { Docker } from '../docker/docker.ts';
import type { StopObservation } from '../observation.ts';
import type { InFlight } from './in-flight.ts';
import type { Watch } from './watch.ts';

export interface StopSetting {
  readonly docker: Docker;
  readonly watch: Watch;
  readonly limitMs: number;
  /** Whether it gets its answer is seen too. */
  readonly inFlight?: InFlight | undefined;
}

/** `docker stop`, and how it ended: SIGTERM, then after the limit SIGKILL, which is exit code 137. */
export async function stop(id: string, { docker, watch, limitMs, inFlight }: StopSetting): Promise<StopObservation> {
  await inFlight?.begun;
  const atMs = watch.elapsedMs;
  const began = performance.now();
  await docker.stop(id, limitMs);
  const ms = performance.now() - began;
  await watch.exited;
  const { exitCode } = watch.state;
  const observed: StopObservation = {
    ms,
    timeoutMs: limitMs,
    exitCode,
    atMs,
    ...(exitCode === 137 ? { signal: 'SIGKILL' } : {}),
    ...(inFlight === undefined ? {} : { inFlight: await inFlight.ended }),
  };
  watch.sawStop(observed);
  return observed;
}
