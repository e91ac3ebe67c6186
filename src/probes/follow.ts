import { exchange, type ExchangeRequest, type ExchangeResult } from './exchange.ts';

/** One request and what came of it. */
export interface Hop extends ExchangeResult {
  readonly url: URL;
}

/** Where to stop. */
export interface Following {
  /** A redirect of one of these is an answer by itself. */
  readonly wanted?: readonly number[];
  readonly mostRedirects?: number;
}

const usualRedirects = 5;

/**
 * Sends a request, and goes where the answer sends it as long as that is the same origin: what lies elsewhere is not under trial.
 * The last hop is the answer.
 */
export async function follow(
  asked: ExchangeRequest,
  { wanted = [], mostRedirects = usualRedirects }: Following = {},
): Promise<readonly [Hop, ...Hop[]]> {
  const first = await hop(asked);
  const hops: [Hop, ...Hop[]] = [first];
  let last = first;
  while (hops.length <= mostRedirects && !(last.outcome.kind === 'answered' && wanted.includes(last.outcome.status))) {
    const next = target(last);
    if (next === undefined) break;
    last = await hop({ ...asked, ...methodAfter(asked, last), url: next });
    hops.push(last);
  }
  return hops;
}

async function hop(asked: ExchangeRequest): Promise<Hop> {
  return { url: asked.url, ...(await exchange(asked)) };
}

/** Where a redirect leads; undefined where the answer is none, or leaves the origin. */
function target({ url, outcome }: Hop): URL | undefined {
  if (outcome.kind !== 'answered' || ![301, 302, 303, 307, 308].includes(outcome.status)) return undefined;
  const { location } = outcome.headers;
  if (location === undefined || !URL.canParse(location, url.href)) return undefined;
  const next = new URL(location, url);
  return next.origin === url.origin && next.href !== url.href ? next : undefined;
}

/** 307 and 308 ask for the same again; of the others browsers make a GET. */
function methodAfter({ method }: ExchangeRequest, { outcome }: Hop): { readonly method: string } {
  const keeps = outcome.kind === 'answered' && [307, 308].includes(outcome.status);
  return { method: keeps || method === 'HEAD' ? method : 'GET' };
}
