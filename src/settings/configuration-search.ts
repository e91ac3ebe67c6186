import path from 'node:path';
import { UserError } from '../errors.ts';
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

/** The nearest of each kind, from the Dockerfile's folder up to the root of its repository. */
export function lookUpward(folder: string, { files, workingDirectory }: Looking): readonly FoundFile[] {
  const found = new Map<FoundFile['kind'], FoundFile>();
  for (const at of foldersUpward(folder, files, workingDirectory)) {
    const look = (kind: FoundFile['kind'], names: readonly string[]): void => {
      if (found.has(kind)) return;
      const name = names.find((each) => files.stat(path.join(at, each))?.kind === 'file');
      if (name !== undefined) found.set(kind, { kind, file: path.join(at, name), folder: at });
    };
    look('sea-trial', ours);
    look('hadolint', hadolints);
  }
  return [...found.values()];
}

/** Without a repository the working directory is the highest, and where the folder is not below it, the folder itself. */
function foldersUpward(folder: string, files: Ports['files'], workingDirectory: string): readonly string[] {
  const upward = [folder];
  for (let at = folder; path.dirname(at) !== at; at = path.dirname(at)) upward.push(path.dirname(at));
  const root = upward.findIndex((at) => files.stat(path.join(at, '.git')) !== undefined);
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
