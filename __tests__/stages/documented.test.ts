import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import type { DocumentedRun } from '../../src/observation.ts';
import { systemClock, type Clock } from '../../src/ports.ts';
import { askDocumented, documentedResults } from '../../src/stages/documented.ts';
import { ExchangeLog } from '../../src/stages/exchange-log.ts';
import { documentText, getting } from '../openapi/api.ts';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server of these paths, and which of them it was asked for. */
async function serving(answers: Readonly<Record<string, Answer>>) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const answer = answers[path];
    if (answer !== undefined) return answer(response, request);
    response.writeHead(404);
    response.end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port }: Pick<AddressInfo, 'port'> = Object.assign({ port: 0 }, server.address());
  return { address: `http://127.0.0.1:${port}`, asked };
}

const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

async function asking(
  address: string,
  {
    excluded = [],
    clock = systemClock,
    end = new Promise<void>(() => {}),
  }: { excluded?: string[]; clock?: Clock; end?: Promise<void> } = {},
) {
  const exchanges = new ExchangeLog();
  let hasExited = false;
  void end.then(() => (hasExited = true));
  const watch = {
    elapsedMs: 1_000,
    exited: end,
    exchanges,
    get hasExited() {
      return hasExited;
    },
  };
  const run = await askDocumented(
    { documented: { isAsked: true, excluded } },
    { address, clock, signal: new AbortController().signal, watch },
  );
  return { run, exchanges: exchanges.entries };
}

function outcomes(run: DocumentedRun | undefined) {
  return run?.answers.map(({ path, promise, deviation }) => [path, deviation ?? promise]);
}

const strings = { type: 'array', items: { type: 'string' } };

test('each documented GET is asked once, and held against the document', async () => {
  const paths = {
    '/kept': getting(strings),
    '/broken': getting(strings),
    '/closed': getting(strings),
    '/page': getting(strings),
    '/made/{name}': getting(strings),
    '/left/out': getting(strings),
    '//127.0.0.2/': getting(strings),
  };
  const { address, asked } = await serving({
    '/openapi.json': json(documentText(paths)),
    '/kept': json(['a']),
    '/broken': json([1]),
    '/closed': json({}, 401),
    '/page': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
  });
  const { run, exchanges } = await asking(address, { excluded: ['/left/*'] });
  expect(outcomes(run)).toEqual([
    ['/kept', 'kept'],
    ['/broken', 'answers a body in which `[0]` is a number instead of `string`'],
    ['/closed', 'undecided'],
    ['/page', 'answers `text/html`, and `application/json` is documented'],
  ]);
  expect(asked).toEqual(['/openapi.json', '/kept', '/broken', '/closed', '/page']);
  expect(exchanges).toEqual([]);
  expect(documentedResults(run === undefined ? {} : { documented: run }).map((each) => ({ ...each, ms: 0 }))).toEqual([
    { request: 'GET /openapi.json', outcome: '200', status: 200, ms: 0, passed: true },
    { request: 'GET /kept', outcome: '200', status: 200, ms: 0, passed: true, documented: true },
    {
      request: 'GET /broken',
      outcome: 'answers a body in which `[0]` is a number instead of `string`',
      status: 200,
      ms: 0,
      passed: false,
      documented: true,
    },
    {
      request: 'GET /page',
      outcome: 'answers `text/html`, and `application/json` is documented',
      status: 200,
      ms: 0,
      passed: false,
      documented: true,
    },
  ]);
});

