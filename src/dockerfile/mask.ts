import type { Layout } from './layout.ts';
import type { Continuation, Reading } from './read.ts';
import { type Mapped, sourceOffset } from './segments.ts';
import type { WordRange } from './words.ts';

/**
 * A copy of the Dockerfile of equal length in which dockerfile-ast finds the instructions that BuildKit finds, so that every offset
 * stays true. Only keywords remain (that of an ONBUILD and of what it registers), the continuations inside them, and the line breaks;
 * all else becomes blanks, and what dockerfile-ast would take for an escape or a comment in a keyword becomes an `x`. The words are
 * not in it: they are cut by BuildKit's rules anyway (layout.ts), and dockerfile-ast reads words ten times over.
 */
export function maskOf(reading: Reading, layouts: readonly Layout[]): string {
  const { text } = reading;
  const mask = Buffer.alloc(text.length, ' ');
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) mask.write('\n', at);
  for (const [index, instruction] of reading.instructions.entries()) {
    const layout = layouts[index];
    if (layout === undefined) continue;
    const ranges = rangesOf(layout);
    write(mask, instruction, ranges);
    const begin = sourceOffset(instruction, layout.split.keywordStart);
    const end = sourceOffset(instruction, (ranges.at(-1)?.end ?? 1) - 1);
    for (const continuation of instruction.continuations) {
      // Before the first keyword and behind the last there is nothing to continue, and dockerfile-ast would go on to the next line.
      if (continuation.escape > begin && continuation.next <= end) writeContinuation(mask, continuation);
    }
  }
  return mask.toString('latin1');
}

/**
 * One escape, blanks and one line feed, whatever comments and empty lines stand between: at each line feed of theirs dockerfile-ast
 * would forget the blanks it has seen. Behind a blank, the escape is moved to the end: of a line of blanks and `\\ `, the blanks
 * would be taken into the word that the line above left open.
 */
function writeContinuation(mask: Buffer, { escape, next }: Continuation): void {
  mask.fill(' ', escape, next - 1);
  const isBehindBlank = mask[escape - 1] === 0x20;
  mask.write('\\', isBehindBlank ? next - 2 : escape);
}

function rangesOf({ split, trigger }: Layout): readonly WordRange[] {
  const keyword = { start: split.keywordStart, end: split.keywordEnd };
  return trigger === undefined ? [keyword] : [keyword, ...rangesOf(trigger)];
}

/** Copies ascending ranges of a logical text to where they stand in the source. */
function write(mask: Buffer, mapped: Mapped, ranges: readonly WordRange[]): void {
  let index = 0;
  for (const range of ranges) {
    for (let at = range.start; at < range.end; at += 1) {
      let segment = mapped.segments[index];
      while (segment !== undefined && at >= segment.text + segment.length) {
        index += 1;
        segment = mapped.segments[index];
      }
      if (segment === undefined) return;
      mask[segment.source + at - segment.text] = isHarmless(mapped.text.charCodeAt(at))
        ? mapped.text.charCodeAt(at)
        : 0x78;
    }
  }
}

/** Letters, digits and the marks of paths and image names. */
function isHarmless(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x2e && code <= 0x3a) ||
    code === 0x40 ||
    code === 0x5f
  );
}
