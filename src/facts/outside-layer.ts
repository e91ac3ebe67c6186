import type { Instruction } from '../dockerfile/model.ts';
import type { Facts } from './facts.ts';
import { joinPath, pathInside } from './image-path.ts';
import { mountsOf } from './mounts.ts';

type StateFacts = Pick<Facts, 'stateAt'>;

/** The folders that a RUN has in a cache or tmpfs mount: what is written there never reaches its layer. Absolute where that is known. */
export function foldersOutsideLayer(instruction: Instruction, facts: StateFacts): readonly string[] {
  return mountsOf(instruction).flatMap(({ type, target }) => {
    if ((type !== 'cache' && type !== 'tmpfs') || target === undefined) return [];
    const state = facts.stateAt(instruction);
    const expanded = state?.expand(target);
    const text = expanded?.known === true ? expanded.text : target;
    if (text.startsWith('/') || state?.workdir.known !== true)
      return [text.length > 1 ? text.replace(/\/+$/, '') : text];
    return [joinPath(state.workdir.text, text)];
  });
}

/** The path is in such a mount. */
export function isOutsideLayer(instruction: Instruction, path: string, facts: StateFacts): boolean {
  return foldersOutsideLayer(instruction, facts).some((folder) => pathInside(folder, path) !== undefined);
}
