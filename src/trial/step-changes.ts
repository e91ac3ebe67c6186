import type { Change, TimedStep } from '../report.ts';

/** The steps whose instruction stands on both sides and that were carried out there; one from the cache tells nothing of its time. */
export function stepChanges(
  here: readonly TimedStep[],
  base: readonly TimedStep[],
): Readonly<Record<string, Change>> | undefined {
  const before = new Map(base.flatMap(({ instruction, ms, cached }) => (cached ? [] : [[instruction, ms] as const])));
  const changes = here.flatMap(({ instruction, ms, cached }) => {
    const earlier = before.get(instruction);
    return cached || earlier === undefined ? [] : [[instruction, { base: earlier, delta: ms - earlier }] as const];
  });
  return changes.length === 0 ? undefined : Object.fromEntries(changes);
}
