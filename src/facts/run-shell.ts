import { isPosixShell, shellTextOf } from '../dockerfile/shell-text.ts';
import type { Instruction } from '../dockerfile/model.ts';
import { parseShell } from '../dockerfile/shell.ts';
import type { ShellCommand, ShellInput, ShellScript } from '../dockerfile/shell-model.ts';
import type { Mapped } from '../dockerfile/segments.ts';
import type { Location } from '../finding.ts';
import type { CommandWord, Piece } from '../servers/server.ts';
import { execWord, shellWord, type Lookup } from './command-words.ts';
import type { Facts } from './facts.ts';
import { joinPath } from './image-path.ts';
import { isShellOfInput, shellInvocation } from './shell-invocation.ts';
import { insideOfString, placeIn, type SourceText } from './source-text.ts';
import { unquotedText } from './unquoted-text.ts';
import { unwrap } from './wrappers.ts';

/** The commands of one RUN, HEALTHCHECK, CMD or ENTRYPOINT. */
export interface RunShell {
  /** In the order in which they stand, those of `$(…)`, of `sh -c "…"` and of `sh <<EOF` behind the command that holds them. */
  readonly commands: readonly RunCommand[];
  /** False where another interpreter runs it, or where the text is no shell text that can be read: then `commands` may lack some. */
  readonly readable: boolean;
}

export interface RunCommand {
  /** The program first; what only starts it (`sudo`, `env`, `exec`, `time`) is taken off. */
  readonly words: readonly CommandWord[];
  /** What is set for it by `NAME=value` before it, by `env`, and by `export` earlier in the same RUN; the last of a name counts. */
  readonly environment: readonly { readonly name: string; readonly value: Piece }[];
  /** From its first word to its last, redirections included. */
  readonly location: Location;
  /** Where it works, after the `cd`s before it; undefined where only the build can tell. */
  readonly folder: string | undefined;
  /** It may not run: inside `if`, a loop, a function, or behind `||`. */
  readonly conditional: boolean;
  /** As the shell has it; absent for the exec form. */
  readonly shell?: ShellCommand;
  /** A shell that is handed a text; the commands in it follow. */
  readonly handsOn?: true;
  /** It runs in such a shell, which SHELL does not reach. */
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
  const command = { words, environment: [], location, folder: reader.folder, conditional: false };
  return { commands: [command], readable: true };
}

function readCommands(mapped: Mapped, reader: Reader): RunShell {
  const { source, lookup, folder } = reader;
  const script = parseShell(mapped);
  const exported: { name: string; value: Piece }[] = [];
  const folders: (string | undefined)[] = [folder];
  let behindOr = false;
  let readable = script.problem === undefined;
  let pipelines = script.commands.reduce((most, { pipeline }) => Math.max(most, pipeline), 0);
  const known: Lookup = (name) => {
    const own = exported.findLast((each) => each.name === name);
    if (own !== undefined) return own.value.known ? own.value.text : undefined;
    return lookup(name);
  };
  const commands = script.commands.flatMap((command): readonly RunCommand[] => {
    const depth = command.within.filter((enclosure) => enclosure === 'subshell' || enclosure === 'substitution').length;
    while (folders.length <= depth) folders.push(folders.at(-1));
    folders.length = depth + 1;
    const words = command.words.map((word) => shellWord(word, source, known));
    const own = command.assignments.map(({ name, value, span }) => ({
      name,
      value: value === undefined ? emptyAt(placeIn(source, span)) : shellWord(value, source, known),
    }));
    const conditional = behindOr || command.within.some((enclosure) => mayNotRun.has(enclosure));
    behindOr = command.connector === '||' || (behindOr && command.connector === '&&');
    const bare = program(words);
    const read: RunCommand = {
      words: bare.words,
      environment: [...exported, ...own, ...bare.environment.map(assignment)],
      location: placeIn(source, command.span),
      folder: folders.at(-1),
      conditional,
      shell: command,
    };
    if (words.length === 0) exported.push(...own);
    else if (words[0]?.text === 'export') exported.push(...words.slice(1).filter(isAssignment).map(assignment));
    else if (words[0]?.text === 'cd' || words[0]?.text === 'pushd')
      folders[depth] = conditional ? undefined : afterChange(words[1], folders.at(-1));
    const handed = commandsHanded(read, script, { ...reader, lookup: known });
    if (handed === undefined) return [read];
    if (!handed.readable) readable = false;
    const inner = handed.commands.map((each) => renumbered(each, pipelines));
    pipelines = inner.reduce((most, { shell }) => Math.max(most, shell?.pipeline ?? 0), pipelines);
    return [{ ...read, handsOn: true }, ...inner];
  });
  return { commands, readable };
}

