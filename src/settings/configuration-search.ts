import path from 'node:path';
import { UserError } from '../errors.ts';
import { once } from '../facts/once.ts';
import type { Ports } from '../ports.ts';
import type { Placed } from './given.ts';

export interface FoundFile {
  readonly kind: 'sea-trial' | 'hadolint';
  /** Absolute. */
  readonly file: string;
  /** Absolute: where its `paths` begin. */
  readonly folder: string;
}

type Looking = Pick<Ports, 'files' | 'environment' | 'workingDirectory'>;

const ours = ['.sea-trial.yml', '.sea-trial.yaml'];
const hadolints = ['.hadolint.yaml', '.hadolint.yml'];

/** What the files are called that are looked for. */
export const configurationNames: ReadonlySet<string> = new Set([...ours, ...hadolints]);

/** The file that an input or a flag names. */
export function givenConfiguration(given: Placed, { files, workingDirectory }: Looking): FoundFile {
  const file = path.resolve(workingDirectory, given.text);
  const found = files.stat(file);
  if (found?.kind !== 'file')
    throw new UserError(
      `there is no ${found === undefined ? 'configuration file' : 'file, but a folder,'} at "${given.text}".`,
      {
        place: given.place,
        hint: 'Name the file, or leave it out, and it is looked for.',
      },
    );
  const kind = /hadolint/i.test(path.basename(file)) ? 'hadolint' : 'sea-trial';
  return { kind, file, folder: workingDirectory };
}

/** Our own file for a whole run: the given one, else the nearest from the working directory upward. */
export function ownFileOfRun(given: Placed | undefined, ports: Looking): FoundFile | undefined {
  const found = given === undefined ? upwardSearch(ports)(ports.workingDirectory) : [givenConfiguration(given, ports)];
  return found.find(({ kind }) => kind === 'sea-trial');
}

/**
 * Gives the nearest of each kind, from a Dockerfile's folder up to the root of its repository. Each folder is looked into once, as most
 * are above many Dockerfiles.
 */
export function upwardSearch({ files, workingDirectory }: Looking): (folder: string) => readonly FoundFile[] {
  const known = new Map<string, Folder>();
  const lookInto = (at: string): Folder => {
    const folder = known.get(at) ?? folderAt(at, files);
    if (known.size >= mostKnown) known.clear();
    known.set(at, folder);
    return folder;
  };
  return (folder) => {
    const found = new Map<FoundFile['kind'], FoundFile>();
    for (const at of foldersUpward(folder, lookInto, workingDirectory))
      for (const file of lookInto(at).configuration()) if (!found.has(file.kind)) found.set(file.kind, file);
    return [...found.values()];
  };
}

const mostKnown = 1000;

interface Folder {
  readonly isRoot: boolean;
  readonly configuration: () => readonly FoundFile[];
}

function folderAt(folder: string, files: Ports['files']): Folder {
  const look = (kind: FoundFile['kind'], names: readonly string[]): readonly FoundFile[] => {
    const name = names.find((each) => files.stat(path.join(folder, each))?.kind === 'file');
    return name === undefined ? [] : [{ kind, file: path.join(folder, name), folder }];
  };
  return {
    isRoot: files.stat(path.join(folder, '.git')) !== undefined,
    configuration: once(() => [...look('sea-trial', ours), ...look('hadolint', hadolints)]),
  };
}

/** Without a repository the working directory is the highest, and where the folder is not below it, the folder itself. */
function foldersUpward(folder: string, lookInto: (at: string) => Folder, workingDirectory: string): readonly string[] {
  const upward = [folder];
  for (let at = folder; path.dirname(at) !== at; at = path.dirname(at)) upward.push(path.dirname(at));
  const root = upward.findIndex((at) => lookInto(at).isRoot);
  const highest = root === -1 ? Math.max(0, upward.indexOf(path.resolve(workingDirectory))) : root;
  return upward.slice(0, highest + 1);
}

/** The user's own, where hadolint looks for it. */
export function hadolintOfUser({ files, environment }: Looking): readonly FoundFile[] {
  const home = environment['HOME'] ?? environment['USERPROFILE'];
  if (home === undefined || home === '') return [];
  const configuration = environment['XDG_CONFIG_HOME'] ?? path.join(home, '.config');
  const own = path.join(home, '.hadolint');
  const places = [
    ...['hadolint.yaml', 'hadolint.yml'].map((name) => path.join(configuration, name)),
    ...['hadolint.yaml', 'hadolint.yml', 'config.yaml', 'config.yml'].map((name) => path.join(own, name)),
    ...hadolints.map((name) => path.join(home, name)),
  ];
  const file = places.find((each) => files.stat(each)?.kind === 'file');
  return file === undefined ? [] : [{ kind: 'hadolint', file, folder: path.dirname(file) }];
}
