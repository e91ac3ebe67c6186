import { type ChangedFile, hunkWith } from '../github/diff.ts';
import type { NewReviewComment } from '../github/review.ts';
import type { Finding } from '../finding.ts';
import { applyEdits } from '../lint/edits.ts';
import { bySeverity } from '../render/entries.ts';
import { type Links, pathFromRoot } from '../render/links.ts';
import { sourceText } from '../render/source.ts';
import { renderSuggestion, suggestionId } from '../render/suggestion.ts';
import type { Report, TrialReport } from '../report.ts';

/** A fix as a comment on the lines that it replaces. */
export interface Suggestion {
  readonly id: string;
  readonly fingerprint: string;
  readonly comment: NewReviewComment;
}

/** More of them at once are not read. */
const mostSuggestions = 5;
/** A longer one is not looked through before it is applied. */
const mostLines = 30;

export interface Diff {
  readonly changed: readonly ChangedFile[];
  /** The folder of the checkout as seen from the working directory. */
  readonly root: string;
  readonly links: Links;
}

/**
 * The safe fixes of errors and warnings whose lines the diff shows, just as they were tried: the head's file may differ from the merge
 * commit's, and then the lines would be others. The cause first, what stands on added lines before what stands beside them; two never
 * meet on one line.
 */
export function suggestionsFor(report: Report, diff: Diff): readonly Suggestion[] {
  const found = report.trials.flatMap((trial) =>
    inOrder(trial).flatMap((finding) => {
      const made = suggestionOf(finding, trial, diff);
      return made === undefined ? [] : [made];
    }),
  );
  const chosen: Suggestion[] = [];
  for (const { suggestion } of found.toSorted((a, b) => Number(b.onAddedLine) - Number(a.onAddedLine))) {
    if (chosen.length === mostSuggestions) break;
    if (!chosen.some((other) => overlaps(other.comment, suggestion.comment))) chosen.push(suggestion);
  }
  return chosen;
}

function inOrder({ findings, cause }: TrialReport): readonly Finding[] {
  const wanted = findings.filter(
    ({ fix, severity, status }) => fix?.safety === 'safe' && severity !== 'notice' && status !== 'refuted',
  );
  const ofCause = wanted.filter(({ check }) => check === cause);
  return [...ofCause, ...bySeverity(wanted.filter((finding) => !ofCause.includes(finding)))];
}

function suggestionOf(
  finding: Finding,
  { observation: { sources } }: TrialReport,
  { changed, root, links }: Diff,
): { readonly suggestion: Suggestion; readonly onAddedLine: boolean } | undefined {
  const edits = finding.fix?.edits ?? [];
  const paths = new Set(edits.map(({ location }) => location.path));
  const [reportPath] = paths;
  if (reportPath === undefined || paths.size > 1) return undefined;
  const text = sourceText(sources, reportPath);
  const path = pathFromRoot(reportPath, root);
  const file = changed.find((each) => each.path === path);
  // What GitHub writes for a line break of Windows is not known.
  if (text === undefined || path === undefined || file === undefined || text.includes('\r')) return undefined;
  const replaced = replacedLines(text.split('\n'), applyEdits(text, edits).split('\n'));
  if (replaced === undefined || replaced.lines.length > mostLines) return undefined;
  const { first, old, lines } = replaced;
  const last = first + old.length - 1;
  const hunk = hunkWith(file, first, last);
  const shown = hunk?.lines.slice(first - hunk.firstLine, last - hunk.firstLine + 1) ?? [];
  if (shown.length !== old.length || shown.some((line, index) => line.text !== old[index])) return undefined;
  const body = renderSuggestion(finding, lines, links);
  if (body === undefined) return undefined;
  return {
    suggestion: {
      id: suggestionId(finding, lines),
      fingerprint: finding.fingerprint,
      comment: { path, firstLine: first, line: last, body },
    },
    onAddedLine: shown.some(({ added }) => added),
  };
}

interface Replaced {
  /** Counted from 1. */
  readonly first: number;
  readonly old: readonly string[];
  readonly lines: readonly string[];
}

/** The fewest whole lines that the edit replaces; an insertion takes a neighbour along, for a comment stands on a line that is there. */
function replacedLines(before: readonly string[], after: readonly string[]): Replaced | undefined {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const oldEnd = before.length - end;
  const newEnd = after.length - end;
  if (start < oldEnd) return { first: start + 1, old: before.slice(start, oldEnd), lines: after.slice(start, newEnd) };
  // Behind the last line break there is no line.
  const isAtEnd = start >= before.length - (before.at(-1) === '' ? 1 : 0);
  if (isAtEnd && start === 0) return undefined; // an empty file has no line to stand on
  return isAtEnd
    ? { first: start, old: before.slice(start - 1, start), lines: after.slice(start - 1, newEnd) }
    : { first: start + 1, old: before.slice(start, start + 1), lines: after.slice(start, newEnd + 1) };
}

function overlaps(a: NewReviewComment, b: NewReviewComment): boolean {
  return a.path === b.path && a.firstLine <= b.line && b.firstLine <= a.line;
}
