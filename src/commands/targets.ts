import path from 'node:path';
import { UserError } from '../errors.ts';
import type { Ports } from '../ports.ts';
import type { Placed } from '../settings/given.ts';
import type { Settings } from '../settings/settings.ts';
import { findDockerfiles } from './find-dockerfiles.ts';

type Looking = Pick<Ports, 'files' | 'workingDirectory'>;

/** What one trial is of; laid over the settings. */
export interface Target {
  readonly contexts: readonly string[];
  readonly files: readonly Placed[];
}

/** One trial for each context that was named, or for each file; lint alone also takes folders, and searches them. */
export function targetsOf({ mode, contexts, files }: Settings, ports: Looking): readonly Target[] {
  if (mode === 'lint') {
    return files.length === 0
      ? contextTargets(contexts, files)
      : files.flatMap(({ text, place }) =>
          searched(text, place, ports).map((file) => ({
            contexts: contexts.length === 0 ? [path.dirname(file)] : contexts,
            files: [{ text: file, place }],
          })),
        );
  }
  return files.length > 1 ? files.map((file) => ({ contexts, files: [file] })) : contextTargets(contexts, files);
}

function contextTargets(contexts: readonly string[], files: readonly Placed[]): readonly Target[] {
  return (contexts.length === 0 ? ['.'] : contexts).map((context) => ({ contexts: [context], files }));
}

/** A folder stands for the Dockerfiles in it; anything else for itself. */
export function searched(operand: string, place: string, ports: Looking): readonly string[] {
  const folder = path.resolve(ports.workingDirectory, operand);
  if (ports.files.stat(folder)?.kind !== 'folder') return [path.normalize(operand)];
  const found = findDockerfiles(ports.files, folder).map((file) => path.join(operand, file));
  if (found.length === 0) {
    throw new UserError(`there is no Dockerfile in the folder "${operand}".`, {
      place,
      hint: 'Name the file, whatever it is called.',
    });
  }
  return found;
}
