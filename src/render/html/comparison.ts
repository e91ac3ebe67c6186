import type { Change, TrialReport } from '../../report.ts';
import { findingChange, sizeChange, timeChange } from '../comparison-words.ts';
import { duration, megabytes } from '../numbers.ts';
import { capitalised, stopped } from '../prose.ts';
import { type Html, html, nothing, prose } from './html.ts';
import type { Section } from './section.ts';
import type { HtmlSetting } from './setting.ts';

/** What this one has and the base has not, and the other way round. Nothing where nothing was compared. */
export function comparisonSection(trial: TrialReport, { links }: HtmlSetting): Section | undefined {
  const { comparison, image, startupMs, stopped: stop, findings } = trial;
  if (comparison === undefined) return undefined;
  const { base, bytes, otherStore, fixed, steps = {} } = comparison;
  const to = links.commit(base);
  const commit = html`<code>${base.slice(0, 7)}</code>`;
  const size = bytes === undefined && otherStore !== undefined ? `not compared, ${otherStore} there` : undefined;
  const standing = findings.filter(({ status }) => status !== 'refuted').length;
  return {
    id: 'base',
    label: 'Against the base',
    title: 'Against the base',
    body: html`<table class="plain"><caption>Base: ${to === undefined ? commit : html`<a href="${to}">${commit}</a>`}</caption><thead><tr><th scope="col">Measure</th><th scope="col" class="number">Here</th><th scope="col">Change</th></tr></thead><tbody>
${row('Findings', String(standing), findingChange(comparison))}
${image === undefined ? nothing : row('Image, unpacked', megabytes(image.bytes), size ?? sizeWords(bytes))}
${startupMs === undefined ? nothing : row('First answer', duration(startupMs), timeWords(comparison.startupMs))}
${stop === undefined ? nothing : row('Stop', duration(stop.ms), timeWords(comparison.stopMs))}
${Object.entries(steps).map(([instruction, change]) => row(html`<code>${instruction}</code>`, duration(change.base + change.delta), timeChange(change)))}
</tbody></table>${
      fixed.length === 0
        ? nothing
        : html`<p><b class="good">Fixed</b>, no longer so:</p><ul>${fixed.map(
            ({ check, title, path }) =>
              html`<li>${prose(capitalised(stopped(title)))} <span class="dim">${check}${path === undefined ? '' : `, ${path}`}</span></li>`,
          )}</ul>`
    }`,
  };
}

function row(name: string | Html, here: string, change: string): Html {
  return html`<tr><th scope="row">${name}</th><td class="number">${here}</td><td>${change}</td></tr>`;
}

function sizeWords(change: Change | undefined): string {
  return change === undefined ? 'not known' : sizeChange(change);
}

function timeWords(change: Change | undefined): string {
  return change === undefined ? 'not known' : timeChange(change);
}
