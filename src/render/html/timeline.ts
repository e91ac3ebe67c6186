import type { BuildStep, Exchange, SocketsSeen } from '../../observation.ts';
import type { StageResult, TimedStep, TrialReport } from '../../report.ts';
import { describeOutcome } from '../../probes/judge.ts';
import { count, duration } from '../numbers.ts';
import { codeWord, continued, shortened } from '../prose.ts';
import { instructionWords } from '../stage-words.ts';
import { stageOf } from '../wording.ts';
import { type BarRow, barTable, span } from './bar.ts';
import { type Html, all, html, nothing, prose } from './html.ts';
import type { Section } from './section.ts';
import { lineLink } from './place.ts';
import type { HtmlSetting } from './setting.ts';

/** What happened when: the build's steps, then from the container's start to its end. */
export function timelineSection(trial: TrialReport, setting: HtmlSetting): Section | undefined {
  const tables = [buildTable(trial, setting), startTable(trial)].filter((table) => table !== nothing);
  return tables.length === 0
    ? undefined
    : { id: 'time', label: 'Timeline', title: 'Timeline', body: all(tables, '\n') };
}

type Timed = Extract<StageResult, { readonly startedAt: number }>;

function buildTable(trial: TrialReport, setting: HtmlSetting): Html {
  const build = stageOf(trial, 'build');
  const { steps = [], observation } = trial;
  if (build === undefined || build.status === 'skipped' || steps.length === 0) return nothing;
  const inner = (observation.build?.steps ?? []).filter((step) => isInner(step) && (step.ms ?? 0) >= 100);
  const began = Math.min(build.startedAt, ...steps.map(({ startedAt }) => startedAt));
  const whole = Math.max(build.ms, ...steps.map((step) => step.startedAt + step.ms - began));
  const lint = stageOf(trial, 'lint');
  const rows = [
    ...steps.map((step) => ({
      at: step.startedAt,
      row: stepRow(step, began, whole, {
        line: lineLink(step.line, trial, setting),
        failed: step.line === observation.build?.failure?.line,
      }),
    })),
    ...inner.map((step) => ({ at: step.startedAt ?? began, row: innerRow(step, began, whole) })),
    ...(lint === undefined || lint.status === 'skipped'
      ? []
      : [{ at: lint.startedAt, row: lintRow(lint, began, whole) }]),
  ].toSorted((a, b) => a.at - b.at);
  const cached = steps.filter((step) => step.cached).length;
  const from =
    cached === 0 ? 'nothing' : cached === steps.length ? 'all of it' : `${cached} of ${count(steps.length, 'step')}`;
  return barTable(
    html`Build, ${duration(build.ms)}, ${from} from cache`,
    ['Step', 'Took', `0 to ${duration(whole)}`],
    rows.map(({ row }) => row),
  );
}

/** Not one of the Dockerfile's instructions: metadata, the context, the export. */
function isInner({ name }: BuildStep): boolean {
  return !/^\[[^\]]*\d+\/\d+\]/.test(name);
}

function stepRow(
  step: TimedStep,
  began: number,
  whole: number,
  { line, failed }: { readonly line: Html; readonly failed: boolean },
): BarRow {
  const words = shortened(instructionWords(step.instruction), 60);
  return {
    name: html`${line}<code>${words}</code>`,
    number: step.cached ? 'cached' : duration(step.ms),
    parts: step.cached ? [] : [span(step.startedAt - began, step.ms, whole, failed ? 'bad' : 'plain')],
  };
}

function innerRow({ name, startedAt, ms = 0 }: BuildStep, began: number, whole: number): BarRow {
  const words = shortened(name.replace(/^\[internal\]\s*/, ''), 60);
  return {
    name: html`<span class="dim">${words}</span>`,
    number: duration(ms),
    parts: startedAt === undefined ? [] : [span(startedAt - began, ms, whole, 'quiet')],
  };
}

function lintRow({ startedAt, ms }: Timed, began: number, whole: number): BarRow {
  return {
    name: html`<span class="dim">lint, meanwhile</span>`,
    number: duration(ms),
    parts: [span(startedAt - began, ms, whole, 'quiet')],
  };
}

interface Moment {
  readonly at: number;
  readonly lasts?: number;
  readonly name: Html;
  readonly number: string;
  readonly look: 'plain' | 'quiet' | 'bad';
}

const mostMoments = 60;

