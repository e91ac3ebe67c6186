import type { Span } from '../finding.ts';
import { addressPasswords } from './mask-values.ts';

/** Of a value of several lines, shorter lines are no secret by themselves (a brace of JSON). */
const shortestLine = 4;
/** Fewer characters of base64 would be found everywhere. */
const shortestBase64 = 4;

/** Finds any of these values, in whatever form they may have been written; undefined where there is nothing to find. */
export function valuePattern(values: readonly string[]): RegExp | undefined {
  const needles = new Map<string, number>();
  for (const value of new Set(values.map((each) => each.trim())))
    for (const needle of needlesOf(value)) needles.set(needle.pattern, needle.length);
  if (needles.size === 0) return undefined;
  const longestFirst = Array.from(needles)
    .toSorted((a, b) => b[1] - a[1])
    .map(([pattern]) => pattern);
  return new RegExp(longestFirst.join('|'), 'g');
}

/** All that is to be hidden, in order, overlapping places joined. */
export function hiddenSpans(text: string, pattern: RegExp | undefined): Span[] {
  const found: Span[] = addressPasswords(text);
  if (pattern !== undefined) {
    pattern.lastIndex = 0; // not a copy of it: each would be compiled anew
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      found.push({ start: match.index, end: match.index + match[0].length });
      pattern.lastIndex = match.index + 1; // the next may begin inside of this one
    }
  }
  return union(found.toSorted((a, b) => a.start - b.start));
}

function union(spans: readonly Span[]): Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

interface Needle {
  readonly pattern: string;
  readonly length: number;
}

function needlesOf(value: string): Needle[] {
  const lines = value.split(/\r\n|[\r\n]/).map((line) => line.trim());
  const parts = lines.length === 1 ? lines : lines.filter((line) => line.length >= shortestLine);
  return [
    ...parts.filter((part) => part !== '').map((part) => ({ pattern: written(part), length: part.length })),
    ...[...new Set([value, ...parts])].flatMap(base64Needles),
  ];
}

/** The value as it may stand in an address, in JSON or in HTML: each character in any of its forms. */
function written(value: string): string {
  return Array.from(value, (character) =>
    /[A-Za-z0-9]/.test(character) ? character : `(?:${formsOf(character).join('|')})`,
  ).join('');
}

function formsOf(character: string): string[] {
  const percent = Array.from(Buffer.from(character), (byte) => `%${anyCase(byte.toString(16).padStart(2, '0'))}`).join(
    '',
  );
  const json = Array.from(
    { length: character.length },
    (_, unit) => String.raw`\\u${anyCase(character.charCodeAt(unit).toString(16).padStart(4, '0'))}`,
  ).join('');
  return [...(shortForms.get(character) ?? []), percent, json, literal(character)];
}

/** What JSON, forms and HTML write for some characters; as patterns. */
const shortForms = new Map<string, readonly string[]>([
  [' ', [String.raw`\+`]],
  ['"', [String.raw`\\"`, '&quot;', '&#34;']],
  ['\\', [String.raw`\\\\`]],
  ['/', [String.raw`\\/`]],
  ['\t', [String.raw`\\t`]],
  ['&', ['&amp;']],
  ['<', ['&lt;']],
  ['>', ['&gt;']],
  ["'", ['&#39;', '&#x27;']],
]);

/**
 * In base64 three bytes become four characters, so the same bytes look different at each of three positions. Of each the
 * characters that depend on nothing but the value are looked for; what is left at the edges is less than the value.
 */
function base64Needles(value: string): Needle[] {
  const bytes = Buffer.from(value);
  const whole = bytes.toString('base64');
  const needles = whole.endsWith('=') && whole.length >= shortestBase64 ? [whole] : [];
  for (const position of [0, 1, 2]) {
    const encoded = Buffer.concat([Buffer.alloc(position), bytes]).toString('base64');
    const first = Math.ceil((position * 8) / 6);
    const last = Math.floor(((position + bytes.length) * 8) / 6);
    if (last - first >= shortestBase64) needles.push(encoded.slice(first, last));
  }
  return needles.map((needle) => ({ pattern: base64Pattern(needle), length: needle.length }));
}

/** The alphabet for addresses has other signs, and the usual one may itself be URL-encoded. */
function base64Pattern(needle: string): string {
  return needle.replaceAll('+', '(?:[+-]|%2[bB])').replaceAll('/', '(?:[/_]|%2[fF])').replaceAll('=', '(?:=|%3[dD])');
}

function anyCase(hex: string): string {
  return hex.replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}

function literal(character: string): string {
  return character.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
