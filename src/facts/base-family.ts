import type { Instruction } from '../dockerfile/model.ts';
import type { Facts } from './facts.ts';
import type { Base, Stage } from './stages.ts';

/** The stage stands on Alpine or BusyBox as far as names tell: there wget is BusyBox's, and the shell is ash. */
export function isOnBusybox(instruction: Instruction, facts: Pick<Facts, 'placeOf'>): boolean {
  const base = lowestBase(facts.placeOf(instruction)?.stage);
  return base?.kind === 'image' && /alpine|busybox/i.test(base.text);
}

/** The stage stands on Windows as far as names tell: no numbers of users there, and no SIGTERM. */
export function isOnWindows(instruction: Instruction, facts: Pick<Facts, 'placeOf'>): boolean {
  const base = lowestBase(facts.placeOf(instruction)?.stage);
  return base !== undefined && isWindows(base);
}

/** What does not run in a shell of its own is run by `cmd /S /C` there. */
export function isWindows(base: Base): boolean {
  return (
    (base.kind === 'image' || base.kind === 'unknown') &&
    /nanoserver|windowsservercore|^mcr\.microsoft\.com\/(?:windows|dotnet\/framework)\b/i.test(base.text)
  );
}

const lowest = new WeakMap<Stage, Base>();

/** What is found is kept for all stages on the way: thousands may stand on each other. */
function lowestBase(stage: Stage | undefined): Base | undefined {
  const passed: Stage[] = [];
  let base: Base | undefined;
  for (let each = stage; each !== undefined;) {
    passed.push(each);
    base = lowest.get(each) ?? each.base;
    each = base.kind === 'stage' ? base.stage : undefined;
  }
  if (base !== undefined) for (const each of passed) lowest.set(each, base);
  return base;
}
