import { posix } from 'node:path';
import type { Location } from '../../finding.ts';
import type { Observation } from '../../observation.ts';
import type { TrialReport } from '../../report.ts';
import type { Address } from '../links.ts';
import { linesOfText } from '../source.ts';
import { type Html, html, nothing } from './html.ts';
import { type HtmlSetting, anchor } from './setting.ts';

const mostLines = 3_000;

/** The lines of the Dockerfile that the page shows; none where its text is not known. */
export function shownLines({ sources }: Observation): { readonly lines: readonly string[]; readonly left: number } {
  const { text } = sources.dockerfile;
  const all = text === '' ? [] : linesOfText(text.endsWith('\n') ? text.slice(0, -1) : text);
  return { lines: all.slice(0, mostLines), left: Math.max(0, all.length - mostLines) };
}

/** A place that the page shows is a link to it. */
export function placeLink(location: Location, trial: TrialReport, setting: HtmlSetting): Html {
  const words = html`<code>${placeWords(location)}</code>`;
  const own = isDockerfile(location.path, trial) ? addressOfLine(location.line, trial, setting) : undefined;
  const to = own ?? setting.links.blob(location.path, location.line);
  return to === undefined ? words : html`<a href="${to}">${words}</a>`;
}

/** The number of a line of the Dockerfile, before what stands there. */
export function lineLink(line: number | undefined, trial: TrialReport, setting: HtmlSetting): Html {
  if (line === undefined) return nothing;
  const to = addressOfLine(line, trial, setting);
  return to === undefined
    ? html`<code>${line}</code> `
    : html`<a href="${to}" aria-label="Line ${line}"><code>${line}</code></a> `;
}

export function placeWords({ path, line }: Location): string {
  return `${path}:${line}`;
}

export function isDockerfile(path: string, { file }: TrialReport): boolean {
  return posix.normalize(path) === posix.normalize(file);
}

function addressOfLine(line: number, { observation }: TrialReport, setting: HtmlSetting): Address | undefined {
  return line <= shownLines(observation).lines.length ? anchor(setting, `L${line}`) : undefined;
}
