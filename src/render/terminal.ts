import type { Report, StageResult, TrialReport } from '../report.ts';
import { comparisonWords } from './comparison-words.ts';
import { type Entry, entriesOf, findingsIn } from './entries.ts';
import { type FindingText, findingText } from './finding-text.ts';
import { hardeningLines } from './hardening-words.ts';
import { duration } from './numbers.ts';
import { printable } from './printing.ts';
import { capitalised, plain, stopped } from './prose.ts';
import { proofSentences } from './proof-words.ts';
import { sourceText } from './source.ts';
import { stageWords, stagesInOrder } from './stage-words.ts';
import { type TerminalOptions, finished, labelled, painted, verdictColours } from './terminal-style.ts';
import { clippedTo, wrapped } from './width.ts';
import { headline, trouble, verdictLine, worstVerdict } from './wording.ts';

/** The report for a terminal of 80 columns. The verdict comes last, where the eye is. */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const several = report.trials.length > 1;
  const blocks = report.trials.flatMap((trial) => [
    ...(several ? [[trialTitle(trial, options)]] : []),
    ...trialBlocks(trial, options),
  ]);
  return `${[...blocks, verdict(report, options)].map((block) => block.join('\n')).join('\n\n')}\n`;
}

/** Of a trial that serves, so many findings are shown; `sea-trial lint` shows all. */
const mostShown = 5;

function trialBlocks(trial: TrialReport, options: TerminalOptions): string[][] {
  // Its title says all there is to say.
  if (trial.verdict === 'skipped') return [];
  const { cause, others } = entriesOf(trial);
  const text = (whole: boolean): FindingText => ({
    ...options,
    whole,
    sourceOf: (path) => sourceText(trial.observation.sources, path),
  });
  const shown: Entry[] =
    cause !== undefined ? [{ finding: cause, below: [] }] : trial.cause === undefined ? others.slice(0, mostShown) : [];
  const unexplained = cause === undefined ? trouble(trial) : undefined;
  const proven = proofSentences(trial);
  const hidden = findingsIn(others) - (cause === undefined ? findingsIn(shown) : 0);
  return [
    ...shown.map((entry) => findingText(entry, text(entry.finding === cause))),
    ...(unexplained === undefined ? [] : [sentenceLines('error', unexplained, options)]),
    ...(proven === undefined ? [] : [sentenceLines('proof', proven, options)]),
    ...trial.notes.map((note) => sentenceLines('note', note, options)),
    hardeningLines(trial).flatMap((line) => sentenceLines('bears', line, options)),
    stagesInOrder(trial)
      .filter((stage) => stage.stage !== 'stop' || stage.status !== 'skipped') // nobody misses it
      .map((stage) => stageRow(trial, stage, hidden, options))
      .concat(trial.comparison === undefined ? [] : [comparisonRow(comparisonWords(trial.comparison), options)]),
  ].filter((block) => block.length > 0);
}

/** `  build   52.3 s  9 steps, none from cache; 333.0 MB (overlay2)` */
function stageRow(trial: TrialReport, stage: StageResult, hidden: number, options: TerminalOptions): string {
  const time = stage.status === 'skipped' ? '-' : duration(stage.ms);
  const all = stage.stage === 'lint' && hidden > 0 ? '  (all: sea-trial lint)' : '';
  const words = `${printable(plain(stageWords(trial, stage)))}${all}`;
  const room = (options.columns ?? 80) - 18;
  const name = painted(stage.stage.padEnd(6), ['bold'], options);
  return finished(`  ${name}${time.padStart(8)}  ${clippedTo(words, room)}`, options);
}

/** `  base         -  2 new, 1 fixed, 3 remain; size +98.3 MB, +36%` */
function comparisonRow(words: string, options: TerminalOptions): string {
  const name = painted('base'.padEnd(6), ['bold'], options);
  return finished(`  ${name}${'-'.padStart(8)}  ${clippedTo(words, (options.columns ?? 80) - 18)}`, options);
}

function trialTitle(trial: TrialReport, options: TerminalOptions): string {
  const columns = options.columns ?? 80;
  const line = clippedTo(printable(plain(`${trial.name} ${verdictWord(trial)}`)), columns);
  return finished(painted(line, ['bold'], options), options);
}

function verdictWord(trial: TrialReport): string {
  const word = trial.verdict === 'errored' ? 'could not run' : trial.verdict;
  return `${word}: ${headline(trial)}`;
}

function sentenceLines(
  name: 'error' | 'proof' | 'bears' | 'note',
  sentences: string,
  options: TerminalOptions,
): string[] {
  const styles = name === 'error' ? (['bold', 'red'] as const) : (['bold'] as const);
  const sentence = printable(plain(stopped(capitalised(sentences))));
  return labelled(name, styles, sentence, options).map((line) => finished(line, options));
}

function verdict(report: Report, options: TerminalOptions): string[] {
  const worst = worstVerdict(report);
  const symbol = !options.unicode || worst === 'skipped' ? '' : worst === 'passed' ? '✓ ' : '✗ ';
  const lines = wrapped(`${symbol}${printable(plain(verdictLine(report)))}`, options.columns ?? 80, symbol.length);
  return lines.map((line) => finished(painted(line, ['bold', verdictColours[worst]], options), options));
}
