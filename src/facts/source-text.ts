import { lineStartsOf } from '../dockerfile/lines.ts';
import { positionOf } from '../dockerfile/location.ts';
import type { Segment, Word } from '../dockerfile/model.ts';
import { cutSegments, sourceOffset, textOffset, type Mapped } from '../dockerfile/segments.ts';
import type { Location, Span } from '../finding.ts';

/** A file of the repository in which commands stand: the Dockerfile itself, an entrypoint script. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
}

export function sourceText(text: string, path: string): SourceText {
  return { path, text, lineStarts: lineStartsOf(text) };
}

export function placeIn(source: SourceText, span: Span): Location {
  const start = positionOf(source, span.start);
  const end = positionOf(source, span.end);
  return { path: source.path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** The whole file as shell text. */
export function wholeText(source: SourceText): Mapped {
  return { text: source.text, segments: [{ text: 0, source: 0, length: source.text.length }] };
}

/** The inside of a JSON string as shell text; `\"` is one letter of it and two of the file. */
export function insideOfString(word: Word, instruction: Mapped): Mapped {
  const start = textOffset(instruction, word.span.start) + 1;
  const written = word.text.slice(1, -1);
  if (written === word.value) {
    return { text: word.value, segments: cutSegments(instruction.segments, start, start + written.length) };
  }
  const segments: Segment[] = [];
  let text = 0;
  for (const letter of written.matchAll(/\\u[0-9a-fA-F]{4}|\\[\s\S]|[\s\S]/g)) {
    segments.push({ text, source: sourceOffset(instruction, start + letter.index), length: 1 });
    text += 1;
  }
  return { text: word.value, segments };
}
