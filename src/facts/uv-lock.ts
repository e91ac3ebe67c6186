import path from 'node:path';
import type { Instruction } from '../dockerfile/model.ts';
import { filesNamed } from './context.ts';
import type { Facts } from './facts.ts';
import { contextPath, joinPath, pathInside } from './image-path.ts';
import { placeFromContext } from './image-files.ts';
import { mountsOf } from './mounts.ts';
import type { Stage } from './stages.ts';

/** What is known of the uv.lock that a RUN would find: `absent` from the context, not yet `copied`, or `there`. */
export type LockPresence = 'absent' | 'not copied' | 'there';

/** No person builds as many on each other; below them it counts as found. */
const mostStages = 1000;

/** Looked for in the folder that the command works in and in those above it, as uv looks for its workspace. */
export function uvLockFor(instruction: Instruction, folder: string | undefined, facts: Facts): LockPresence {
  const locks = filesNamed('uv.lock', facts.context.listing).filter((file) => !facts.context.isIgnored(file));
  if (locks.length === 0) return 'absent';
  const place = facts.placeOf(instruction);
  if (place === undefined || folder === undefined) return 'not copied';
  const isSeen = (imagePath: string): boolean => pathInside(path.posix.dirname(imagePath), folder) !== undefined;
  let left = mostStages;
  for (let stage: Stage | undefined = place.stage; stage !== undefined; left -= 1) {
    const isBefore = ({ position }: CopiedLock): boolean => stage !== place.stage || position < place.position;
    if (left === 0 || copiedLocks(stage, locks, facts).some((lock) => isBefore(lock) && isSeen(lock.imagePath)))
      return 'there';
    stage = stage.base.kind === 'stage' ? stage.base.stage : undefined;
  }
  const workdir = facts.stateAt(instruction)?.workdir;
  const mounted = mountsOf(instruction).some(({ type, from, source, target }) => {
    if (type !== 'bind' || from !== undefined || target === undefined || workdir?.known !== true) return false;
    return locks.some((lock) => {
      const rest = pathInside(contextPath(source ?? '/'), lock);
      return rest !== undefined && isSeen(joinPath(joinPath(workdir.text, target), rest));
    });
  });
  return mounted ? 'there' : 'not copied';
}

interface CopiedLock {
  readonly position: number;
  readonly imagePath: string;
}

const readStages = new WeakMap<Stage, readonly CopiedLock[]>();

/** Where the COPYs of a stage put lock files, each place once, by the first that does. */
function copiedLocks(stage: Stage, locks: readonly string[], facts: Facts): readonly CopiedLock[] {
  const kept = readStages.get(stage);
  if (kept !== undefined) return kept;
  const found = new Map<string, CopiedLock>();
  for (const copy of facts.copiesIn(stage)) {
    if (copy.from.kind !== 'context') continue;
    const position = facts.placeOf(copy.instruction)?.position ?? 0;
    for (const source of copy.sources) {
      for (const lock of locks) {
        const imagePath = placeFromContext(copy, source, lock, facts.context);
        if (imagePath !== undefined && !found.has(imagePath)) found.set(imagePath, { position, imagePath });
      }
    }
  }
  const copied = [...found.values()];
  readStages.set(stage, copied);
  return copied;
}
