import type { Exchange, ExchangeOutcome } from '../../observation.ts';
import type { ProbeResult, TrialReport } from '../../report.ts';
import { describeOutcome } from '../../probes/judge.ts';
import { count, duration, megabytes } from '../numbers.ts';
import { capitalised, continued } from '../prose.ts';
import { stageWords } from '../stage-words.ts';
import { stageOf } from '../wording.ts';
import { cut } from './line.ts';
import { type Html, all, html, nothing, prose } from './html.ts';
import { type Section, fold } from './section.ts';

const mostFolds = 300;

/** What was asked, and what was answered: the head and the beginning of each answer. */
export function probesSection(trial: TrialReport): Section | undefined {
  const { probes = [], observation } = trial;
  const exchanges = observation.container?.exchanges ?? [];
  const smoke = stageOf(trial, 'smoke');
  const asked = exchanges.filter(({ probe }) => probe !== undefined);
  const waiting = exchanges.filter(({ probe }) => probe === undefined);
  const folds = [
    ...(waiting.length === 0 ? [] : [waitingFold(waiting)]),
    ...(asked.length === 0
      ? probes.filter(({ documented }) => documented !== true).map(resultFold)
      : asked.map(exchangeFold)),
    ...documentedFold(trial),
  ];
  const skipped =
    smoke?.status === 'skipped' ? html`<p>The probes were ${prose(stageWords(trial, smoke))}.</p>` : nothing;
  if (folds.length === 0 && skipped === nothing) return undefined;
  return {
    id: 'probes',
    label: 'Probes',
    title: 'Probes',
    body: html`${skipped}<div class="findings">
${all(folds.slice(0, mostFolds), '\n')}
</div>${folds.length > mostFolds ? html`<p>${folds.length - mostFolds} more are left out.</p>` : nothing}`,
  };
}

function waitingFold(exchanges: readonly Exchange[]): Html {
  const times = exchanges.reduce((sum, exchange) => sum + exchange.times, 0);
  const last = exchanges.at(-1);
  const words = last === undefined ? '' : describeOutcome(last.outcome);
  return fold(
    html`<b>Waiting for the first answer</b> <span class="dim">${count(times, 'request')}, the last ${prose(words)}</span>`,
    all(
      exchanges.map(
        (exchange) =>
          html`<p>${exchange.times === 1 ? nothing : html`${exchange.times} times `}<code>${cut(exchange.request)}</code>: ${prose(continued(describeOutcome(exchange.outcome)))}</p>${answer(exchange.outcome)}`,
      ),
    ),
  );
}

function exchangeFold({ probe = '', request, outcome, ms, passed, times }: Exchange): Html {
  const repeated = times === 1 ? nothing : html`, ${times} times`;
  return fold(
    html`${mark(passed !== false)} <code>${cut(probe)}</code> <span class="dim">${prose(continued(describeOutcome(outcome)))} in ${duration(ms)}${repeated}</span>`,
    html`<p><code>${cut(request)}</code></p>${answer(outcome)}`,
    passed === false,
  );
}

/** Where only the result is known. */
function resultFold({ request, outcome, ms, passed }: ProbeResult): Html {
  return html`<p>${mark(passed)} <code>${cut(request)}</code> <span class="dim">${prose(outcome)} in ${duration(ms)}</span></p>`;
}

function mark(passed: boolean): Html {
  return passed ? html`<b class="good">Passed</b>` : html`<b class="severity error">Failed</b>`;
}

const longestBody = 4_000;

function answer(outcome: ExchangeOutcome): Html {
  if (outcome.kind !== 'answered') return nothing;
  const { status, headers, body, bodyBytes } = outcome;
  const head = [`${status}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
  const shown = body.slice(0, longestBody).toWellFormed();
  const left = bodyBytes - Buffer.byteLength(shown);
  return html`<pre class="lines">${head.map((line) => html`<span class="dim">${cut(line)}</span>`)}${shown === '' ? nothing : html`<span> </span>`}${shown
    .split('\n')
    .filter((line) => line !== '' || shown !== '')
    .map(
      (line) => html`<span>${cut(line)}</span>`,
    )}</pre>${left > 0 ? html`<p class="dim">The body has ${megabytes(bodyBytes)}; its beginning is shown.</p>` : nothing}`;
}

/** The GETs of the application's own OpenAPI document. */
function documentedFold({ probes = [], observation }: TrialReport): readonly Html[] {
  const documented = probes.filter((probe) => probe.documented === true);
  if (documented.length === 0) return [];
  const broken = documented.filter(({ passed }) => !passed).length;
  const answers = observation.container?.documented?.answers ?? [];
  const deviations = new Map(answers.map(({ request, deviation = '' }) => [request, deviation]));
  return [
    fold(
      html`${mark(broken === 0)} <b>${count(documented.length, 'documented GET')}</b> <span class="dim">${broken === 0 ? 'as promised' : `${broken} otherwise than promised`}</span>`,
      html`<ul>${documented.map(
        ({ request, outcome, ms, passed }) =>
          html`<li>${passed ? nothing : mark(false)} <code>${cut(request)}</code> ${prose(outcome)} in ${duration(ms)}${passed ? nothing : html`: ${prose(capitalised(deviations.get(request) ?? ''))}`}</li>`,
      )}</ul>`,
      broken > 0,
    ),
  ];
}
