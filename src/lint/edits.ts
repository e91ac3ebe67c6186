import { lineStartsOf } from '../dockerfile/lines.ts';
import { offsetOf } from '../dockerfile/location.ts';
import type { Edit, Finding, Fix } from '../finding.ts';
import { parseErrorCheck } from './grammar-findings.ts';

export interface AppliedFixes {
  /** The new text of every file that changes. */
  readonly files: ReadonlyMap<string, string>;
  /** Whose fixes are in it; those that overlap an earlier one wait for the next round. */
  readonly fixed: readonly Finding[];
}

/**
 * Applies the fixes of one round, each whole or not at all, the first wins. A file that is not there yet begins empty.
 * Lint again afterwards until nothing is fixed any more.
 */
export function applyFixes(
  findings: readonly Finding[],
  safeties: readonly Fix['safety'][],
  readText: (path: string) => string | undefined,
): AppliedFixes {
  const drafts = new Map<string, Draft>();
  const draftOf = (path: string): Draft => {
    const known = drafts.get(path);
    if (known !== undefined) return known;
    const draft = draftFrom(readText(path) ?? '');
    drafts.set(path, draft);
    return draft;
  };
  const fixed: Finding[] = [];
  for (const finding of findings) {
    const { fix } = finding;
    if (fix === undefined || fix.edits.length === 0 || !safeties.includes(fix.safety)) continue;
    // Each of them was tried alone; two joined lines together may make a third fault.
    if (finding.check === parseErrorCheck && fixed.some(({ check }) => check === parseErrorCheck)) continue;
    const wanted = fix.edits.map((edit) => {
      const draft = draftOf(edit.location.path);
      return { draft, edit: toOffsets(draft, edit) };
    });
    if (wanted.some(({ draft, edit }) => collides(draft, edit))) continue;
    for (const { draft, edit } of wanted) draft.edits.splice(placeFor(draft, edit.end), 0, edit);
    fixed.push(finding);
  }
  const changed = [...drafts].filter(([, draft]) => draft.edits.length > 0);
  return { files: new Map(changed.map(([path, draft]) => [path, written(draft)])), fixed };
}

/** Applies edits of one file that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const draft = draftFrom(text);
  for (const edit of edits) {
    const offsets = toOffsets(draft, edit);
    draft.edits.splice(placeFor(draft, offsets.end), 0, offsets);
  }
  return written(draft);
}

/** One file in the making: its edits are sorted and do not overlap. */
interface Draft {
  readonly text: string;
  readonly lineStarts: readonly number[];
  readonly edits: OffsetEdit[];
}

interface OffsetEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function draftFrom(text: string): Draft {
  return { text, lineStarts: lineStartsOf(text), edits: [] };
}

function toOffsets(draft: Draft, { location, text }: Edit): OffsetEdit {
  const start = offsetOf(draft, location.line, location.column);
  return {
    start,
    end: offsetOf(draft, location.endLine, location.endColumn),
    text: text.replaceAll(/\r?\n/g, lineBreakBefore(draft.text, start)),
  };
}

/** The file's own, so that a fix mixes no two kinds; where it has both, that of the line above. */
function lineBreakBefore(text: string, offset: number): string {
  const above = offset === 0 ? -1 : text.lastIndexOf('\n', offset - 1);
  const at = above === -1 ? text.indexOf('\n') : above;
  return text.charAt(at - 1) === '\r' ? '\r\n' : '\n';
}

/** The index of the first edit that ends behind `offset`. */
function placeFor(draft: Draft, offset: number): number {
  let low = 0;
  let high = draft.edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((draft.edits[middle]?.end ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Edits that touch collide too: which of the two comes first would be a guess. */
function collides(draft: Draft, edit: OffsetEdit): boolean {
  const before = draft.edits[placeFor(draft, edit.start - 1) - 1];
  const next = draft.edits[placeFor(draft, edit.start - 1)];
  return (before !== undefined && before.end >= edit.start) || (next !== undefined && next.start <= edit.end);
}

function written(draft: Draft): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of draft.edits) {
    pieces.push(draft.text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return [...pieces, draft.text.slice(at)].join('');
}
