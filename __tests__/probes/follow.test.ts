import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { follow } from '../../src/probes/follow.ts';

const moved: Readonly<Record<string, readonly [number, string]>> = {
  '/health': [307, '/health/'],
  '/absolute': [301, 'SELF/health/'],
  '/elsewhere': [302, 'http://127.0.0.2/'],
  '/posted': [303, '/seen'],
  '/round': [302, '/about'],
  '/about': [302, '/round'],
  '/itself': [302, '/itself'],
  '/nowhere': [302, 'http://['],
};

let server: Server;
let origin = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    const [status, location] = moved[request.url ?? ''] ?? [200, undefined];
    response.writeHead(status, location === undefined ? {} : { location: location.replace('SELF', origin) });
    response.end(request.method);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port }: Pick<AddressInfo, 'port'> = Object.assign({ port: 0 }, server.address());
  origin = `http://127.0.0.1:${port}`;
});

afterAll(() => server.close());

async function statuses(path: string, { method = 'GET', wanted }: { method?: string; wanted?: number } = {}) {
  const hops = await follow(
    { method, url: new URL(path, origin), headers: {}, limitMs: 2000 },
    { wanted: wanted === undefined ? [] : [wanted] },
  );
  return hops.map(({ outcome }) => (outcome.kind === 'answered' ? outcome.status : outcome.kind));
}

test.each(['/health', '/absolute'])('a redirect to the same origin is followed: %s', async (path) => {
  expect((await statuses(path)).at(-1)).toBe(200);
});

test('one that leaves the origin is an answer, and nobody else is asked', async () => {
  expect(await statuses('/elsewhere')).toEqual([302]);
});

test('one that is wanted is an answer', async () => {
  expect(await statuses('/health', { wanted: 307 })).toEqual([307]);
});

test('a circle ends', async () => {
  expect(await statuses('/round')).toEqual([302, 302, 302, 302, 302, 302]);
  expect(await statuses('/itself')).toEqual([302]);
});

test('an address that is none ends it', async () => {
  expect(await statuses('/nowhere')).toEqual([302]);
});

test('what was posted is not posted again', async () => {
  const hops = await follow({ method: 'POST', url: new URL('/posted', origin), headers: {}, limitMs: 2000 });
  const { outcome } = hops.at(-1) ?? hops[0];
  expect(outcome.kind === 'answered' ? outcome.body : '').toBe('GET');
});
