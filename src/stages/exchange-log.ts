import { isDeepStrictEqual } from 'node:util';
import type { Exchange, ExchangeOutcome } from '../observation.ts';

/**
 * Keeps what was asked and answered. The same again is one entry that counts, also where two outcomes take turns:
 * docker's proxy resets or closes at random while nothing listens behind it.
 */
export class ExchangeLog {
  readonly #entries: Exchange[] = [];

  add(exchange: Omit<Exchange, 'times'>): void {
    for (const at of [this.#entries.length - 1, this.#entries.length - 2]) {
      const earlier = this.#entries[at];
      if (earlier !== undefined && same(earlier, exchange)) {
        this.#entries[at] = { ...earlier, ms: exchange.ms, times: earlier.times + 1, lastAtMs: exchange.atMs };
        return;
      }
    }
    this.#entries.push({ ...exchange, times: 1 });
  }

  get entries(): readonly Exchange[] {
    return this.#entries;
  }
}

function same(a: Omit<Exchange, 'times'>, b: Omit<Exchange, 'times'>): boolean {
  return (
    a.request === b.request &&
    a.probe === b.probe &&
    a.passed === b.passed &&
    isDeepStrictEqual(withoutHeaders(a.outcome), withoutHeaders(b.outcome))
  );
}

/** `date` differs each second, and says nothing. */
function withoutHeaders(outcome: ExchangeOutcome): ExchangeOutcome {
  return outcome.kind === 'answered' ? { ...outcome, headers: {} } : outcome;
}
