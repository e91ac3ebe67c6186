import type { ContainerObservation } from '../observation.ts';
import type { Settlement } from './probe.ts';

/** An empty folder and a lock file are no waste worth a word. */
const leastBytes = 10_000;

/** Confirmed with its price where something lies under those paths; refuted where they were looked at and hold nothing. */
export function settleBySize(
  paths: readonly string[],
  container: ContainerObservation,
  what: string,
): Settlement | undefined {
  if (container.runtime === undefined) return undefined; // it never ran long enough to be looked at
  const bytes = container.measures
    .filter((measure) => paths.includes(measure.path))
    .reduce((sum, measure) => sum + measure.bytes, 0);
  const evidence = [{ kind: 'measurement', what, value: bytes, unit: 'bytes' }] as const;
  return bytes >= leastBytes ? { status: 'confirmed', cost: { bytes }, evidence } : { status: 'refuted', evidence };
}
