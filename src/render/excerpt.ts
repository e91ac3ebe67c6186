import type { Finding } from '../finding.ts';
import { printable } from './printing.ts';
import { linesOfText } from './source.ts';
import { type TerminalOptions, painted, severityColours, signsOf } from './terminal-style.ts';
import { fitting, widthOf } from './width.ts';

/** How far a source line is from the left edge: ` 8 │ `. */
export function gutterOf({ location }: Pick<Finding, 'location'>): number {
  return String(location?.line ?? 0).length + 2;
}

/** The source line of a finding with a mark under its place, cut around it where it is long; nothing where it is not known. */
export function excerpt(finding: Finding, source: string | undefined, options: TerminalOptions): string[] {
  const { location, severity } = finding;
  const line = location === undefined || source === undefined ? undefined : linesOfText(source)[location.line - 1];
  if (location === undefined || line === undefined) return [];
  const gutter = gutterOf(finding);
  const { bar, marker } = signsOf(options);
  const room = (options.columns ?? 80) - gutter - 2;
  const end = location.endLine === location.line ? location.endColumn - 1 : line.length;
  const from = location.column - 1;
  const to = Math.max(from, end);
  const { shown, offset, width } = windowed(
    ...inThree(printable(line.slice(0, from)), printable(line.slice(from, to)), printable(line.slice(to))),
    room,
  );
  const label = remedy(finding);
  const fits = offset + width + 1 + widthOf(label) <= room;
  const dimBar = painted(bar, ['dim'], options);
  const mark = painted(marker.repeat(Math.max(1, width)), [severityColours[severity]], options);
  return [
    `${' '.repeat(gutter)}${dimBar}`,
    `${painted(` ${location.line} ${bar}`, ['dim'], options)} ${shown}`,
    `${' '.repeat(gutter)}${dimBar} ${' '.repeat(offset)}${mark}${label !== '' && fits ? ` ${label}` : ''}`,
  ];
}

/** No old-style command comes together at the seams of the three parts. */
function inThree(before: string, span: string, behind: string): [string, string, string] {
  const middle = apart(span, behind);
  return [apart(before, middle + behind), middle, behind];
}

function apart(left: string, right: string): string {
  return (left + right).includes('##[') ? `${left} ` : left;
}

/** The text from where the mark is seen with what stands before it, in so many columns. */
function windowed(
  before: string,
  span: string,
  behind: string,
  room: number,
): { shown: string; offset: number; width: number } {
  const whole = before + span + behind;
  if (widthOf(whole) <= room) return { shown: whole, offset: widthOf(before), width: widthOf(span) };
  const needed = widthOf(before) + Math.min(widthOf(span), room / 2) + 2;
  if (needed <= room) return cutBehind(before, span, behind, room);
  // The mark would be out of sight: the head of the line goes instead.
  const kept = fitting(reversed(before), Math.floor(room / 3));
  return cutBehind(`…${reversed(kept)}`, span, behind, room);
}

function cutBehind(before: string, span: string, behind: string, room: number) {
  const whole = before + span + behind;
  const shown = widthOf(whole) <= room ? whole : `${fitting(whole, room - 1).trimEnd()}…`;
  const offset = widthOf(before);
  return { shown, offset, width: Math.min(widthOf(span), widthOf(shown) - offset) };
}

function reversed(text: string): string {
  return Array.from(text).toReversed().join('');
}

/** `write "0.0.0.0"`, where the fix replaces just what is marked. */
function remedy({ fix, location }: Finding): string {
  const [edit, ...more] = fix?.edits ?? [];
  if (edit === undefined || more.length > 0 || edit.text.trim() === '' || edit.text.includes('\n')) return '';
  const same =
    edit.location.line === location?.line &&
    edit.location.column === location.column &&
    edit.location.endLine === location.endLine &&
    edit.location.endColumn === location.endColumn;
  return same ? `write ${printable(edit.text)}` : '';
}
