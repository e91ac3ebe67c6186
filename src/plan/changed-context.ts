import type { ChangedEntry } from '../git/change.ts';
import { walkGlob } from '../dockerfile/glob-walk.ts';
import { readIgnoreFile } from '../dockerfile/ignore-file.ts';
import { isOfGit, touched, withAbove, type ChangedPaths } from './changed-paths.ts';
import type { Sent } from './ignored-folders.ts';
import { wayThrough } from './linked-paths.ts';

/** What an instruction takes of a context. */
export type Source =
  | { readonly kind: 'whole' }
  /** A file or a folder; patterns of `--exclude` count from it. */
  | { readonly kind: 'path'; readonly path: string; readonly excludes: readonly string[] }
  | { readonly kind: 'pattern'; readonly pattern: string };

/** A context's changes: what is sent of it, and what of that is taken. Paths count from the context. */
export interface ChangedContext {
  readonly changed: ChangedPaths;
  /** The first change that a source takes. */
  taken(source: Source): ChangedEntry | undefined;
}

export interface ContextChange {
  readonly changed: ChangedPaths;
  readonly links: ReadonlyMap<string, string>;
  readonly sent: Sent;
}

/** Many trials may share a context, and ask the same of it: each question is answered once. */
export function changedContext(context: ContextChange): ChangedContext {
  const known = new Map<string, { readonly entry: ChangedEntry | undefined }>();
  return {
    changed: context.changed,
    taken(source) {
      const key = JSON.stringify(source);
      const answer = known.get(key) ?? { entry: takenBy(source, context) };
      known.set(key, answer);
      return answer.entry;
    },
  };
}

function takenBy(source: Source, context: ContextChange): ChangedEntry | undefined {
  switch (source.kind) {
    case 'whole':
      return context.changed.at('') ?? firstSent('', () => true, context);
    case 'path':
      return takenByPath(source, context);
    case 'pattern':
      return takenByPattern(source.pattern, context);
  }
}

function takenByPath(
  { path, excludes }: Extract<Source, { readonly kind: 'path' }>,
  context: ContextChange,
): ChangedEntry | undefined {
  const way = wayThrough(path, context.links);
  const onTheWay = changedOnTheWay(way, context.changed);
  if (onTheWay !== undefined) return onTheWay;
  const folder = way.at(-1) ?? path;
  const excluding = excludes.length === 0 ? undefined : readIgnoreFile(excludes.join('\n'));
  const hasExceptions = excludes.some((pattern) => pattern.startsWith('!'));
  return firstSent(
    folder,
    ({ path: changed, kind }) => {
      const inside = folder === '' ? changed : changed.slice(folder.length + 1);
      return excluding?.ignores(inside) !== true || (kind === 'subtree' && hasExceptions);
    },
    context,
  );
}

function takenByPattern(pattern: string, context: ContextChange): ChangedEntry | undefined {
  const open = pattern.search(/[*?[\\]/);
  const fixed = pattern.slice(0, Math.max(0, pattern.lastIndexOf('/', open)));
  const way = wayThrough(fixed, context.links);
  const onTheWay = changedOnTheWay(way, context.changed);
  if (onTheWay !== undefined) return onTheWay;
  const folder = way.at(-1) ?? fixed;
  const asWritten = (path: string): string => {
    const inside = folder === '' ? path : path.slice(folder.length + 1);
    return fixed === '' ? inside : `${fixed}/${inside}`;
  };
  // Of `**` BuildKit takes less than this does; what it takes of it depends on the flags.
  const matches = walkGlob(pattern);
  const direct = firstSent(folder, ({ path, kind }) => kind === 'subtree' || matches(asWritten(path)), context);
  if (direct !== undefined) return direct;
  // A link that the pattern finds is followed.
  for (const link of context.links.keys()) {
    if ((folder !== '' && !link.startsWith(`${folder}/`)) || !matches(asWritten(link))) continue;
    for (const each of wayThrough(link, context.links)) {
      const entry = touched(each, context.changed);
      if (entry !== undefined) return entry;
    }
  }
  return undefined;
}

/** A link on the way that is another one now, or a folder that was a file or was not there. */
function changedOnTheWay(way: readonly string[], changed: ChangedPaths): ChangedEntry | undefined {
  for (const path of way) {
    const entry = changed.atOrAbove(path);
    if (entry !== undefined) return entry;
  }
  return undefined;
}

/** The first entry below a folder that is sent and wanted. What is left out with all that is in it is passed over at once. */
function firstSent(
  folder: string,
  isWanted: (entry: ChangedEntry) => boolean,
  { changed, sent }: ContextChange,
): ChangedEntry | undefined {
  let git: ChangedEntry | undefined;
  for (const [from, to] of rangesOf(folder, changed, sent)) {
    for (let index = from; index < to;) {
      const entry = changed.entries[index];
      if (entry === undefined) break;
      const leftOut = withAbove(entry.path).findLast((each) => each !== '' && sent.isLeftOut(each));
      if (leftOut === undefined) {
        if ((entry.kind === 'subtree' || !sent.ignores(entry.path)) && isWanted(entry)) {
          if (!isOfGit(entry)) return entry;
          git = entry;
        }
        index += 1;
      } else index = Math.max(index + 1, changed.rangeBelow(leftOut)[1]);
    }
  }
  return git;
}

type Range = readonly [number, number];

/** Where below a folder something may be sent: folders that are closed are left out, but for what exceptions let in again. */
function rangesOf(folder: string, changed: ChangedPaths, { closed, exceptions }: Sent): readonly Range[] {
  const own = changed.rangeBelow(folder);
  const holes = closed.filter(
    (each) =>
      (isAtOrBelow(each, folder) || isAtOrBelow(folder, each)) &&
      !exceptions.some((exception) => isAtOrBelow(each, exception)),
  );
  if (holes.length === 0) return [own];
  return [
    ...without(
      own,
      holes.map((each) => changed.rangeBelow(each)),
    ),
    ...exceptions.flatMap((each): readonly Range[] => {
      if (isAtOrBelow(folder, each)) return [own];
      return isAtOrBelow(each, folder) ? [changed.rangeOf(each), changed.rangeBelow(each)] : [];
    }),
  ];
}

function without([from, to]: Range, holes: readonly Range[]): readonly Range[] {
  const pieces: Range[] = [];
  let at = from;
  for (const [holeFrom, holeTo] of holes.toSorted(([a], [b]) => a - b)) {
    if (holeFrom > at) pieces.push([at, Math.min(holeFrom, to)]);
    at = Math.max(at, holeTo);
  }
  return at < to ? [...pieces, [at, to]] : pieces;
}

function isAtOrBelow(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
