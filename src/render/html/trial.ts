import type { Report, StageResult, TrialReport } from '../../report.ts';
import { duration, megabytes } from '../numbers.ts';
import { capitalised, stopped } from '../prose.ts';
import { builtSentence, skippedSentences, stageWords, stagesInOrder, stopSummary, stopWords } from '../stage-words.ts';
import { headline, trouble } from '../wording.ts';
import { changeSection } from './change.ts';
import { comparisonSection } from './comparison.ts';
import { dockerfileSection } from './dockerfile.ts';
import { environmentSection, hardeningSection } from './environment.ts';
import { type Html, html, nothing, prose } from './html.ts';
import { layersSection } from './layers.ts';
import { logSection } from './log.ts';
import { probesSection } from './probes.ts';
import type { Section } from './section.ts';
import type { HtmlSetting } from './setting.ts';
import { timelineSection } from './timeline.ts';

/** All that is told of one trial, in the order in which it is read. */
export function sectionsOf(trial: TrialReport, report: Report, setting: HtmlSetting): readonly Section[] {
  if (trial.verdict === 'skipped') return [];
  return [
    changeSection(trial, setting),
    comparisonSection(trial, setting),
    dockerfileSection(trial, setting),
    timelineSection(trial, setting),
    probesSection(trial),
    logSection(trial, setting),
    layersSection(trial, setting),
    hardeningSection(trial),
    environmentSection(trial, report, setting),
  ].filter((section) => section !== undefined);
}

const words = { passed: 'Passed', failed: 'Failed', errored: 'Could not run', skipped: 'Skipped' } as const;

/** The verdict and its cause, the numbers, and the stages. */
export function verdictBlock(trial: TrialReport, title: (words: Html) => Html): Html {
  const sentences = [numbers(trial), ...reason(trial), ...trial.notes.map(stopped)].filter(
    (sentence) => sentence !== '',
  );
  return html`<div class="verdict ${trial.verdict}">
<p class="word">${words[trial.verdict]}</p>
${title(prose(capitalised(headline(trial))))}
${sentences.length === 0 ? nothing : html`<p class="dim">${prose(sentences.join(' '))}</p>`}
</div>
${trial.verdict === 'skipped' ? nothing : html`<ol class="stages">${stagesInOrder(trial).map((stage) => stageItem(trial, stage))}</ol>`}`;
}

export function verdictWord({ verdict }: Pick<TrialReport, 'verdict'>): string {
  return words[verdict];
}

function stageItem(trial: TrialReport, stage: StageResult): Html {
  const said =
    stage.stage === 'stop' && stage.status === 'passed' ? (stopWords(trial) ?? 'passed') : stageWords(trial, stage);
  const took =
    stage.status === 'skipped' || stage.stage === 'stop'
      ? nothing
      : html` <span class="dim">${duration(stage.ms)}</span>`;
  return html`<li class="${stage.status}"><b>${capitalised(stage.stage)}</b>${took} <span>${prose(said)}</span></li>`;
}

/** `First answer after 1.4 s, clean stop in 0.4 s, 333.0 MB.` */
function numbers(trial: TrialReport): string {
  if (trial.verdict !== 'passed') return [builtSentence(trial) ?? '', ...skippedSentences(trial)].join(' ').trim();
  const { startupMs, image } = trial;
  const stop = stopSummary(trial);
  const parts = [
    ...(startupMs === undefined ? [] : [`first answer after ${duration(startupMs)}`]),
    ...(stop === undefined ? [] : [stop]),
    ...(image === undefined ? [] : [megabytes(image.bytes)]),
  ].join(', ');
  return parts === '' ? '' : `${capitalised(parts)}.`;
}

/** The whole sentences of what went wrong with the set-up, of which the headline is the first. */
function reason(trial: TrialReport): readonly string[] {
  const said = trial.because ?? trouble(trial);
  return trial.verdict !== 'errored' || said === undefined ? [] : [stopped(said)];
}
