import type { Instruction } from '../dockerfile/model.ts';
import { programName } from '../servers/index.ts';
import { grammarOf, readArguments } from '../servers/options.ts';
import type { CommandWord, GivenOption } from '../servers/server.ts';
import type { Facts } from './facts.ts';
import { once, oncePer } from './once.ts';
import { isOutsideLayer } from './outside-layer.ts';
import type { RunCommand } from './run-shell.ts';
import type { Stage } from './stages.ts';

/** One call of apt-get, apt or aptitude in a RUN. */
export interface AptCommand {
  readonly command: RunCommand;
  readonly program: CommandWord;
  /** `install`, `update`. */
  readonly verb: CommandWord;
  /** Behind the verb: packages as written, with `=version`, `/release`, `+` and `-`. */
  readonly packages: readonly CommandWord[];
  readonly options: readonly GivenOption[];
  /** It asks nothing: `-y`, `-qq`, an option of apt's configuration, or a simulation. */
  readonly asksNothing: boolean;
  /** Its standard input is a pipe or a file, so that a program may answer: `yes | apt-get install`. */
  readonly isAnswered: boolean;
  /** It is called through sudo. */
  readonly sudo: boolean;
  /** What the packages only recommend is installed too. */
  readonly takesRecommended: boolean;
  /** A variable stands where options may hide. */
  readonly open: boolean;
}

/** What the RUNs of a Dockerfile do with apt. */
export interface AptUse {
  commandsOf(instruction: Instruction): readonly AptCommand[];
  /** Installations in later RUNs, of this stage and of those on it, that have only the package lists which this RUN fetched. */
  laterInstalls(instruction: Instruction): readonly LaterInstall[];
  /** The RUN fetches package lists that stay in its layer: it neither removes them nor has them in a mount. */
  leavesLists(instruction: Instruction): boolean;
}

export interface LaterInstall {
  readonly instruction: Instruction;
  readonly apt: AptCommand;
}

const grammar = grammarOf({
  values: [
    ['--option', '-o'],
    ['--config-file', '-c'],
    ['--target-release', '-t', '--default-release'],
    ['--host-architecture', '-a'],
    ['--build-profiles', '-P'],
  ],
  flags: [
    ['--yes', '-y', '--assume-yes'],
    ['--quiet', '-q'],
    ['--simulate', '-s', '--just-print', '--dry-run', '--recon', '--no-act'],
    ['--no-install-recommends', '-R', '--without-recommends'],
    ['--install-recommends', '-r', '--with-recommends'],
    ['--print-uris'],
  ],
  abbreviations: false,
});

