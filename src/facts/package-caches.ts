import type { Instruction } from '../dockerfile/model.ts';
import { programName } from '../servers/index.ts';
import type { CommandWord } from '../servers/server.ts';
import type { Facts } from './facts.ts';
import { joinPath, pathInside } from './image-path.ts';
import { foldersOutsideLayer } from './outside-layer.ts';
import type { RunCommand } from './run-shell.ts';

/** A command of a RUN whose tool keeps what it downloads in a cache folder. */
export interface CachedInstall {
  readonly command: RunCommand;
  readonly tool: CacheTool;
  /** As a person would name it: `uv sync`. */
  readonly title: string;
  /** The word behind which the option goes that switches the cache off. */
  readonly verb: CommandWord;
  /** `kept`: in the layer; `contradicted`: switched off by a variable whose value reads as if it were on. */
  readonly cache: 'kept' | 'not kept' | 'contradicted';
}

export type CacheTool = 'pip' | 'uv' | 'poetry';

interface Habits {
  readonly option: string;
  /** The name of its folder in `~/.cache`. */
  readonly folder: string;
  readonly switchedOffBy: string;
  readonly folderSetBy: string;
}

export const cacheHabits: Readonly<Record<CacheTool, Habits>> = {
  pip: { option: '--no-cache-dir', folder: 'pip', switchedOffBy: 'PIP_NO_CACHE_DIR', folderSetBy: 'PIP_CACHE_DIR' },
  uv: { option: '--no-cache', folder: 'uv', switchedOffBy: 'UV_NO_CACHE', folderSetBy: 'UV_CACHE_DIR' },
  poetry: {
    option: '--no-cache',
    folder: 'pypoetry',
    switchedOffBy: 'POETRY_NO_CACHE',
    folderSetBy: 'POETRY_CACHE_DIR',
  },
};

/** The installations of one RUN, in order. */
export function cachedInstallsOf(instruction: Instruction, facts: Facts): readonly CachedInstall[] {
  const { commands } = facts.shellOf(instruction);
  // Few of a thousand commands remove anything, so each installation need not look through all that follow it.
  const removals = [...commands.entries()].filter(([, command]) => mayRemoveCache(command));
  return commands.flatMap((command, index) => {
    const found = installOf(command, instruction, facts);
    if (found === undefined) return [];
    const later = removals.flatMap(([at, removal]) => (at > index ? [removal] : []));
    return [{ ...found, command, cache: cacheOf(found, command, later, instruction, facts) }];
  });
}

interface Install {
  readonly tool: CacheTool;
  readonly title: string;
  readonly verb: CommandWord;
  readonly options: readonly { readonly name: string; readonly value?: string }[];
}

function installOf(command: RunCommand, instruction: Instruction, facts: Facts): Install | undefined {
  const pip = facts.pipInstallsOf(instruction).get(command);
  if (pip !== undefined) {
    const options = pip.options.map(({ name, value }) => ({
      name,
      ...(value === undefined ? {} : { value: value.text }),
    }));
    const title = pip.tool === 'pip' ? `${programName(command.words[0]?.text ?? 'pip')} install` : 'uv pip install';
    return { tool: pip.tool, title: title.startsWith('py') ? 'pip install' : title, verb: pip.verb, options };
  }
  const [program, ...words] = command.words;
  const name = programName(program?.text ?? '');
  if (name !== 'uv' && name !== 'poetry') return undefined;
  const plain = words.filter(
    (word, index) => !word.text.startsWith('-') && !takesNext.has(words[index - 1]?.text ?? ''),
  );
  const verbs = verbsOf[name].find((wanted) => wanted.every((each, index) => plain[index]?.text === each));
  const verb = verbs === undefined ? undefined : plain[verbs.length - 1];
  if (verbs === undefined || verb === undefined) return undefined;
  const options = words.flatMap(({ text }, index) => {
    if (!text.startsWith('-')) return [];
    const [option = '', value] = text.split('=', 2);
    const given = value ?? (takesNext.has(option) ? words[index + 1]?.text : undefined);
    return [{ name: option, ...(given === undefined ? {} : { value: given }) }];
  });
  return { tool: name, title: `${name} ${verbs.join(' ')}`, verb, options };
}

const verbsOf: Readonly<Record<'uv' | 'poetry', readonly (readonly string[])[]>> = {
  uv: [['sync'], ['add'], ['pip', 'sync'], ['tool', 'install']],
  poetry: [['install'], ['sync'], ['add'], ['update']],
};

/** Options before the verb that take the next word. */
const takesNext: ReadonlySet<string> = new Set([
  '--directory',
  '--project',
  '-C',
  '-P',
  '--cache-dir',
  '--config-file',
  '--color',
]);

