import type { Exchange } from '../observation.ts';
import type { Clock } from '../ports.ts';
import { handshake } from '../probes/tls.ts';
import { listeningForMs, sentWhileListening } from '../symptoms/running/requests.ts';
import type { Watch } from './watch.ts';

const lookEveryMs = 100;
/** A server that has just begun may close what it accepted too early: for so long every request has to end so. */
const leastMs = 400;
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
  const sent = sentWhileListening(container);
  return listeningForMs(container) >= leastMs && sent.length > 0 && sent.every(endsWithoutWord);
}

function endsWithoutWord({ outcome }: Exchange): boolean {
  return outcome.kind === 'closed' || outcome.kind === 'reset' || outcome.kind === 'not-http';
}
