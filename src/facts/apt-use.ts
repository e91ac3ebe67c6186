import type { Instruction } from '../dockerfile/model.ts';
import { programName } from '../servers/index.ts';
import { aptCommandsIn, aptConfiguration, isInstall, isUpdate, type AptCommand } from './apt-commands.ts';
import type { Facts } from './facts.ts';
import { once, oncePer } from './once.ts';
import { isOutsideLayer } from './outside-layer.ts';
import type { RunCommand } from './run-shell.ts';
import type { Stage } from './stages.ts';

/** What the RUNs of a Dockerfile do with apt. */
export interface AptUse {
  commandsOf(instruction: Instruction): readonly AptCommand[];
  /** Installations in later RUNs, of this stage and of those on it, that have only the package lists which this RUN fetched. */
  laterInstalls(instruction: Instruction): readonly LaterInstall[];
  /** The RUN fetches package lists that stay in its layer: it neither removes them nor has them in a mount. */
  leavesLists(instruction: Instruction): boolean;
  /** The RUN installs packages whose archives stay in its layer, for what deletes them in Debian's images was removed. */
  leavesArchives(instruction: Instruction): boolean;
}

export interface LaterInstall {
  readonly instruction: Instruction;
  readonly apt: AptCommand;
}

export function aptUse(facts: Facts): AptUse {
  const configured = aptConfiguration(facts);
  const commandsOf = oncePer((instruction: Instruction) =>
    instruction.keyword === 'RUN' ? aptCommandsIn(facts.shellOf(instruction).commands, configured) : [],
  );
  const leavesLists = oncePer(
    (instruction: Instruction) => commandsOf(instruction).some(isUpdate) && !removesLists(instruction, facts),
  );
  const keepers = once(() => withoutDockerClean(facts));
  const later = once(() => laterInstalls(facts, commandsOf, leavesLists));
  return {
    commandsOf,
    leavesLists,
    leavesArchives: (instruction) => keepsArchives(instruction, facts, commandsOf) && keepers().has(instruction),
    laterInstalls: (instruction) => later().get(instruction) ?? [],
  };
}

const listsFolder = '/var/lib/apt/lists';

/** In a mount they never reach the layer; what is removed in the same RUN does not either. `apt-get clean` leaves them. */
function removesLists(instruction: Instruction, facts: Facts): boolean {
  if (isOutsideLayer(instruction, listsFolder, facts)) return true;
  const { commands } = facts.shellOf(instruction);
  const lastFetch = commands.findLastIndex(
    ({ words }) =>
      /^(?:apt-get|apt|aptitude)$/.test(programName(words[0]?.text ?? '')) &&
      words.some(({ text }) => text === 'update'),
  );
  return commands.slice(lastFetch + 1).some(removesListsByItself);
}

function removesListsByItself({ words, folder }: RunCommand): boolean {
  const [program, ...rest] = words;
  const name = programName(program?.text ?? '');
  if (/^(?:apt-get|apt)$/.test(name)) return rest.some(({ text }) => text === 'distclean' || text === 'dist-clean');
  if (name !== 'rm' && name !== 'find') return false;
  if (name === 'find' && !rest.some(({ text }) => text === '-delete' || text === 'rm')) return false;
  return rest.some(({ text }) => {
    const whole = text.startsWith('/') || folder === undefined ? text : `${folder}/${text}`;
    return coversLists(whole.replaceAll(/\/{2,}/g, '/'));
  });
}

/** `/var/lib/apt/lists`, what is in it, or a folder above it; also in braces and with wildcards. */
function coversLists(path: string): boolean {
  const alternatives = /^(?<before>[^{}]*)\{(?<inside>[^{}]*)\}(?<after>[^{}]*)$/.exec(path)?.groups;
  if (alternatives !== undefined) {
    const { before = '', inside = '', after = '' } = alternatives;
    return inside.split(',').some((each) => coversLists(before + each + after));
  }
  return /^\/var\/(?:lib\/(?:(?:apt|\*)\/(?:(?:lists|l?\*)(?:\/.*)?)?|apt|\*)|lib\/?)$/.test(path);
}

