import path from 'node:path';

/** Where a file lies in the repository, counted from its top; begins with `..` where it lies outside. */
export type RepositoryPath = (file: string) => string;

export interface Place {
  /** The checkout's top folder, without links. */
  readonly top: string;
  /** From where plans see their paths. */
  readonly workingDirectory: string;
  /** The same folder, without links. */
  readonly realWorkingDirectory: string;
}

/** Takes an absolute path, or one as seen from the working directory. */
export function repositoryPaths({ top, workingDirectory, realWorkingDirectory }: Place): RepositoryPath {
  return (file) => {
    const seen = path.relative(workingDirectory, path.resolve(workingDirectory, file));
    return path.relative(top, path.resolve(realWorkingDirectory, seen)).split(path.sep).join('/');
  };
}

/** How the repository's top is seen from such a place, where that is above it: the names on the way. Undefined where it is not. */
export function wayDown(repositoryPath: string, top: string): string | undefined {
  if (!isAboveTop(repositoryPath)) return undefined;
  return path.relative(path.resolve(top, repositoryPath), top).split(path.sep).join('/');
}

/** All of the repository lies in it. */
export function isAboveTop(repositoryPath: string): boolean {
  return /^\.\.(?:\/\.\.)*$/.test(repositoryPath);
}

export function isOutside(repositoryPath: string): boolean {
  return repositoryPath === '..' || repositoryPath.startsWith('../') || path.isAbsolute(repositoryPath);
}
