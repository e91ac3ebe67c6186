import { isPython, programName } from '../servers/index.ts';
import { lowestImage } from './base-programs.ts';
import type { EnvironmentUse } from './environment-use.ts';
import type { Facts } from './facts.ts';
import { pythonVersionOf } from './python-support.ts';
import { lineage, type Stage } from './stages.ts';
import type { CopiedEnvironment } from './virtual-environments.ts';

/** Why a virtual environment that was copied to the image does not work there. */
export type MovedEnvironment =
  /** Its packages lie in a folder of one minor version, and the image has another. */
  | { readonly kind: 'python'; readonly made: string; readonly found: string }
  /** Its programs look for Python in the folder where it was made. */
  | { readonly kind: 'folder'; readonly program: string };

/** Undefined where it works, or where the server's program is not found in it. */
export function movedEnvironment(
  { environment, folder }: CopiedEnvironment,
  use: EnvironmentUse,
  facts: Facts,
): MovedEnvironment | undefined {
  const [program] = facts.startCommand?.words ?? [];
  if (program === undefined || use.usedFolder !== folder) return undefined;
  const name = programName(program.text);
  const made = pythonOf(environment.stage);
  const found = pythonOf(facts.target);
  if (
    made !== undefined &&
    found !== undefined &&
    made !== found &&
    !environment.ownPython &&
    lowestImage(facts) !== undefined
  )
    return { kind: 'python', made, found };
  const isMoved = environment.folder !== folder && !use.folders.includes(environment.folder);
  return !isMoved || environment.relocatable || isPython(name) || isMended(environment.folder, folder, facts)
    ? undefined
    : { kind: 'folder', program: name };
}

function pythonOf(stage: Stage | undefined): string | undefined {
  const base = stage === undefined ? undefined : lineage(stage).at(-1)?.base;
  return base?.kind === 'image' ? pythonVersionOf(base.reference) : undefined;
}

/** A RUN of the image names one of the folders: it may write the scripts anew or link the old place to the new one. */
function isMended(old: string, moved: string, facts: Facts): boolean {
  return (facts.target?.instructions ?? []).some(
    (instruction) =>
      instruction.keyword === 'RUN' &&
      (!facts.shellOf(instruction).readable || instruction.text.includes(old) || instruction.text.includes(moved)),
  );
}
