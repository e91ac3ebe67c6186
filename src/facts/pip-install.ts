import type { Instruction } from '../dockerfile/model.ts';
import { grammarOf, readArguments } from '../servers/options.ts';
import type { CommandWord, GivenOption } from '../servers/server.ts';
import { isPython, programName } from '../servers/index.ts';
import type { Facts } from './facts.ts';
import { contextPath, joinPath, pathInside } from './image-path.ts';
import { mountsOf } from './mounts.ts';
import { readRequirement, type Requirement } from './requirements.ts';
import type { RunCommand } from './run-shell.ts';

/** One `pip install` of a RUN, also through `python -m pip` and `uv pip`. */
export interface PipInstall {
  readonly instruction: Instruction;
  readonly command: RunCommand;
  readonly tool: 'pip' | 'uv';
  /** The word `install`; options of ours go behind it. */
  readonly verb: CommandWord;
  /** By their long names: `--no-cache-dir`. */
  readonly options: readonly GivenOption[];
  /** `-r`. */
  readonly requirementsFiles: readonly NamedFile[];
  /** `-c`. */
  readonly constraintsFiles: readonly NamedFile[];
  /** What is named on the command line; `requirement` is absent where it is a variable. */
  readonly named: readonly { readonly word: CommandWord; readonly requirement?: Omit<Requirement, 'location'> }[];
}

export interface NamedFile {
  readonly word: Pick<CommandWord, 'text' | 'known' | 'location'>;
  /** The file of the context that it is; undefined where it is not known to be one. */
  readonly repositoryPath: string | undefined;
}

const grammar = grammarOf({
  values: [
    ['--requirement', '-r', '--requirements'],
    ['--constraint', '-c', '--constraints', '--build-constraint', '--build-constraints'],
    ['--editable', '-e'],
    ['--target', '-t'],
    ['--platform'],
    ['--python-version'],
    ['--implementation'],
    ['--abi'],
    ['--root'],
    ['--prefix'],
    ['--src'],
    ['--upgrade-strategy'],
    ['--config-settings', '-C'],
    ['--global-option'],
    ['--no-binary'],
    ['--only-binary'],
    ['--progress-bar'],
    ['--root-user-action'],
    ['--report'],
    ['--group'],
    ['--index-url', '-i'],
    ['--extra-index-url'],
    ['--find-links', '-f'],
    ['--use-feature'],
    ['--use-deprecated'],
    ['--python', '-p'],
    ['--log'],
    ['--proxy'],
    ['--retries'],
    ['--timeout'],
    ['--exists-action'],
    ['--trusted-host', '--allow-insecure-host'],
    ['--cert'],
    ['--client-cert'],
    ['--cache-dir'],
    ['--keyring-provider'],
    ['--override', '--overrides'],
    ['--index'],
    ['--default-index'],
    ['--index-strategy'],
    ['--link-mode'],
    ['--extra'],
    ['--resolution'],
    ['--prerelease'],
    ['--exclude-newer'],
    ['--torch-backend'],
    ['--refresh-package'],
    ['--reinstall-package'],
    ['--upgrade-package', '-P'],
    ['--no-build-package'],
    ['--no-binary-package'],
    ['--directory'],
    ['--project'],
    ['--config-file'],
  ],
  flags: [
    ['--no-cache-dir', '--no-cache', '-n'],
    ['--no-deps'],
    ['--pre'],
    ['--dry-run'],
    ['--user'],
    ['--upgrade', '-U'],
    ['--force-reinstall'],
    ['--ignore-installed', '-I'],
    ['--ignore-requires-python'],
    ['--no-build-isolation'],
    ['--use-pep517'],
    ['--check-build-dependencies'],
    ['--break-system-packages'],
    ['--compile', '--compile-bytecode'],
    ['--no-compile'],
    ['--no-warn-script-location'],
    ['--no-warn-conflicts'],
    ['--prefer-binary'],
    ['--require-hashes'],
    ['--no-clean'],
    ['--no-index'],
    ['--isolated'],
    ['--require-virtualenv'],
    ['--verbose', '-v'],
    ['--quiet', '-q'],
    ['--disable-pip-version-check'],
    ['--no-color'],
    ['--no-input'],
    ['--system'],
    ['--strict'],
    ['--no-build'],
    ['--debug'],
    ['--help', '-h'],
    ['--version', '-V'],
  ],
  abbreviations: true,
});

