import type { Evidence } from '../../finding.ts';
import type { TrialReport } from '../../report.ts';
import { timed } from '../cause-markdown.ts';
import { count, duration, megabytes } from '../numbers.ts';
import { capitalised } from '../prose.ts';
import { type Html, all, html, nothing, prose } from './html.ts';
import { cut } from './line.ts';
import { hasLog } from './log.ts';
import { placeLink } from './place.ts';
import { type HtmlSetting, anchor } from './setting.ts';

/** What was seen, in order: a list, with logs as blocks in it. */
export function evidenceHtml(evidence: readonly Evidence[], trial: TrialReport, setting: HtmlSetting): Html {
  if (evidence.length === 0) return nothing;
  return html`<ul class="evidence">
${all(
  evidence.map((item) => html`<li>${itemHtml(item, trial, setting)}</li>`),
  '\n',
)}
</ul>
`;
}

function itemHtml(item: Evidence, trial: TrialReport, setting: HtmlSetting): Html {
  switch (item.kind) {
    case 'source':
      return html`${placeLink(item.location, trial, setting)}: ${prose(item.note)}`;
    case 'exchange':
      return prose(capitalised(timed(item)));
    case 'measurement':
      return html`${prose(capitalised(item.what))}: <b>${measured(item)}</b>`;
    case 'command':
      return html`<code>${cut(item.argv.join(' '))}</code> ended with exit code ${item.exitCode}${lines(item.tail.split('\n').filter((line) => line.trim() !== ''))}`;
    case 'log': {
      const left = item.omittedLines === 0 ? nothing : html` (${count(item.omittedLines, 'line')} left out)`;
      const log = hasLog(trial) ? html`<a href="${anchor(setting, 'log')}">log</a>` : html`log`;
      return html`The ${log} says${left}:${lines(item.lines)}`;
    }
  }
}

const mostLines = 60;

function lines(all_: readonly string[]): Html {
  const shown = all_.slice(-mostLines);
  return shown.length === 0
    ? nothing
    : html`<pre class="lines">${shown.map((line) => html`<span>${cut(line)}</span>`)}</pre>`;
}

function measured({ value, unit }: Extract<Evidence, { kind: 'measurement' }>): string {
  switch (unit) {
    case 'ms':
      return duration(value);
    case 'bytes':
      return megabytes(value);
    case 'count':
      return String(value);
  }
}
