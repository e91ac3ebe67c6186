import type { Edit, Evidence, Finding } from '../finding.ts';
import type { Sources } from '../observation.ts';
import { type FindingSetting, advice, claim, place } from './finding-markdown.ts';
import {
  type Markdown,
  bullets,
  details,
  fence,
  joined,
  link,
  markup,
  nothing,
  paragraphs,
  prose,
  text,
} from './markdown.ts';
import { count, duration, megabytes } from './numbers.ts';
import { cleanLine } from './clean.ts';
import { capitalised, codeWord, shortened, stopped } from './prose.ts';
import { diffLines, sourceText } from './source.ts';

export interface CauseSetting extends FindingSetting {
  readonly sources: Sources;
  /** How many lines of a log are shown. */
  readonly logLines: number;
  /** Whether the evidence is shown at all. */
  readonly evidence: boolean;
}

/** One cause in full: the claim, why and what to do, the edit as a diff, what was observed in a fold. */
export function causeBlock(finding: Finding, setting: CauseSetting): Markdown {
  const edit = setting.suggestions?.has(finding.fingerprint) === true ? nothing : fixDiff(finding, setting.sources);
  const order = advice(finding, setting).markdown;
  const why = prose(capitalised(stopped(finding.why)));
  // Behind a word such as `:tada` a colon would make an emoji of it.
  const remedy: Markdown = { markdown: edit.markdown === '' ? order : order.replace(/(?<!:[\w+\\-]+)\.$/, ':') };
  return paragraphs(
    claim(finding, setting),
    joined([why, remedy], ' '),
    edit,
    setting.evidence ? evidenceFold(finding, setting) : nothing,
  );
}

/** A line of a log beyond this is cut: one line must not fill the comment. */
const longestLogLine = 600;

/** The last lines of a log, each of bearable length. */
function logFence(lines: readonly string[], most: number): Markdown {
  return fence(
    lines.slice(-most).map((line) => (line.length > longestLogLine ? `${line.slice(0, longestLogLine)}…` : line)),
    'text',
  );
}

/** The edits of a fix as a diff of each file; nothing where a file's text is not known. */
function fixDiff({ fix }: Finding, sources: Sources): Markdown {
  const byPath = new Map<string, Edit[]>();
  for (const edit of fix?.edits ?? [])
    byPath.set(edit.location.path, [...(byPath.get(edit.location.path) ?? []), edit]);
  const files = Array.from(byPath, ([path, edits]) => ({ path, text: sourceText(sources, path), edits }));
  if (files.length === 0) return nothing;
  const lines = files.flatMap(({ path, text: source, edits }) =>
    source === undefined ? [] : [...(files.length === 1 ? [] : [`@@ ${path} @@`]), ...diffLines(source, edits)],
  );
  const known = files.every((file) => file.text !== undefined) && lines.length > 0 && lines.length <= mostDiffLines;
  return known ? fence(lines, 'diff') : nothing;
}

/** A longer edit is not read in a comment; its sentence says what to do. */
const mostDiffLines = 30;

function evidenceFold({ evidence }: Finding, setting: CauseSetting): Markdown {
  const first = evidence.find(({ kind }) => kind !== 'source') ?? evidence[0];
  if (first === undefined) return nothing;
  const blocks: Markdown[] = [];
  let points: Markdown[] = [];
  const closeList = (): void => {
    if (points.length > 0) blocks.push(bullets(points));
    points = [];
  };
  for (const item of evidence) {
    const shown = evidenceMarkdown(item, item === first, setting);
    if (shown.form === 'point') points.push(shown.markdown);
    else {
      closeList();
      blocks.push(shown.markdown);
    }
  }
  closeList();
  return details(`Evidence: ${conclusion(first)}`, paragraphs(...blocks));
}

/** A line of a list, or a block with a log in it. What the fold's summary says already is not said again above its log. */
function evidenceMarkdown(
  item: Evidence,
  isConcluded: boolean,
  setting: CauseSetting,
): { readonly form: 'point' | 'block'; readonly markdown: Markdown } {
  switch (item.kind) {
    case 'source':
      return { form: 'point', markdown: markup`${place(item.location, setting.links)}: ${prose(item.note)}` };
    case 'exchange':
      return { form: 'point', markdown: prose(capitalised(timed(item))) };
    case 'measurement':
      return { form: 'point', markdown: prose(capitalised(conclusion(item))) };
    case 'log':
      return { form: 'block', markdown: shownLog(item.lines, item.omittedLines, setting) };
    case 'command': {
      const lines = item.tail.split('\n').filter((line) => line.trim() !== '');
      if (lines.length === 0) return { form: 'point', markdown: prose(capitalised(conclusion(item))) };
      const said = isConcluded ? nothing : prose(`${capitalised(conclusion(item))}:`);
      return { form: 'block', markdown: paragraphs(said, shownLog(lines, 0, setting)) };
    }
  }
}

function shownLog(lines: readonly string[], omitted: number, { links, logLines }: CauseSetting): Markdown {
  const left = omitted + Math.max(0, lines.length - logLines);
  const where = link(markup`run`, links.run?.address);
  return paragraphs(
    logFence(lines, logLines),
    left === 0 ? nothing : markup`Left out: ${text(count(left, 'line'))}; the ${where} has them.`,
  );
}

/** What one piece of evidence says, as the end of a sentence: prose. */
export function conclusion(item: Evidence): string {
  switch (item.kind) {
    case 'source':
      return item.note;
    case 'command':
      return `${codeWord(shortened(item.argv.join(' '), 60))} ended with exit code ${item.exitCode}`;
    case 'log': {
      const last = item.lines.map((line) => cleanLine(line).trim()).findLast((line) => line !== '');
      return last === undefined ? 'its log is empty' : `its log ends with ${codeWord(shortened(last, 100))}`;
    }
    case 'exchange': {
      const request = /^[A-Z]+ \S+$/.test(item.request) ? codeWord(item.request) : item.request;
      return `${request}: ${item.outcome}`;
    }
    case 'measurement':
      return `${item.what}: ${measured(item)}`;
  }
}

/** An exchange with the time that it took, or that it was seen after. */
export function timed(item: Extract<Evidence, { kind: 'exchange' }>): string {
  return `${conclusion(item)}${item.ms > 0 ? ` (${duration(item.ms)})` : ''}`;
}

function measured({ value, unit }: Extract<Evidence, { kind: 'measurement' }>): string {
  switch (unit) {
    case 'ms':
      return duration(value);
    case 'bytes':
      return megabytes(value);
    case 'count':
      return `${value}`;
  }
}