export function aptUse(facts: Facts): AptUse {
  const configured = {
    asksNothing: /APT::Get::Assume-Yes\s+\\?["']?(?:true|yes|1|on)/i.test(facts.dockerfile.text),
    noRecommended: /APT::Install-Recommends\s+\\?["']?(?:false|no|0|off)/i.test(facts.dockerfile.text),
  };
  const commandsOf = oncePer((instruction: Instruction) =>
    instruction.keyword === 'RUN'
      ? facts
          .shellOf(instruction)
          .commands.flatMap((command, index, all) => aptCommandOf(command, all[index - 1], configured) ?? [])
      : [],
  );
  const leavesLists = oncePer(
    (instruction: Instruction) => commandsOf(instruction).some(isUpdate) && !removesLists(instruction, facts),
  );
  const later = once(() => laterInstalls(facts, commandsOf, leavesLists));
  return {
    commandsOf,
    leavesLists,
    laterInstalls: (instruction) => later().get(instruction) ?? [],
  };
}

export function isInstall({ verb }: AptCommand): boolean {
  return verb.text === 'install' || verb.text === 'build-dep' || verb.text === 'reinstall';
}

export function isUpdate({ verb }: AptCommand): boolean {
  return verb.text === 'update';
}

interface Configured {
  readonly asksNothing: boolean;
  readonly noRecommended: boolean;
}

function aptCommandOf(
  command: RunCommand,
  previous: RunCommand | undefined,
  configured: Configured,
): AptCommand | undefined {
  const [program, ...words] = command.words;
  if (program === undefined || !/^(?:apt-get|apt|aptitude)$/.test(programName(program.text))) return undefined;
  const { options, positionals } = readArguments(words, grammar);
  const [verb, ...packages] = positionals.filter((word) => !mayBeOptions(word));
  if (verb === undefined) return undefined;
  const open = positionals.some(mayBeOptions);
  const given = (...names: readonly string[]): boolean => options.some(({ name }) => names.includes(name));
  return {
    command,
    program,
    verb,
    packages,
    options,
    open,
    asksNothing:
      open ||
      configured.asksNothing ||
      given('--yes', '--simulate', '--print-uris') ||
      quietness(words, options) >= 2 ||
      setting(options, 'apt::get::assume-yes') === true,
    isAnswered:
      isPiped(command, previous) || command.shell?.redirections.some(({ operator }) => /^\d*</.test(operator)) === true,
    sudo: command.shell?.words[0]?.value === 'sudo',
    takesRecommended: recommended(options, configured) && !open,
  };
}

function isPiped({ shell }: RunCommand, previous: RunCommand | undefined): boolean {
  return shell !== undefined && previous?.shell?.pipeline === shell.pipeline && previous.shell.connector?.startsWith('|') === true;
}

/** `$APT_OPTIONS`: it may hold any of them. Other variables stand for packages. */
function mayBeOptions(word: CommandWord): boolean {
  return !word.known && /^\$\{?\w*(?:opt|flag|arg)/i.test(word.text);
}

/** Two levels of quiet, or `-q=2`, imply yes: apt-get(8). */
function quietness(words: readonly CommandWord[], options: readonly GivenOption[]): number {
  const written = words.flatMap(({ text }) => /^-(?:q|-quiet)=(?<level>\d+)$/.exec(text)?.groups?.['level'] ?? []);
  return Math.max(options.filter(({ name }) => name === '--quiet').length, ...written.map(Number));
}

function recommended(options: readonly GivenOption[], configured: Configured): boolean {
  const last = options.findLast(({ name }) => name === '--no-install-recommends' || name === '--install-recommends');
  if (last !== undefined) return (last.name === '--install-recommends') !== (last.value?.text === 'false');
  return setting(options, 'apt::install-recommends') ?? !configured.noRecommended;
}

/** The value of `-o Name=true`. */
function setting(options: readonly GivenOption[], name: string): boolean | undefined {
  const values = options.flatMap((option) => {
    const [, key = '', value = ''] = /^([^=\s]+)[=\s]\s*["']?(.*?)["']?$/.exec(option.value?.text ?? '') ?? [];
    return option.name === '--option' && key.toLowerCase() === name ? [value.toLowerCase()] : [];
  });
  const last = values.at(-1);
  return last === undefined ? undefined : ['true', 'yes', '1', 'on', 'with', 'enable'].includes(last);
}

const listsFolder = '/var/lib/apt/lists';

/** In a mount they never reach the layer; what is removed in the same RUN does not either. `apt-get clean` leaves them. */
function removesLists(instruction: Instruction, facts: Facts): boolean {
  if (isOutsideLayer(instruction, listsFolder, facts)) return true;
  const { commands } = facts.shellOf(instruction);
  const lastFetch = commands.findLastIndex(
    ({ words }) => /^(?:apt-get|apt|aptitude)$/.test(programName(words[0]?.text ?? '')) && words.some(({ text }) => text === 'update'),
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
      else if (fetchedBy !== undefined && instruction.keyword === 'RUN' && facts.shellOf(instruction).commands.some(removesListsByItself))
        fetchedBy = undefined;
    }
    listsAtEnd.set(stage, fetchedBy);
  }
  return found;
}
