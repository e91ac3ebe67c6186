import type { Line } from './lines.ts';
import type { GrammarProblem } from './model.ts';

/** bufio.MaxScanTokenSize: a line of more bytes, its line break included, does not fit BuildKit's buffer. */
const longest = 65_536;

/** BuildKit stops reading at the first line that is too long; here the rest is read all the same. */
export function longLineRefusals(text: string, lines: readonly Line[]): readonly GrammarProblem[] {
  const line = lines.find(({ start, next }) => {
    if (next - start < longest / 3) return false;
    // Without a line break the buffer must have room for one more byte.
    return Buffer.byteLength(text.slice(start, next)) + (text[next - 1] === '\n' ? 0 : 1) > longest;
  });
  if (line === undefined) return [];
  return [
    {
      severity: 'error',
      message: `dockerfile line greater than max allowed size of ${longest - 1}`,
      advice: 'Break the line, or copy the text from a file of its own.',
      span: { start: line.start, end: line.end },
    },
  ];
}
