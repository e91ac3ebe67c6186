import type { Instruction } from '../dockerfile/model.ts';
import type { Facts } from './facts.ts';

/** The stage stands on Alpine or BusyBox as far as names tell: there wget is BusyBox's, and the shell is ash. */
export function isOnBusybox(instruction: Instruction, facts: Pick<Facts, 'placeOf'>): boolean {
  let base = facts.placeOf(instruction)?.stage.base;
  while (base?.kind === 'stage') base = base.stage.base;
  return base?.kind === 'image' && /alpine|busybox/i.test(base.text);
}
