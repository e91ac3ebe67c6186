import type { BuildStep, LogLine, Observation } from '../../observation.ts';
import type { TrialReport } from '../../report.ts';
import { count } from '../numbers.ts';
import { shortened } from '../prose.ts';
import { cut } from './line.ts';
import { type Html, all, html, nothing } from './html.ts';
import { type Section, fold } from './section.ts';
import type { HtmlSetting } from './setting.ts';
import { seconds } from './timeline.ts';

/** What was written, by the container and by the build's steps: one search goes through all of it. */
export function logSection(trial: TrialReport, setting: HtmlSetting): Section | undefined {
  const { observation } = trial;
  const steps = buildLogs(observation);
  const container = containerLog(observation, setting);
  if (container === undefined && steps.length === 0) return undefined;
  const name = `${setting.prefix}log`;
  const failed = observation.build?.failure !== undefined;
  return {
    id: 'log',
    label: 'Log',
    title: container === undefined ? 'Log of the build' : 'Log of the container',
    body: html`${searchField(name)}
${container ?? nothing}${
      steps.length === 0
        ? nothing
        : html`<div class="findings">${all(
            steps.map((step) => stepFold(step, failed && step.error !== undefined)),
            '\n',
          )}</div>`
    }`,
  };
}

/** Whether the page has a log that one may be led to. */
export function hasLog({ observation }: TrialReport): boolean {
  const { log = [], omittedLogLines = 0 } = observation.container ?? {};
  return log.length > 0 || omittedLogLines > 0 || buildLogs(observation).length > 0;
}

/** Without a script there is nothing that could search, so it is not shown then. */
function searchField(section: string): Html {
  return html`<div class="find scripted" hidden><input type="search" data-search="${section}" placeholder="Search the log" aria-label="Search the log" autocomplete="off" spellcheck="false"><button type="button" data-step="-1" aria-label="Previous hit">↑</button><button type="button" data-step="1" aria-label="Next hit">↓</button><output aria-live="polite"></output></div>`;
}

/** Of a long log the beginning says why it starts badly, the end how it ends. */
const mostCharacters = 1_000_000;
const headPart = 0.3;
const perLine = 80;

function containerLog({ container }: Observation, { prefix }: HtmlSetting): Html | undefined {
  if (container === undefined || (container.log.length === 0 && container.omittedLogLines === 0)) return undefined;
  const { log, omittedLogLines, state } = container;
  const { head, tail, left } = headAndTail(log, omittedLogLines);
  const began = state?.startedAt;
  const lines = [
    ...head.map((line) => logLine(line, began)),
    ...(left === 0 ? [] : [html`<li class="left"><span>${count(left, 'line')} left out</span></li>`]),
    ...tail.map((line) => logLine(line, began)),
  ];
  return html`<div class="log" id="${prefix}container-log" role="group" aria-label="Lines of the log" tabindex="0"><ol>
${all(lines, '\n')}
</ol></div>`;
}

function headAndTail(
  log: readonly LogLine[],
  omitted: number,
): { head: readonly LogLine[]; tail: readonly LogLine[]; left: number } {
  const costs = log.map(({ text }) => Math.min(text.length, 2_000) + perLine);
  if (costs.reduce((sum, cost) => sum + cost, 0) <= mostCharacters) {
    // What the run itself has left out lies between its head and its tail; where, nobody knows any more.
    return { head: [], tail: log, left: omitted };
  }
  const head = fitting(costs, mostCharacters * headPart);
  const tail = Math.min(fitting(costs.toReversed(), mostCharacters * (1 - headPart)), log.length - head);
  return { head: log.slice(0, head), tail: log.slice(log.length - tail), left: omitted + log.length - head - tail };
}

/** How many of the first fit. */
function fitting(costs: readonly number[], most: number): number {
  let sum = 0;
  const end = costs.findIndex((cost) => (sum += cost) > most);
  return end === -1 ? costs.length : end;
}

/** A report that was read back from report.json has no times of its lines. */
function logLine({ at, text, stream }: LogLine, began: number | undefined): Html {
  const time = at === 0 || began === undefined ? nothing : html`<time>${seconds(at - began)}</time>`;
  return stream === 'stderr'
    ? html`<li class="stderr">${time}<span>${cut(text)}</span></li>`
    : html`<li>${time}<span>${cut(text)}</span></li>`;
}

const mostStepLines = 400;

function buildLogs({ build }: Observation): readonly BuildStep[] {
  return (build?.steps ?? []).filter(({ log, error }) => log.length > 0 || (error !== undefined && error !== ''));
}

function stepFold({ name, log, error }: BuildStep, open: boolean): Html {
  const shown = log.slice(-mostStepLines);
  const left = log.length - shown.length;
  const lines = [
    ...(left === 0 ? [] : [html`<li class="left"><span>${count(left, 'line')} left out</span></li>`]),
    ...shown.map((text) => html`<li><span>${cut(text)}</span></li>`),
    ...(error === undefined || error === '' ? [] : [html`<li class="stderr"><span>${cut(error)}</span></li>`]),
  ];
  return fold(
    html`<b>Build</b> <code>${shortened(name, 120)}</code> <span class="dim">${count(log.length, 'line')}</span>`,
    html`<div class="log" role="group" aria-label="Log of ${shortened(name, 80)}" tabindex="0"><ol>
${all(lines, '\n')}
</ol></div>`,
    open,
  );
}
