import type { Exchange } from '../observation.ts';
import type { Clock } from '../ports.ts';
import { handshake } from '../probes/tls.ts';
import { isListening } from '../symptoms/listening.ts';
import type { Watch } from './watch.ts';

const lookEveryMs = 100;
/** A server that has just begun may close what it accepted too early: so many requests have to end so, all of them. */
const leastRequests = 8;
const againAfterMs = 2_000;

/**
 * Where the right port is listened on and every plain request ends without a byte, a TLS handshake tells why: asked while
 * waiting, and again now and then. What comes of it is in the observation; it ends when the signal is aborted.
 */
export async function suspectTls(watch: Watch, address: string, clock: Clock, signal: AbortSignal): Promise<void> {
  const { hostname, port } = new URL(address);
  while (!signal.aborted) {
    if (looksLikeTls(watch)) {
      const outcome = await handshake(hostname, Number(port), signal);
      if (signal.aborted) return;
      watch.sawTls(outcome);
      if (outcome.kind === 'handshake') return;
      await clock.sleep(againAfterMs, signal);
    }
    await clock.sleep(lookEveryMs, signal);
  }
}

function looksLikeTls(watch: Watch): boolean {
  const container = watch.snapshot({ ended: 'decided' });
  const since = container.sockets.at(-1)?.atMs ?? 0;
  const last = container.exchanges.filter((each) => (each.lastAtMs ?? each.atMs) > since);
  return isListening(container) && last.length > 0 && last.every((each) => endsWithoutWord(each));
}

function endsWithoutWord({ outcome, times }: Exchange): boolean {
  return (outcome.kind === 'closed' || outcome.kind === 'reset' || outcome.kind === 'not-http') && times >= leastRequests;
}
