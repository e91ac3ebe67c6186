import { isPosixShell, shellTextOf } from '../dockerfile/shell-text.ts';
import type { Instruction } from '../dockerfile/model.ts';
import { parseShell } from '../dockerfile/shell.ts';
import type { ShellCommand, ShellInput, ShellScript } from '../dockerfile/shell-model.ts';
import type { Mapped } from '../dockerfile/segments.ts';
import type { Location } from '../finding.ts';
import type { CommandWord, Piece } from '../servers/server.ts';
import { execWord, shellWord, type Lookup } from './command-words.ts';
import type { Facts } from './facts.ts';
import { textHandedTo } from './handed-text.ts';
import { before, type Entry } from './history.ts';
import { joinPath } from './image-path.ts';
import { once } from './once.ts';
import { shellInvocation } from './shell-invocation.ts';
import { insideOfString, placeIn, type SourceText } from './source-text.ts';
import { unwrap } from './wrappers.ts';
import { xargsCommand } from './xargs.ts';

/** The commands of one RUN, HEALTHCHECK, CMD or ENTRYPOINT. */
export interface RunShell {
  /**
   * In the order in which they stand; those of `$(…)` behind the command that holds them, and those of a text that a shell is handed
   * (handed-text.ts) behind that shell.
   */
  readonly commands: readonly RunCommand[];
  /** False where another interpreter runs it, or where the text is no shell text that can be read: then `commands` may lack some. */
  readonly readable: boolean;
}

export interface RunCommand {
  /** The program first; what only starts it (`sudo`, `env`, `exec`, `time`, `xargs`) is taken off. */
  readonly words: readonly CommandWord[];
  /** What is set for it by `NAME=value` before it, by `env`, and by `export` earlier in the same RUN. */
  readonly environment: (name: string) => Piece | undefined;
  /** From its first word to its last, redirections included. */
  readonly location: Location;
  /** Where it works, after the `cd`s before it; undefined where only the build can tell. */
  readonly folder: string | undefined;
  /** It may not run: inside `if`, a loop, a function, behind `||`, or by `xargs -r`. */
  readonly conditional: boolean;
  /** A pipe brings what it reads, so nothing can be put before it. */
  readonly isBehindPipe?: true;
  /** As the shell has it; absent for the exec form. */
  readonly shell?: ShellCommand;
  /** A shell that is handed a text; the commands in it follow. */
  readonly handsOn?: true;
  /** That text, where it is a heredoc. */
  readonly input?: ShellInput;
  /** It runs in a shell of its own, which SHELL does not reach. */
  readonly isHanded?: true;
}

type ShellFacts = Pick<Facts, 'dockerfile' | 'stateAt' | 'finalState'>;

export function shellOfRun(instruction: Instruction, facts: ShellFacts): RunShell {
  const state = facts.stateAt(instruction);
  const workdir = state?.workdir.known === true ? state.workdir.text : undefined;
  const lookup: Lookup = (name) => (happensInBuild(instruction) ? state?.variable(name) : environmentIn(facts, name));
  const reader: Reader = { source: facts.dockerfile, lookup, folder: workdir };
  if (instruction.exec !== undefined) return ofExecForm(instruction, instruction.exec, reader, facts);
  const mapped = state === undefined || isPosixShell(state.shell.words) ? shellTextOf(instruction) : undefined;
  return mapped === undefined ? { commands: [], readable: false } : readCommands(mapped, reader);
}

function happensInBuild({ keyword }: Instruction): boolean {
  return keyword === 'RUN';
}

/** What runs in the container knows no ARG, and every ENV, also one that stands below it. */
function environmentIn({ finalState }: ShellFacts, name: string): string | undefined {
  const value = finalState?.environment(name);
  return value?.known === true ? value.text : undefined;
}

interface Reader {
  readonly source: SourceText;
  readonly lookup: Lookup;
  readonly folder: string | undefined;
  /** How many shells have handed the text on. */
  readonly depth?: number;
}

/** `RUN ["bash", "-c", "…"]` is shell text too. */
function ofExecForm(
  instruction: Instruction,
  exec: NonNullable<Instruction['exec']>,
  reader: Reader,
  facts: ShellFacts,
): RunShell {
  // The exec form of HEALTHCHECK has its word CMD at the head.
  const own = instruction.keyword === 'HEALTHCHECK' ? exec.slice(1) : exec;
  const words = own.map((word) => execWord(word, facts.dockerfile));
  const script = shellInvocation(words);
  const text = script?.kind === 'text' ? own[script.index] : undefined;
  if (text !== undefined) return readCommands(insideOfString(text, instruction), reader);
  const location = placeIn(facts.dockerfile, instruction.span);
  const command = { words, environment: () => undefined, location, folder: reader.folder, conditional: false };
  return { commands: [command], readable: true };
}

