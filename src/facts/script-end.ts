import type { Mapped } from '../dockerfile/segments.ts';
import type { ShellCommand, ShellScript } from '../dockerfile/shell-model.ts';
import { parseShell } from '../dockerfile/shell.ts';
import type { Location } from '../finding.ts';
import type { CommandWord, EnvironmentValue, Piece } from '../servers/server.ts';
import { shellWord, type Lookup } from './command-words.ts';
import { afterChange, assignment, isAssignment } from './run-shell.ts';
import { placeIn, type SourceText } from './source-text.ts';

/** How a shell text ends: the command that stays, and what the commands before it have made of its surroundings. */
export interface ScriptEnd {
  /** The last command, without `exec`; empty where none can be named. */
  readonly words: readonly { readonly word: CommandWord }[];
  readonly exec: boolean;
  /** It is a command of its own: no pipe, no `&`. */
  readonly simple: boolean;
  /** A command before it has set a trap, which may pass signals on. */
  readonly traps: boolean;
  readonly commandLocation?: Location;
  readonly workdir: string | undefined;
  readonly environment: (name: string) => EnvironmentValue | undefined;
}

export interface ScriptStart {
  readonly environment: (name: string) => EnvironmentValue | undefined;
  readonly workdir: string | undefined;
  /** What `"$@"` stands for; undefined where that is not known. */
  readonly parameters: readonly { readonly word: CommandWord }[] | undefined;
}

const everyParameter = new Set(['$@', '"$@"', '${@}', '"${@}"', '$*', '"$*"', '"${*}"']);

export function readScript(text: Mapped, source: SourceText, start: ScriptStart): ScriptEnd {
  const script = parseShell(text);
  const reader = new Map<string, Piece | undefined>();
  const places: Surroundings = {
    source,
    own: reader,
    opaque: false,
    traps: false,
    workdir: start.workdir,
    parameters: start.parameters,
    start,
  };
  const last = script.problem === undefined ? lastCommand(script) : undefined;
  for (const command of script.commands) {
    if (last !== undefined && command === last.command) break;
    perform(command, places);
  }
  const surroundings = {
    traps: places.traps,
    workdir: places.workdir,
    environment: (name: string) => environmentOf(name, places),
  };
  if (last === undefined) return { words: [], exec: false, simple: false, ...surroundings };
  return { ...finalWords(last, places), ...surroundings };
}

interface Surroundings {
  readonly source: SourceText;
  /** Variables that the text itself sets; undefined where their value is not known. */
  readonly own: Map<string, Piece | undefined>;
  readonly start: ScriptStart;
  /** Another file was read in, and may have set anything. */
  opaque: boolean;
  traps: boolean;
  workdir: string | undefined;
  parameters: ScriptStart['parameters'];
}

interface Last {
  readonly command: ShellCommand;
  readonly simple: boolean;
}

/** Undefined where the text ends with a compound command, a job in the background, or one of two by `||`. */
function lastCommand({ commands }: ShellScript): Last | undefined {
  const outer = commands.filter(({ within }) => !within.includes('substitution'));
  const final = outer.at(-1);
  if (final === undefined || final.within.some((enclosure) => enclosure !== 'group') || final.connector === '&')
    return undefined;
  const pipeline = outer.filter(({ pipeline: number }) => number === final.pipeline);
  const [command] = pipeline;
  if (command === undefined || command.within.length !== final.within.length) return undefined;
  for (let index = outer.indexOf(command) - 1; index >= 0; index -= 1) {
    const { connector } = outer[index] ?? {};
    if (connector === '||') return undefined;
    if (connector === ';' || connector === '&' || connector === undefined) break;
  }
  return { command, simple: pipeline.length === 1 && final.within.length === 0 && !command.negated };
}

