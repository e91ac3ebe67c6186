import type { Location, Span } from '../finding.ts';
import type { Dockerfile } from './model.ts';

type Lines = Pick<Dockerfile, 'lineStarts'>;

/** The place of a span as reports count it: from 1, columns in UTF-16 units, the end exclusive. */
export function locationOf(dockerfile: Dockerfile, span: Span): Location {
  const start = positionOf(dockerfile, span.start);
  const end = positionOf(dockerfile, span.end);
  return { path: dockerfile.path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** The line of an offset, counted from 1. */
export function lineOf(dockerfile: Lines, offset: number): number {
  return indexOfLast(dockerfile.lineStarts, offset) + 1;
}

export function positionOf(dockerfile: Lines, offset: number): { readonly line: number; readonly column: number } {
  const index = indexOfLast(dockerfile.lineStarts, offset);
  return { line: index + 1, column: offset - (dockerfile.lineStarts[index] ?? 0) + 1 };
}

/** The way back: the offset of a line and a column counted from 1, clamped to the text. */
export function offsetOf(dockerfile: Pick<Dockerfile, 'lineStarts' | 'text'>, line: number, column: number): number {
  const start = dockerfile.lineStarts[Math.max(0, line - 1)] ?? dockerfile.text.length;
  return Math.min(dockerfile.text.length, start + Math.max(0, column - 1));
}

/** A whole line by its number, without its line break. */
export function lineSpan(dockerfile: Pick<Dockerfile, 'lineStarts' | 'text'>, line: number): Span {
  const start = dockerfile.lineStarts[line - 1] ?? dockerfile.text.length;
  let end = (dockerfile.lineStarts[line] ?? dockerfile.text.length + 1) - 1;
  while (end > start && dockerfile.text[end - 1] === '\r') end -= 1;
  return { start, end: Math.max(start, end) };
}

/** The index of the last number that is not above `value`; the numbers ascend and the first is 0. */
function indexOfLast(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