function readCommands(mapped: Mapped, reader: Reader): RunShell {
  const { source, lookup, folder } = reader;
  const script = parseShell(mapped);
  // By the command behind which it is in force: thousands of commands share it.
  const exported = new Map<string, Entry<Piece>[]>();
  const folders: (string | undefined)[] = [folder];
  let behindOr = false;
  let readable = script.problem === undefined;
  let pipelines = script.commands.reduce((most, { pipeline }) => Math.max(most, pipeline), 0);
  const known: Lookup = (name) => {
    const own = exported.get(name)?.at(-1)?.value;
    if (own !== undefined) return own.known ? own.text : undefined;
    return lookup(name);
  };
  const ofSubstitutions = once(
    () => new Set(script.commands.flatMap(({ within, span }) => (within.includes('substitution') ? [span.start] : []))),
  );
  let previous: RunCommand | undefined;
  const begun = new Set<number>();
  const commands = script.commands.flatMap((command, position): readonly RunCommand[] => {
    const depth = command.within.filter((enclosure) => enclosure === 'subshell' || enclosure === 'substitution').length;
    while (folders.length <= depth) folders.push(folders.at(-1));
    folders.length = depth + 1;
    const words = command.words.map((word) => shellWord(word, source, known));
    const own = command.assignments.map(({ name, value, span }) => ({
      name,
      value: value === undefined ? emptyAt(placeIn(source, span)) : shellWord(value, source, known),
    }));
    const bare = program(words);
    const conditional = behindOr || bare.conditional || command.within.some((enclosure) => mayNotRun.has(enclosure));
    behindOr = command.connector === '||' || (behindOr && command.connector === '&&');
    const given = [...own, ...bare.environment.map(assignment)];
    const read: RunCommand = {
      words: bare.words,
      environment: (name) =>
        given.findLast((each) => each.name === name)?.value ?? before(exported.get(name), position),
      location: placeIn(source, command.span),
      folder: folders.at(-1),
      conditional,
      ...(begun.has(command.pipeline) ? { isBehindPipe: true } : {}),
      shell: command,
    };
    begun.add(command.pipeline);
    const puts =
      words.length === 0 ? own : words[0]?.text === 'export' ? words.slice(1).filter(isAssignment).map(assignment) : [];
    for (const { name, value } of puts) {
      const history = exported.get(name);
      if (history === undefined) exported.set(name, [{ position, value }]);
      else history.push({ position, value });
    }
    if (words[0]?.text === 'cd' || words[0]?.text === 'pushd')
      folders[depth] = conditional ? undefined : afterChange(words[1], folders.at(-1));
    // What `xargs` starts reads nothing, and its words are not only those that stand there.
    const handed = bare.isOfXargs
      ? undefined
      : commandsHanded(read, previous, script, { ...reader, lookup: known }, ofSubstitutions);
    previous = read;
    if (handed === undefined) return [read];
    if (!handed.readable) readable = false;
    const inner = handed.commands.map((each) => renumbered(each, pipelines));
    pipelines = inner.reduce((most, { shell }) => Math.max(most, shell?.pipeline ?? 0), pipelines);
    // What `eval` runs changes the folder of the shell itself.
    if (bare.words[0]?.text === 'eval' && inner.some(changesFolder)) folders[depth] = undefined;
    return [{ ...read, handsOn: true, ...(handed.input === undefined ? {} : { input: handed.input }) }, ...inner];
  });
  return { commands, readable };
}

function changesFolder({ words: [first] }: RunCommand): boolean {
  return first?.text === 'cd' || first?.text === 'pushd' || first?.text === 'popd';
}

/** No person hands a shell to a shell more often. */
const deepestShell = 8;

interface HandedShell extends RunShell {
  readonly input?: ShellInput;
}

