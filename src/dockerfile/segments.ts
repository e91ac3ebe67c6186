import type { Span } from '../finding.ts';
import type { Segment } from './model.ts';

/** Anything that has a text joined from pieces of the source: an instruction, a shell script. */
export interface Mapped {
  readonly text: string;
  readonly segments: readonly Segment[];
}

/** The source of `text.slice(start, end)`; it covers the continuations and comments that stand inside, not those around. */
export function sourceSpan(mapped: Mapped, start: number, end: number): Span {
  const from = sourceOffset(mapped, start);
  return end <= start ? { start: from, end: from } : { start: from, end: sourceOffset(mapped, end - 1) + 1 };
}

/** The source offset of one character of the text; behind the last one for the text's end. */
export function sourceOffset(mapped: Mapped, offset: number): number {
  const segment = last(mapped.segments, 'text', offset);
  if (segment === undefined) return 0;
  return segment.source + Math.max(0, Math.min(offset - segment.text, segment.length));
}

/** The way back. An offset that is not in the text, such as one in a comment, gives the next one that is. */
export function textOffset(mapped: Mapped, source: number): number {
  const segment = last(mapped.segments, 'source', source);
  if (segment === undefined) return 0;
  return segment.text + Math.min(source - segment.source, segment.length);
}

/** The segments of `text.slice(start, end)`, counted from its beginning; found by halving, for many texts are cut from one. */
export function cutSegments(segments: readonly Segment[], start: number, end: number): readonly Segment[] {
  const cut: Segment[] = [];
  for (let index = lastIndex(segments, 'text', start); index < segments.length; index += 1) {
    const segment = segments[index];
    if (segment === undefined || segment.text >= end) break;
    const from = Math.max(start, segment.text);
    const to = Math.min(end, segment.text + segment.length);
    if (from < to) cut.push({ text: from - start, source: segment.source + from - segment.text, length: to - from });
  }
  return cut;
}

/** The last of the ascending segments that begins at an offset or before it. */
function last(segments: readonly Segment[], of: 'text' | 'source', offset: number): Segment | undefined {
  return segments[lastIndex(segments, of, offset)];
}

function lastIndex(segments: readonly Segment[], of: 'text' | 'source', offset: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.[of] ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
