import type { Clock } from '../../src/ports.ts';

/** A clock on which sleeping costs no time, though it goes on as if it had; what was slept is written down. */
export interface HurriedClock extends Clock {
  readonly slept: readonly number[];
}

export function hurriedClock(): HurriedClock {
  let skipped = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => Date.now() + skipped,
    ticks: () => performance.now() + skipped,
    async sleep(ms) {
      skipped += ms;
      slept.push(ms);
    },
  };
}
