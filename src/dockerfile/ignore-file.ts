import dockerignore from '@balena/dockerignore';

/** The patterns of a .dockerignore, as moby matches them. */
export interface IgnoreFile {
  /** Whether a path of the context, relative and with `/`, stays behind. */
  ignores(path: string): boolean;
  /** The line, counted from 1, whose pattern decides on this path; undefined where none concerns it. */
  decidingLine(path: string): number | undefined;
}

interface Pattern {
  readonly line: number;
  /** As written, `!` included. */
  readonly text: string;
}

export function readIgnoreFile(text: string): IgnoreFile {
  const patterns = readPatterns(text);
  const all = matcher(patterns.map((pattern) => pattern.text));
  return {
    ignores: (path) => isInside(path) && all.ignores(path),
    // The last pattern that matches decides, so the file is asked from its end.
    decidingLine: (path) =>
      isInside(path)
        ? patterns.findLast(({ text: written }) => matcher([written.replace(/^!/, '')]).ignores(path))?.line
        : undefined,
  };
}

function matcher(patterns: readonly string[]) {
  return dockerignore.default({ ignorecase: false }).add([...patterns]);
}

/** The library refuses the context itself and what lies outside of it; neither can be left behind. */
function isInside(path: string): boolean {
  return path !== '' && path !== '.' && !path.startsWith('/') && !path.startsWith('../') && path !== '..';
}

/** A line that begins with `#` is a comment, and only there; a byte order mark is no part of the first one. */
function readPatterns(text: string): readonly Pattern[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, text: line.trim() }))
    .filter(({ text: written }) => written !== '' && !written.startsWith('#'));
}
