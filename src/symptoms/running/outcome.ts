import type { ExchangeOutcome } from '../../observation.ts';

/** What came of a request, in words. */
export function describe(outcome: ExchangeOutcome): string {
  switch (outcome.kind) {
    case 'answered':
      return `answered ${outcome.status}`;
    case 'connected':
      return 'accepted, and kept open';
    case 'refused':
      return 'connection refused';
    case 'reset':
      return "accepted by docker's proxy, then reset";
    case 'closed':
      return "accepted by docker's proxy, then closed without an answer";
    case 'timeout':
      return 'accepted, then no answer';
    case 'not-http':
      return `bytes that are not HTTP: ${outcome.detail}`;
    case 'failed':
      return outcome.detail;
  }
}
