import type { Layout } from './layout.ts';
import type { Reading } from './read.ts';
import { type Mapped, sourceOffset } from './segments.ts';
import type { WordRange } from './words.ts';

/**
 * A copy of the Dockerfile of equal length in which dockerfile-ast finds what BuildKit finds, so that every offset stays true.
 * Only keywords, words, line breaks and real continuations remain. Comments, directives, flags, heredoc bodies and JSON arrays
 * become blanks; in words, what dockerfile-ast would take for an escape, a comment, a heredoc, a flag or a blank becomes an `x`.
 */
export function maskOf(reading: Reading, layouts: readonly Layout[]): string {
  const { text } = reading;
  const mask = Buffer.alloc(text.length, ' ');
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) mask.write('\n', at);
  for (const [index, instruction] of reading.instructions.entries()) {
    const layout = layouts[index];
    if (layout === undefined) continue;
    write(mask, instruction, rangesOf(layout));
    // Before the keyword there is nothing to continue.
    const begin = sourceOffset(instruction, layout.split.keywordStart);
    for (const at of instruction.continuations) if (at > begin) mask.write('\\', continuationAt(text, at));
  }
  return mask.toString('latin1');
}

/**
 * Behind a blank, the continuation is moved to the end of its line: of a line of blanks and `\\ ` dockerfile-ast would take the blanks into the word
 * that the line above left open.
 */
function continuationAt(text: string, at: number): number {
  const before = text[at - 1];
  if (before !== ' ' && before !== '\t') return at;
  let end = at;
  while (text[end + 1] === ' ' || text[end + 1] === '\t') end += 1;
  return end;
}

function rangesOf(layout: Layout): readonly WordRange[] {
  const { keywordStart, keywordEnd } = layout.split;
  const own = [{ start: keywordStart, end: keywordEnd }, ...layout.words];
  return layout.trigger === undefined ? own : [...own, ...rangesOf(layout.trigger)];
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
      mask[segment.source + at - segment.text] = isHarmless(mapped.text.charCodeAt(at)) ? mapped.text.charCodeAt(at) : 0x78;
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
