import { type Markdown, markup, paragraphs } from './markdown.ts';

/** GitHub refuses a comment beyond 65,536 characters; bytes are never fewer, whichever way it counts. */
export const commentBytes = 65_536;
/** Of a job summary, for a step. */
export const summaryBytes = 1_048_576;

/** How much is told: everything; folds cut short; no folds at all. */
export type Detail = 'full' | 'trimmed' | 'failures';
const details: readonly Detail[] = ['full', 'trimmed', 'failures'];

export interface Parts {
  /** The marker and the verdict: never cut. */
  readonly head: Markdown;
  readonly body: Markdown;
  /** The footer and the state: never cut. */
  readonly foot: Markdown;
}

/** The fullest form that fits; where even the shortest does not, its body is cut and says so. */
export function withinBudget(parts: (detail: Detail) => Parts, mostBytes: number, cutNotice: Markdown): string {
  let last: Parts | undefined;
  for (const detail of details) {
    last = parts(detail);
    const whole = paragraphs(last.head, last.body, last.foot).markdown;
    if (Buffer.byteLength(whole) <= mostBytes) return whole;
  }
  if (last === undefined) return '';
  const around = Buffer.byteLength(paragraphs(last.head, cutNotice, last.foot).markdown) + 8;
  const body: Markdown = { markdown: cutMarkdown(last.body.markdown, mostBytes - around) };
  return paragraphs(last.head, body, cutNotice, last.foot).markdown;
}

export const leftOut = markup`The rest is left out, for GitHub takes no more; the whole report is in the run.`;

/**
 * The first lines that fit, with whatever they opened closed again. Whole lines only, so no character, code span or link
 * is cut in two; a line too long for the budget ends the text before it.
 */
export function cutMarkdown(text: string, mostBytes: number): string {
  const kept: string[] = [];
  let used = 0;
  let open: Opened = { fence: '', folds: 0 };
  for (const line of text.split('\n')) {
    const next = opened(open, line);
    const cost = Buffer.byteLength(line) + 1;
    if (used + cost + Buffer.byteLength(closing(next)) > mostBytes) break;
    kept.push(line);
    used += cost;
    open = next;
  }
  return `${kept.join('\n')}${closing(open)}`;
}

interface Opened {
  /** The delimiter of the fence that is open, else empty. */
  readonly fence: string;
  readonly folds: number;
}

function opened(before: Opened, line: string): Opened {
  if (before.fence !== '') return line === before.fence ? { ...before, fence: '' } : before;
  const fence = /^`{3,}(?=[^`]*$)/.exec(line)?.[0]; // inline code may begin a line too
  if (fence !== undefined) return { ...before, fence };
  if (line.startsWith('<details>')) return { ...before, folds: before.folds + 1 };
  if (line === '</details>') return { ...before, folds: Math.max(0, before.folds - 1) };
  return before;
}

function closing({ fence, folds }: Opened): string {
  return `${fence === '' ? '' : `\n${fence}`}${'\n\n</details>'.repeat(folds)}`;
}
