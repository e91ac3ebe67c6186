import { createHash } from 'node:crypto';
import type { Report, TrialReport } from '../../report.ts';
import { localLinks, type Links } from '../links.ts';
import { megabytes } from '../numbers.ts';
import { capitalised, plain } from '../prose.ts';
import { headline, verdictLine, worstVerdict } from '../wording.ts';
import { type Html, all, html, nothing, prose, raw } from './html.ts';
import { script } from './script.ts';
import { type Section, heading, sectionHtml } from './section.ts';
import { type HtmlSetting, anchor } from './setting.ts';
import { style } from './style.ts';
import { sectionsOf, verdictBlock, verdictWord } from './trial.ts';

/** A report as one page that loads nothing from anywhere: report.html. */
export function renderHtml(report: Report, { links }: { readonly links: Links } = { links: localLinks }): string {
  const [only] = report.trials;
  const page =
    report.trials.length === 1 && only !== undefined ? onePage(only, report, links) : severalPage(report, links);
  return `<!doctype html>
${
  html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${plain(verdictLine(report))}</title>
${raw('style', style)}
</head>
<body>
<a class="skip" href="${anchor({ prefix: '' }, 'main')}">Skip to the report</a>
<header>
${brand(report, links)}
${page.head}
</header>
${page.navigation}
<main id="main">
${page.main}
</main>
<footer>Sea Trial ${report.tool.version}. This page loads nothing from the network; its data are in report.json. <span class="scripted" hidden>Keys: <kbd>/</kbd> searches the log, <kbd>Enter</kbd> and <kbd>Shift</kbd> <kbd>Enter</kbd> go through the hits, <kbd>Esc</kbd> ends the search.</span></footer>
${raw('script', script)}
</body>
</html>
`.html
}`;
}

/** Only our own style and script, known by their hashes: what stands in a log could not act even if an escape failed. */
function policy(): string {
  return `default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'; base-uri 'none'; form-action 'none'`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

interface Page {
  readonly head: Html;
  readonly navigation: Html;
  readonly main: Html;
}

function onePage(trial: TrialReport, report: Report, links: Links): Page {
  const setting: HtmlSetting = { links, prefix: '', level: 2 };
  const sections = sectionsOf(trial, report, setting);
  return {
    head: verdictBlock(trial, (words) => html`<h1>${words}</h1>`),
    navigation: navigation(sections.map(({ label, id }) => ({ label, id }))),
    main: all(sections.map((section) => sectionHtml(section, setting))),
  };
}

/** The worst first, then as they were given. */
function severalPage(report: Report, links: Links): Page {
  const order = ['failed', 'errored', 'passed', 'skipped'] as const;
  const told = report.trials
    .map((trial, index) => ({ trial, setting: { links, prefix: `t${index + 1}-`, level: 3 } as const }))
    .toSorted((a, b) => order.indexOf(a.trial.verdict) - order.indexOf(b.trial.verdict));
  const worst = worstVerdict(report);
  const line = verdictLine(report);
  return {
    head: html`<div class="verdict ${worst}">
<p class="word">${verdictWord({ verdict: worst })}</p>
<h1>${prose(capitalised(line.slice(line.indexOf(': ') + 2)))}</h1>
</div>`,
    navigation: navigation([
      { label: 'Images', id: 'images' },
      ...told
        .filter(({ trial }) => trial.verdict !== 'skipped')
        .map(({ trial, setting }) => ({ label: trial.name, id: `${setting.prefix}trial` })),
    ]),
    main: html`<section id="images" aria-labelledby="images-title">${heading('Images', 2, 'images-title')}
<table class="plain"><thead><tr><th scope="col">Image</th><th scope="col">Result</th><th scope="col" class="number">Size</th></tr></thead><tbody>
${told.map(({ trial, setting }) => imageRow(trial, setting))}
</tbody></table></section>
${told.filter(({ trial }) => trial.verdict !== 'skipped').map(({ trial, setting }) => trialSection(trial, report, setting))}`,
  };
}

function imageRow(trial: TrialReport, setting: HtmlSetting): Html {
  const name = html`<code>${trial.name}</code>`;
  const linked = trial.verdict === 'skipped' ? name : html`<a href="${anchor(setting, 'trial')}">${name}</a>`;
  return html`<tr><th scope="row">${linked}</th><td><b class="${trial.verdict === 'passed' ? 'good' : trial.verdict === 'skipped' ? 'dim' : 'bad'}">${verdictWord(trial)}</b>: ${prose(headline(trial))}</td><td class="number">${trial.image === undefined ? '' : megabytes(trial.image.bytes)}</td></tr>
`;
}

function trialSection(trial: TrialReport, report: Report, setting: HtmlSetting): Html {
  const name = `${setting.prefix}trial`;
  const sections = sectionsOf(trial, report, setting);
  return html`<section class="trial" id="${name}" aria-labelledby="${name}-name ${name}-title">
<p class="brand"><span id="${name}-name"><code>${trial.name}</code></span></p>
${verdictBlock(trial, (words) => heading(words, 2, `${name}-title`))}
${list(
  sections.map(({ label, id }) => ({ label, id: `${setting.prefix}${id}` })),
  'within',
)}
${all(sections.map((section) => sectionHtml(section, setting)))}
</section>
`;
}

function navigation(entries: readonly Pick<Section, 'label' | 'id'>[]): Html {
  return entries.length < 2 ? nothing : html`<nav aria-label="Sections">${list(entries, 'sections')}</nav>`;
}

function list(entries: readonly Pick<Section, 'label' | 'id'>[], look: 'sections' | 'within'): Html {
  return html`<ul class="${look}">${entries.map(({ label, id }) => html`<li><a href="${anchor({ prefix: '' }, id)}">${label}</a></li>`)}</ul>`;
}

function brand({ trials, commit }: Report, links: Links): Html {
  const [only] = trials;
  const what =
    trials.length === 1 && only !== undefined
      ? html` · ${only.name} · <code>${only.file}</code>`
      : html` · ${trials.length} images`;
  const began = Math.min(
    ...trials.flatMap(({ stages }) => stages.flatMap((stage) => (stage.status === 'skipped' ? [] : [stage.startedAt]))),
  );
  const sha = commit === undefined ? undefined : links.commit(commit.head);
  const short = commit === undefined ? nothing : html`<code>${commit.head.slice(0, 7)}</code>`;
  const facts = [
    ...(commit === undefined ? [] : [sha === undefined ? short : html`<a href="${sha}">${short}</a>`]),
    ...(links.run === undefined ? [] : [html`<a href="${links.run.address}">run ${links.run.number}</a>`]),
    ...(Number.isFinite(began) && began > 0 ? [html`${dateWords(began)}`] : []),
  ];
  return html`<div class="brand"><span><b>Sea Trial</b>${what}</span><span>${all(facts, ' · ')}</span></div>`;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The same on every machine. */
function dateWords(epochMs: number): string {
  const date = new Date(epochMs);
  const time = date.toISOString().slice(11, 16);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}, ${time} UTC`;
}
