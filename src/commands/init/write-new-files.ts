import path from 'node:path';
import { UserError } from '../../errors.ts';
import { cannotBeWritten, type Files } from '../../ports.ts';

export interface NewFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  /** What it is made of, in a few words. */
  readonly about?: string;
}

/** All of them or none. Nothing is written where a link leads out of `root`. */
export function writeNewFiles(
  newFiles: readonly NewFile[],
  root: string,
  shown: (file: string) => string,
  files: Files,
): void {
  for (const { path: file } of newFiles) {
    const folder = nearestFolder(path.dirname(file), files);
    if (folder === root || folder.startsWith(root + path.sep)) continue;
    throw new UserError(`${shown(file)} would lie outside the repository, for a folder above it is a symbolic link.`, {
      place: 'sea-trial init',
      hint: 'Nothing is written. Put a folder in the place of the link.',
    });
  }
  const written: string[] = [];
  for (const { path: file, text } of newFiles) {
    try {
      files.writeText(file, text);
    } catch (error) {
      for (const each of written) files.remove(each);
      if (!(error instanceof Error)) throw error;
      throw new UserError(`${cannotBeWritten(shown(file), error)} Nothing is written.`, { cause: error });
    }
    written.push(file);
  }
}

/** Of the folders on the way the lowest that is there, without links. */
function nearestFolder(folder: string, files: Files): string {
  for (let at = folder; ; at = path.dirname(at)) {
    const real = files.realPath(at);
    if (real !== undefined) return real;
    if (path.dirname(at) === at) return at;
  }
}
