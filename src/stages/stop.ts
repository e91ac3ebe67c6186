import type { Docker } from '../docker/docker.ts';
import type { StopObservation } from '../observation.ts';
import type { Watch } from './watch.ts';

/** `docker stop`, and how it ended: SIGTERM, then after the limit SIGKILL, which is exit code 137. */
export async function stop(id: string, watch: Watch, docker: Docker, limitMs: number): Promise<StopObservation> {
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
  };
  watch.sawStop(observed);
  return observed;
}
