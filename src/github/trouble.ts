import * as v from 'valibot';
import { GitHubTrouble, type TroubleKind } from './github.ts';

/** What is read of octokit's RequestError; by shape, for it comes from a package that is loaded late. */
const requestError = v.object({
  status: v.number(),
  message: v.string(),
  response: v.optional(v.object({ headers: v.record(v.string(), v.unknown()) })),
  cause: v.optional(v.unknown()),
});
type RequestError = v.InferOutput<typeof requestError>;

/** GraphQL answers 200 and tells in the body what went wrong. */
const graphqlError = v.object({
  name: v.literal('GraphqlResponseError'),
  headers: v.record(v.string(), v.unknown()),
  errors: v.pipe(v.array(v.object({ type: v.optional(v.string(), ''), message: v.string() })), v.minLength(1)),
});

/** Seen as the status that the REST API answers in the same case. */
const requestErrorOrGraphql = v.union([
  requestError,
  v.pipe(
    graphqlError,
    v.transform(({ headers, errors }): RequestError => {
      const type = errors[0]?.type ?? '';
      const status = type === 'RATE_LIMITED' ? 429 : /^(?:FORBIDDEN|INSUFFICIENT_SCOPES)$/.test(type) ? 403 : 422;
      return { status, message: errors.map(({ message }) => message).join('; '), response: { headers } };
    }),
  ),
]);

/** Names the trouble behind whatever octokit or the parsing of an answer threw. */
export function troubleOf(error: unknown): GitHubTrouble {
  if (error instanceof GitHubTrouble) return error;
  const parsed = v.safeParse(requestErrorOrGraphql, error);
  if (!parsed.success) {
    const what =
      error instanceof v.ValiError ? `an answer of another shape (${error.message})` : oneLine(String(error));
    return new GitHubTrouble('unreadable', `GitHub's answer cannot be read: ${what}.`, { cause: error });
  }
  const failed = parsed.output;
  const kind = kindOf(failed);
  return new GitHubTrouble(kind, sentence(kind, failed), {
    ...(failed.response === undefined ? {} : { status: failed.status }),
    cause: error,
  });
}

/**
 * How long GitHub asks to wait, in milliseconds; undefined where the error is no rate limit. A 403 that says nothing
 * of limits is about permissions: it stays one however often it is repeated.
 */
export function askedToWait(error: unknown, tries: number, now: number): number | undefined {
  const parsed = v.safeParse(requestErrorOrGraphql, error);
  if (!parsed.success || !isRateLimit(parsed.output)) return undefined;
  const headers = parsed.output.response?.headers ?? {};
  const seconds = Number(headers['retry-after']);
  if (headers['retry-after'] !== undefined && Number.isFinite(seconds)) return Math.max(1, seconds) * 1000;
  const reset = Number(headers['x-ratelimit-reset']);
  if (headers['x-ratelimit-remaining'] === '0' && Number.isFinite(reset)) return Math.max(1000, reset * 1000 - now);
  return 60_000 * 2 ** tries;
}

function isRateLimit({ status, message, response }: RequestError): boolean {
  if (status !== 403 && status !== 429) return false;
  const headers = response?.headers ?? {};
  return (
    status === 429 ||
    headers['retry-after'] !== undefined ||
    headers['x-ratelimit-remaining'] === '0' ||
    /rate limit|abuse detection/i.test(message)
  );
}

function kindOf(failed: RequestError): TroubleKind {
  if (failed.response === undefined) return failed.cause instanceof SyntaxError ? 'unreadable' : 'unreachable';
  if (isRateLimit(failed)) return 'rate-limited';
  if (failed.status === 401) return 'bad-token';
  if (failed.status === 403) return 'forbidden';
  if (failed.status === 404 || failed.status === 410) return 'missing';
  if (failed.status >= 500) return 'server';
  return failed.status === 422 && /too long/i.test(failed.message) ? 'too-long' : 'refused';
}

function sentence(kind: TroubleKind, { status, message }: RequestError): string {
  if (kind === 'unreadable') return 'The answer of GitHub is cut off or no JSON.';
  if (kind === 'unreachable') return `GitHub cannot be reached: ${oneLine(message)}.`;
  return `GitHub answered ${status}: ${oneLine(message)}.`;
}

const longestQuote = 300;

/** Quoted text stays on its line and cannot move the cursor; a proxy's error page is not quoted whole. */
function oneLine(message: string): string {
  const flat = message.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return (flat.length > longestQuote ? `${flat.slice(0, longestQuote).toWellFormed()}…` : flat).replace(/\.$/, '');
}
