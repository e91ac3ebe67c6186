/** What Go's unicode.IsSpace calls a space; JavaScript's own trim differs at U+0085 and U+FEFF. */
export function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x85) return false;
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** What separates a keyword from its arguments and the arguments of most instructions. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || (code >= 0x0b && code <= 0x0d);
}

/** The first offset from `start` on that holds no space, at most `end`. */
export function skipSpaces(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** The first offset from `start` on that holds no blank, at most `end`. */
export function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** The end of the text without its trailing spaces, at least `start`. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

export function trimSpaces(text: string): string {
  const start = skipSpaces(text, 0, text.length);
  return text.slice(start, trimmedEnd(text, start, text.length));
}
