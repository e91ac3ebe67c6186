import { isSpace, skipSpaces, trimmedEnd } from './blanks.ts';
import type { Directive } from './model.ts';

const names = new Set(['syntax', 'escape', 'check']);

/** The parser directive in the comment from `start` (its `#`) to `end`, if it is one that BuildKit knows. */
export function directiveAt(text: string, start: number, end: number): Directive | undefined {
  if (text[start] !== '#') return undefined;
  const nameStart = skipSpaces(text, start + 1, end);
  let nameEnd = nameStart;
  while (nameEnd < end && isNameCharacter(text.charCodeAt(nameEnd), nameEnd === nameStart)) nameEnd += 1;
  const name = text.slice(nameStart, nameEnd).toLowerCase();
  const equals = skipRegexSpaces(text, nameEnd, end);
  if (!names.has(name) || text[equals] !== '=' || equals >= end) return undefined;
  const behind = equals + 1;
  let valueEnd = end;
  while (valueEnd > behind && isRegexSpace(text.charCodeAt(valueEnd - 1))) valueEnd -= 1;
  if (behind === end) return undefined;
  // BuildKit's expression wants one character: of blanks alone, the last is the value.
  if (valueEnd === behind) return { name, value: text.slice(end - 1, end), span: { start, end } };
  const valueStart = skipRegexSpaces(text, behind, valueEnd);
  return { name, value: text.slice(valueStart, valueEnd), span: { start, end: trimmedEnd(text, start, valueEnd) } };
}

function isNameCharacter(code: number, isFirst: boolean): boolean {
  const isLetter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return isLetter || (!isFirst && code >= 0x30 && code <= 0x39);
}

/** Go's `\s` has no vertical tab and nothing beyond ASCII. */
function isRegexSpace(code: number): boolean {
  return code < 0x80 && code !== 0x0b && isSpace(code);
}

function skipRegexSpaces(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isRegexSpace(text.charCodeAt(at))) at += 1;
  return at;
}
