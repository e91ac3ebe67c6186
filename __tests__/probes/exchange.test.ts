import { createServer, type Server } from 'node:http';
import { createServer as createSocketServer, type AddressInfo, type Server as SocketServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { exchange } from '../../src/probes/exchange.ts';

const open: (Server | SocketServer)[] = [];

afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function listen(server: Server | SocketServer): Promise<URL> {
  open.push(server);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return new URL(`http://127.0.0.1:${address.port}/`);
}

const ask = (url: URL, limitMs = 2000) => exchange({ method: 'GET', url, headers: {}, limitMs });

describe('an exchange', () => {
  it('brings status, headers and body', async () => {
    const url = await listen(
      createServer((request, response) =>
        response.writeHead(201, { 'x-asked': `${request.method} ${String(request.headers['x-me'])}` }).end('hello'),
      ),
    );
    const { outcome, ms } = await exchange({ method: 'POST', url, headers: { 'x-me': 'trial' }, limitMs: 2000 });
    expect(outcome).toMatchObject({
      kind: 'answered',
      status: 201,
      body: 'hello',
      bodyBytes: 5,
      headers: { 'x-asked': 'POST trial' },
    });
    expect(ms).toBeGreaterThan(0);
  });

  it('is refused where nothing listens', async () => {
    const server = createSocketServer();
    const url = await listen(server);
    await new Promise((resolve) => void server.close(resolve));
    expect((await ask(url)).outcome).toEqual({ kind: 'refused' });
  });

  it('tells a reset from an end without a byte, as docker gives both while the application starts', async () => {
    const resetting = await listen(createSocketServer((socket) => socket.on('data', () => socket.resetAndDestroy())));
    const closing = await listen(createSocketServer((socket) => socket.on('data', () => socket.end())));
    expect((await ask(resetting)).outcome).toEqual({ kind: 'reset' });
    expect((await ask(closing)).outcome).toEqual({ kind: 'closed' });
  });

  it('times out where the server is silent', async () => {
    const url = await listen(createSocketServer(() => {}));
    expect((await ask(url, 50)).outcome).toEqual({ kind: 'timeout' });
  });

  it('names bytes that are no HTTP', async () => {
    const url = await listen(
      createSocketServer((socket) => socket.on('data', () => socket.end(Buffer.from([0, 0, 0x2a, 4, 0, 0])))),
    );
    expect((await ask(url)).outcome).toMatchObject({ kind: 'not-http' });
  });

  it('takes what came of a body without end for the answer', async () => {
    const url = await listen(
      createServer(
        (_, response) => void response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n'),
      ),
    );
    expect((await ask(url, 200)).outcome).toMatchObject({ kind: 'answered', status: 200, body: 'data: 1\n\n' });
  });

  it('waits for a body no longer than it is told, and says when the answer began', async () => {
    const url = await listen(
      createServer(
        (_, response) => void response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n'),
      ),
    );
    const asked = { method: 'GET', url, headers: {}, limitMs: 30_000, bodyLimitMs: 50 };
    const { outcome, ms, headMs = ms } = await exchange(asked);
    expect(outcome).toMatchObject({ kind: 'answered', status: 200, body: 'data: 1\n\n' });
    expect(ms).toBeLessThan(5_000);
    expect(headMs).toBeLessThan(ms);
  });

  it('does not follow a redirect', async () => {
    const url = await listen(
      createServer((_, response) => response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end()),
    );
    expect((await ask(url)).outcome).toMatchObject({ kind: 'answered', status: 307 });
  });

  it('keeps a megabyte of a large body and counts the rest', async () => {
    const url = await listen(createServer((_, response) => response.end('x'.repeat(3_000_000))));
    const { outcome } = await ask(url, 10_000);
    expect(outcome).toMatchObject({ kind: 'answered', bodyBytes: 3_000_000 });
    expect(outcome.kind === 'answered' && outcome.body.length).toBe(1_000_000);
  });

  it('ends at once when it is given up', async () => {
    const url = await listen(createSocketServer(() => {}));
    const given = new AbortController();
    const asked = exchange({ method: 'GET', url, headers: {}, limitMs: 60_000, signal: given.signal });
    given.abort();
    expect((await asked).outcome).toEqual({ kind: 'failed', detail: 'given up' });
  });
});
