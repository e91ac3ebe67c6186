import type { StopObservation } from '../observation.ts';
import type { Clock } from '../ports.ts';
import { exchange } from '../probes/exchange.ts';
import type { HttpProbe, ProbeRequest } from '../probes/request.ts';
import { clipped } from './smoke.ts';
import type { Watch } from './watch.ts';

/**
 * Of an answer that comes at once nobody can say whether the signal came before it: only one that takes its time is surely under way.
 * A longer one would make the stop look slow.
 */
const shortestMs = 500;
const longestMs = 3_000;

/** A request that is on its way while the container is stopped. */
export interface InFlight {
  /** Resolves when the request is surely under way. */
  readonly begun: Promise<void>;
  readonly ended: Promise<NonNullable<StopObservation['inFlight']>>;
}

/** Begins the slowest of the probes that have passed once more; undefined where all of them are quick. */
export function beginSlowRequest(
  probes: readonly ProbeRequest[],
  watch: Watch,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): InFlight | undefined {
  const slow = slowest(probes, watch);
  if (slow === undefined) return undefined;
  const { probe, request, ms } = slow;
  const url = new URL(request.slice(request.indexOf(' ') + 1));
  const limitMs = longestMs + ms;
  const asked = exchange({ method: probe.method, url, headers: probe.headers, limitMs, signal });
  return {
    begun: clock.sleep(ms / 4, signal),
    ended: asked.then((result) => ({ request, ms: result.ms, outcome: clipped(result.outcome) })),
  };
}

interface Slow {
  readonly probe: HttpProbe;
  readonly request: string;
  readonly ms: number;
}

/** A GET changes nothing, so it may be asked twice. */
function slowest(probes: readonly ProbeRequest[], watch: Watch): Slow | undefined {
  const { entries } = watch.exchanges;
  return probes
    .flatMap((probe) => {
      const last = entries.findLast(({ probe: text, passed }) => passed === true && text === probe.text);
      if (probe.kind !== 'http' || probe.verb !== 'GET' || last === undefined) return [];
      return last.ms < shortestMs || last.ms > longestMs ? [] : [{ probe, request: last.request, ms: last.ms }];
    })
    .toSorted((a, b) => b.ms - a.ms)[0];
}
