import type { ChangedEntry } from '../git/change.ts';

/** What changed, sorted and each path once, so that neither a file nor a folder is looked for among all of it. */
export interface ChangedPaths {
  readonly entries: readonly ChangedEntry[];
  /** What is otherwise at this very path. */
  at(path: string): ChangedEntry | undefined;
  /** The same at the path, or at a folder above it that is a file, a link or a submodule on one side. */
  atOrAbove(path: string): ChangedEntry | undefined;
  /** Where the entry at this very path begins and ends. */
  rangeOf(path: string): readonly [number, number];
  /** Where the entries at a folder's content begin and end; '' is all of it. */
  rangeBelow(folder: string): readonly [number, number];
}

const weight = { folder: 0, file: 1, subtree: 2 } as const;

export function changedPaths(all: readonly ChangedEntry[]): ChangedPaths {
  const byPath = new Map<string, ChangedEntry>();
  for (const entry of all) {
    const other = byPath.get(entry.path);
    if (other === undefined || weight[other.kind] < weight[entry.kind]) byPath.set(entry.path, entry);
  }
  const entries = [...byPath.values()].toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return {
    entries,
    at: (path) => byPath.get(path),
    atOrAbove(path) {
      const own = byPath.get(path);
      return own ?? withAbove(path).flatMap((each) => whatIsNoFolder(byPath.get(each)))[0];
    },
    rangeOf(path) {
      const index = firstNotBefore(entries, path);
      return [index, entries[index]?.path === path ? index + 1 : index];
    },
    rangeBelow: (folder) =>
      folder === ''
        ? [0, entries.length]
        : // What begins with `folder/` lies between that and the character behind the slash.
          [firstNotBefore(entries, `${folder}/`), firstNotBefore(entries, `${folder}0`)],
  };
}

/** A folder that came or went says nothing of what is below: that is told by itself. */
function whatIsNoFolder(entry: ChangedEntry | undefined): readonly ChangedEntry[] {
  return entry === undefined || entry.kind === 'folder' ? [] : [entry];
}

/** The first entry at or below a path, or above it where anything below may be otherwise. */
export function touched(path: string, changed: ChangedPaths): ChangedEntry | undefined {
  const above = changed.atOrAbove(path);
  if (above !== undefined) return above;
  return firstIn(changed.rangeBelow(path), changed);
}

/** Of the entries between two places the first one that says most. */
export function firstIn([from, to]: readonly [number, number], { entries }: ChangedPaths): ChangedEntry | undefined {
  for (let index = from; index < to; index += 1) {
    const entry = entries[index];
    if (entry !== undefined && !isOfGit(entry)) return entry;
  }
  return from < to ? entries[from] : undefined;
}

/** What every commit changes: of all reasons it says the least. */
export function isOfGit({ path, kind }: ChangedEntry): boolean {
  return kind === 'subtree' && /(?:^|\/)\.git$/.test(path);
}

/** The same entries as seen from a folder; what lies elsewhere is left out. */
export function seenFrom(folder: string, changed: ChangedPaths): ChangedPaths {
  if (folder === '') return changed;
  const above = changed.atOrAbove(folder);
  const [from, to] = changed.rangeBelow(folder);
  return changedPaths([
    ...(above === undefined ? [] : [{ path: '', kind: 'subtree', by: above.by ?? above.path } as const]),
    ...changed.entries.slice(from, to).map((entry) => ({ ...entry, path: entry.path.slice(folder.length + 1) })),
  ]);
}

/** A path and the folders above it, the nearest first, '' last. */
export function withAbove(path: string): readonly string[] {
  const all: string[] = [];
  for (let each = path; each !== ''; each = each.slice(0, Math.max(0, each.lastIndexOf('/')))) all.push(each);
  return [...all, ''];
}

function firstNotBefore(entries: readonly ChangedEntry[], path: string): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.path ?? '') < path) low = middle + 1;
    else high = middle;
  }
  return low;
}
