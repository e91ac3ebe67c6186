import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import { isUpdate, updateBefore } from '../facts/apt-commands.ts';
import type { LaterInstall } from '../facts/apt-use.ts';
import type { Facts } from '../facts/facts.ts';
import type { Place } from './rule.ts';

export interface UpdateEdits {
  readonly edits: readonly { readonly at: Place; readonly text: string }[];
  /** The RUN did nothing but fetch lists, and goes. */
  readonly removesRun: boolean;
}

/** Every later RUN that installs from the lists of this one fetches its own. Undefined where one of them cannot. */
export function updateWhereInstalled(
  instruction: Instruction,
  facts: Facts,
  file: Dockerfile,
): UpdateEdits | undefined {
  const later = facts.apt.laterInstalls(instruction);
  const updates = firstOfEachRun(later).map(updateFor);
  const edits = updates.flatMap((update) => update ?? []);
  if (later.length === 0 || edits.length < updates.length) return undefined;
  const gone = removal(instruction, facts, file);
  return {
    edits: [...edits, ...(gone === undefined ? [] : [gone])],
    removesRun: gone !== undefined,
  };
}

function firstOfEachRun(later: readonly LaterInstall[]): readonly LaterInstall[] {
  return later.filter(({ instruction }, index) => later[index - 1]?.instruction !== instruction);
}

function updateFor({ apt }: LaterInstall): UpdateEdits['edits'][number] | undefined {
  const update = updateBefore(apt);
  return update === undefined ? undefined : { at: update.location, text: update.text };
}

/** A RUN that does nothing else goes, with its line break; the comments above it stay. */
function removal(instruction: Instruction, facts: Facts, file: Dockerfile): UpdateEdits['edits'][number] | undefined {
  const { commands, readable } = facts.shellOf(instruction);
  if (!readable || instruction.heredocs.length > 0) return undefined;
  if (facts.apt.commandsOf(instruction).filter(isUpdate).length !== commands.length) return undefined;
  const end = file.text.indexOf('\n', instruction.span.end);
  return { at: { start: instruction.span.start, end: end === -1 ? file.text.length : end + 1 }, text: '' };
}
