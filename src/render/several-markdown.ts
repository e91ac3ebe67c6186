import type { Report, TrialReport } from '../report.ts';
import { changedTrials, earlierState } from './changes.ts';
import { baseName, isCompared, sizeMoved } from './comparison-words.ts';
import { entriesOf, findingsIn } from './entries.ts';
import {
  type Markdown,
  bullets,
  code,
  details,
  joined,
  link,
  markup,
  nothing,
  paragraphs,
  prose,
  table,
  text,
} from './markdown.ts';
import { count, megabytes } from './numbers.ts';
import { pushedSentence, severityCounts } from './stage-words.ts';
import type { Previous } from './state.ts';
import { type MarkdownSetting, trialBody } from './trial-markdown.ts';
import { headline } from './wording.ts';

/** Of so many images a row is shown; the fine ones beyond are counted. */
const mostRows = 20;

/**
 * Several trials in one report: the worst first, each that failed in full, then what is new; the others in folds, and where they were
 * compared and have nothing new, only counted.
 */
export function severalBody(report: Report, setting: MarkdownSetting): Markdown {
  const trials = report.trials.toSorted((a, b) => rank(a) - rank(b));
  const told = (trial: TrialReport): boolean => rank(trial) < 2 || (rank(trial) === 2 && isCompared(trial));
  const rest = trials.filter((trial) => !told(trial) && findingsOf(trial) > 0);
  const quiet = setting.form === 'comment' ? rest.filter(isCompared) : [];
  return paragraphs(
    changedTrials(report, setting.previous, setting.head),
    imageTable(trials, setting.previous),
    setting.detail === 'failures' ? nothing : pushedFold(report.trials),
    ...trials.filter(told).map((trial) => section(trial, setting)),
    setting.detail === 'failures'
      ? nothing
      : {
          markdown: [
            ...rest.filter((trial) => !quiet.includes(trial)).map((trial) => fold(trial, setting)),
            countedFold(quiet, setting),
          ]
            .filter((each) => each !== '')
            .join('\n'),
        },
  );
}

/** Failed, could not run, passed with findings that are not known from the base, passed, skipped. */
function rank(trial: TrialReport): number {
  switch (trial.verdict) {
    case 'failed':
      return 0;
    case 'errored':
      return 1;
    case 'passed':
      return newsOf(trial).length > 0 ? 2 : 3;
    case 'skipped':
      return 4;
  }
}

/** The findings that a reader of this pull request has not to look for elsewhere. */
function newsOf(trial: TrialReport): TrialReport['findings'] {
  const standing = trial.findings.filter(({ status }) => status !== 'refuted');
  return isCompared(trial) ? standing.filter(({ since }) => since !== 'remaining') : standing;
}

function imageTable(trials: readonly TrialReport[], previous: Previous | undefined): Markdown {
  const few = (all: readonly TrialReport[]): readonly TrialReport[] => (all.length > 1 ? all : []);
  const quiet = new Set(few(trials.filter((trial) => isUnchanged(trial, previous))));
  const untouched = new Set(few(trials.filter(({ verdict }) => verdict === 'skipped')));
  const rows = trials.filter((trial) => !quiet.has(trial) && !untouched.has(trial));
  const counted = Math.min(1, quiet.size) + Math.min(1, untouched.size);
  const shown = rows.length + counted <= mostRows ? rows : rows.slice(0, mostRows - 1);
  const left = rows.length - shown.length;
  const more = quiet.size + left;
  return table(
    [
      { title: 'Image', align: 'left' },
      { title: 'Result', align: 'left' },
      { title: 'Size', align: 'right' },
    ],
    [
      ...shown.map((trial) => [code(trial.name), result(trial, previous), size(trial)]),
      ...(more === 0
        ? []
        : [[text(`${more} more`), text(left === 0 ? 'passed, nothing new' : 'listed in the run'), nothing]]),
      ...(untouched.size === 0 ? [] : [[text(`${untouched.size} more`), text('skipped: unchanged'), nothing]]),
    ],
  );
}

