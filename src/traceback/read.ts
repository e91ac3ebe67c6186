import { Blocks } from './blocks.ts';
import { readTracebackLine, unstyled } from './lines.ts';
import { boxStart, readBox } from './rich.ts';
import type { Traceback } from './traceback.ts';

/**
 * All exceptions of a log, in the order in which they ended. Lines of several workers may be mixed, lines may bear a prefix,
 * and other lines may stand between; a traceback that is cut off is left out.
 */
export function readTracebacks(log: readonly string[]): readonly Traceback[] {
  const lines = log.map(unstyled);
  const blocks = new Blocks();
  for (let index = 0; index < lines.length; index += 1) {
    const text = lines[index] ?? '';
    if (boxStart(text)) {
      const box = readBox(lines, index);
      if (box !== undefined) {
        blocks.add(box.traceback);
        index = box.end;
        continue;
      }
    }
    const line = readTracebackLine(text);
    if (line === undefined) blocks.other(text, index);
    else blocks.take(line, index);
  }
  return blocks.finished();
}
