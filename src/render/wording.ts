import type { Report, StageResult, TrialReport, Verdict } from '../report.ts';
import { type Entries, entriesOf } from './entries.ts';
import { growth } from './comparison-words.ts';
import { count, duration } from './numbers.ts';
import { codeWord, continued, firstSentence, shortened } from './prose.ts';

/** The first line is the mail's preview: it must be readable alone, and not be cut there. */
const longestHeadline = 80;

const verdictWords: Readonly<Record<Verdict, string>> = {
  passed: 'passed',
  failed: 'failed',
  errored: 'could not run',
  skipped: 'skipped',
};

/** The verdict and its cause, or the best news: `Sea Trial passed: the image builds, starts and answers on port 8000`. */
export function verdictLine(report: Report, before?: Before): string {
  const verdict = worstVerdict(report);
  const [only] = report.trials;
  const news = report.trials.length === 1 && only !== undefined ? headline(only, before) : headlineOfAll(report.trials);
  return shortened(`Sea Trial ${verdictWords[verdict]}${news === '' ? '' : `: ${news}`}`, longestHeadline);
}

/** What the same comment said before, as far as the words depend on it. */
export interface Before {
  readonly verdict: Verdict;
}

const fromTheWorst: readonly Verdict[] = ['failed', 'errored', 'passed', 'skipped'];

/** An image that failed says more than one that could not be tried. */
export function worstVerdict({ trials }: Report): Verdict {
  return fromTheWorst.find((verdict) => trials.some((trial) => trial.verdict === verdict)) ?? 'skipped';
}

/** What is said behind the verdict of one trial: prose. */
export function headline(trial: TrialReport, before?: Before): string {
  switch (trial.verdict) {
    case 'passed':
      return bestNews(trial, before);
    case 'failed':
      return asHeadline(trial.because ?? causeWords(entriesOf(trial)) ?? failedStage(trial));
    case 'errored':
      return asHeadline(
        causeWords({ ...entriesOf(trial), others: [] }) ?? trial.because ?? trouble(trial) ?? 'the reason is not known',
      );
    case 'skipped':
      return asHeadline(trial.because ?? 'nothing that concerns it has changed');
  }
}

/** The whole sentences of what went wrong with the set-up, where no finding tells it. */
export function trouble({ stages }: TrialReport): string | undefined {
  const errored = stages.find((stage) => stage.status === 'errored');
  return errored?.status === 'errored' && errored.message !== '' ? errored.message : undefined;
}

/** What it was expected to do, and does; undefined where it never came to that. */
function servesAs({ observation: { container } }: TrialReport): string | undefined {
  if (container?.wait.ended !== 'ready') return undefined;
  const { expected, port } = container;
  switch (expected.kind) {
    case 'http':
      return `answers on port ${port}`;
    case 'tcp':
      return `accepts connections on port ${port}`;
    case 'running':
      return `still runs after ${duration(expected.ms)}`;
    case 'exit':
      return `ends with exit code ${expected.code}`;
  }
}

export function stageOf(trial: TrialReport, name: StageResult['stage']): StageResult | undefined {
  return trial.stages.find(({ stage }) => stage === name);
}

function headlineOfAll(trials: readonly TrialReport[]): string {
  const named = (verdict: Verdict): readonly TrialReport[] => trials.filter((trial) => trial.verdict === verdict);
  const failed = named('failed');
  const errored = named('errored');
  const images = count(trials.length, 'image');
  if (failed.length > 0) {
    const also = errored.length === 0 ? '' : `; ${errored.length} ${errored.length === 1 ? 'was' : 'were'} not tried`;
    return `${failed.length} of ${images} ${failed.length === 1 ? 'fails' : 'fail'}${whichOf(failed)}${also}`;
  }
  if (errored.length > 0)
    return `${errored.length} of ${images} ${errored.length === 1 ? 'was' : 'were'} not tried${whichOf(errored)}`;
  const passed = named('passed').length;
  if (passed === 0) return `nothing that concerns the ${images} has changed`;
  return passed === trials.length ? `all ${images} serve` : `${passed} of ${images} serve, the others did not change`;
}

function whichOf(trials: readonly TrialReport[]): string {
  return trials.length > 3 ? '' : `, ${trials.map(({ name }) => codeWord(name)).join(', ')}`;
}

function bestNews(trial: TrialReport, before: Before | undefined): string {
  const passed = (name: StageResult['stage']): boolean => stageOf(trial, name)?.status === 'passed';
  const serves = servesAs(trial);
  const grows = growth(trial);
  const also = grows === undefined ? '' : `; ${grows}`;
  if (before !== undefined && before.verdict !== 'passed' && serves !== undefined) return `it ${serves} now${also}`;
  if (grows !== undefined && serves !== undefined) return `it ${serves.replace('answers', 'serves')}${also}`;
  const does = [
    ...(passed('build') ? ['builds'] : []),
    ...(passed('start') ? ['starts'] : []),
    ...(serves === undefined ? [] : [serves]),
  ];
  const last = does.at(-1);
  if (last === undefined) return 'lint has nothing against the Dockerfile';
  return does.length === 1 ? `the image ${last}` : `the image ${does.slice(0, -1).join(', ')} and ${last}`;
}

/** Without a root diagnosis the gravest finding made it fail (`fail-on`). */
function causeWords({ cause, others }: Entries): string | undefined {
  const finding = cause ?? others[0]?.finding;
  return finding === undefined ? undefined : (finding.headline ?? finding.title);
}

function failedStage(trial: TrialReport): string {
  const failed = trial.stages.find(({ status }) => status === 'failed')?.stage;
  switch (failed) {
    case 'lint':
      return 'lint found errors';
    case 'build':
      return 'the image does not build';
    case 'start':
      return 'the container does not answer';
    case 'smoke':
      return 'it does not answer as it should';
    case 'stop':
      return 'the container does not stop as it should';
    case 'push':
      return 'the image was not pushed';
    case undefined:
      return 'the cause is not known';
  }
}

function asHeadline(sentences: string): string {
  return continued(firstSentence(sentences).replace(/\.$/, ''));
}
