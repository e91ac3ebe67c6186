import type { Instruction } from '../../dockerfile/model.ts';
import { isInstall, isUpdate, type AptCommand } from '../../facts/apt-commands.ts';
import type { Facts } from '../../facts/facts.ts';
import { instructionAt } from '../place.ts';
import type { Symptoms } from '../symptoms.ts';

/** Where the package lists come from that an installation of the failed step looked into. */
export type Lists = 'this step' | 'an earlier step' | 'nowhere';

/** The step in which apt failed. */
export interface AptStep {
  readonly instruction: Instruction;
  /** The first one that installs; undefined where a script does. */
  readonly install?: AptCommand;
  readonly lists: Lists;
}

export function aptStep({ facts, build, log }: Pick<Symptoms, 'facts' | 'build' | 'log'>): AptStep | undefined {
  const instruction = instructionAt(facts, build?.failure.line);
  if (instruction === undefined) return undefined;
  const commands = facts.apt.commandsOf(instruction);
  const install = commands.find(isInstall);
  return {
    instruction,
    ...(install === undefined ? {} : { install }),
    lists: listsOf(instruction, commands, facts, log),
  };
}

/** Fetching is told line by line, but not under `-qq`: so the text of the step counts as well. */
function listsOf(
  instruction: Instruction,
  commands: readonly AptCommand[],
  facts: Facts,
  log: readonly string[],
): Lists {
  const first = commands.findIndex(isInstall);
  const fetched = commands.findIndex(isUpdate);
  const isFetchedHere = fetched >= 0 && (first < 0 || fetched < first);
  if (isFetchedHere || log.some((line) => /^(?:Get|Hit|Ign|Err):\d+ .+ (?:In)?Release\b/.test(line.trim())))
    return 'this step';
  const earlier = facts.dockerfile.instructions.some((each) =>
    facts.apt.laterInstalls(each).some((later) => later.instruction === instruction),
  );
  return earlier ? 'an earlier step' : 'nowhere';
}
