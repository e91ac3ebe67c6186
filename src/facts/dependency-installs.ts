import type { Instruction } from '../dockerfile/model.ts';
import { programName } from '../servers/index.ts';
import type { Location } from '../finding.ts';
import type { Facts } from './facts.ts';
import { joinPath, pathInside } from './image-path.ts';
import { mountsOf } from './mounts.ts';
import type { PipInstall } from './pip-install.ts';
import { allRequirements, readRequirementsFile } from './requirements.ts';
import type { RunCommand } from './run-shell.ts';

/** A RUN command that installs what a file of the context lists. */
export interface DependencyInstall {
  readonly instruction: Instruction;
  readonly tool: 'pip' | 'uv' | 'poetry' | 'pipenv' | 'pdm' | 'npm' | 'yarn' | 'pnpm' | 'bun';
  /** As a person would name the command: `uv sync`. */
  readonly title: string;
  readonly location: Location;
  /** Files of the context that list the dependencies; at least one. */
  readonly manifests: readonly string[];
  /** The list is there by a bind mount, so nothing was copied for it. */
  readonly mounted: boolean;
  readonly pip?: PipInstall;
}

interface Tool {
  readonly verbs: readonly string[];
  readonly manifest: string;
  /** Locks and their like, which belong beside the manifest. */
  readonly others: readonly string[];
}

const tools: Readonly<Record<Exclude<DependencyInstall['tool'], 'pip'>, Tool>> = {
  uv: { verbs: ['sync'], manifest: 'pyproject.toml', others: ['uv.lock'] },
  poetry: { verbs: ['install', 'sync'], manifest: 'pyproject.toml', others: ['poetry.lock'] },
  pipenv: { verbs: ['install', 'sync'], manifest: 'Pipfile', others: ['Pipfile.lock'] },
  pdm: { verbs: ['install', 'sync'], manifest: 'pyproject.toml', others: ['pdm.lock'] },
  npm: { verbs: ['ci', 'install', 'i'], manifest: 'package.json', others: ['package-lock.json'] },
  yarn: { verbs: ['install'], manifest: 'package.json', others: ['yarn.lock'] },
  pnpm: { verbs: ['install', 'i'], manifest: 'package.json', others: ['pnpm-lock.yaml'] },
  bun: { verbs: ['install', 'i'], manifest: 'package.json', others: ['bun.lockb', 'bun.lock'] },
};

/** Those of one RUN, in order. What needs the source itself (`pip install .`) is none. */
export function dependencyInstallsOf(instruction: Instruction, facts: Facts): readonly DependencyInstall[] {
  if (instruction.keyword !== 'RUN') return [];
  return facts.shellOf(instruction).commands.flatMap((command) => {
    const pip = facts.pipInstallsOf(instruction).get(command);
    return (pip === undefined ? byTool(command, instruction, facts) : byPip(pip, facts)) ?? [];
  });
}

function byPip(pip: PipInstall, facts: Facts): DependencyInstall | undefined {
  const { instruction, command } = pip;
  const manifests = pip.requirementsFiles.flatMap(({ repositoryPath }) => repositoryPath ?? []);
  if (manifests.length === 0 || manifests.length < pip.requirementsFiles.length) return undefined;
  if (pip.named.some(({ requirement }) => requirement?.kind === 'path' || requirement?.kind === 'editable'))
    return undefined;
  for (const manifest of manifests) {
    const file = readRequirementsFile(facts.context, manifest);
    if (file === undefined || allRequirements(file).some(isLocal)) return undefined;
  }
  const [first = ''] = pip.requirementsFiles.map(({ word }) => word.text);
  return {
    instruction,
    tool: 'pip',
    title: `${pip.tool === 'uv' ? 'uv ' : ''}pip install -r ${first}`,
    location: command.location,
    manifests,
    mounted: pip.requirementsFiles.some(({ word }) => isMounted(word.text, command, instruction, facts)),
    pip,
  };
}

/** `-e .`, `./lib`: they are built from the source, so that has to be there. */
function isLocal({ kind, specifier }: { readonly kind: string; readonly specifier: string }): boolean {
  return kind === 'path' || (kind === 'editable' && !/^(?:[a-z]+\+|[a-z]+:\/\/|git@)/i.test(specifier));
}

function byTool(command: RunCommand, instruction: Instruction, facts: Facts): DependencyInstall | undefined {
  const [program, ...words] = command.words;
  const name = programName(program?.text ?? '');
  const tool = toolNamed(name);
  const { folder } = command;
  if (tool === undefined || folder === undefined) return undefined;
  const { verbs, manifest, others } = tools[tool];
  const plain = words.filter(
    ({ text }, index) => !text.startsWith('-') && !takesNext.has(words[index - 1]?.text ?? ''),
  );
  const verb = plain[0]?.text ?? (tool === 'yarn' ? 'install' : '');
  if (!verbs.includes(verb) || plain.length > 1) return undefined;
  if (words.some(({ text }) => text === '-g' || text === '--global' || text === '--only-root')) return undefined;
  const place = facts.placeOf(instruction);
  if (place === undefined) return undefined;
  const files = facts.filesIn(place.stage);
  const found = [manifest, ...others].flatMap((each) => files.repositoryPath(joinPath(folder, each)) ?? []);
  if (files.repositoryPath(joinPath(folder, manifest)) === undefined) return undefined;
  return {
    instruction,
    tool,
    title: `${tool} ${verb}`,
    location: command.location,
    manifests: found,
    mounted: isMounted(manifest, command, instruction, facts),
  };
}

/** Options that take the next word; a word that is left behind the verb is a package, and then no list is read. */
const takesNext: ReadonlySet<string> = new Set([
  '--only',
  '--with',
  '--without',
  '--extras',
  '-E',
  '--extra',
  '--group',
  '-G',
  '--no-group',
  '--only-group',
  '--package',
  '--python',
  '-p',
  '--omit',
  '--include',
  '--registry',
  '--loglevel',
  '--workspace',
  '-w',
  '--filter',
  '--network-timeout',
  '--cache',
  '--cache-dir',
  '--categories',
]);

function toolNamed(name: string): Exclude<DependencyInstall['tool'], 'pip'> | undefined {
  switch (name) {
    case 'uv':
    case 'poetry':
    case 'pipenv':
    case 'pdm':
    case 'npm':
    case 'yarn':
    case 'pnpm':
    case 'bun':
      return name;
    default:
      return undefined;
  }
}

function isMounted(file: string, command: RunCommand, instruction: Instruction, facts: Facts): boolean {
  const workdir = facts.stateAt(instruction)?.workdir;
  const wanted = joinPath(command.folder ?? '/', file);
  return mountsOf(instruction).some(
    ({ type, target }) =>
      type === 'bind' &&
      target !== undefined &&
      pathInside(joinPath(workdir?.known === true ? workdir.text : '/', target), wanted) !== undefined,
  );
}
