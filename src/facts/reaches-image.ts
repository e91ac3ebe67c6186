import type { Instruction } from '../dockerfile/model.ts';
import type { Facts } from './facts.ts';

/** Its layer is in this image, or in one that this file does not show: what ONBUILD registers runs there, whatever stage it stands in. */
export function reachesAnImage(instruction: Instruction, facts: Pick<Facts, 'isInImage' | 'placeOf'>): boolean {
  return facts.isInImage(instruction) || facts.placeOf(instruction)?.onBuild !== undefined;
}
