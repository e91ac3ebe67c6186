import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import type { Location } from '../finding.ts';

/** The instruction on whose lines a place begins. */
export function instructionAt(dockerfile: Dockerfile, { path, line }: Location): Instruction | undefined {
  if (path !== dockerfile.path) return undefined;
  const { instructions } = dockerfile;
  let low = 0;
  let high = instructions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((instructions[middle]?.lines[1] ?? Infinity) < line) low = middle + 1;
    else high = middle;
  }
  const found = instructions[low];
  return found !== undefined && found.lines[0] <= line ? found : undefined;
}
