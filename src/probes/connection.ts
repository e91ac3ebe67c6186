import { connect as connectTo } from 'node:net';
import type { ExchangeOutcome } from '../observation.ts';

/** One TCP connection to the container; nothing is sent. */
export interface ConnectionRequest {
  readonly host: string;
  readonly port: number;
  readonly limitMs: number;
  readonly signal?: AbortSignal;
}

/**
 * docker's proxy accepts before it knows whether anybody listens in the container, and then closes at once: only a connection
 * that stays open this long was accepted by the server itself.
 */
const keptOpenMs = 250;

/** Says how the connection ended, or that it stayed open, or that the server spoke first; never throws. */
export function connection(asked: ConnectionRequest): Promise<{ outcome: ExchangeOutcome; ms: number }> {
  const began = performance.now();
  return new Promise((resolve) => {
    const finish = (outcome: ExchangeOutcome): void => {
      clearTimeout(limit);
      clearTimeout(kept);
      asked.signal?.removeEventListener('abort', onAbort);
      socket.destroy();
      resolve({ outcome, ms: performance.now() - began });
    };
    const onAbort = (): void => finish({ kind: 'failed', detail: 'given up' });
    const limit = setTimeout(() => finish({ kind: 'timeout' }), asked.limitMs);
    let kept: NodeJS.Timeout | undefined;
    const socket = connectTo({ host: asked.host, port: asked.port });
    socket.on('connect', () => {
      kept = setTimeout(() => finish({ kind: 'connected' }), keptOpenMs);
    });
    socket.on('data', () => finish({ kind: 'connected' }));
    socket.on('end', () => finish({ kind: 'closed' }));
    socket.on('error', (error: NodeJS.ErrnoException) => finish(outcomeOf(error)));
    asked.signal?.addEventListener('abort', onAbort, { once: true });
    if (asked.signal?.aborted === true) onAbort();
  });
}

function outcomeOf(error: NodeJS.ErrnoException): ExchangeOutcome {
  if (error.code === 'ECONNREFUSED') return { kind: 'refused' };
  if (error.code === 'ECONNRESET' || error.code === 'EPIPE') return { kind: 'reset' };
  return { kind: 'failed', detail: error.message };
}
