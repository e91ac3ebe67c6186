import { isForeign, type Frame } from '../../traceback/traceback.ts';

/** Where one thread of a Python stood when its fault handler was asked, or when it crashed. */
export interface Thread {
  /** The one that got the signal: the main thread, where SIGABRT came from outside. */
  readonly isCurrent: boolean;
  /** From the line that was being run outwards. */
  readonly frames: readonly Frame[];
}

/** `Fatal Python error: Aborted`, or the first thread where that line is missing. */
export function beginsDump(line: string): boolean {
  return /^Fatal Python error: |^(?:Current thread|Thread) 0x[\da-f]+ /.test(line);
}

/** What `faulthandler` writes: no source lines, no comma before `in`. */
export function readThreads(lines: readonly string[]): readonly Thread[] {
  const threads: { isCurrent: boolean; frames: Frame[] }[] = [];
  for (const line of lines) {
    const heading = /^(?<which>Current thread|Thread) 0x[\da-f]+ .*\(most recent call first\)/.exec(line);
    if (heading !== null) {
      threads.push({ isCurrent: heading.groups?.['which'] === 'Current thread', frames: [] });
      continue;
    }
    const [, file, number, name] = /^ {2}File "(.+)", line (\d+) in (.+)$/.exec(line) ?? [];
    if (file !== undefined && name !== undefined)
      threads.at(-1)?.frames.push({ file, line: Number(number), function: name });
  }
  return threads;
}

/** The line of the user's own code that is being run or waited in, main thread first; undefined where all of them are elsewhere. */
export function ownFrames(threads: readonly Thread[]): readonly Frame[] {
  const ordered = [...threads.filter(({ isCurrent }) => isCurrent), ...threads.filter(({ isCurrent }) => !isCurrent)];
  return ordered.flatMap(({ frames }) => frames.find(({ file }) => !isForeign(file)) ?? []);
}
