import {
  cpSync,
  fstatSync,
  lstatSync,
  readFileSync,
  readdirSync,
  realpathSync,
  statSync,
  statfsSync,
  mkdtempSync,
  writeFileSync,
  renameSync,
  mkdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runIdOf } from './run-id.ts';

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

/** Whole folders, where something is tried on a copy. */
export interface Folders {
  /** An empty one, that goes with all that is in it. */
  temporary(): Disposable & { readonly path: string };
  /** A folder with all that `keep` wants of its files, by path relative to it; links stay links. */
  copy(from: string, to: string, keep: (relative: string) => boolean): void;
  /** Those that runs for which that is so have left in the system's temporary folder; a run is told by its id. */
  removeTemporary(isOfThem: (runId: string) => boolean): void;
  /** Of the file system that holds it. */
  freeBytes(folder: string): number;
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

export type Progress = (event: ProgressEvent) => void;

/** What a trial tells while it goes on. A terminal and a runner's log are both told from these events; their texts are untrusted. */
export type ProgressEvent =
  /** One of several. */
  | { readonly kind: 'trial-began'; readonly name: string; readonly number: number; readonly of: number }
  | { readonly kind: 'stage-began'; readonly stage: string }
  /** A part of the stage that is worth a name: a step of the build, a probe. Until its end, lines of the stage belong to it. */
  | { readonly kind: 'step-began'; readonly stage: string; readonly title: string }
  | { readonly kind: 'line'; readonly stage: string; readonly text: string }
  | { readonly kind: 'step-ended'; readonly stage: string }
  | {
      readonly kind: 'stage-ended';
      readonly stage: string;
      readonly status: 'passed' | 'failed' | 'errored' | 'skipped';
      /** Why it was skipped. */
      readonly because?: string;
    };

/** Nobody watches. */
export const unwatched: Progress = () => {};

const largestTextBytes = 1_000_000;

const numberOf = { stdout: 1, stderr: 2 } as const;

/**
 * Writes to a pipe or a file at once, without Node's stream: to load sockets for one text takes a cold start longer than to make the
 * text. A terminal needs that stream, and so does a pipe that takes no more for now. A reader such as `head` may have seen enough.
 */
export function writeStandard(stream: keyof typeof numberOf, text: string): void {
  let left = Buffer.from(text);
  if (!streamed.has(stream) && !isDevice(stream))
    try {
      while (left.length > 0) left = left.subarray(writeSync(numberOf[stream], left));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
    }
  if (left.length === 0) return;
  if (!streamed.has(stream)) process[stream].on('error', endQuietly);
  streamed.add(stream); // what the stream holds back must stay before what comes later
  process[stream].write(left);
}

/** Those that were written to through Node's stream. */
const streamed = new Set<keyof typeof numberOf>();

function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  try {
    writeSync(numberOf.stderr, `sea-trial: ${cannotBeWritten('standard output', error)}\n`);
  } catch {
    // nobody can be told
  }
  process.exit(2);
}

/** One sentence for what the system would not take: `error` is its own. */
export function cannotBeWritten(name: string, { code, message }: NodeJS.ErrnoException): string {
  const reason = /^\w+: ([^,]+)/.exec(message)?.[1] ?? message;
  return `${name} cannot be written: ${reason} (${code ?? 'unknown'}). Make room, or name another place.`;
}

/** Asked of what may be one alone, for the answer loads the stream. */
export function isTerminal(stream: keyof typeof numberOf): boolean {
  return isDevice(stream) && process[stream].isTTY;
}

function isDevice(stream: keyof typeof numberOf): boolean {
  return process.platform === 'win32' || fstatSync(numberOf[stream]).isCharacterDevice();
}

export const systemClock: Clock = {
  now: () => Date.now(),
  ticks: () => performance.now(),
  async sleep(ms, signal) {
    const { setTimeout: delay } = await import('node:timers/promises'); // slow to load, and lint never sleeps
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
      const found = statSync(file, { throwIfNoEntry: false }); // to make an error takes longer than to look
      return found && { kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other', bytes: found.size };
    } catch {
      return undefined; // absent, or in a folder that is not ours to look into
    }
  },
  realPath(file) {
    try {
      return realpathSync.native(file); // one question to the system, not one a folder on the way
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
    try {
      writeFileSync(unfinished, text, mode === undefined ? {} : { mode });
      renameSync(unfinished, file);
    } catch (error) {
      rmSync(unfinished, { force: true });
      throw error;
    }
  },
  remove(file) {
    rmSync(file, { force: true });
  },
};

/** What the name of each temporary folder of a run begins with. */
export function temporaryPrefix(runId: string): string {
  return `sea-trial-${runId}`;
}

export const systemFolders: Folders = {
  temporary() {
    const folder = mkdtempSync(path.join(tmpdir(), `${temporaryPrefix(runIdOf(systemFiles))}-`));
    return { path: folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
  },
  copy(from, to, keep) {
    cpSync(from, to, {
      recursive: true,
      verbatimSymlinks: true,
      preserveTimestamps: true,
      filter: (source) =>
        lstatSync(source).isDirectory() || keep(path.relative(from, source).split(path.sep).join('/')),
    });
  },
  removeTemporary(isOfThem) {
    const beginning = temporaryPrefix('');
    for (const { name, kind } of systemFiles.list(tmpdir())) {
      if (kind !== 'folder' || !name.startsWith(beginning) || !isOfThem(name.slice(beginning.length))) continue;
      try {
        rmSync(path.join(tmpdir(), name), { recursive: true, force: true });
      } catch {
        // another user's: whoever may remove it will
      }
    }
  },
  freeBytes(folder) {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  },
};
