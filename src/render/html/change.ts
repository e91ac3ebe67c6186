import type { Finding } from '../../finding.ts';
import type { TrialReport } from '../../report.ts';
import { entriesOf } from '../entries.ts';
import { count } from '../numbers.ts';
import { capitalised, stopped } from '../prose.ts';
import { proofSentences } from '../proof-words.ts';
import { causeCard, findingFold, severityWord } from './finding.ts';
import { type Html, all, html, nothing, prose } from './html.ts';
import { type Section, fold, heading } from './section.ts';
import type { HtmlSetting } from './setting.ts';

const mostFindings = 1_000;

/** What to change, most important first. */
export function changeSection(trial: TrialReport, setting: HtmlSetting): Section {
  const { cause, others, refuted } = entriesOf(trial);
  const rest = others.flatMap(({ finding, below }) => [finding, ...below]);
  const below = setting.level === 2 ? 3 : 4;
  const proof = proofSentences(trial);
  const body = all([
    cause === undefined ? nothing : causeCard(cause, trial, setting, (words) => heading(words, below)),
    proof === undefined ? nothing : html`<p>${prose(proof)}</p>`,
    cause === undefined && rest.length === 0 ? html`<p>Nothing.</p>` : nothing,
    cause === undefined || rest.length === 0 ? nothing : heading(othersTitle(rest.length), below),
    list(rest, trial, setting),
    quiet(trial, refuted),
  ]);
  return {
    id: 'change',
    label: 'To change',
    title: cause === undefined && rest.length > 0 ? `To change: ${count(rest.length, 'finding')}` : 'To change',
    body,
  };
}

function othersTitle(number: number): string {
  return number === 1 ? '1 more finding, not the cause' : `${number} more findings, none of them the cause`;
}

function list(findings: readonly Finding[], trial: TrialReport, setting: HtmlSetting): Html {
  if (findings.length === 0) return nothing;
  const left = findings.length - mostFindings;
  return html`<div class="findings">
${all(
  findings.slice(0, mostFindings).map((finding) => findingFold(finding, trial, setting)),
  '\n',
)}
</div>${left > 0 ? html`<p>${left} more: report.json lists them.</p>` : nothing}`;
}

/** What is no advice: what the run refuted, and what the repository ignores. */
function quiet({ ignored }: TrialReport, refuted: readonly Finding[]): Html {
  return all([
    refuted.length === 0
      ? nothing
      : fold(
          html`${count(refuted.length, 'suspicion')} of lint refuted by the run`,
          html`<ul>${refuted.map(({ check, title }) => html`<li>${prose(capitalised(stopped(title)))} <span class="dim">${check}</span></li>`)}</ul>`,
        ),
    ignored.length === 0
      ? nothing
      : fold(
          html`${count(ignored.length, 'finding')} ignored by this repository`,
          html`<ul>${ignored.map(
            ({ finding, reason }) =>
              html`<li>${severityWord(finding)} ${prose(capitalised(finding.title))} <span class="dim">${finding.check}: ${prose(reason)}</span></li>`,
          )}</ul>`,
        ),
  ]);
}
