import type { Layout } from './layout.ts';
import type { Segment } from './model.ts';
import type { Continuation, RawInstruction, Reading } from './read.ts';
import { type Mapped, sourceOffset } from './segments.ts';
import type { WordRange } from './words.ts';

/**
 * The keywords of a Dockerfile (that of an ONBUILD and of what it registers), a line each, for dockerfile-ast to find the instructions
 * in that BuildKit finds. Within such a line every character stands as far from the first as in the source: the continuations inside
 * remain, all else becomes blanks, and what dockerfile-ast would take for an escape or a comment in a keyword becomes an `x`. The
 * words are not in it: they are cut by BuildKit's rules anyway (layout.ts), and dockerfile-ast reads words ten times over.
 */
export function maskOf(reading: Reading, layouts: readonly Layout[]): Mapped {
  const lines = reading.instructions.flatMap((instruction, index): readonly MaskLine[] => {
    const layout = layouts[index];
    return layout === undefined || layout.keyword === '' ? [] : [lineOf(instruction, layout)];
  });
  const segments: Segment[] = [];
  let length = 0;
  for (const { begin, end } of lines) {
    segments.push({ text: length, source: begin, length: end - begin });
    length += end - begin + 1;
  }
  const mask = Buffer.alloc(length, ' ');
  for (const [index, { instruction, ranges, begin, end }] of lines.entries()) {
    // What an offset of the source is moved by.
    const by = (segments[index]?.text ?? 0) - begin;
    write(mask, by, instruction, ranges);
    for (const continuation of instruction.continuations) {
      // Before the first keyword and behind the last there is nothing to continue, and dockerfile-ast would go on to the next line.
      if (continuation.escape > begin && continuation.next < end) writeContinuation(mask, by, continuation);
    }
    mask.write('\n', by + end);
  }
  return { text: mask.toString('latin1'), segments };
}

/** Where an instruction's keywords stand in the source, from the first letter to behind the last. */
interface MaskLine {
  readonly instruction: RawInstruction;
  readonly ranges: readonly WordRange[];
  readonly begin: number;
  readonly end: number;
}

function lineOf(instruction: RawInstruction, layout: Layout): MaskLine {
  const ranges = rangesOf(layout);
  return {
    instruction,
    ranges,
    begin: sourceOffset(instruction, layout.split.keywordStart),
    end: sourceOffset(instruction, (ranges.at(-1)?.end ?? 1) - 1) + 1,
  };
}

/**
 * One escape, blanks and one line feed, whatever comments and empty lines stand between: at each line feed of theirs dockerfile-ast
 * would forget the blanks it has seen. Behind a blank, the escape is moved to the end: of a line of blanks and `\\ `, the blanks
 * would be taken into the word that the line above left open.
 */
function writeContinuation(mask: Buffer, by: number, { escape, next }: Continuation): void {
  const isBehindBlank = mask[by + escape - 1] === 0x20;
  mask.write('\\', by + (isBehindBlank ? next - 2 : escape));
  mask.write('\n', by + next - 1);
}

function rangesOf({ split, trigger }: Layout): readonly WordRange[] {
  const keyword = { start: split.keywordStart, end: split.keywordEnd };
  return trigger === undefined ? [keyword] : [keyword, ...rangesOf(trigger)];
}

/** Copies ascending ranges of a logical text to where they stand in the source. */
function write(mask: Buffer, by: number, mapped: Mapped, ranges: readonly WordRange[]): void {
  let index = 0;
  for (const range of ranges) {
    for (let at = range.start; at < range.end; at += 1) {
      let segment = mapped.segments[index];
      while (segment !== undefined && at >= segment.text + segment.length) {
        index += 1;
        segment = mapped.segments[index];
      }
      if (segment === undefined) return;
      const code = mapped.text.charCodeAt(at);
      mask[by + segment.source + at - segment.text] = isHarmless(code) ? code : 0x78;
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
