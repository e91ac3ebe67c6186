import type { Clock } from '../ports.ts';
import { GitHubTrouble } from './github.ts';

/** All that one run may wait for GitHub, in waits and in answers together; the time between requests is free. */
export interface Patience {
  /** Does the work, whose requests end with the signal; when the patience ends first, throws `out-of-time`. */
  spend<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result>;
  /** Sleeps at the cost of the patience; false, without sleeping, when that is more than is left. */
  wait(ms: number): Promise<boolean>;
}

export function patienceOf(totalMs: number, clock: Clock): Patience {
  let left = totalMs;
  const paying = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const began = clock.ticks();
    try {
      return await work();
    } finally {
      left -= clock.ticks() - began;
    }
  };
  const ended = (cause?: unknown): GitHubTrouble =>
    new GitHubTrouble('out-of-time', `GitHub did not answer within ${Math.round(totalMs / 1000)} s in all.`, { cause });
  return {
    spend: (work) =>
      paying(async () => {
        if (left <= 0) throw ended();
        const signal = AbortSignal.timeout(Math.ceil(left));
        // The race, for what is asleep between two tries does not look at the signal.
        return await Promise.race([work(signal), rejectionAt(signal, ended)]);
      }),
    async wait(ms) {
      if (ms >= left) return false;
      await paying(async () => clock.sleep(ms));
      return true;
    },
  };
}

function rejectionAt(signal: AbortSignal, error: (cause: unknown) => GitHubTrouble): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(error(signal.reason)), { once: true });
  });
}