/** What a shell is told to run, in a shell of its own (`eval`: in the same). Undefined for any other command. */
function commandsHanded(
  command: RunCommand,
  previous: RunCommand | undefined,
  script: ShellScript,
  reader: Reader,
  ofSubstitutions: () => ReadonlySet<number>,
): HandedShell | undefined {
  const outer = command.shell;
  const handed = textHandedTo(command, previous, script);
  if (outer === undefined || handed === undefined) return undefined;
  if (handed.kind === 'one word') return { commands: [], readable: true };
  const depth = (reader.depth ?? 0) + 1;
  if (handed.kind === 'unreadable' || depth > deepestShell) return { commands: [], readable: false };
  const lookup: Lookup = (name) => {
    const own = command.environment(name);
    return own === undefined ? reader.lookup(name) : own.known ? own.text : undefined;
  };
  const { commands, readable } = readCommands(handed.text, { ...reader, lookup, folder: command.folder, depth });
  const isOwn = handed.kind !== 'eval';
  return {
    readable,
    ...(handed.kind === 'heredoc' ? { input: handed.text } : {}),
    commands: commands.flatMap((inner) =>
      inner.shell === undefined ||
      // `$(…)` in double quotes is run by the outer shell and stands among its commands.
      (inner.shell.within.includes('substitution') && ofSubstitutions().has(inner.shell.span.start))
        ? []
        : {
            ...inner,
            ...(isOwn ? { isHanded: true } : {}),
            environment: (name) => inner.environment(name) ?? command.environment(name),
            conditional: command.conditional || inner.conditional,
            shell: {
              ...inner.shell,
              within: [...outer.within, ...(isOwn ? (['subshell'] as const) : []), ...inner.shell.within],
            },
          },
    ),
  };
}

/** So that two pipelines of one RUN never have the same number. */
function renumbered(command: RunCommand, by: number): RunCommand {
  const { shell } = command;
  return shell === undefined ? command : { ...command, shell: { ...shell, pipeline: shell.pipeline + by } };
}

const mayNotRun: ReadonlySet<string> = new Set(['if', 'loop', 'case', 'function']);

/** Programs that only start another one; `uv run` and its like are programs of their own here. */
const transparent = new Set(['env', 'sudo', 'nohup', 'time', 'nice', 'ionice', 'stdbuf', 'timeout', 'setsid']);

/** No person puts more before a program, and each is looked for anew. */
const mostWrappers = 16;

function program(words: readonly CommandWord[]): {
  readonly words: readonly CommandWord[];
  readonly environment: readonly CommandWord[];
  readonly isOfXargs: boolean;
  /** `xargs -r`. */
  readonly conditional: boolean;
} {
  let rest = words;
  let isOfXargs = false;
  let conditional = false;
  const environment: CommandWord[] = [];
  for (let passed = 0; passed < mostWrappers; passed += 1) {
    const name = rest[0]?.text ?? '';
    if ((name === 'exec' || name === 'command' || name === 'builtin' || name === '!') && rest.length > 1) {
      rest = rest.slice(1);
      continue;
    }
    const passedOn = name === 'xargs' ? xargsCommand(rest) : undefined;
    if (passedOn !== undefined) {
      rest = passedOn.words;
      isOfXargs = true;
      conditional ||= passedOn.conditional;
      continue;
    }
    const unwrapped = transparent.has(name) ? unwrap(rest) : undefined;
    if (unwrapped === undefined) break;
    environment.push(...unwrapped.environment);
    rest = rest.slice(unwrapped.next);
  }
  return { words: rest, environment, isOfXargs, conditional };
}

export function isAssignment(word: CommandWord): boolean {
  return /^\w+=/.test(word.text);
}

/** `NAME=value` as a word, behind `export` or `env`. */
export function assignment(word: CommandWord): { readonly name: string; readonly value: Piece } {
  const equals = word.text.indexOf('=');
  const text = word.text.slice(equals + 1);
  const { location } = word;
  const literal = word.literal && location.line === location.endLine;
  return {
    name: word.text.slice(0, equals),
    value: {
      text,
      known: word.known || !text.includes('$'),
      literal,
      location: literal ? { ...location, column: location.column + equals + 1 } : location,
    },
  };
}

function emptyAt(location: Location): Piece {
  return { text: '', known: true, literal: false, location };
}

/** Undefined where only the build can tell. */
export function afterChange(target: CommandWord | undefined, folder: string | undefined): string | undefined {
  if (target === undefined || !target.known || target.text === '-' || target.text.startsWith('~')) return undefined;
  if (target.text.startsWith('/')) return joinPath('/', target.text);
  return folder === undefined ? undefined : joinPath(folder, target.text);
}
