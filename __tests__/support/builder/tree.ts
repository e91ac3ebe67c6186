import path from 'node:path';

/** A file or a link of a repository. */
export interface TreeEntry {
  readonly kind: 'file' | 'link';
  /** Its content; of a link where it leads. */
  readonly text: string;
  readonly isExecutable: boolean;
}

/** By path, with `/`. Folders are where files are. */
export type Tree = ReadonlyMap<string, TreeEntry>;

export function below(folder: string, tree: Tree): Tree {
  if (folder === '') return tree;
  return new Map(
    [...tree].flatMap(([name, entry]) =>
      name.startsWith(`${folder}/`) ? [[name.slice(folder.length + 1), entry]] : [],
    ),
  );
}

export function foldersOf(tree: Tree): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const name of tree.keys())
    for (let folder = path.posix.dirname(name); folder !== '.'; folder = path.posix.dirname(folder))
      folders.add(folder);
  return folders;
}

/** As `git diff --raw -z --no-renames` and `git ls-tree -r -z` would list it. */
export function listingsOf(earlier: Tree, later: Tree): { readonly differences: string; readonly tracked: string } {
  const id = '0'.repeat(40);
  const mode = (entry: TreeEntry | undefined): string =>
    entry === undefined ? '000000' : entry.kind === 'link' ? '120000' : entry.isExecutable ? '100755' : '100644';
  const changes = [...new Set([...earlier.keys(), ...later.keys()])].flatMap((name) => {
    const [before, after] = [earlier.get(name), later.get(name)];
    if (before?.text === after?.text && mode(before) === mode(after)) return [];
    const status = before === undefined ? 'A' : after === undefined ? 'D' : before.kind === after.kind ? 'M' : 'T';
    return [`:${mode(before)} ${mode(after)} ${id} ${id} ${status}\0${name}\0`];
  });
  const tracked = [...later].map(([name, entry]) => `${mode(entry)} blob ${id}\t${name}\0`);
  return { differences: changes.join(''), tracked: tracked.join('') };
}

export function linksOf(tree: Tree): ReadonlyMap<string, string> {
  return new Map([...tree].flatMap(([name, { kind, text }]) => (kind === 'link' ? [[name, text]] : [])));
}
