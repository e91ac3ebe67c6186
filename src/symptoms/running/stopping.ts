import type { ContainerObservation } from '../../observation.ts';
import { unstyled } from '../../traceback/lines.ts';
import type { Symptoms } from '../symptoms.ts';

/** A server that gets its signal ends well within this, and one that does not is killed at the end of the limit. */
const nearTheLimit = 0.95;

/** SIGKILL ended it, after the whole time that it was given. */
export function killedAtLimit({ stop }: ContainerObservation): boolean {
  return stop !== undefined && stop.exitCode === 137 && stop.ms >= stop.timeoutMs * nearTheLimit;
}

/** The lines that it wrote since it was asked to stop. */
export function saidWhileStopping({ container }: Pick<Symptoms, 'container'>): readonly string[] {
  const { stop, state, log } = container ?? {};
  if (stop?.atMs === undefined || state?.startedAt === undefined) return [];
  const since = state.startedAt + stop.atMs;
  return (log ?? []).filter(({ at }) => at >= since).map(({ text }) => unstyled(text));
}
