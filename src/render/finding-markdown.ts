import type { Cost, Finding, Location } from '../finding.ts';
import type { Entry } from './entries.ts';
import type { Address, Links } from './links.ts';
import { type Markdown, bullets, code, joined, link, markup, nothing, prose, text } from './markdown.ts';
import { duration, megabytes } from './numbers.ts';
import { capitalised, continued, firstSentence, stopped } from './prose.ts';

/** What all findings of one report share. */
export interface FindingSetting {
  readonly links: Links;
  /** By fingerprint: where a fix was posted as a suggestion. */
  readonly suggestions?: ReadonlyMap<string, Address>;
}

/** `**Error** at [`Dockerfile:8`](…): the claim, **price**. Confirmed. [check](…)`, with nothing of why and what to do. */
export function claim(finding: Finding, setting: FindingSetting): Markdown {
  return joined([introduction(finding, setting), closing(finding, setting)], ' ');
}

/** The same with what to do, and for what is more than a notice why it matters. */
export function wholeFinding(finding: Finding, setting: FindingSetting): Markdown {
  const why = finding.severity === 'notice' ? '' : stopped(firstSentence(finding.why));
  return joined(
    [introduction(finding, setting), prose(capitalised(why)), advice(finding, setting), closing(finding, setting)],
    ' ',
  );
}

/** An entry of a numbered list or of bullets; what is told under it stands in bullets of its own. */
export function entryLines(
  { finding, below }: Entry,
  setting: FindingSetting,
  form: typeof claim,
  indent: '   ' | '  ',
): Markdown {
  if (below.length === 0) return form(finding, setting);
  const lower = bullets(below.map((each) => form(withoutPlace(each), setting)));
  return markup`${form(finding, setting)}\n${indented(lower, indent)}`;
}

/** What to do, ending in the link to the posted suggestion where there is one. */
export function advice(finding: Finding, { suggestions }: FindingSetting): Markdown {
  const suggestion = suggestions?.get(finding.fingerprint);
  if (suggestion === undefined) return prose(stopped(finding.advice));
  return markup`${prose(stopped(finding.advice).replace(/[.:]$/, ''))}: ${link(markup`apply the suggestion`, suggestion)}.`;
}

/** `[`Dockerfile:8`](…)` */
export function place(location: Location, links: Links): Markdown {
  return link(code(`${location.path}:${location.line}`), links.blob(location.path, location.line));
}

/** What it costs in this image: `19.2 MB`, `31.0 s`. */
export function price({ bytes, ms }: Cost): string[] {
  return [...(bytes === undefined ? [] : [megabytes(bytes)]), ...(ms === undefined ? [] : [duration(ms)])];
}

function introduction(finding: Finding, { links }: FindingSetting): Markdown {
  const at = finding.location === undefined ? nothing : markup` at ${place(finding.location, links)}`;
  const prices = price(finding.cost ?? {}).map((words) => markup`, **${text(words)}**`);
  const end =
    prices.length === 0
      ? prose(stopped(continued(finding.title)))
      : markup`${prose(continued(finding.title))}${joinedTight(prices)}.`;
  return markup`**${text(capitalised(finding.severity))}**${at}: ${end}`;
}

function closing(finding: Finding, { links }: FindingSetting): Markdown {
  return markup`${text(capitalised(finding.status))}. ${link(text(finding.check), links.check(finding.check))}`;
}

/** What is told under another stands at the same instruction. */
function withoutPlace(finding: Finding): Finding {
  const { location: _, ...rest } = finding;
  return rest;
}

function joinedTight(pieces: readonly Markdown[]): Markdown {
  return { markdown: pieces.map((piece) => piece.markdown).join('') };
}

function indented(lines: Markdown, indent: string): Markdown {
  return { markdown: lines.markdown.replaceAll(/^/gm, indent) };
}
