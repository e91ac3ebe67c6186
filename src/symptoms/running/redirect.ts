import type { Answer } from './requests.ts';

/** Where an answer sends the client; undefined where it does not, or only to another path. */
export function redirectOf({ status, headers }: Answer): URL | undefined {
  const location = headers['location'];
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
  const absolute = location.startsWith('//') ? `http:${location}` : location;
  return /^https?:/i.test(absolute) && URL.canParse(absolute) ? new URL(absolute) : undefined;
}

/** The same machine, by whichever of its names: an application that says `localhost` does not send elsewhere. */
export function isSameHost(a: string, b: string): boolean {
  return a === b || (isOwn(a) && isOwn(b));
}

function isOwn(host: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/.test(host);
}