/** What a command before the last one changes. Inside `if` and loops it may or may not happen, so its variables are not known. */
function perform(command: ShellCommand, places: Surroundings): void {
  const certain = command.within.every((enclosure) => enclosure === 'group');
  if (command.within.some((enclosure) => enclosure === 'substitution' || enclosure === 'subshell')) return;
  const words = command.words.map((word) => shellWord(word, places.source, lookupIn(places)));
  const [first] = words;
  const set = (name: string, value: Piece | undefined): void => {
    places.own.set(name, certain && command.connector !== '||' ? value : undefined);
  };
  if (first === undefined) {
    for (const { name, value } of command.assignments)
      set(name, value === undefined ? undefined : shellWord(value, places.source, lookupIn(places)));
    return;
  }
  switch (first.text) {
    case 'export':
    case 'declare':
    case 'readonly':
    case 'typeset':
    case 'local':
      for (const word of words.slice(1).filter(isAssignment)) {
        const { name, value } = assignment(word);
        set(name, value);
      }
      return;
    case 'unset':
    case 'read':
      for (const word of words.slice(1)) set(word.text, undefined);
      return;
    case 'cd':
      places.workdir = certain ? afterChange(words[1], places.workdir) : undefined;
      return;
    case '.':
    case 'source':
      // Activating a virtual environment sets PATH and nothing that matters to a server.
      if (words[1]?.text.endsWith('/activate') !== true) places.opaque = true;
      return;
    case 'eval':
      places.opaque = true;
      return;
    case ':': // `: "${PORT:=8000}"`
      for (const word of command.words) for (const piece of word.pieces) assignDefault(piece.text, places, certain);
      return;
    case 'trap':
      places.traps = true;
      return;
    case 'set': {
      const dashes = words.findIndex(({ text }) => text === '--');
      if (dashes !== -1) places.parameters = certain ? finalParameters(command, dashes, places) : undefined;
      return;
    }
    case 'shift':
      places.parameters = certain && words.length === 1 ? places.parameters?.slice(1) : undefined;
      return;
    default:
  }
}

function assignDefault(text: string, places: Surroundings, certain: boolean): void {
  const match = /^\$\{(?<name>\w+):?=(?<value>[^{}$`]*)\}$/.exec(text);
  const { name, value } = match?.groups ?? {};
  if (name === undefined || value === undefined || environmentOf(name, places) !== undefined) return;
  places.own.set(
    name,
    certain
      ? { text: value, known: true, literal: false, location: placeIn(places.source, { start: 0, end: 0 }) }
      : undefined,
  );
}

function finalWords(
  { command, simple }: Last,
  places: Surroundings,
): Pick<ScriptEnd, 'words' | 'exec' | 'simple' | 'commandLocation'> {
  const first = command.words[0];
  if (first === undefined) return { words: [], exec: false, simple };
  let skipped = 0;
  const exec = first.value === 'exec' && command.words.length > 1;
  if (exec) {
    skipped = 1;
    for (
      let option = command.words[skipped];
      option !== undefined && /^-[acl]+$/.test(option.value);
      option = command.words[skipped]
    )
      skipped += option.value.includes('a') ? 2 : 1;
    if (command.words[skipped]?.value === '--') skipped += 1;
  }
  for (const { name, value } of command.assignments)
    places.own.set(name, value === undefined ? undefined : shellWord(value, places.source, lookupIn(places)));
  return {
    words: finalParameters(command, skipped - 1, places) ?? [],
    exec,
    simple,
    commandLocation: placeIn(places.source, first.span),
  };
}

/** The words behind the index, with `"$@"` replaced; undefined where that is not known. */
function finalParameters(command: ShellCommand, index: number, places: Surroundings): ScriptStart['parameters'] {
  const found: { word: CommandWord }[] = [];
  for (const word of command.words.slice(index + 1)) {
    if (!everyParameter.has(word.text)) found.push({ word: shellWord(word, places.source, lookupIn(places)) });
    else if (places.parameters === undefined) return undefined;
    else found.push(...places.parameters);
  }
  return found;
}

function lookupIn(places: Surroundings): Lookup {
  return (name) => {
    const value = environmentOf(name, places);
    return value?.known === true ? value.text : undefined;
  };
}

function environmentOf(name: string, places: Surroundings): EnvironmentValue | undefined {
  const unknown: EnvironmentValue = {
    text: `$${name}`,
    known: false,
    literal: false,
    location: placeIn(places.source, { start: 0, end: 0 }),
  };
  if (/^\d+$/.test(name)) return parameter(Number(name), places) ?? unknown;
  if (places.own.has(name)) return places.own.get(name) ?? unknown;
  return places.opaque ? unknown : places.start.environment(name);
}

function parameter(number: number, places: Surroundings): EnvironmentValue | undefined {
  return number === 0 ? undefined : places.parameters?.[number - 1]?.word;
}
