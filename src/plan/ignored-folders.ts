import path from 'node:path';
import type { ContextIgnoreFile } from '../facts/context.ts';

/** What of a context is sent, judged so that whole folders need not be looked through. */
export interface Sent {
  readonly ignores: (path: string) => boolean;
  /** Nothing at or below this folder is sent. */
  readonly isLeftOut: (folder: string) => boolean;
  /** Folders of whose content nothing is sent but for exceptions, '' for all: `*`, `services/*`. */
  readonly closed: readonly string[];
  /** How the paths begin that exceptions can let in again. */
  readonly exceptions: readonly string[];
}

export const allSent: Sent = { ignores: () => false, isLeftOut: () => false, closed: [], exceptions: [] };

export function sentBy(ignoreFile: Pick<ContextIgnoreFile, 'text' | 'patterns'> | undefined): Sent {
  if (ignoreFile === undefined) return allSent;
  const { text, patterns } = ignoreFile;
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  const exceptions = lines.flatMap((line) => exceptionStart(line) ?? []);
  const known = new Map<string, boolean>();
  return {
    ignores: (each) => patterns.ignores(each),
    isLeftOut(folder) {
      const isKnown = known.get(folder);
      if (isKnown !== undefined) return isKnown;
      // A pattern that matches a folder matches all in it, so only an exception that is made inside can change what holds for the folder.
      const answer = patterns.ignores(folder) && !exceptions.some((start) => areRelated(start, folder));
      known.set(folder, answer);
      return answer;
    },
    closed: lines.flatMap((line) => closedFolder(line) ?? []),
    exceptions,
  };
}

/** The folder of which a line leaves out all content; undefined where it does not, or where that takes more to know. */
function closedFolder(line: string): string | undefined {
  if (line.startsWith('#')) return undefined;
  const whole = path.posix.resolve('/', line.trim()).slice(1);
  return /^(?:(?<folder>[^!*?[\\][^*?[\\]*)\/)?(?:\*\*?|\*\*\/\*)$/.exec(whole) === null
    ? undefined
    : whole.replace(/\/?(?:\*\*\/)?\*\*?$/, '');
}

/** How the paths begin that an exception can match; undefined where the line is none. */
function exceptionStart(line: string): string | undefined {
  // A mark behind slashes and dots is one too, once the pattern is shortened.
  const pattern = /^[\s/.]*!(.*)$/s.exec(line)?.[1]?.trim();
  if (pattern === undefined) return undefined;
  const whole = path.posix.resolve('/', pattern).slice(1);
  const open = whole.search(/[*?[\\]/);
  return open === -1 ? whole : whole.slice(0, Math.max(0, whole.lastIndexOf('/', open)));
}

/** One is at, below or above the other. */
function areRelated(one: string, other: string): boolean {
  return one === other || one === '' || other === '' || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
}
