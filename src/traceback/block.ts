import type { Frame, Traceback } from './traceback.ts';

/** A traceback that is being read. */
export interface Block {
  /** Before each of its lines; known from its first frame on. Digits are written as 0, for a prefix may hold the time. */
  prefix: string | undefined;
  readonly frames: Frame[];
  readonly firstLine: number;
  /** Position of the line that was taken last. */
  touched: number;
  /** Its last frame may still get its source line. */
  wantsSource: boolean;
  readonly earlier: Traceback['earlier'];
  /** The members of the group that it belongs to. */
  readonly home: Members | undefined;
}

/** `group` is what they belong to, while they are read. */
export interface Members {
  readonly of: Members | undefined;
  readonly list: Traceback[];
}

/** The line without the block's prefix; undefined where it bears another one. */
export function inside({ prefix }: Block, text: string): string | undefined {
  if (prefix === undefined || prefix === '') return text;
  const start = text.slice(0, prefix.length);
  if (shape(start) === prefix) return text.slice(prefix.length);
  // The blank at the end of the prefix is lost on an empty line.
  return shape(text) === prefix.trimEnd() ? '' : undefined;
}

export function shape(prefix: string): string {
  return prefix.replaceAll(/\d/g, '0');
}