function cacheOf(
  { tool, options }: Install,
  command: RunCommand,
  later: readonly RunCommand[],
  instruction: Instruction,
  facts: Facts,
): CachedInstall['cache'] {
  const { switchedOffBy } = cacheHabits[tool];
  if (options.some(({ name }) => offOptions.has(name))) return 'not kept';
  const given = options.findLast(({ name }) => name === '--cache-dir')?.value;
  const folders = cacheFolders(tool, given, command, instruction, facts);
  if (foldersOutsideLayer(instruction, facts).some((outside) => holdsCache(outside, folders, tool))) return 'not kept';
  if (later.some((each) => removesCache(each, folders, tool))) return 'not kept';
  if (tool === 'pip' && isConfiguredOff(instruction, facts)) return 'not kept';
  const value = variable(switchedOffBy, command, instruction, facts);
  if (value === undefined || value === '') return 'kept';
  // pip takes any value for a yes, also `0` and `off`, since a bug of its first years became a habit of its users.
  if (/^(?:0|n|no|f|false|off)$/i.test(value)) return tool === 'pip' ? 'contradicted' : 'kept';
  return 'not kept';
}

const offOptions: ReadonlySet<string> = new Set([
  '--no-cache-dir',
  '--no-cache',
  '-n',
  '--dry-run',
  '--help',
  '-h',
  '--version',
  '-V',
]);

/** Undefined where it is not set; a value that is not known counts as a yes. */
function variable(name: string, command: RunCommand, instruction: Instruction, facts: Facts): string | undefined {
  const own = command.environment(name);
  if (own !== undefined) return own.known ? own.text : 'unknown';
  const state = facts.stateAt(instruction);
  const set = state?.environment(name);
  if (set !== undefined) return set.known ? set.text : 'unknown';
  return state?.variable(name);
}

/** Where the tool may keep its cache: where it was told to, else in the home of root, or of the user that is in force. */
function cacheFolders(
  tool: CacheTool,
  given: string | undefined,
  command: RunCommand,
  instruction: Instruction,
  facts: Facts,
): readonly string[] {
  const { folder, folderSetBy } = cacheHabits[tool];
  const told = given ?? variable(folderSetBy, command, instruction, facts);
  if (told !== undefined && told !== 'unknown') return [joinPath(command.folder ?? '/', told)];
  const cacheHome = variable('XDG_CACHE_HOME', command, instruction, facts);
  const home = variable('HOME', command, instruction, facts);
  const homes = ['/root', ...(home?.startsWith('/') === true ? [home] : [])];
  return [
    ...(cacheHome?.startsWith('/') === true ? [`${cacheHome}/${folder}`] : []),
    ...homes.map((each) => `${each}/.cache/${folder}`),
  ];
}

/** The folder is one of the cache, or one above it; in whichever home a person has it mounted. */
function holdsCache(outside: string, folders: readonly string[], tool: CacheTool): boolean {
  const { folder } = cacheHabits[tool];
  return (
    folders.some((each) => pathInside(outside, each) !== undefined) ||
    outside.endsWith('/.cache') ||
    outside.includes(`.cache/${folder}`)
  );
}

/** It has the shape of a command that removes a cache, whichever. */
function mayRemoveCache({ words: [program, ...rest] }: RunCommand): boolean {
  const name = programName(program?.text ?? '');
  return name === 'rm' || name === 'find' || rest.some(({ text }) => text.includes('cache'));
}

function removesCache({ words }: RunCommand, folders: readonly string[], tool: CacheTool): boolean {
  const [program = '', ...rest] = words.map(({ text }) => text);
  const name = programName(program);
  if (name === 'rm' || name === 'find') {
    return rest.some((text) => {
      const path = text
        .replace(/^(?:~|\$\{?HOME\}?)(?=\/)/, '/root')
        .replace(/^\$\{?(?<variable>\w+)\}?/, (whole, variableName: string) =>
          variableName === cacheHabits[tool].folderSetBy ? (folders[0] ?? whole) : whole,
        )
        .replace(/\/+(?:\*+)?$/, '');
      return path.startsWith('/') && path !== '' && holdsCache(path, folders, tool);
    });
  }
  const said = rest.filter((text) => !text.startsWith('-')).join(' ');
  switch (tool) {
    case 'pip':
      return /\bcache (?:purge|remove)/.test(said) && /^(?:pip[\d.]*|python[\d.]*)$/.test(name);
    case 'uv':
      return name === 'uv' && said.startsWith('cache clean');
    case 'poetry':
      return name === 'poetry' && said.startsWith('cache clear');
  }
}

export const configuredOff =
  /\bpip[\d.]*\s+config\s+(?:--\w+\s+)*set\s+\S*no-cache-dir\s+["']?(?:true|1|yes|on)\b|\bno-cache-dir\s*=\s*(?:true|1|yes|on)\b/i;

/** By `pip config set`, or by a configuration file that is written or copied. */
function isConfiguredOff(instruction: Instruction, facts: Facts): boolean {
  const place = facts.placeOf(instruction);
  if (facts.python.saysNoCache) return true;
  if (place === undefined) return false;
  const files = facts.filesIn(place.stage);
  return ['/etc/pip.conf', '/root/.pip/pip.conf', '/root/.config/pip/pip.conf'].some((path) => {
    const found = files.repositoryPath(path);
    return found !== undefined && facts.context.textMatches(found, configuredOff) === true;
  });
}