const archivesFolder = '/var/cache/apt/archives';

/** Apart from what deletes them of itself: no mount holds them, and nothing behind the installation removes them. */
function keepsArchives(
  instruction: Instruction,
  facts: Facts,
  commandsOf: (instruction: Instruction) => readonly AptCommand[],
): boolean {
  const last = commandsOf(instruction).findLast(isInstall);
  if (last === undefined || isOutsideLayer(instruction, archivesFolder, facts)) return false;
  const { commands } = facts.shellOf(instruction);
  return !commands.slice(commands.indexOf(last.command) + 1).some(({ words: [program, ...rest] }) => {
    const name = programName(program?.text ?? '');
    return /^(?:apt-get|apt|aptitude)$/.test(name)
      ? rest.some(({ text }) => /^(?:dist-?)?clean$/.test(text))
      : name === 'rm' && rest.some(({ text }) => /^\/var\/cache(?:\/\*|\/apt(?:\/.*)?)?$/.test(text));
  });
}

/** The RUNs for which the file is gone that makes apt delete archives in Debian's images; one pass, like below. */
function withoutDockerClean(facts: Facts): ReadonlySet<Instruction> {
  const found = new Set<Instruction>();
  if (!facts.dockerfile.text.includes('docker-clean')) return found;
  const goneAtEnd = new Set<Stage>();
  for (const stage of facts.stages) {
    let gone = stage.base.kind === 'stage' && goneAtEnd.has(stage.base.stage);
    let goneOnBuild = gone;
    for (const each of stage.instructions) {
      const instruction = each.trigger ?? each;
      const removes = instruction.keyword === 'RUN' && facts.shellOf(instruction).commands.some(removesDockerClean);
      goneOnBuild ||= removes;
      if (each.trigger === undefined) gone ||= removes;
      if (each.trigger === undefined ? gone : goneOnBuild) found.add(instruction);
    }
    if (gone) goneAtEnd.add(stage);
  }
  return found;
}

function removesDockerClean({ words: [program, ...rest] }: RunCommand): boolean {
  return (
    programName(program?.text ?? '') === 'rm' && rest.some(({ text }) => text.endsWith('/apt.conf.d/docker-clean'))
  );
}

/** One pass over the stages in order, so that a thousand RUNs cost no more than a thousand steps. */
function laterInstalls(
  facts: Facts,
  commandsOf: (instruction: Instruction) => readonly AptCommand[],
  leavesLists: (instruction: Instruction) => boolean,
): ReadonlyMap<Instruction, readonly LaterInstall[]> {
  const found = new Map<Instruction, LaterInstall[]>();
  const listsAtEnd = new Map<Stage, Instruction | undefined>();
  for (const stage of facts.stages) {
    let fetchedBy = stage.base.kind === 'stage' ? listsAtEnd.get(stage.base.stage) : undefined;
    for (const instruction of stage.instructions) {
      let fetchedHere = false;
      for (const apt of commandsOf(instruction)) {
        if (isUpdate(apt)) fetchedHere = true;
        else if (isInstall(apt) && !fetchedHere && fetchedBy !== undefined) {
          const installs = found.get(fetchedBy) ?? [];
          installs.push({ instruction, apt });
          found.set(fetchedBy, installs);
        }
      }
      if (fetchedHere) fetchedBy = leavesLists(instruction) ? instruction : undefined;
      else if (
        fetchedBy !== undefined &&
        instruction.keyword === 'RUN' &&
        facts.shellOf(instruction).commands.some(removesListsByItself)
      )
        fetchedBy = undefined;
    }
    listsAtEnd.set(stage, fetchedBy);
  }
  return found;
}
