import type { Progress } from '../../ports.ts';

type Event = Parameters<Progress>[0];

/**
 * The progress of trials that run side by side, told one after another: what the first of them does as it happens, of the others
 * once their turn has come.
 */
export interface OrderedProgress {
  readonly of: (index: number) => Progress;
  readonly ended: (index: number) => void;
}

export function orderedProgress(progress: Progress): OrderedProgress {
  const held = new Map<number, Event[]>();
  const ended = new Set<number>();
  let front = 0;
  const tellHeld = (): void => {
    for (const event of held.get(front) ?? []) progress(event);
    held.delete(front);
  };
  return {
    of: (index) => (event) => {
      if (index === front) progress(event);
      else held.set(index, [...(held.get(index) ?? []), event]);
    },
    ended(index) {
      ended.add(index);
      while (ended.has(front)) {
        tellHeld();
        front += 1;
        tellHeld();
      }
    },
  };
}
