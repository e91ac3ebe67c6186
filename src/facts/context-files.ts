import path from 'node:path';
import type { Files } from '../ports.ts';
import { contextFrom, type BuildContext, type Listing } from './context.ts';

/** More than this is not listed: a context of that size is a finding in itself, and lint must stay fast. */
const mostFiles = 20_000;
const deepestFolder = 40;

export interface ContextPlace {
  /** Absolute, or relative to the process's own working directory. */
  readonly folder: string;
  /** The same folder as reports name it; empty for the working directory. */
  readonly reportFolder: string;
  /** Absolute, or as `folder`. */
  readonly dockerfile: string;
}

/** Lists a context's folder; a path without links. */
export type ListContext = (root: string) => Listing;

/** A context on the disk. Links that lead out of it are not followed. */
export function contextInFolder(
  files: Files,
  place: ContextPlace,
  list: ListContext = (root) => listFolder(files, root),
): BuildContext {
  const root = files.realPath(place.folder) ?? place.folder;
  const resolve = (relative: string): string | undefined => {
    const real = files.realPath(path.join(root, relative));
    return real !== undefined && (real === root || real.startsWith(root + path.sep)) ? real : undefined;
  };
  return contextFrom({
    folder: place.reportFolder === '.' ? '' : place.reportFolder,
    read(relative) {
      const real = resolve(relative);
      return real === undefined ? undefined : files.readTextIfPresent(real);
    },
    kindOf(relative) {
      const real = resolve(relative);
      const kind = real === undefined ? undefined : files.stat(real)?.kind;
      return kind === 'other' ? undefined : kind;
    },
    list: () => list(root),
    dockerfile: path.relative(place.folder, place.dockerfile).split(path.sep).join('/'),
  });
}

/** As many as may be asked for at once; more would be all that a big repository holds. */
const mostShared = 8;

/** Dockerfiles of one context come one after another, and none of them changes what lies there: it is listed once. */
export function sharedListings(files: Files): ListContext {
  const known = new Map<string, Listing>();
  return (root) => {
    const listing = known.get(root) ?? listFolder(files, root);
    known.delete(root);
    known.set(root, listing); // the last one to be forgotten
    const [oldest] = known.keys();
    if (known.size > mostShared && oldest !== undefined) known.delete(oldest);
    return listing;
  };
}

function listFolder(files: Files, root: string): Listing {
  const found: string[] = [];
  const unvisited: string[] = [];
  let truncated = false;
  const waiting: { readonly relative: string; readonly depth: number }[] = [{ relative: '', depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { relative, depth } = next;
    const entries = files.list(path.join(root, relative));
    if (relative !== '' && isVirtualEnvironment(entries)) {
      unvisited.push(relative);
      continue;
    }
    for (const entry of entries) {
      if (found.length >= mostFiles) {
        truncated = true;
        break;
      }
      const name = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (entry.kind !== 'folder') found.push(name);
      else if (entry.name === '.git' || entry.name === 'node_modules') unvisited.push(name);
      else if (depth >= deepestFolder) truncated = true;
      else waiting.push({ relative: name, depth: depth + 1 });
    }
  }
  return { files: found.toSorted(), unvisited: unvisited.toSorted(), truncated };
}

/** The mark that every tool leaves in a virtual environment. */
function isVirtualEnvironment(entries: readonly { readonly name: string }[]): boolean {
  return entries.some((entry) => entry.name === 'pyvenv.cfg');
}
