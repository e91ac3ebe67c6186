import path from 'node:path';
import dockerignore from '@balena/dockerignore';
import { trimSpaces } from './blanks.ts';
import { walkGlob } from './glob-walk.ts';

/** The patterns of a .dockerignore, as moby matches them. */
export interface IgnoreFile {
  /** Whether a path of the context, relative and with `/`, stays behind. */
  ignores(path: string): boolean;
  /** The line, counted from 1, whose pattern decides on this path; undefined where none concerns it. */
  decidingLine(path: string): number | undefined;
}

interface Pattern {
  readonly line: number;
  /** `!`: what it matches is sent after all. */
  readonly isException: boolean;
  /** Whether it matches the path or a folder above it. */
  readonly matches: (path: string) => boolean;
}

export function readIgnoreFile(text: string): IgnoreFile {
  const patterns = readPatterns(text);
  // Asked in order, as moby does: a pattern that would change nothing is not even tried.
  const decide = (file: string): Pattern | undefined => {
    let deciding: Pattern | undefined;
    if (!isInside(file)) return undefined;
    for (const pattern of patterns) {
      const isIgnored = deciding !== undefined && !deciding.isException;
      if (pattern.isException === isIgnored && pattern.matches(file)) deciding = pattern;
    }
    return deciding;
  };
  return {
    ignores: (file) => decide(file)?.isException === false,
    decidingLine: (file) => decide(file)?.line,
  };
}

/** Neither the context itself nor what lies outside of it can be left behind. */
function isInside(file: string): boolean {
  return file !== '' && file !== '.' && !file.startsWith('/') && !file.startsWith('../') && file !== '..';
}

/** A line that begins with `#` is a comment, and only at its very beginning; a byte order mark is no part of the first one. */
function readPatterns(text: string): readonly Pattern[] {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  return lines.flatMap((line, index) => {
    if (line.startsWith('#')) return [];
    const trimmed = trimSpaces(line);
    const written = trimmed.startsWith('!') ? trimSpaces(trimmed.slice(1)) : trimmed;
    const fromRoot = written === '' ? '' : shortest(written).replace(/^\/(?=.)/, '');
    // Moby shortens once more with the mark before it, and only then looks for the mark: `/!name` is an exception too.
    const whole = trimSpaces(trimmed.startsWith('!') ? `!${fromRoot}` : fromRoot);
    if (whole === '' || whole === '!') return [];
    const pattern = shortest(whole);
    const isException = pattern.startsWith('!');
    const matches = matcherOf(isException ? pattern.slice(1) : pattern);
    return [{ line: index + 1, isException, matches }];
  });
}

/** The shortest form of the pattern: Go's filepath.Clean. */
function shortest(pattern: string): string {
  const normal = path.posix.normalize(pattern);
  return normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal;
}

/** So many wildcards and the library's expression tries every way to share a path among them. */
const crowded = 4;

function matcherOf(pattern: string): (file: string) => boolean {
  // The library would take the slash away, and moby finds no path that begins with one.
  if (pattern.startsWith('/')) return () => false;
  // Without a wildcard moby too compares the text.
  if (!/[*?[\]\\]/.test(pattern)) return (file) => file === pattern || file.startsWith(`${pattern}/`);
  if ((pattern.match(/\*+/g)?.length ?? 0) >= crowded) return walkGlob(pattern);
  const make = () => dockerignore.default({ ignorecase: false }).add([forLibrary(pattern)]);
  let library = make();
  let asked = 0;
  return (file) => {
    asked += 1;
    // It remembers every answer, for each pattern anew; of a big context that would be most of the memory.
    if (asked % 10_000 === 0) library = make();
    try {
      return withFolders(file).some((each) => library.ignores(each));
    } catch {
      // The pattern is no valid expression, such as `[`: moby refuses the whole file, so no answer is wrong.
      return false;
    }
  };
}

/** The path, and the folders above it: what matches one of them holds for all that is inside. */
function withFolders(file: string): readonly string[] {
  const parts = file.split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}

/**
 * The library makes an expression of every pattern. Moby compares text where wildcards stand at one end at most, so there every
 * mark of an expression is made plain; elsewhere moby too lets braces and bars through. `#`, `!` and a blank would be a
 * comment, an exception and nothing, and of `**name` moby compares the ends.
 */
function forLibrary(pattern: string): string {
  const [, opening = '', text = '', closing = ''] = /^(\*\*)?([^*?\\[\]]*)(\*\*)?$/.exec(pattern) ?? [];
  const isPlain = text !== '' && (opening === '' || closing === '');
  if (!isPlain) return guarded(pattern.replace(/(\[[^\]]*\])|[+()]/g, (mark, set) => set ?? `[${mark}]`));
  const begin = opening !== '' && !text.startsWith('/') ? '**/*' : opening;
  const escaped = text.replace(/[+(){}|]/g, '[$&]');
  return guarded(`${begin}${path.sep === '\\' ? escaped : escaped.replaceAll('^', String.raw`\^`)}${closing}`);
}

function guarded(pattern: string): string {
  return pattern.replace(/^[#!\s]/, '[$&]');
}
