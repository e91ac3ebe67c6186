import type { ContextIgnoreFile } from '../facts/context.ts';
import { changedContext, type ChangedContext } from './changed-context.ts';
import { changedPaths, seenFrom, type ChangedPaths } from './changed-paths.ts';
import { allSent, sentBy } from './ignored-folders.ts';
import { wayThrough } from './linked-paths.ts';
import type { ChangedRepository } from './local-files.ts';
import { isOutside, wayDown } from './repository-path.ts';

/** A folder that is sent to a build, and the way back to names of the repository. */
export interface FolderChange {
  readonly context: ChangedContext;
  /** What a path of it is called in the repository. */
  readonly named: (path: string) => string;
}

export type FolderChanges = (folder: string, ignoreFile: ContextIgnoreFile | undefined) => FolderChange | undefined;

/**
 * Gives the changes of a folder (a path of the repository) as the build sees them; undefined where it lies outside, where git sees no
 * change. Trials that share a folder, and what is ignored in it, share the answer.
 */
export function folderChanges(repository: ChangedRepository, top: string): FolderChanges {
  const known = new Map<string, FolderChange | undefined>();
  return (folder, ignoreFile) => {
    const key = `${folder}\0${ignoreFile?.text ?? ''}`;
    if (!known.has(key)) known.set(key, folderChange(folder, ignoreFile, repository, top));
    return known.get(key);
  };
}

function folderChange(
  folder: string,
  ignoreFile: ContextIgnoreFile | undefined,
  { changed, links }: ChangedRepository,
  top: string,
): FolderChange | undefined {
  const sent = ignoreFile === undefined ? allSent : sentBy(ignoreFile);
  const down = wayDown(folder, top);
  if (down !== undefined)
    return {
      context: changedContext({
        changed: changedPaths(changed.entries.map((entry) => ({ ...entry, path: below(down, entry.path) }))),
        links: new Map([...links].map(([link, target]) => [below(down, link), target])),
        sent,
      }),
      named: (path) => path.slice(down.length + 1),
    };
  if (isOutside(folder)) return undefined;
  const way = wayThrough(folder, links);
  const end = way.at(-1) ?? folder;
  return {
    context: changedContext({
      changed: onTheWay(way, changed) ?? seenFrom(end, changed),
      links: new Map(
        [...links].flatMap(([link, target]) =>
          end === '' ? [[link, target]] : link.startsWith(`${end}/`) ? [[link.slice(end.length + 1), target]] : [],
        ),
      ),
      sent,
    }),
    named: (path) => below(end, path),
  };
}

/** A folder that is reached by a link which is another one now may be all otherwise. */
function onTheWay(way: readonly string[], changed: ChangedPaths): ChangedPaths | undefined {
  for (const each of way.slice(0, -1)) {
    const entry = changed.atOrAbove(each);
    if (entry !== undefined) return changedPaths([{ path: '', kind: 'subtree', by: entry.by ?? entry.path }]);
  }
  return undefined;
}

function below(folder: string, path: string): string {
  return [folder, path].filter((part) => part !== '').join('/');
}
