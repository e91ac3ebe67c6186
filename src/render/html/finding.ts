import type { Edit, Finding, Location } from '../../finding.ts';
import type { TrialReport } from '../../report.ts';
import { price } from '../finding-markdown.ts';
import { capitalised, continued, stopped } from '../prose.ts';
import { diffLines, linesOfText, sourceText } from '../source.ts';
import { evidenceHtml } from './evidence.ts';
import { type Html, all, html, nothing, prose } from './html.ts';
import { cut } from './line.ts';
import { fold } from './section.ts';
import { isDockerfile, placeLink, placeWords } from './place.ts';
import type { HtmlSetting } from './setting.ts';

/** The finding that is the cause: all of it, unfolded. */
export function causeCard(
  finding: Finding,
  trial: TrialReport,
  setting: HtmlSetting,
  title: (words: Html) => Html,
): Html {
  const words = html`${severityWord(finding)}${at(finding.location, trial, setting)}: ${prose(continued(finding.title))}${priceWords(finding)}`;
  return html`<article class="card ${finding.severity}">
${title(words)}
${body(finding, trial, { ...setting, fixId: `${setting.prefix}fix` })}
</article>`;
}

/** Any other, in a line that unfolds. */
export function findingFold(finding: Finding, trial: TrialReport, setting: HtmlSetting): Html {
  const { location, since } = finding;
  const place = location === undefined ? nothing : html` <code class="place">${placeWords(location)}</code>`;
  const isNew = since === 'new' ? html` <span class="tag">new</span>` : nothing;
  return fold(
    html`${severityWord(finding)}${place} ${prose(capitalised(finding.title))}${priceWords(finding)}${isNew} <span class="dim">${finding.check}</span>`,
    body(finding, trial, setting),
  );
}

export function severityWord({ severity }: Pick<Finding, 'severity'>): Html {
  return html`<b class="severity ${severity}">${capitalised(severity)}</b>`;
}

function at(location: Location | undefined, trial: TrialReport, setting: HtmlSetting): Html {
  return location === undefined ? nothing : html` at ${placeLink(location, trial, setting)}`;
}

function priceWords({ cost }: Finding): Html {
  return all(price(cost ?? {}).map((words) => html`, <b>${words}</b>`));
}

function body(finding: Finding, trial: TrialReport, setting: HtmlSetting & { readonly fixId?: string }): Html {
  const { why, advice, evidence, location } = finding;
  const isElsewhere = location !== undefined && !isDockerfile(location.path, trial);
  const known =
    evidence.length === 0 ? nothing : html`<p class="dim">${capitalised(finding.status)}, by what was seen:</p>`;
  return html`<p>${prose([why, advice].map((sentences) => capitalised(stopped(sentences))).join(' '))}</p>
${isElsewhere ? excerpt(location, trial) : nothing}${diff(finding, trial, setting.fixId)}${known}${evidenceHtml(evidence, trial, setting)}<p class="dim">${closing(finding, setting)}</p>`;
}

function closing(finding: Finding, { links }: HtmlSetting): Html {
  const { check, fix, status } = finding;
  const fixed =
    fix === undefined
      ? nothing
      : fix.safety === 'safe'
        ? html` · safe fix, <code>sea-trial lint --fix</code> writes it`
        : html` · unsafe fix, to be looked at before it is committed`;
  return html`<code>${check}</code> · ${status}${fixed} · <a href="${links.check(check)}">documentation of ${check}</a>`;
}

const around = 2;

/** Lines of another file than the Dockerfile, around the place. */
function excerpt({ path, line }: Location, { observation }: TrialReport): Html {
  const text = sourceText(observation.sources, path);
  if (text === undefined || text === '') return nothing;
  const lines = linesOfText(text)
    .map((content, index) => ({ content, number: index + 1 }))
    .slice(Math.max(0, line - 1 - around), line + around);
  return html`<pre class="lines">${lines.map(({ content, number }) =>
    number === line
      ? html`<span class="hit"><b>${number}</b> ${cut(content)}</span>`
      : html`<span><b>${number}</b> ${cut(content)}</span>`,
  )}</pre>`;
}

const mostDiffLines = 60;

/** What the fix changes, where the texts of all its files are known. */
function diff({ fix }: Finding, { observation }: TrialReport, id: string | undefined): Html {
  const byPath = Map.groupBy(fix?.edits ?? [], (edit: Edit) => edit.location.path);
  const files = Array.from(byPath, ([path, edits]) => ({ path, edits, text: sourceText(observation.sources, path) }));
  const lines = files.flatMap(({ path, edits, text }) =>
    text === undefined ? [] : [...(files.length === 1 ? [] : [`@@ ${path} @@`]), ...diffLines(text, edits)],
  );
  if (lines.length === 0 || lines.length > mostDiffLines || files.some(({ text }) => text === undefined))
    return nothing;
  const shown = lines.map(diffLine);
  return id === undefined
    ? html`<pre class="diff">${shown}</pre>`
    : html`<pre class="diff" id="${id}">${shown}</pre>
<p class="scripted" hidden><button type="button" data-copy="${id}">Copy what the fix writes</button></p>`;
}

function diffLine(line: string): Html {
  if (line.startsWith('+')) return html`<span class="added">${cut(line)}</span>`;
  if (line.startsWith('-')) return html`<span class="removed">${cut(line)}</span>`;
  return html`<span>${cut(line)}</span>`;
}