test.each([
  ['nothing', undefined],
  ['a page', (response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>')],
  ['a document of another kind', json({ swagger: '2.0', paths: {} })],
  ['credentials wanted', json({}, 401)],
  ['half a document', (response: ServerResponse) => response.writeHead(200, { 'content-length': '100' }).write('{')],
])('without a document nothing is asked: %s', { timeout: 10_000 }, async (_, answer) => {
  const { address, asked } = await serving(answer === undefined ? {} : { '/openapi.json': answer });
  expect((await asking(address)).run).toBeUndefined();
  expect(asked).toEqual(['/openapi.json']);
});

test('a document without end is not read', { timeout: 10_000 }, async () => {
  const { address } = await serving({
    '/openapi.json'(response) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"openapi":"3.1.0","paths":{"');
      const more = 'a'.repeat(1_000_000);
      const write = (): void => {
        while (!response.destroyed && response.write(more));
      };
      response.on('drain', write);
      write();
    },
  });
  expect((await asking(address)).run).toBeUndefined();
});

test('a document that cannot be made is told as the answer that it is', async () => {
  const { address } = await serving({ '/openapi.json': json('Internal Server Error', 500) });
  const { run } = await asking(address);
  expect(run?.document).toMatchObject({ path: '/openapi.json', promise: 'broken', deviation: 'answers 500' });
});

test('no more than twenty requests are sent, redirects among them', async () => {
  const names = Array.from({ length: 30 }, (_, index) => `/p${index}`);
  const { address, asked } = await serving({
    '/openapi.json': json(documentText(Object.fromEntries(names.map((name) => [name, getting({})])))),
    ...Object.fromEntries(names.map((name) => [name, json(1)])),
    '/p1': (response) => response.writeHead(307, { location: '/p2' }).end(),
    '/p18': (response) => response.writeHead(307, { location: '/p20' }).end(),
  });
  const { run } = await asking(address);
  expect(asked.slice(1)).toHaveLength(20);
  expect(run).toMatchObject({ gets: 30, answers: { length: 19 } });
});

test('a redirect is followed on the same origin alone', async () => {
  const { address, asked } = await serving({
    '/openapi.json': json(
      documentText({ '/a': getting(strings), '/b': getting(strings), '/c': { get: { responses: { 302: {} } } } }),
    ),
    '/a': (response) => response.writeHead(302, { location: '/a/' }).end(),
    '/a/': json(['x']),
    '/b': (response) => response.writeHead(302, { location: 'http://127.0.0.2/' }).end(),
    '/c': (response) => response.writeHead(302, { location: '/a/' }).end(),
  });
  expect(outcomes((await asking(address)).run)).toEqual([
    ['/a', 'kept'],
    ['/b', 'answers 302, and 200 is documented'],
    ['/c', 'kept'],
  ]);
  expect(asked).toEqual(['/openapi.json', '/a', '/a/', '/b', '/c']);
});

test(
  'an answer that does not come whole, or comes packed, is judged by status and media type',
  { timeout: 10_000 },
  async () => {
    const { address } = await serving({
      '/openapi.json': json(
        documentText({ '/large': getting(strings), '/endless': getting(strings), '/packed': getting(strings) }),
      ),
      '/large': json({ a: 'x'.repeat(1_100_000) }),
      '/endless': (response) => response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n'),
      '/packed': (response) =>
        response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(gzipSync('{}')),
    });
    const { run } = await asking(address);
    expect(outcomes(run)).toEqual([
      ['/large', 'undecided'],
      ['/endless', 'answers `text/event-stream`, and `application/json` is documented'],
      ['/packed', 'undecided'],
    ]);
    expect(run?.answers.map(({ outcome }) => (outcome.kind === 'answered' ? outcome.body.length : 0))).toEqual([
      2000,
      9,
      expect.any(Number),
    ]);
  },
);

test('when its time is over, nothing more is asked', async () => {
  const names = ['/a', '/b', '/c'];
  const { address, asked } = await serving({
    '/openapi.json': json(documentText(Object.fromEntries(names.map((name) => [name, getting({})])))),
    ...Object.fromEntries(names.map((name) => [name, json(1)])),
  });
  const clock = { ...systemClock, ticks: () => asked.length * 4_000 };
  expect(outcomes((await asking(address, { clock })).run)).toEqual([
    ['/a', 'kept'],
    ['/b', 'kept'],
  ]);
});

test('a connection that breaks off is no answer; where the container ends with it, it is a failure', async () => {
  const end = Promise.withResolvers<void>();
  const { address, asked } = await serving({
    '/openapi.json': json(documentText({ '/drops': getting({}), '/ends': getting({}), '/later': getting({}) })),
    '/drops': (response) => response.destroy(),
    '/ends'(response) {
      response.destroy();
      end.resolve();
    },
  });
  const { run, exchanges } = await asking(address, { end: end.promise });
  expect(outcomes(run)).toEqual([
    ['/drops', 'ends without an answer'],
    ['/ends', 'ends without an answer'],
  ]);
  expect(exchanges).toMatchObject([{ request: `GET ${address}/ends`, probe: 'GET /ends', passed: false, times: 1 }]);
  expect(asked).not.toContain('/later');
});
