import { createServer, type Server } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { expect, test } from 'vitest';
import { handshake } from '../../src/probes/tls.ts';

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

async function asked(server: Server, signal = new AbortController().signal): Promise<ReturnType<typeof handshake>> {
  const port = await listening(server);
  try {
    return await handshake('127.0.0.1', port, signal);
  } finally {
    server.close();
  }
}

test('a server that refuses the handshake in the words of TLS speaks TLS', async () => {
  // Without a certificate it has no cipher in common with anybody, and says so by an alert.
  expect(await asked(createTlsServer({}))).toEqual({ kind: 'handshake', protocol: 'TLS' });
});

test('a server that closes, or answers in another protocol, does not', async () => {
  const closes = createServer((socket) => socket.end());
  expect((await asked(closes)).kind).toBe('failed');
  const greets = createServer((socket) => socket.end('* READY\r\n'));
  expect((await asked(greets)).kind).toBe('failed');
});

test('a port on which nobody listens is told, and an abort ends the waiting', async () => {
  const server = createServer();
  const port = await listening(server);
  server.close();
  expect((await handshake('127.0.0.1', port, new AbortController().signal)).kind).toBe('failed');
  const silent = createServer();
  expect(await asked(silent, AbortSignal.abort())).toEqual({ kind: 'failed', detail: 'given up' });
});