/** No person hands a shell to a shell more often. */
const deepestShell = 8;

/** What `sh -c "…"` or `sh <<EOF` is told to run, in a shell of its own. Undefined for any other command. */
function commandsHanded(command: RunCommand, script: ShellScript, reader: Reader): RunShell | undefined {
  const outer = command.shell;
  if (outer === undefined) return undefined;
  const text = inputOfShell(command) ?? textHanded(command, outer, script);
  if (text === undefined) return undefined;
  if (text === 'one word') return { commands: [], readable: true };
  const depth = (reader.depth ?? 0) + 1;
  if (text === 'unreadable' || depth > deepestShell) return { commands: [], readable: false };
  const lookup: Lookup = (name) => {
    const own = command.environment.findLast((each) => each.name === name)?.value;
    return own === undefined ? reader.lookup(name) : own.known ? own.text : undefined;
  };
  // `$(…)` in double quotes is run by the outer shell and stands among its commands.
  const told = new Set(script.commands.map(({ span }) => span.start));
  const { commands, readable } = readCommands(text, { ...reader, lookup, folder: command.folder, depth });
  return {
    readable,
    commands: commands.flatMap((inner) =>
      inner.shell === undefined || (told.has(inner.shell.span.start) && inner.shell.within.includes('substitution'))
        ? []
        : {
            ...inner,
            isHanded: true,
            environment: [...command.environment, ...inner.environment],
            conditional: command.conditional || inner.conditional,
            shell: { ...inner.shell, within: [...outer.within, 'subshell', ...inner.shell.within] },
          },
    ),
  };
}

/** The heredoc that a shell reads as its script. */
export function inputOfShell({ words, shell }: RunCommand): ShellInput | undefined {
  if (shell === undefined || shell.redirections.length === 0 || !isShellOfInput(words)) return undefined;
  return shell.redirections.findLast(({ operator, descriptor = 0 }) => operator.startsWith('<') && descriptor === 0)
    ?.body;
}

function textHanded(
  { words }: RunCommand,
  outer: ShellCommand,
  script: ShellScript,
): Mapped | 'one word' | 'unreadable' | undefined {
  const invocation = shellInvocation(words);
  if (invocation?.kind !== 'text') return undefined;
  const word = outer.words[outer.words.length - words.length + invocation.index];
  if (word === undefined) return 'unreadable';
  // Without quotes it is one word, and what is written behind it would become an argument of the outer shell.
  if (!/["']/.test(word.text)) return 'one word';
  return (/^(["']).*\1$/s.test(word.text) ? unquotedText(word, script) : undefined) ?? 'unreadable';
}

/** So that two pipelines of one RUN never have the same number. */
function renumbered(command: RunCommand, by: number): RunCommand {
  const { shell } = command;
  return shell === undefined ? command : { ...command, shell: { ...shell, pipeline: shell.pipeline + by } };
}

const mayNotRun: ReadonlySet<string> = new Set(['if', 'loop', 'case', 'function']);

/** Programs that only start another one; `uv run` and its like are programs of their own here. */
const transparent = new Set(['env', 'sudo', 'nohup', 'time', 'nice', 'ionice', 'stdbuf', 'timeout', 'setsid']);

function program(words: readonly CommandWord[]): {
  readonly words: readonly CommandWord[];
  readonly environment: readonly CommandWord[];
} {
  let rest = words;
  const environment: CommandWord[] = [];
  for (;;) {
    const name = rest[0]?.text ?? '';
    if ((name === 'exec' || name === 'command' || name === 'builtin' || name === '!') && rest.length > 1) {
      rest = rest.slice(1);
      continue;
    }
    const unwrapped = transparent.has(name) ? unwrap(rest) : undefined;
    if (unwrapped === undefined) return { words: rest, environment };
    environment.push(...unwrapped.environment);
    rest = rest.slice(unwrapped.next);
  }
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
