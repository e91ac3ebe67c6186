/** What differs between two states of a repository. Paths count from its top folder, with `/`. */
export interface Change {
  /** The earlier commit. */
  readonly base: string;
  /** The checkout's top folder, absolute, without links. */
  readonly top: string;
  /** How many files are otherwise, as people count them: a renamed one is two. */
  readonly fileCount: number;
  readonly entries: readonly ChangedEntry[];
  /** Where the symbolic links of the later state lead, as they are written. */
  readonly links: ReadonlyMap<string, string>;
}

export interface ChangedEntry {
  readonly path: string;
  /**
   * `file`: it came, went, or is otherwise (its mode counts, and a link is a file). `folder`: it came or went, which matters where what
   * is in it is left out. `subtree`: anything at or below this path may be otherwise, as in a submodule.
   */
  readonly kind: 'file' | 'folder' | 'subtree';
  /** The file that is to blame, where it is another. */
  readonly by?: string;
}

/** What git is asked for a change; the listings are ended by NUL, for a path may hold a line break. */
export interface ChangeListings {
  /** `git diff --raw -z --no-renames`. */
  readonly differences: string;
  /** `git ls-tree -r -z` or `git ls-files --stage -z`: the later state, where it is not told otherwise by the differences. */
  readonly tracked: string;
  /** `git ls-files --others -z`: files that git does not know yet. */
  readonly untracked: string;
  /** Whether the later state is another commit than the earlier one. */
  readonly isOtherCommit: boolean;
}

interface Difference {
  readonly path: string;
  readonly status: string;
  readonly isSubmodule: boolean;
}

/** All that is otherwise, from git's listings. */
export function readChange(listings: ChangeListings): Pick<Change, 'fileCount' | 'entries'> {
  const differences = [...readDifferences(listings.differences), ...readUntracked(listings.untracked)];
  const isOtherwise = differences.length > 0 || listings.isOtherCommit;
  return {
    fileCount: new Set(differences.map(({ path }) => path)).size,
    entries: [
      ...differences.flatMap(entriesOf),
      ...changedFolders(differences, readTracked(listings.tracked)),
      // Its objects, its index and its logs.
      ...(isOtherwise ? [{ path: '.git', kind: 'subtree' } as const] : []),
    ],
  };
}

export interface TrackedFile {
  readonly path: string;
  readonly id: string;
  readonly isLink: boolean;
}

/** Reads `git ls-tree -r -z` and `git ls-files --stage -z`, which differ in what stands between the mode and the id. */
export function readTracked(listing: string): readonly TrackedFile[] {
  return listing.split('\0').flatMap((line) => {
    const tab = line.indexOf('\t');
    if (tab === -1) return [];
    const words = line.slice(0, tab).split(' ');
    const id = words.find((word, index) => index > 0 && word.length >= 40) ?? '';
    return [{ path: line.slice(tab + 1), id, isLink: words[0] === '120000' }];
  });
}

function readDifferences(listing: string): readonly Difference[] {
  const found: Difference[] = [];
  const words = listing.split('\0').values();
  for (const word of words) {
    const { before, after, status } =
      /^:(?<before>\d+) (?<after>\d+) \w+ \w+ (?<status>[A-Z])\d*$/.exec(word)?.groups ?? {};
    if (status === undefined) continue;
    const path = words.next().value;
    if (path !== undefined) found.push({ path, status, isSubmodule: before === '160000' || after === '160000' });
  }
  return found;
}

/** A repository inside, of which git knows nothing, is one entry that ends with a slash. */
function readUntracked(listing: string): readonly Difference[] {
  return listing
    .split('\0')
    .filter((path) => path !== '')
    .map((path) => ({ path: path.replace(/\/$/, ''), status: 'A', isSubmodule: path.endsWith('/') }));
}

function entriesOf({ path, isSubmodule }: Difference): readonly ChangedEntry[] {
  const folder = folderOf(path);
  // A name that is no UTF-8 came to us with other characters: it is somewhere in its folder.
  if (path.includes('\uFFFD')) return [{ path: readableFolder(folder), kind: 'subtree', by: path }];
  if (isSubmodule) return [{ path, kind: 'subtree' }];
  const own: ChangedEntry = { path, kind: 'file' };
  // It says how all below is checked out: line endings, filters.
  return path === '.gitattributes' || path.endsWith('/.gitattributes')
    ? [own, { path: folder, kind: 'subtree', by: path }]
    : [own];
}

function readableFolder(folder: string): string {
  let readable = folder;
  while (readable.includes('\uFFFD')) readable = folderOf(readable);
  return readable;
}

/** Folders that exist on one side alone: git has no empty ones. */
function changedFolders(differences: readonly Difference[], tracked: readonly TrackedFile[]): readonly ChangedEntry[] {
  const oneSided = differences.filter(({ status }) => status === 'A' || status === 'D');
  if (oneSided.length === 0) return [];
  const changed = new Set(oneSided.map(({ path }) => path));
  const onBoth = new Set<string>();
  for (const { path } of tracked) if (!changed.has(path)) addFolders(path, onBoth);
  for (const { path, status } of differences) if (status !== 'A' && status !== 'D') addFolders(path, onBoth);
  const [come, gone] = (['A', 'D'] as const).map((status) => {
    const folders = new Set<string>();
    for (const each of oneSided) if (each.status === status) addFolders(each.path, folders);
    return folders;
  });
  return [...(come ?? []).values(), ...(gone ?? []).values()]
    .filter((folder) => !onBoth.has(folder) && come?.has(folder) !== gone?.has(folder))
    .map((path) => ({ path, kind: 'folder' }));
}

function addFolders(path: string, folders: Set<string>): void {
  for (let folder = folderOf(path); folder !== '' && !folders.has(folder); folder = folderOf(folder))
    folders.add(folder);
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}
