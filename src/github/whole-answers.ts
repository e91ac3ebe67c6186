/**
 * A fetch that hands an answer on only when it is whole. octokit takes a body that breaks off as a text without
 * trouble; here it is a failed request, so that a read is tried again and a write is looked for.
 * A single request gets its own limit, for one that hangs must not eat the patience for all.
 */
export function wholeAnswers(apiUrl: string, proxied: unknown): typeof fetch {
  // The packages' own fetch goes through the proxy that the environment names for GitHub; a local server needs none.
  const underlying = isFetch(proxied) && !isLoopback(apiUrl) ? proxied : fetch;
  return async (input, init) => {
    const limit = AbortSignal.timeout(longestRequestMs);
    const signal = AbortSignal.any([limit, ...(init?.signal instanceof AbortSignal ? [init.signal] : [])]);
    const answer = await underlying(input, { ...init, signal });
    if (answer.status === 204 || answer.status === 205 || answer.status === 304) return answer;
    const text = await answer.text();
    if (answer.ok && /^application\/json\b/i.test(answer.headers.get('content-type') ?? '')) JSON.parse(text);
    // fetch has unpacked the body already.
    const headers = new Headers([...answer.headers].filter(([name]) => name !== 'content-encoding'));
    return new Response(text, { status: answer.status, statusText: answer.statusText, headers });
  };
}

const longestRequestMs = 15_000;

function isFetch(value: unknown): value is typeof fetch {
  return typeof value === 'function';
}

function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
