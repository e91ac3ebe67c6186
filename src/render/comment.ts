import type { Report } from '../report.ts';
import { type Detail, type Parts, commentBytes, leftOut, withinBudget } from './budget.ts';
import { earlierState } from './changes.ts';
import type { Address, Links } from './links.ts';
import { type Markdown, code, joined, link, markup, nothing, prose } from './markdown.ts';
import { severalBody } from './several-markdown.ts';
import { type Previous, hiddenState, marker, stateOf } from './state.ts';
import { type MarkdownSetting, trialBody } from './trial-markdown.ts';
import { verdictLine, worstVerdict } from './wording.ts';

export interface CommentContext {
  /** Made by `markerKey`. */
  readonly key: string;
  readonly links: Links;
  /** What the same comment said before. */
  readonly previous?: Previous;
  /** By fingerprint: the suggestions that were posted before the comment. */
  readonly suggestions?: ReadonlyMap<string, Address>;
  /** The branch that is compared with, where its name is known. */
  readonly baseBranch?: string;
  /** Where a server takes less than GitHub's own. */
  readonly maxBytes?: number;
}

/** The sticky comment of a pull request: marker, verdict, what to change, footer, and the state for the next push. */
export function renderComment(report: Report, context: CommentContext): string {
  const { key, links, maxBytes = commentBytes } = context;
  const first = marker({ key, sha: headOf(report), run: links.run?.number ?? 0 });
  return withinBudget(
    (detail) => {
      const { head, body, foot } = reportParts(report, { ...context, form: 'comment', detail });
      return {
        head: joined([first, head], '\n'),
        body,
        foot: joined([foot, hiddenState(stateOf(report))], '\n'),
      };
    },
    maxBytes,
    leftOut,
  );
}

export interface PartsContext {
  readonly form: MarkdownSetting['form'];
  readonly detail: Detail;
  readonly links: Links;
  readonly previous?: Previous;
  readonly suggestions?: ReadonlyMap<string, Address>;
  readonly baseBranch?: string;
}

/** What comment and summary share. */
export function reportParts(report: Report, context: PartsContext): Parts {
  const { form, detail, links, previous, suggestions, baseBranch } = context;
  const setting: MarkdownSetting = {
    form,
    detail,
    links,
    head: headOf(report),
    ...(previous === undefined ? {} : { previous }),
    ...(suggestions === undefined ? {} : { suggestions }),
    ...(baseBranch === undefined ? {} : { baseBranch }),
  };
  const [only] = report.trials;
  const single = report.trials.length === 1 ? only : undefined;
  const before = single === undefined ? undefined : earlierState(single, previous);
  return {
    head: joined([markup`###`, symbols[worstVerdict(report)], prose(verdictLine(report, before))], ' '),
    body: single === undefined ? severalBody(report, setting) : trialBody(single, setting),
    foot: footer(report, links),
  };
}

/** One symbol in the whole comment, before the verdict. */
const symbols = {
  passed: markup`✅`,
  failed: markup`❌`,
  errored: markup`⚠️`,
  skipped: nothing,
} as const;

/** `Commit [`9f1c2ab`](…), [run 118](…), [settings](…)` */
function footer(report: Report, links: Links): Markdown {
  const head = headOf(report);
  const { run } = links;
  return joined(
    [
      ...(head === '' ? [] : [joined([markup`Commit ${commitLink(head, links)}`, against(report, links)], ' ')]),
      ...(run === undefined ? [] : [link(markup`run ${run.number}`, run.address)]),
      link(markup`settings`, links.settings),
    ],
    ', ',
  );
}

/** Only where something was compared. */
function against({ trials }: Report, links: Links): Markdown {
  const base = trials.find(({ comparison }) => comparison !== undefined)?.comparison?.base;
  return base === undefined ? nothing : markup`against ${commitLink(base, links)}`;
}

function commitLink(sha: string, links: Links): Markdown {
  return link(code(sha.slice(0, 7)), links.commit(sha));
}

function headOf({ commit }: Report): string {
  return commit?.head ?? '';
}
