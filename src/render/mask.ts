import { hiddenSpans, valuePattern } from './mask-patterns.ts';
import { isPlainValue, passwordsIn } from './mask-values.ts';

/** Takes what is secret out of text. Made once per run, and everything that leaves the run goes through it. */
export interface Mask {
  (text: string): string;
  /** As long as before, so that lines and columns of a source stay where they are. */
  readonly sameLength: (text: string) => string;
}

export interface Secrets {
  /** Values that must never be seen: `secrets`, the token. */
  readonly secrets: readonly string[];
  /** Values of `env` and `env-file`: hidden unless they are plain, see `isPlainValue`. */
  readonly env: readonly string[];
  /** What everyone can read anyway: the Dockerfile's text. */
  readonly publicText: string;
}

const stars = '***';

/** Hides the values as they are, URL-encoded and in base64, and every password in an address. */
export function maskFor({ secrets, env, publicText }: Secrets): Mask {
  const pattern = valuePattern([
    ...secrets,
    ...env.filter((value) => !isPlainValue(value) && !publicText.includes(value)),
    ...[...secrets, ...env, publicText].flatMap(passwordsIn).filter((password) => !isPlainValue(password)),
  ]);
  const replace = (text: string, by: (hidden: string) => string): string => {
    let masked = '';
    let at = 0;
    for (const { start, end } of hiddenSpans(text, pattern)) {
      masked += text.slice(at, start) + by(text.slice(start, end));
      at = end;
    }
    return masked + text.slice(at);
  };
  return Object.assign((text: string) => replace(text, () => stars), {
    // A break would be lost in a star, and the lines behind it move.
    sameLength: (text: string) => replace(text, (hidden) => hidden.replaceAll(/[^\r\n]/g, '*')),
  });
}

/** The same value with every string in it masked, but the closed words of our own shapes. */
export function maskDeep<T>(value: T, mask: Mask): T;
export function maskDeep(value: unknown, mask: Mask): unknown {
  return deeply(value, { mask: (text) => mask(text), within: (name) => within(name, mask), key: '' });
}

/** Under these names stand words of closed lists, which programs read; a secret may happen to read the same. */
const closedWords = new Set(
  'cause check ended family kind promise protocol safety severity since stage status store stream unit verdict'.split(
    ' ',
  ),
);

/** Under these stand names that others chose, so that none of them tells what the value is. */
const foreignNames = new Set(['headers', 'buildArguments']);

interface How {
  readonly mask: (text: string) => string;
  /** What changes inside of a member of this name. */
  readonly within: (name: string) => Partial<How>;
  readonly key: string;
}

function within(name: string, mask: Mask): Partial<How> {
  if (name === 'sources') return { mask: mask.sameLength, within: inner };
  return inner(name);
}

function inner(name: string): Partial<How> {
  return foreignNames.has(name) ? { within: () => ({ key: '' }) } : {};
}

function deeply(value: unknown, how: How): unknown {
  if (typeof value === 'string') return closedWords.has(how.key) ? value : how.mask(value);
  if (Array.isArray(value)) return value.map((entry) => deeply(entry, how));
  if (value instanceof Error) return maskedError(value, how);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, deeply(entry, { ...how, key, ...how.within(key) })]),
  );
}

function maskedError(error: Error, how: How): Error {
  const cause = error.cause === undefined ? {} : { cause: deeply(error.cause, how) };
  const masked = new Error(how.mask(error.message), cause);
  masked.name = error.name;
  if (error.stack !== undefined) masked.stack = how.mask(error.stack);
  return masked;
}
