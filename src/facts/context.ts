import path from 'node:path';
import { readIgnoreFile, type IgnoreFile } from '../dockerfile/ignore-file.ts';
import { once, oncePer, oncePerObject } from './once.ts';

/** The folder that is sent to the build, as a value: files are read when they are asked for. Paths in it are relative, with `/`. */
export interface BuildContext {
  /** As seen from the working directory; empty for that itself. */
  readonly folder: string;
  /** The path by which reports name a file of the context. */
  readonly reportPath: (relative: string) => string;
  /** Undefined where there is no such file, or none that can be read as text. */
  readonly readText: (relative: string) => string | undefined;
  /**
   * Whether the text of a file holds something; undefined where there is no such text. Unlike `readText` nothing of it is kept,
   * so that a key or a password never comes into a recorded observation or a report.
   */
  readonly textMatches: (relative: string, pattern: RegExp) => boolean | undefined;
  readonly kindOf: (relative: string) => 'file' | 'folder' | undefined;
  readonly listing: Listing;
  /** The .dockerignore in force; undefined where there is none. */
  readonly ignoreFile: ContextIgnoreFile | undefined;
  /** .dockerignore keeps it from the build. */
  readonly isIgnored: (relative: string) => boolean;
  /** What was read so far: a recorded observation keeps it. */
  readonly filesRead: () => readonly { readonly path: string; readonly text: string }[];
}

export interface Listing {
  /** Files, sorted; those that .dockerignore names are among them. */
  readonly files: readonly string[];
  /** Folders that were seen and not entered: `.git`, `node_modules`, virtual environments. */
  readonly unvisited: readonly string[];
  /** There is more than was listed: nothing may be concluded from what is absent. */
  readonly truncated: boolean;
}

/** The files of a listing with this name, in whatever folder. */
export function filesNamed(name: string, listing: Listing): readonly string[] {
  return filesByName(listing).get(name) ?? [];
}

/** Dockerfiles in one folder share its listing: to look through it for each of them would take the square of their number. */
const filesByName = oncePerObject(({ files }: Listing) => Map.groupBy(files, (file) => path.posix.basename(file)));

export interface ContextIgnoreFile {
  /** Relative to the context; for `<Dockerfile>.dockerignore` beside a Dockerfile elsewhere, as reports name it. */
  readonly path: string;
  readonly text: string;
  readonly patterns: IgnoreFile;
}

/** How a maker hands over what it found; `contextFrom` adds the memory. */
export interface ContextSource {
  readonly folder: string;
  readonly read: (relative: string) => string | undefined;
  readonly kindOf: (relative: string) => 'file' | 'folder' | undefined;
  readonly list: () => Listing;
  /** The Dockerfile's path, relative to the context where it lies inside. */
  readonly dockerfile: string;
}

export function contextFrom(source: ContextSource): BuildContext {
  return new RememberingContext(source);
}

/** A class for the same reason as that of the facts (facts.ts): its getters are functions of all contexts. */
class RememberingContext implements BuildContext {
  readonly folder: string;
  readonly isIgnored: BuildContext['isIgnored'];
  readonly #source: ContextSource;
  readonly #texts = new Map<string, string | undefined>();
  readonly #kinds = new Map<string, 'file' | 'folder' | undefined>();
  readonly #listing: () => Listing;
  readonly #ignoreFile = once(() => ignoreFileOf(this.#source.dockerfile, this));

  constructor(source: ContextSource) {
    this.folder = source.folder;
    this.isIgnored = oncePer((relative: string) => this.ignoreFile?.patterns.ignores(relative) ?? false);
    this.#source = source;
    this.#listing = once(source.list);
  }

  get listing(): Listing {
    return this.#listing();
  }

  get ignoreFile(): ContextIgnoreFile | undefined {
    return this.#ignoreFile();
  }

  reportPath(relative: string): string {
    return path.posix.join(this.folder, relative);
  }

  readText(relative: string): string | undefined {
    if (isOutside(relative)) return undefined;
    const name = path.posix.normalize(relative);
    if (!this.#texts.has(name)) this.#texts.set(name, this.#source.read(name));
    return this.#texts.get(name);
  }

  textMatches(relative: string, pattern: RegExp): boolean | undefined {
    const text = isOutside(relative) ? undefined : this.#source.read(path.posix.normalize(relative));
    return text === undefined ? undefined : pattern.test(text);
  }

  kindOf(relative: string): 'file' | 'folder' | undefined {
    const name = path.posix.normalize(relative);
    if (!this.#kinds.has(name)) this.#kinds.set(name, this.#source.kindOf(name));
    return this.#kinds.get(name);
  }

  filesRead(): readonly { readonly path: string; readonly text: string }[] {
    return [...this.#texts]
      .flatMap(([name, text]) => (text === undefined ? [] : [{ path: name, text }]))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  }
}

function isOutside(relative: string): boolean {
  const name = path.posix.normalize(relative);
  return name.startsWith('../') || name === '..' || name.startsWith('/');
}

export interface MemoryOptions {
  readonly folder?: string;
  readonly dockerfile?: string;
  /** Further paths that are there, without their text, as a recorded observation lists them. */
  readonly listing?: readonly string[];
}

/** A context in memory: for examples, and for what an observation recorded. */
export function contextOf(files: Readonly<Record<string, string>>, options: MemoryOptions = {}): BuildContext {
  const all = [...new Set([...Object.keys(files), ...(options.listing ?? [])])].toSorted();
  const known = new Set(all);
  const unvisited = [...new Set(all.flatMap((name) => unvisitedFolder(name, known) ?? []))];
  const visited = all.filter((name) => unvisitedFolder(name, known) === undefined);
  return contextFrom({
    folder: options.folder ?? '',
    read: (relative) => files[relative],
    kindOf(relative) {
      if (known.has(relative)) return 'file';
      return relative === '.' || unvisited.includes(relative) || all.some((name) => name.startsWith(`${relative}/`))
        ? 'folder'
        : undefined;
    },
    list: () => ({ files: visited, unvisited, truncated: false }),
    dockerfile: options.dockerfile ?? 'Dockerfile',
  });
}

/** The folder above a path that a walk over the disk would not enter, or that was recorded as not entered: `.git/`. */
function unvisitedFolder(name: string, known: ReadonlySet<string>): string | undefined {
  if (name.endsWith('/')) return name.slice(0, -1);
  const folders = name.split('/').slice(0, -1);
  for (const [index, folder] of folders.entries()) {
    const above = folders.slice(0, index + 1).join('/');
    if (folder === '.git' || folder === 'node_modules' || known.has(`${above}/pyvenv.cfg`)) return above;
  }
  return undefined;
}

/** BuildKit reads `<Dockerfile>.dockerignore` beside the Dockerfile, and only without it the context's own. */
function ignoreFileOf(dockerfile: string, context: Pick<BuildContext, 'readText'>): ContextIgnoreFile | undefined {
  for (const name of [`${dockerfile}.dockerignore`, '.dockerignore']) {
    const text = context.readText(name);
    if (text !== undefined) return { path: name, text, patterns: readIgnoreFile(text) };
  }
  return undefined;
}
