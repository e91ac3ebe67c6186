/** A secret of fewer characters cannot be told from ordinary text. */
const fewestCharacters = 4;

const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const boolean = /^(?:true|false|yes|no|on|off|enabled|disabled|null|none)$/i;
const logLevel = /^(?:trace|debug|info|notice|warn|warning|error|critical|fatal|notset)$/i;
/** Small letters only: a token of dotted parts (a JWT) has capitals. A single word may be a password, so it needs a port. */
const host =
  /^(?:localhost|(?:\d{1,3}\.){3}\d{1,3}|\[[0-9a-f:.]+\]|[0-9a-f]*::[0-9a-f:.]*|(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24})(?::\d{1,5})?$|^[a-z][a-z0-9-]{0,62}:\d{1,5}$/;

/**
 * Values of `env` that tell nothing: shorter than four characters, a number, a boolean, a host or an address without a
 * password, a log level.
 */
export function isPlainValue(value: string): boolean {
  const trimmed = value.trim();
  return (
    trimmed.length < fewestCharacters ||
    number.test(trimmed) ||
    boolean.test(trimmed) ||
    logLevel.test(trimmed) ||
    host.test(trimmed) ||
    isPlainAddress(trimmed)
  );
}

/** A query may hold a key, and a long random segment of the path is one (as in the addresses of webhooks). */
function isPlainAddress(value: string): boolean {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(value) || !URL.canParse(value)) return false;
  const url = new URL(value);
  const random = url.pathname.split('/').some((part) => part.length >= 20 && /\d/.test(part) && /[a-z]/i.test(part));
  return url.password === '' && url.search === '' && url.hash === '' && !random && addressPasswords(value).length === 0;
}

/**
 * The password of `scheme://user:password@host`, up to the last `@`. A slash belongs to it only where no number stands before
 * it: that is a port. Quantities are bounded, so that a hostile line costs no time.
 */
const addressPassword =
  /:\/\/[^\s:@/?#'"`<>]{0,256}:(?<password>[^\s/?#'"`<>]{1,512}(?=@)|(?!\d{1,5}[/?#])[^\s'"`<>]{1,512}(?=@))/dg;

/** Where passwords of addresses stand in a text. */
export function addressPasswords(text: string): { readonly start: number; readonly end: number }[] {
  return Array.from(text.matchAll(addressPassword), (match) => {
    const [start, end] = match.indices?.groups?.['password'] ?? [0, 0];
    return { start, end };
  });
}

/**
 * The passwords of the addresses in a text, so that they are found elsewhere too: as written and as meant. One that is a
 * word of its own address (`postgres://postgres:postgres@db`) is hidden in the address only.
 */
export function passwordsIn(text: string): string[] {
  return addressPasswords(text).flatMap(({ start, end }) => {
    const written = text.slice(start, end);
    const lineStart = text.slice(Math.max(0, start - 300), start);
    const around = `${/\S*$/.exec(lineStart)?.[0] ?? ''} ${/^\S{0,300}/.exec(text.slice(end, end + 300))?.[0] ?? ''}`;
    if (around.split(/[^\w-]+/).includes(written)) return [];
    const meant = decoded(written);
    return meant === written ? [written] : [written, meant];
  });
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written; // a lone per cent sign: it was meant as it is
  }
}
