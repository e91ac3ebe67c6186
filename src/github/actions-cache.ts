import * as v from 'valibot';
import { sha256 } from '../sha256.ts';

/** The cache of GitHub Actions, as far as one small text goes. Nothing is thrown: a cache that does not answer is one that has nothing. */
export interface ActionsCache {
  /** The newest entry whose key begins as one of these does; the first of them that has one. */
  read(prefixes: readonly string[]): Promise<string | undefined>;
  /** A key is written once, and stays as it is. Whether it was. */
  write(key: string, text: string): Promise<boolean>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Entries are told apart by this too; another one after each change of what an entry holds. */
const version = sha256('a report of sea-trial, 1');
const service = 'twirp/github.actions.results.api.v1.CacheService';
const longestRequestMs = 10_000;
const largestBytes = 5_000_000;

/** The cache that the runner tells its actions of; undefined where it tells of none, as on an enterprise's own server. */
export function openActionsCache(environment: Environment): ActionsCache | undefined {
  const { ACTIONS_RESULTS_URL: address = '', ACTIONS_RUNTIME_TOKEN: token = '' } = environment;
  if ((environment['ACTIONS_CACHE_SERVICE_V2'] ?? '') === '' || token === '' || !URL.canParse(address))
    return undefined;
  const mode = environment['ACTIONS_CACHE_MODE'] ?? '';
  const call = async (method: string, body: object): Promise<unknown> => {
    const answer = await fetch(new URL(`${service}/${method}`, address), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'user-agent': 'sea-trial' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(longestRequestMs),
    });
    return answer.ok ? answer.json() : undefined;
  };
  return {
    async read(prefixes) {
      const [key, ...others] = prefixes;
      if (key === undefined || ['none', 'write-only'].includes(mode)) return undefined;
      return orUndefined(async () => {
        const found = v.safeParse(
          foundEntry,
          await call('GetCacheEntryDownloadURL', { key, restore_keys: [key, ...others], version }),
        );
        if (
          !found.success ||
          !found.output.ok ||
          !prefixes.some((prefix) => found.output.matched_key.startsWith(prefix))
        )
          return undefined;
        return download(found.output.signed_download_url);
      });
    },
    async write(key, text) {
      if (['none', 'read'].includes(mode)) return false;
      const written = await orUndefined(async () => {
        const made = v.safeParse(createdEntry, await call('CreateCacheEntry', { key, version }));
        if (!made.success || !made.output.ok) return false; // another attempt of this run has written it
        const bytes = Buffer.from(text);
        const put = await fetch(made.output.signed_upload_url, {
          method: 'PUT',
          headers: { 'x-ms-blob-type': 'BlockBlob', 'content-type': 'application/octet-stream' },
          body: bytes,
          signal: AbortSignal.timeout(longestRequestMs),
        });
        if (!put.ok) return false;
        const ended = await call('FinalizeCacheEntryUpload', { key, size_bytes: String(bytes.length), version });
        return v.is(v.object({ ok: v.literal(true) }), ended);
      });
      return written === true;
    },
  };
}

/** What is false or empty is left out of the answers. */
const foundEntry = v.object({
  ok: v.optional(v.boolean(), false),
  signed_download_url: v.optional(v.string(), ''),
  matched_key: v.optional(v.string(), ''),
});
const createdEntry = v.object({ ok: v.optional(v.boolean(), false), signed_upload_url: v.optional(v.string(), '') });

async function download(address: string): Promise<string | undefined> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(longestRequestMs) });
  if (!answer.ok || Number(answer.headers.get('content-length') ?? 0) > largestBytes) return undefined;
  return answer.text();
}

/** No network, no JSON, out of time: all the same to whoever asks. */
async function orUndefined<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}
