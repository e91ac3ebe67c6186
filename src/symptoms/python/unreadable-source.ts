import type { Symptoms } from '../symptoms.ts';
import { shortName, type Frame } from '../../traceback/traceback.ts';

/** A file that Python could not read, and the place that it names. */
export interface UnreadableSource {
  readonly frame: Frame;
  /** What Python says of it. */
  readonly says: string;
}

export function unreadableSource({ fatal }: Pick<Symptoms, 'fatal'>): UnreadableSource | undefined {
  if (fatal === undefined || !['SyntaxError', 'IndentationError', 'TabError'].includes(shortName(fatal)))
    return undefined;
  const frame = fatal.frames.at(-1);
  // Of text that the application compiles itself the place is another kind of frame, or none of a file.
  if (frame === undefined || frame.function !== undefined || frame.file.startsWith('<')) return undefined;
  return { frame, says: fatal.message };
}
