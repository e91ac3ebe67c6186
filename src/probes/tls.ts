import { connect } from 'node:tls';
import type { TlsOutcome } from '../observation.ts';

/** Whoever serves TLS answers within milliseconds. */
const limitMs = 2_000;

/** A TLS handshake, whatever the certificate: it is asked whether TLS is spoken there, not by whom. Never throws. */
export function handshake(host: string, port: number, signal: AbortSignal): Promise<TlsOutcome> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, rejectUnauthorized: false, servername: 'localhost' });
    const finish = (outcome: TlsOutcome): void => {
      clearTimeout(limit);
      signal.removeEventListener('abort', onAbort);
      socket.destroy();
      resolve(outcome);
    };
    const onAbort = (): void => finish({ kind: 'failed', detail: 'given up' });
    const limit = setTimeout(() => finish({ kind: 'failed', detail: 'no answer in time' }), limitMs);
    signal.addEventListener('abort', onAbort, { once: true });
    socket.on('secureConnect', () => finish({ kind: 'handshake', protocol: socket.getProtocol() ?? 'TLS' }));
    socket.on('error', (error) => {
      // The server speaks TLS, and wants what we do not have: a certificate of ours, or an older version.
      const speaksTls = /alert|unsupported protocol|certificate required/i.test(error.message);
      finish(speaksTls ? { kind: 'handshake', protocol: 'TLS' } : { kind: 'failed', detail: error.message });
    });
    socket.on('close', () => finish({ kind: 'failed', detail: 'closed' }));
    if (signal.aborted) onAbort();
  });
}
