import type { Block } from './block.ts';
import type { Frame } from './traceback.ts';

/**
 * The block that a line belongs to: one whose forerunner said just this next; else the one that was spoken to last, unless its
 * forerunner went on otherwise; else the one that is furthest.
 */
export function choose(
  candidates: readonly Block[],
  index: number,
  forerunnersAgree: (block: Block) => readonly boolean[],
): Block | undefined {
  if (candidates.length < 2) return candidates[0];
  const judged = candidates.map((block) => ({ block, agree: forerunnersAgree(block) }));
  const awaited = judged.find(({ agree }) => agree.includes(true));
  if (awaited !== undefined) return awaited.block;
  const free = judged.filter(({ agree }) => agree.length === 0).map(({ block }) => block);
  const adjacent = free.find(({ touched }) => touched === index - 1);
  return adjacent ?? (free.length > 0 ? free : candidates).toSorted((a, b) => b.frames.length - a.frames.length)[0];
}

export function startsWith(frames: readonly Frame[], beginning: readonly Frame[]): boolean {
  return beginning.every((frame, index) => {
    const other = frames[index];
    return other !== undefined && sameFrame(frame, other);
  });
}

export function sameFrame(a: Frame, b: Frame): boolean {
  return a.line === b.line && a.file === b.file && a.function === b.function;
}
