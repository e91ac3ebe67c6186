import type { Report } from '../report.ts';
import { leftOut, summaryBytes, withinBudget } from './budget.ts';
import { reportParts } from './comment.ts';
import type { Address, Links } from './links.ts';
import { type Markdown, code, link, markup, paragraphs } from './markdown.ts';
import type { Previous } from './state.ts';

export interface SummaryContext {
  readonly links: Links;
  readonly previous?: Previous;
  readonly suggestions?: ReadonlyMap<string, Address>;
  readonly baseBranch?: string;
  /** Stands under the verdict, where something has to be said before all else. */
  readonly paragraph?: Markdown;
}

/** The page of the run: the comment's text without marker and state, and without its limits. */
export function renderSummary(report: Report, { paragraph, ...context }: SummaryContext): string {
  const text = withinBudget(
    (detail) => {
      const parts = reportParts(report, { ...context, form: 'summary', detail });
      return paragraph === undefined ? parts : { ...parts, head: paragraphs(parts.head, paragraph) };
    },
    summaryBytes - 1,
    leftOut,
  );
  return `${text}\n`;
}

/** Why a pull request from a fork gets no comment, and what a maintainer can do about it. */
export function forkParagraph(fork: string, { relay }: Links): Markdown {
  const origin = fork === '' ? markup`a fork that was deleted` : markup`the fork ${code(fork)}`;
  return markup`No comment was posted: this pull request comes from ${origin}, and GitHub gives its workflow a read-only token. This page and the annotations are the whole report, and the verdict counts all the same. Maintainers who want comments here add the ${link(
    markup`relay workflow`,
    relay,
  )} once; the contributor need not do anything.`;
}
