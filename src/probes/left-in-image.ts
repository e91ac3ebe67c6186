import type { Asked, Settlement } from './probe.ts';
import { mayBeRemovedLater } from './removal.ts';

/** An empty folder and a lock file are no waste worth a word. */
const leastBytes = 10_000;

/** Confirmed with its price where something lies under those paths; refuted where they were looked at and hold nothing. */
export function settleBySize(paths: readonly string[], asked: Asked, what: string): Settlement | undefined {
  const { container } = asked;
  if (container.runtime === undefined) return undefined; // it never ran long enough to be looked at
  const bytes = container.measures
    .filter((measure) => paths.includes(measure.path))
    .reduce((sum, measure) => sum + measure.bytes, 0);
  const evidence = [{ kind: 'measurement', what, value: bytes, unit: 'bytes' }] as const;
  if (bytes >= leastBytes) return { status: 'confirmed', cost: { bytes }, evidence };
  return mayBeRemovedLater(asked) ? undefined : { status: 'refuted', evidence };
}