/** Those of a RUN, by the command that each of them is, in order. */
export function pipInstallsOf(
  instruction: Instruction,
  facts: Pick<Facts, 'shellOf' | 'placeOf' | 'stateAt' | 'filesIn'>,
): ReadonlyMap<RunCommand, PipInstall> {
  const found = new Map<RunCommand, PipInstall>();
  for (const command of facts.shellOf(instruction).commands) {
    const install = pipInstallOf(command, instruction, facts);
    if (install !== undefined) found.set(command, install);
  }
  return found;
}

type PlaceFacts = Pick<Facts, 'placeOf' | 'stateAt' | 'filesIn'>;

function pipInstallOf(command: RunCommand, instruction: Instruction, facts: PlaceFacts): PipInstall | undefined {
  const start = verbOf(command.words);
  const verb = start === undefined ? undefined : command.words[start.index];
  if (start === undefined || verb === undefined) return undefined;
  const { options, positionals } = readArguments(command.words.slice(start.index + 1), grammar);
  const before = readArguments(command.words.slice(start.begin, start.index), grammar).options;
  const filesOf = (name: string): readonly NamedFile[] =>
    options.flatMap((option) =>
      option.name === name && option.value !== undefined
        ? [{ word: option.value, repositoryPath: repositoryPathOf(option.value, command, instruction, facts) }]
        : [],
    );
  const editables = options.flatMap((option) => (option.name === '--editable' ? option.words.slice(-1) : []));
  return {
    instruction,
    command,
    tool: start.tool,
    verb,
    options: [...before, ...options],
    requirementsFiles: filesOf('--requirement'),
    constraintsFiles: filesOf('--constraint'),
    named: [
      ...positionals.map((word) => named(word, word.text)),
      ...editables.map((word) => named(word, `-e ${word.text}`)),
    ],
  };
}

function named(word: CommandWord, text: string): PipInstall['named'][number] {
  const requirement = word.known ? readRequirement(text) : undefined;
  if (requirement === undefined) return { word };
  const { length: _, ...rest } = requirement;
  return { word, requirement: rest };
}

interface Verb {
  /** The first word behind `pip`. */
  readonly begin: number;
  /** The word `install`. */
  readonly index: number;
  readonly tool: 'pip' | 'uv';
}

/** Where `install` stands: behind `pip`, `python -m pip`, `uv pip`, with pip's own options between. */
function verbOf(words: readonly CommandWord[]): Verb | undefined {
  const first = programName(words[0]?.text ?? '');
  let index = 1;
  let tool: 'pip' | 'uv' = 'pip';
  if (isPython(first)) {
    const module = words.findIndex((word, at) => at > 0 && /^-[A-Za-z]*m$/.test(word.text)) + 1;
    if (module === 0 || words[module]?.text !== 'pip') return undefined;
    index = module + 1;
  } else if (first === 'uv') {
    tool = 'uv';
    index = words.findIndex((word, at) => at > 0 && !word.text.startsWith('-'));
    if (words[index]?.text !== 'pip') return undefined;
    index += 1;
  } else if (!/^pip[\d.]*$/.test(first)) return undefined;
  const begin = index;
  while (words[index]?.text.startsWith('-') === true) {
    const kind = grammar.kinds.get(words[index]?.text ?? '');
    index += kind?.takesValue === true ? 2 : 1;
  }
  return words[index]?.text === 'install' ? { begin, index, tool } : undefined;
}

function repositoryPathOf(
  word: Pick<CommandWord, 'text' | 'known'>,
  command: RunCommand,
  instruction: Instruction,
  facts: PlaceFacts,
): string | undefined {
  const place = facts.placeOf(instruction);
  if (!word.known || place === undefined || /^[a-z]+:\/\//i.test(word.text)) return undefined;
  if (command.folder === undefined && !word.text.startsWith('/')) return undefined;
  const wanted = joinPath(command.folder ?? '/', word.text);
  for (const mount of mountsOf(instruction)) {
    if (mount.type !== 'bind' || mount.from !== undefined || mount.target === undefined) continue;
    const workdir = facts.stateAt(instruction)?.workdir;
    if (workdir?.known !== true) continue;
    const rest = pathInside(joinPath(workdir.text, mount.target), wanted);
    if (rest === undefined) continue;
    const source = contextPath(mount.source ?? '/');
    return rest === '' ? source : source === '' ? rest : `${source}/${rest}`;
  }
  return facts.filesIn(place.stage).repositoryPath(wanted);
}
