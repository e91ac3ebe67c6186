import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import * as v from 'valibot';

/** The cache of GitHub Actions on 127.0.0.1, with the store that its signed addresses lead to. */
export interface CacheService extends AsyncDisposable {
  /** What the runner sets for an action. */
  readonly environment: Readonly<Record<string, string>>;
  /** By key, what was stored and finished. */
  readonly entries: ReadonlyMap<string, string>;
  readonly requests: readonly string[];
  /** Puts an entry there. */
  put(key: string, text: string): void;
}

const token = 'the-runtime-token-of-this-test';
const service = '/twirp/github.actions.results.api.v1.CacheService/';
const key = v.strictObject({ key: v.string(), version: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) });
const bodies = {
  CreateCacheEntry: key,
  FinalizeCacheEntryUpload: v.strictObject({ ...key.entries, size_bytes: v.pipe(v.string(), v.regex(/^\d+$/)) }),
  GetCacheEntryDownloadURL: v.strictObject({ ...key.entries, restore_keys: v.array(v.string()) }),
} as const;

/** `broken` is answered by 500 to requests whose path it fits. */
export async function startCacheService(broken?: RegExp): Promise<CacheService> {
  const entries = new Map<string, string>();
  const uploads = new Map<string, string>();
  const requests: string[] = [];
  let url = '';

  const call = (method: string, body: unknown): unknown => {
    switch (method) {
      case 'CreateCacheEntry': {
        const sent = v.parse(bodies.CreateCacheEntry, body);
        if (entries.has(sent.key) || uploads.has(sent.key)) return {};
        uploads.set(sent.key, '');
        return { ok: true, signed_upload_url: `${url}/store/${encodeURIComponent(sent.key)}?sig=1` };
      }
      case 'FinalizeCacheEntryUpload': {
        const sent = v.parse(bodies.FinalizeCacheEntryUpload, body);
        const text = uploads.get(sent.key) ?? '';
        if (Buffer.byteLength(text) !== Number(sent.size_bytes)) return {};
        entries.set(sent.key, text);
        return { ok: true, entry_id: '7' };
      }
      case 'GetCacheEntryDownloadURL': {
        const { restore_keys: prefixes } = v.parse(bodies.GetCacheEntryDownloadURL, body);
        const found = prefixes.flatMap((prefix) =>
          [...entries.keys()].toReversed().filter((each) => each.startsWith(prefix)),
        )[0];
        return found === undefined
          ? {}
          : { ok: true, matched_key: found, signed_download_url: `${url}/store/${encodeURIComponent(found)}?sig=1` };
      }
      default:
        throw new Error(`the service has no method ${method}`);
    }
  };

  const answer = (method: string, address: URL, headers: IncomingMessage['headers'], text: string) => {
    if (broken?.test(address.pathname) === true) return { status: 500, body: 'broken' };
    if (address.pathname.startsWith(service)) {
      if (method !== 'POST' || headers.authorization !== `Bearer ${token}`) return { status: 401, body: '{}' };
      return { status: 200, body: JSON.stringify(call(address.pathname.slice(service.length), JSON.parse(text))) };
    }
    const name = decodeURIComponent(address.pathname.replace('/store/', ''));
    if (method === 'GET') return { status: entries.has(name) ? 200 : 404, body: entries.get(name) ?? '' };
    if (headers['x-ms-blob-type'] !== 'BlockBlob') return { status: 400, body: 'MissingRequiredHeader' };
    uploads.set(name, text);
    return { status: 201, body: '' };
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = await textOf(request);
    const address = new URL(request.url ?? '/', url);
    requests.push(`${request.method ?? ''} ${address.pathname.split('/').at(-1) ?? ''}`);
    const { status, body } = answer(request.method ?? '', address, request.headers, text);
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  url = `http://127.0.0.1:${address.port}`;
  return {
    environment: { ACTIONS_RESULTS_URL: `${url}/`, ACTIONS_RUNTIME_TOKEN: token, ACTIONS_CACHE_SERVICE_V2: 'True' },
    entries,
    requests,
    put: (name, text) => void entries.set(name, text),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
