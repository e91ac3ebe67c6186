/** What git keeps of one path in a commit. */
export interface TreeFile {
  /** The id of its content. */
  readonly id: string;
  /** A link's content is where it leads. */
  readonly kind: 'file' | 'link';
}

/** By path from the repository's top; a repository inside is not among them. */
export type Tree = ReadonlyMap<string, TreeFile>;

/** How an earlier state of the files differs from a later one. */
export interface Differences {
  /** What the earlier one has at a path; undefined where it has no such file. */
  readonly files: ReadonlyMap<string, TreeFile | undefined>;
  /** By the later path, the earlier one. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** Reads `git ls-tree -r -z`. */
export function readTree(listing: string): Tree {
  const tree = new Map<string, TreeFile>();
  for (const line of listing.split('\0')) {
    const { mode, id, path } = /^(?<mode>\d+) \w+ (?<id>[0-9a-f]+)\t(?<path>.+)$/s.exec(line)?.groups ?? {};
    const kind = kindOf(mode ?? '');
    if (id !== undefined && path !== undefined && kind !== undefined) tree.set(path, { id, kind });
  }
  return tree;
}

/** Reads `git diff --raw -z`: the modes, the ids and the status, then the path, of a renamed file both. */
export function readRawDiff(listing: string): Differences {
  const files = new Map<string, TreeFile | undefined>();
  const renamed = new Map<string, string>();
  const words = listing.split('\0').values();
  for (const word of words) {
    const { mode, id, status } =
      /^:(?<mode>\d+) \d+ (?<id>[0-9a-f]+) [0-9a-f]+ (?<status>[A-Z])\d*$/.exec(word)?.groups ?? {};
    if (mode === undefined || id === undefined) continue;
    const path = words.next().value ?? '';
    const kind = kindOf(mode);
    const earlier = kind === undefined ? undefined : { id, kind };
    if (status === 'R' || status === 'C') {
      const later = words.next().value ?? '';
      files.set(later, undefined);
      if (status === 'R') {
        files.set(path, earlier);
        renamed.set(later, path);
      }
    } else files.set(path, earlier);
  }
  return { files, renamed };
}

/** The same of two trees. Without the texts only a file that was moved unchanged is known again. */
export function differencesOf(earlier: Tree, later: Tree): Differences {
  const files = new Map<string, TreeFile | undefined>();
  const goneById = new Map<string, string>();
  for (const [path, file] of earlier) {
    const now = later.get(path);
    if (now?.id === file.id && now.kind === file.kind) continue;
    files.set(path, file);
    if (now === undefined) goneById.set(file.id, path);
  }
  const renamed = new Map<string, string>();
  for (const [path, { id }] of later) {
    if (earlier.has(path)) continue;
    files.set(path, undefined);
    const from = goneById.get(id);
    if (from !== undefined) renamed.set(path, from);
  }
  return { files, renamed };
}

/** Git's modes: of a file, one that can be executed, a link; 0 for none, 160000 for a repository inside. */
function kindOf(mode: string): TreeFile['kind'] | undefined {
  if (mode === '120000') return 'link';
  return /^100\d{3}$/.test(mode) ? 'file' : undefined;
}
