import {
  readFileSync,
  readdirSync,
  realpathSync,
  statSync,
  writeFileSync,
  renameSync,
  mkdirSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Everything outside the process that is neither a program (`process.ts`) nor GitHub (`github/`). */
export interface Ports {
  readonly clock: Clock;
  readonly files: Files;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly print: Print;
  /** Where relative paths begin. */
  readonly workingDirectory: string;
}

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Milliseconds that never go backwards. */
  ticks(): number;
  /** Ends early, without an error, when the signal is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface FileEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

export interface Files {
  /** Throws what the system says: ENOENT, EACCES, EISDIR. */
  readBytes(file: string): Buffer;
  /** The text of a regular file of at most 1 MB, undefined where there is none that can be read. */
  readTextIfPresent(file: string): string | undefined;
  stat(file: string): { readonly kind: FileEntry['kind']; readonly bytes: number } | undefined;
  /** Symbolic links resolved; undefined where nothing is there. */
  realPath(file: string): string | undefined;
  /** Sorted by name; empty where the folder cannot be read. Symbolic links are `other`. */
  list(folder: string): readonly FileEntry[];
  /** Whole or not at all; makes the folders on the way. */
  writeText(file: string, text: string): void;
  remove(file: string): void;
}

/** Where text goes. Whoever makes one passes all of it through the printing door (render/printing.ts) and the mask. */
export interface Print {
  /** To standard output: the result, whole. */
  readonly result: (text: string) => void;
  /** A line about the trial's own doing: trouble, or what a person has to know. */
  readonly note: (line: string) => void;
  /** Progress, only shown where somebody watches: a terminal, or the runner's log. */
  readonly progress: Progress;
}

/** Lines between `open` and `close` belong together; a runner's log folds them. */
export interface Progress {
  readonly open: (title: string) => void;
  readonly line: (text: string) => void;
  readonly close: () => void;
}

const largestTextBytes = 1_000_000;

export const systemClock: Clock = {
  now: () => Date.now(),
  ticks: () => performance.now(),
  async sleep(ms, signal) {
    try {
      await delay(ms, undefined, signal === undefined ? {} : { signal });
    } catch (error) {
      if (signal?.aborted !== true) throw error;
    }
  },
};

export const systemFiles: Files = {
  readBytes: (file) => readFileSync(file),
  readTextIfPresent(file) {
    const found = systemFiles.stat(file);
    if (found?.kind !== 'file' || found.bytes > largestTextBytes) return undefined;
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return undefined; // no permission: for the reader it is as if it were not there
    }
  },
  stat(file) {
    try {
      const found = statSync(file);
      return { kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other', bytes: found.size };
    } catch {
      return undefined; // absent, or in a folder that is not ours to look into
    }
  },
  realPath(file) {
    try {
      return realpathSync(file);
    } catch {
      return undefined; // absent, or a circle of links
    }
  },
  list(folder) {
    try {
      return readdirSync(folder, { withFileTypes: true })
        .map((entry) => ({
          name: entry.name,
          kind: entry.isFile() ? ('file' as const) : entry.isDirectory() ? ('folder' as const) : ('other' as const),
        }))
        .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    } catch {
      return []; // absent or not ours to read: nothing is known to be in it
    }
  },
  writeText(file, text) {
    mkdirSync(path.dirname(file), { recursive: true });
    const unfinished = `${file}.${process.pid}.unfinished`;
    // An existing file keeps its mode: a script stays executable.
    const mode = statSync(file, { throwIfNoEntry: false })?.mode;
    writeFileSync(unfinished, text, mode === undefined ? {} : { mode });
    renameSync(unfinished, file);
  },
  remove(file) {
    rmSync(file, { force: true });
  },
};
