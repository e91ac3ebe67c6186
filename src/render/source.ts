import type { Edit, Location } from '../finding.ts';
import type { Sources } from '../observation.ts';

/** The text of a file that a finding names, as seen from the working directory; undefined where it was not read. */
export function sourceText(sources: Sources, path: string): string | undefined {
  const wanted = normalised(path);
  const file = [
    sources.dockerfile,
    ...sources.files.map(({ path: below, text }) => ({ path: `${sources.context}/${below}`, text })),
  ].find((candidate) => normalised(candidate.path) === wanted);
  return file?.text;
}

/** The lines of a text without their breaks. */
export function linesOfText(text: string): string[] {
  return text.split('\n').map((line) => line.replace(/\r$/, ''));
}

/** Whether two places lie in one instruction: they overlap, or every line from the first to the second is continued. */
export function inOneInstruction(a: Location, b: Location, text: string | undefined): boolean {
  if (a.path !== b.path) return false;
  const [first, second] = a.line <= b.line ? [a, b] : [b, a];
  if (second.line <= first.endLine) return true;
  if (text === undefined) return false;
  const between = linesOfText(text).slice(first.endLine - 1, second.line - 1);
  return between.length > 0 && between.every((line) => /[\\`]\s*$/.test(line) || /^\s*(?:#.*)?$/.test(line));
}

/** The lines that edits of one file change, as a unified diff shows them: a blank, `-` or `+` before each. */
export function diffLines(text: string, edits: readonly Edit[]): string[] {
  const before = linesOfText(text);
  const hunks = hunksOf(edits, before);
  return hunks.flatMap((hunk) => [
    ...(hunks.length === 1 ? [] : [`@@ line ${hunk.first} @@`]),
    ...changedLines(before, hunk),
  ]);
}

interface Hunk {
  /** Lines counted from 1, both included. */
  readonly first: number;
  readonly last: number;
  readonly edits: readonly Edit[];
}

/** Edits that touch the same line or the next one are shown together. */
function hunksOf(edits: readonly Edit[], lines: readonly string[]): Hunk[] {
  const hunks: Hunk[] = [];
  for (const edit of edits.toSorted(
    (a, b) => a.location.line - b.location.line || a.location.column - b.location.column,
  )) {
    const first = Math.min(Math.max(1, edit.location.line), lines.length);
    const last = Math.min(Math.max(first, edit.location.endLine), lines.length);
    const previous = hunks.at(-1);
    if (previous !== undefined && first <= previous.last + 1)
      hunks[hunks.length - 1] = {
        first: previous.first,
        last: Math.max(previous.last, last),
        edits: [...previous.edits, edit],
      };
    else hunks.push({ first, last, edits: [edit] });
  }
  return hunks;
}

/** What an insertion stands behind is shown too, else nobody knows where it goes. */
const linesBeforeInsertion = 2;

function changedLines(lines: readonly string[], { first, last, edits }: Hunk): string[] {
  const old = lines.slice(first - 1, last);
  let edited = old.join('\n');
  for (const { location, text } of edits.toReversed()) {
    const start = offsetIn(old, location.line - first, location.column);
    const end = offsetIn(old, location.endLine - first, location.endColumn);
    edited = edited.slice(0, start) + text.replaceAll('\r\n', '\n') + edited.slice(Math.max(start, end));
  }
  const removed = [...old];
  const added = edited.split('\n');
  let shared = 0;
  while (removed.length > 0 && added.length > 0 && removed[0] === added[0]) {
    removed.shift();
    added.shift();
    shared += 1;
  }
  while (removed.length > 0 && added.length > 0 && removed.at(-1) === added.at(-1)) {
    removed.pop();
    added.pop();
  }
  // The empty piece behind the file's last line break is no line.
  if (removed.length === 1 && removed[0] === '' && last === lines.length) removed.pop();
  if (added.at(-1) === '' && last === lines.length) added.pop();
  const at = first - 1 + shared;
  const context = removed.length === 0 ? lines.slice(Math.max(0, at - linesBeforeInsertion), at) : [];
  return [
    ...context.map((line) => ` ${line}`),
    ...removed.map((line) => `-${line}`),
    ...added.map((line) => `+${line}`),
  ];
}

/** The offset in lines joined by line feeds, clamped to them. */
function offsetIn(lines: readonly string[], index: number, column: number): number {
  const before = lines.slice(0, Math.max(0, index)).reduce((sum, line) => sum + line.length + 1, 0);
  const line = lines[index];
  return before + (line === undefined ? 0 : Math.min(Math.max(0, column - 1), line.length));
}

function normalised(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}