function startTable(trial: TrialReport): Html {
  const { observation, startupMs } = trial;
  const { container } = observation;
  const start = stageOf(trial, 'start');
  if (container === undefined || start === undefined || start.status === 'skipped') return nothing;
  const { exchanges, sockets, state, stop, documented, wait } = container;
  const ended =
    state?.startedAt === undefined || state.finishedAt === undefined ? undefined : state.finishedAt - state.startedAt;
  const moments: Moment[] = [
    ...exchanges.map((exchange) => exchangeMoment(exchange, wait.ended === 'ready')),
    ...sockets.map((seen, index) => socketMoment(seen, sockets[index + 1])),
    ...(startupMs === undefined ? [] : [moment(startupMs, html`<b>Ready</b>`, 'plain')]),
    ...(wait.ended === 'decided' || wait.ended === 'deadline'
      ? [
          moment(
            wait.ms,
            wait.ended === 'decided'
              ? html`The cause is known`
              : html`The wait ended, ${duration(wait.limitMs)} were given`,
            'bad',
          ),
        ]
      : []),
    ...(documented === undefined || documented.answers.length === 0
      ? []
      : [
          spanMoment(
            documented.answers[0]?.atMs ?? 0,
            documented.answers.at(-1)?.atMs ?? 0,
            html`${count(documented.answers.length, 'documented GET')}`,
            documented.answers.some(({ promise }) => promise === 'broken') ? 'bad' : 'plain',
          ),
        ]),
    ...(stop?.atMs === undefined
      ? []
      : [
          spanMoment(
            stop.atMs,
            stop.atMs + stop.ms,
            html`Stops, exit code ${stop.exitCode}`,
            stop.exitCode === 0 ? 'plain' : 'bad',
          ),
        ]),
    ...(stop === undefined && ended !== undefined && state !== undefined
      ? [moment(ended, html`Ended by itself, exit code ${state.exitCode}`, 'bad')]
      : []),
  ];
  if (moments.length === 0) return nothing;
  const whole = Math.max(...moments.map(({ at, lasts = 0 }) => at + lasts), 1);
  const inOrder = moments.toSorted((a, b) => a.at - b.at);
  const shown = inOrder.slice(0, mostMoments);
  return html`${barTable(
    html`From the start of the container`,
    ['Event', 'At', `0 to ${seconds(whole)}`],
    shown.map(({ at, lasts, name, number, look }) => ({
      name,
      number,
      parts: [span(at, lasts, whole, look)],
    })),
  )}${inOrder.length > mostMoments ? html`<p class="dim">${inOrder.length - mostMoments} more events are left out.</p>` : nothing}`;
}

/** While one waits for an application that answers in the end, a connection that is not accepted yet is nothing bad. */
function exchangeMoment(exchange: Exchange, isReady: boolean): Moment {
  const { atMs, lastAtMs, times, request, outcome, passed, probe, ms } = exchange;
  const isGood = passed ?? outcome.kind === 'answered';
  const look = isGood ? 'plain' : probe === undefined && isReady ? 'quiet' : 'bad';
  const name = html`${times === 1 ? nothing : html`${times} times `}<code>${shortened(probe ?? request, 80)}</code>: ${prose(continued(describeOutcome(outcome)))}`;
  const end = lastAtMs ?? atMs;
  return end - atMs < 1 ? moment(atMs, name, look) : spanMoment(atMs, end + ms, name, look);
}

function socketMoment({ atMs, listening }: SocketsSeen, next: SocketsSeen | undefined): Moment {
  const words = listening
    .slice(0, 4)
    .map(({ family, address, port }) =>
      codeWord(family === 'unix' ? address : `${address.includes(':') ? `[${address}]` : address}:${port}`),
    );
  const name =
    listening.length === 0
      ? html`Listens on nothing`
      : html`Listens on ${prose(words.join(', '))}${listening.length > 4 ? ' and more' : ''}`;
  return next === undefined ? moment(atMs, name, 'quiet', 'from') : spanMoment(atMs, next.atMs, name, 'quiet');
}

function moment(at: number, name: Html, look: Moment['look'], word = ''): Moment {
  return { at, name, look, number: word === '' ? seconds(at) : `${word} ${seconds(at)}` };
}

function spanMoment(from: number, to: number, name: Html, look: Moment['look']): Moment {
  return { at: from, lasts: Math.max(0, to - from), name, look, number: `${seconds(from)} to ${seconds(to)}` };
}

/** Two decimals: what follows each other in the first second must be told apart. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)}\u00a0s`;
}