/** Where each image is in a registry: not every image has a section of its own. */
function pushedFold(trials: readonly TrialReport[]): Markdown {
  const lines = trials.flatMap((trial) => {
    const sentence = pushedSentence(trial);
    return sentence === undefined ? [] : [markup`${code(trial.name)}: ${prose(sentence)}`];
  });
  const left = lines.length - mostRows;
  const shown = left > 0 ? [...lines.slice(0, mostRows), markup`${left} more: report.json has them all`] : lines;
  return lines.length === 0 ? nothing : details(`Pushed: ${count(lines.length, 'image')}`, bullets(shown));
}

/** It passed as it did before, has nothing that the base has not, and is as large. */
function isUnchanged(trial: TrialReport, previous: Previous | undefined): boolean {
  const before = earlierState(trial, previous);
  return (
    rank(trial) === 3 &&
    isCompared(trial) &&
    !sizeMoved(trial) &&
    (trial.comparison?.fixed.length ?? 0) === 0 &&
    (before === undefined || before.verdict === 'passed')
  );
}

function size(trial: TrialReport): Markdown {
  const { image, comparison } = trial;
  if (image === undefined) return nothing;
  const delta = comparison?.bytes?.delta ?? 0;
  const moved = sizeMoved(trial) ? `, ${delta < 0 ? '-' : '+'}${megabytes(Math.abs(delta))}` : '';
  return text(`${megabytes(image.bytes)}${moved}`);
}

function result(trial: TrialReport, previous: Previous | undefined): Markdown {
  const before = earlierState(trial, previous);
  switch (trial.verdict) {
    case 'failed':
      return markup`**failed**: ${prose(headline(trial))}`;
    case 'errored':
      return markup`**could not run**: ${prose(headline(trial))}`;
    case 'passed':
      return text(
        [
          'passed',
          ...(before !== undefined && before.verdict !== 'passed' ? ['failed before'] : []),
          ...newsWords(trial),
          ...(trial.pushed === undefined ? [] : ['pushed']),
        ].join(', '),
      );
    case 'skipped':
      return prose(`skipped: ${headline(trial)}`);
  }
}

/** `2 new notices`, `3 findings` where nothing was compared, `nothing new`. */
function newsWords(trial: TrialReport): readonly string[] {
  const news = newsOf(trial);
  if (!isCompared(trial)) return news.length === 0 ? [] : [count(news.length, 'finding')];
  if (news.length === 0) return findingsOf(trial) === 0 ? [] : ['nothing new'];
  const counts = severityCounts(news);
  return [counts.includes(',') ? `${news.length} new findings` : counts.replace(' ', ' new ')];
}

function section(trial: TrialReport, setting: MarkdownSetting): Markdown {
  const before = earlierState(trial, setting.previous);
  const words = rank(trial) < 2 ? headline(trial, before) : newsWords(trial).join('');
  return paragraphs(markup`#### ${code(trial.name)}: ${prose(words)}`, trialBody(trial, setting));
}

function fold(trial: TrialReport, setting: MarkdownSetting): string {
  const body = trialBody(trial, setting);
  return body.markdown === '' ? '' : details(`${trial.name}: ${count(findingsOf(trial), 'finding')}`, body).markdown;
}

/** What the base has too, by image: whoever wants to read it finds it on the page of the run. */
function countedFold(trials: readonly TrialReport[], { links, baseBranch }: MarkdownSetting): string {
  if (trials.length === 0) return '';
  const number = trials.reduce((sum, trial) => sum + findingsOf(trial), 0);
  const names = trials.map((trial) => markup`${code(trial.name)} ${findingsOf(trial)}`);
  const page = link(markup`run's summary`, links.run?.address);
  return details(
    `${count(number, 'finding')} that ${baseName(baseBranch)} has too, in ${count(trials.length, 'image')}`,
    bullets([markup`${joined(names, ', ')}: listed in the ${page}`]),
  ).markdown;
}

function findingsOf(trial: TrialReport): number {
  const { cause, others } = entriesOf(trial);
  return findingsIn(others) + (cause === undefined ? 0 : 1);
}
