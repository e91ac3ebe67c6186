import path from 'node:path';
import type { Differences } from '../../git/tree.ts';
import type { Files } from '../../ports.ts';

/** The files as they lie there, but what git keeps of them as it is in another commit. */
export interface BaseFiles {
  readonly files: Files;
  /** Ids of contents that were asked for and are not known: whoever asked was told that there is nothing, and asks again once they are. */
  readonly missing: ReadonlySet<string>;
}

/** As for a file of the disk. */
const largestTextBytes = 1_000_000;
/** A link that leads to a link, and so on: more are a circle. */
const mostLinks = 20;

/**
 * What no commit has (built files, virtual environments, `.git`) is the same on both sides: earlier steps of a job have made it.
 * `top` is the checkout's top folder, without links.
 */
export function baseFilesOver(
  below: Files,
  top: string,
  { files: changed }: Differences,
  contents: ReadonlyMap<string, Buffer | undefined>,
): BaseFiles {
  const missing = new Set<string>();
  const nameOf = (file: string): string => path.relative(top, file).split(path.sep).join('/');
  const children = childrenOf(changed);

  const contentOf = (id: string): Buffer | undefined => {
    const known = contents.get(id);
    if (known === undefined) missing.add(id);
    return known;
  };

  /** The file that stands there in the end; `below` where git has it as it lies there, or not at all. */
  const find = (file: string, links = 0): { readonly id: string; readonly file: string } | 'below' | undefined => {
    const name = nameOf(file);
    if (!changed.has(name)) return 'below';
    const entry = changed.get(name);
    if (entry === undefined || links > mostLinks) return undefined;
    if (entry.kind === 'file') return { id: entry.id, file };
    const target = contentOf(entry.id)?.toString('utf8');
    return target === undefined ? undefined : find(path.resolve(path.dirname(file), target), links + 1);
  };
  const isFolder = (file: string): boolean => children.has(nameOf(file));

  const files: Files = {
    readBytes(file) {
      const found = find(file);
      if (found === 'below') return below.readBytes(file);
      const content = found === undefined ? undefined : contentOf(found.id);
      if (content === undefined) throw new Error(`ENOENT: ${file} is not in the base`);
      return content;
    },
    readTextIfPresent(file) {
      const found = find(file);
      if (found === 'below') return below.readTextIfPresent(file);
      const content = found === undefined ? undefined : contentOf(found.id);
      return content === undefined || content.length > largestTextBytes ? undefined : content.toString('utf8');
    },
    stat(file) {
      const found = find(file);
      if (found === 'below') return below.stat(file) ?? (isFolder(file) ? { kind: 'folder', bytes: 0 } : undefined);
      // For its size alone nothing is fetched: whoever reads it is told.
      if (found !== undefined) return { kind: 'file', bytes: contents.get(found.id)?.length ?? 0 };
      return isFolder(file) ? { kind: 'folder', bytes: 0 } : undefined;
    },
    realPath(file) {
      const found = find(file);
      if (found === 'below') return below.realPath(file) ?? (isFolder(file) ? file : undefined);
      return found?.file ?? (isFolder(file) ? file : undefined);
    },
    list(folder) {
      const folderName = nameOf(folder);
      const full = (name: string): string => (folderName === '' ? name : `${folderName}/${name}`);
      const there = below.list(folder).filter(({ name }) => !changed.has(full(name)));
      const known = new Set(there.map(({ name }) => name));
      const added = [...(children.get(folderName) ?? [])]
        .filter((name) => !known.has(name))
        .map((name) => ({
          name,
          kind: children.has(full(name))
            ? ('folder' as const)
            : changed.get(full(name))?.kind === 'file'
              ? ('file' as const)
              : ('other' as const),
        }));
      return [...there, ...added].toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    },
    writeText(file) {
      throw new TypeError(`${file} is of a commit, which nobody writes`);
    },
    remove(file) {
      throw new TypeError(`${file} is of a commit, which nobody changes`);
    },
  };
  return { files, missing };
}

/** By folder, the names in it that lead to a file of the base. */
function childrenOf(changed: Differences['files']): ReadonlyMap<string, ReadonlySet<string>> {
  const children = new Map<string, Set<string>>();
  for (const [name, entry] of changed) {
    if (entry === undefined) continue;
    const parts = name.split('/');
    for (const [index, part] of parts.entries()) {
      const folder = parts.slice(0, index).join('/');
      const names = children.get(folder) ?? new Set();
      children.set(folder, names.add(part));
    }
  }
  return children;
}
