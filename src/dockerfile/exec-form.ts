import { skipSpaces } from './blanks.ts';

export type ExecForm =
  | { readonly kind: 'exec'; readonly elements: readonly ExecElement[] }
  /** A JSON array that holds something else than strings: BuildKit's parser refuses it. */
  | { readonly kind: 'not-strings' };

export interface ExecElement {
  readonly value: string;
  /** Offsets of the quoted string. */
  readonly start: number;
  readonly end: number;
}

/** The JSON array that fills `text` from `start` to `end`; undefined where there is none, and a shell gets the text. */
export function execFormOf(text: string, start: number, end: number): ExecForm | undefined {
  const open = skipSpaces(text, start, end);
  if (text[open] !== '[' || open >= end) return undefined;
  const values = parse(text.slice(open, end));
  if (!Array.isArray(values)) return undefined;
  if (!values.every((value) => typeof value === 'string')) return { kind: 'not-strings' };
  return { kind: 'exec', elements: elementsOf(text, open, end, values) };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Not JSON, so the shell form; BuildKit decides in the same way.
    return undefined;
  }
}

function elementsOf(text: string, start: number, end: number, values: readonly string[]): readonly ExecElement[] {
  let at = start;
  return values.map((value) => {
    while (at < end && text[at] !== '"') at += 1;
    const from = at;
    for (at += 1; at < end && text[at] !== '"'; at += 1) if (text[at] === '\\') at += 1;
    at = Math.min(at + 1, end);
    return { value: replaceLoneSurrogates(value), start: from, end: at };
  });
}

/** Go's decoder writes U+FFFD for half of a surrogate pair. */
function replaceLoneSurrogates(value: string): string {
  return value.toWellFormed();
}
