import type { Evidence, Finding } from '../finding.ts';
import { conclusion, timed } from './cause-markdown.ts';
import type { Entry } from './entries.ts';
import { excerpt, gutterOf } from './excerpt.ts';
import { price } from './finding-markdown.ts';
import { printable } from './printing.ts';
import { capitalised, firstSentence, plain, stopped } from './prose.ts';
import { type TerminalOptions, finished, labelled, painted, severityColours, signsOf } from './terminal-style.ts';
import { clippedTo, widthOf, wrapped } from './width.ts';

export interface FindingText extends TerminalOptions {
  readonly sourceOf: (path: string) => string | undefined;
  /** In full: with everything that was seen, and the whole reason. */
  readonly whole: boolean;
}

/** The arrow, a line number and the end of a path. */
const leastForPlace = 26;

/** A finding for a terminal: the claim, its place, the source line with a mark, then what was seen, why, and what to do. */
export function findingText({ finding, below }: Entry, options: FindingText): string[] {
  const { severity, title, location, check, status, since, why, advice, cost, fix } = finding;
  const columns = options.columns ?? 80;
  const gutter = ' '.repeat(gutterOf(finding) - 1);
  // In a usual terminal the longest name of a check leaves the price in sight: it is why somebody reads on.
  const about = clippedTo(
    [printable(check), status, ...age(since, options), ...price(cost ?? {})].join(', '),
    Math.max(columns / 2, columns - leastForPlace),
  );
  const position = location === undefined ? '' : `:${location.line}:${location.column}`;
  const room = columns - gutter.length - widthOf(about) - position.length - 6;
  const at = location === undefined ? '' : `${clippedTo(printable(location.path), room)}${position}`;
  const { arrow } = signsOf(options);
  const lines = [
    ...labelled(severity, ['bold', severityColours[severity]], printable(plain(title)), options),
    `${gutter}${painted(arrow, ['dim'], options)} ${at === '' ? '' : `${painted(at, ['cyan'], options)}  `}${about}`,
    ...excerpt(finding, location === undefined ? undefined : options.sourceOf(location.path), options),
    ...(options.whole ? seen(finding, options) : []),
    ...row('why', wrapped(sentences(options.whole ? why : firstSentence(why)), columns - textColumn), options),
    ...row('fix', wrapped(sentences(advice), columns - textColumn), options),
    ...(fix?.safety === 'safe' ? row('', ['or: sea-trial lint --fix'], options) : []),
    ...below.flatMap((each) =>
      row(
        'also',
        wrapped(`${printable(plain(each.title))} (${printable(each.check)}, ${each.status})`, columns - textColumn),
        options,
      ),
    ),
  ];
  return lines.map((line) => finished(line, options));
}

/** What is new is told of each; that the base has it too, of the cause alone. */
function age(since: Finding['since'], { whole }: FindingText): readonly string[] {
  if (since === 'new') return ['new'];
  return since === 'remaining' && whole ? ['the base has it too'] : [];
}

const textColumn = 9;
const mostSeen = 6;
const mostLogLines = 8;

/** Rows whose first line has a name. */
function row(name: string, lines: readonly string[], options: TerminalOptions): string[] {
  return lines.map(
    (line, index) => `   ${painted((index === 0 ? name : '').padEnd(textColumn - 3), ['bold'], options)}${line}`,
  );
}

function sentences(prose: string): string {
  return printable(plain(capitalised(stopped(prose))));
}

function seen({ evidence, location }: Finding, options: FindingText): string[] {
  const columns = (options.columns ?? 80) - textColumn;
  const shown = evidence.filter((item) => item.kind !== 'source' || item.location.line !== location?.line);
  const lines = shown.slice(0, mostSeen).flatMap((item) => seenLines(item, columns));
  return row('seen', lines, options);
}

function seenLines(item: Evidence, columns: number): string[] {
  switch (item.kind) {
    case 'source':
      return wrapped(printable(`${item.location.path}:${item.location.line}: ${plain(item.note)}`), columns);
    case 'exchange':
      return wrapped(printable(plain(timed(item))), columns);
    case 'measurement':
      return wrapped(printable(plain(conclusion(item))), columns);
    case 'command':
      return [...wrapped(printable(plain(conclusion(item))), columns), ...logLines(item.tail.split('\n'), columns)];
    case 'log':
      return logLines(item.lines, columns);
  }
}

/** The last lines of a log, cut at the edge: a wrapped log is not readable. */
function logLines(lines: readonly string[], columns: number): string[] {
  return lines
    .map((line) => printable(line))
    .filter((line) => line.trim() !== '')
    .slice(-mostLogLines)
    .map((line) => clippedTo(`| ${line}`, columns));
}
