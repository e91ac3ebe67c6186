import type { Report, TrialReport } from '../report.ts';
import { earlierState } from './changes.ts';
import { entriesOf, findingsIn } from './entries.ts';
import { type Markdown, code, details, markup, nothing, paragraphs, prose, table, text } from './markdown.ts';
import { count, megabytes } from './numbers.ts';
import { type MarkdownSetting, trialBody } from './trial-markdown.ts';
import { headline } from './wording.ts';

/** Of so many images a row is shown; the fine ones beyond are counted. */
const mostRows = 20;

/** Several trials in one report: the worst first, each that failed in full, the others in folds. */
export function severalBody(report: Report, setting: MarkdownSetting): Markdown {
  const trials = report.trials.toSorted((a, b) => rank(a) - rank(b));
  return paragraphs(
    imageTable(trials),
    ...trials.filter((trial) => rank(trial) < 2).map((trial) => section(trial, setting)),
    setting.detail === 'failures'
      ? nothing
      : {
          markdown: trials
            .filter((trial) => rank(trial) === 2)
            .map((trial) => fold(trial, setting))
            .filter((each) => each !== '')
            .join('\n'),
        },
  );
}

/** Failed, could not run, passed with findings, passed, skipped. */
function rank(trial: TrialReport): number {
  switch (trial.verdict) {
    case 'failed':
      return 0;
    case 'errored':
      return 1;
    case 'passed':
      return findingsOf(trial) > 0 ? 2 : 3;
    case 'skipped':
      return 4;
  }
}

function imageTable(trials: readonly TrialReport[]): Markdown {
  const fine = trials.filter((trial) => rank(trial) > 2);
  const told = trials.filter((trial) => rank(trial) <= 2);
  const room = Math.max(0, mostRows - told.length);
  const shown = [...told.slice(0, mostRows), ...(fine.length <= room ? fine : fine.slice(0, Math.max(0, room - 1)))];
  const left = trials.length - shown.length;
  return table(
    [
      { title: 'Image', align: 'left' },
      { title: 'Result', align: 'left' },
      { title: 'Size', align: 'right' },
    ],
    [
      ...shown.map((trial) => [
        code(trial.name),
        result(trial),
        text(trial.image === undefined ? '' : megabytes(trial.image.bytes)),
      ]),
      ...(left === 0 ? [] : [[text(`${left} more`), text('listed in the run'), nothing]]),
    ],
  );
}

function result(trial: TrialReport): Markdown {
  const found = findingsOf(trial);
  switch (trial.verdict) {
    case 'failed':
      return markup`**failed**: ${prose(headline(trial))}`;
    case 'errored':
      return markup`**could not run**: ${prose(headline(trial))}`;
    case 'passed':
      return text(found === 0 ? 'passed' : `passed, ${count(found, 'finding')}`);
    case 'skipped':
      return prose(`skipped: ${headline(trial)}`);
  }
}

function section(trial: TrialReport, setting: MarkdownSetting): Markdown {
  const before = earlierState(trial, setting.previous);
  return paragraphs(markup`#### ${code(trial.name)}: ${prose(headline(trial, before))}`, trialBody(trial, setting));
}

function fold(trial: TrialReport, setting: MarkdownSetting): string {
  const body = trialBody(trial, setting);
  return body.markdown === '' ? '' : details(`${trial.name}: ${count(findingsOf(trial), 'finding')}`, body).markdown;
}

function findingsOf(trial: TrialReport): number {
  const { cause, others } = entriesOf(trial);
  return findingsIn(others) + (cause === undefined ? 0 : 1);
}
