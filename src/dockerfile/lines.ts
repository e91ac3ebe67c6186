/** One line of the source: `end` is before its line break, carriage returns included; `next` behind it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** Where each line of `text` begins. Only a line feed ends a line. */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The lines as BuildKit's scanner has them: a byte order mark is not part of the first, and none follows the last line break. */
export function linesOf(text: string, lineStarts: readonly number[]): readonly Line[] {
  const lines = lineStarts.map((lineStart, index): Line => {
    const next = lineStarts[index + 1] ?? text.length;
    const start = index === 0 && text.startsWith('\uFEFF') ? 1 : lineStart;
    let end = next;
    while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end -= 1;
    return { start, end, next };
  });
  const last = lines.at(-1);
  return last !== undefined && last.start >= text.length ? lines.slice(0, -1) : lines;
}
