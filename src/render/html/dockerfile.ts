import type { Finding } from '../../finding.ts';
import type { TrialReport } from '../../report.ts';
import { bySeverity } from '../entries.ts';
import { price } from '../finding-markdown.ts';
import { duration, megabytes } from '../numbers.ts';
import { capitalised, stopped } from '../prose.ts';
import { severityWord } from './finding.ts';
import { type Html, all, html, nothing, prose } from './html.ts';
import { cut } from './line.ts';
import { isDockerfile, shownLines } from './place.ts';
import type { Section } from './section.ts';
import { type HtmlSetting, anchor } from './setting.ts';

/** The Dockerfile with what each line costs, and its findings in the margin. Nothing where its text is not known. */
export function dockerfileSection(trial: TrialReport, setting: HtmlSetting): Section | undefined {
  const { lines, left } = shownLines(trial.observation);
  if (lines.length === 0) return undefined;
  const byLine = Map.groupBy(
    trial.findings.filter(
      ({ status, location }) => status !== 'refuted' && location !== undefined && isDockerfile(location.path, trial),
    ),
    ({ location }) => location?.line ?? 0,
  );
  return {
    id: 'file',
    label: 'Dockerfile',
    title: trial.file,
    body: html`<ol class="source">
${all(
  lines.map((content, index) => line(content, index + 1, bySeverity(byLine.get(index + 1) ?? []), trial, setting)),
  '\n',
)}
</ol>${left > 0 ? html`<p class="dim">${left} more lines are left out.</p>` : nothing}`,
  };
}

function line(
  content: string,
  number: number,
  findings: readonly Finding[],
  trial: TrialReport,
  setting: HtmlSetting,
): Html {
  const gravest = findings[0]?.severity ?? 'none';
  const own = anchor(setting, `L${number}`);
  return html`<li id="${own.href.slice(1)}" class="${gravest}"><a class="number" href="${own}" aria-label="Line ${number}">${number}</a><code>${marked(content, findings)}</code>${costs(number, trial)}${notes(findings)}</li>`;
}

/** The words that a finding is about are underlined; of those that overlap, the gravest finding's. */
function marked(content: string, findings: readonly Finding[]): Html {
  const spans: { start: number; end: number; severity: string }[] = [];
  for (const { location, severity } of findings) {
    if (location === undefined || location.endLine !== location.line) continue;
    const start = Math.max(0, location.column - 1);
    const end = Math.min(location.endColumn - 1, content.length);
    const isPart = end > start && end - start < content.trim().length;
    if (isPart && spans.every((other) => end <= other.start || start >= other.end))
      spans.push({ start, end, severity });
  }
  if (content.length > 2_000 || spans.length === 0) return html`${cut(content)}`;
  let at = 0;
  const parts: Html[] = [];
  for (const { start, end, severity } of spans.toSorted((a, b) => a.start - b.start)) {
    parts.push(html`${content.slice(at, start)}<u class="${severity}">${content.slice(start, end)}</u>`);
    at = end;
  }
  return html`${parts}${content.slice(at)}`;
}

/** What the instruction of this line took, and what it adds to the image. */
function costs(number: number, { steps = [], image, layerLines = [] }: TrialReport): Html {
  const taken = steps.filter((step) => step.line === number);
  const ms = taken.reduce((sum, step) => sum + step.ms, 0);
  const bytes = (image?.layers ?? []).reduce(
    (sum, layer, index) => sum + (layerLines[index] === number ? layer.bytes : 0),
    0,
  );
  const words = [
    ...(taken.length > 0 && taken.every(({ cached }) => cached) ? ['cached'] : ms >= 50 ? [duration(ms)] : []),
    ...(bytes >= 50_000 ? [megabytes(bytes)] : []),
  ];
  return words.length === 0
    ? html`<span class="cost"></span>`
    : html`<span class="cost">${words.map((word) => html`<span>${word}</span> `)}</span>`;
}

function notes(findings: readonly Finding[]): Html {
  if (findings.length === 0) return html`<div class="notes"></div>`;
  return html`<div class="notes">${findings.map((finding) => {
    const cost = all(price(finding.cost ?? {}).map((words) => html`, <b>${words}</b>`));
    return html`<p>${severityWord(finding)} ${prose(capitalised(finding.title))}${cost}. ${prose(capitalised(stopped(finding.advice)))}</p>`;
  })}</div>`;
}
