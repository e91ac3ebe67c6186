import type { TrialReport } from '../report.ts';
import { type Markdown, code, details, nothing, paragraphs, prose, table, text } from './markdown.ts';
import { count } from './numbers.ts';

/** Of so many trials a row is shown. */
const mostRows = 200;

/** Which trials a plan has, and which of them nothing has changed for: as a sentence, and as the page of the run. */
export function planSummary(trials: readonly TrialReport[]): { readonly sentence: string; readonly page: string } {
  const left = trials.filter(({ verdict }) => verdict === 'skipped');
  const run = trials.filter(({ verdict }) => verdict !== 'skipped');
  const sentence =
    left.length === 0
      ? `${count(run.length, 'trial')} to run.`
      : `${count(run.length, 'trial')} to run of ${trials.length}; nothing that reaches the others has changed.`;
  const page = paragraphs(
    text(sentence),
    run.length === 0 ? nothing : listing(run, ({ file }) => code(file)),
    left.length === 0
      ? nothing
      : details(
          `${left.length} unchanged`,
          listing(left, ({ because = '' }) => prose(because)),
        ),
  );
  return { sentence, page: page.markdown };
}

function listing(trials: readonly TrialReport[], about: (trial: TrialReport) => Markdown): Markdown {
  const shown = trials.slice(0, mostRows);
  const rows = shown.map((trial) => [code(trial.name), about(trial)]);
  const more = trials.length - shown.length;
  return table(
    [
      { title: 'Trial', align: 'left' },
      { title: '', align: 'left' },
    ],
    [...rows, ...(more === 0 ? [] : [[text(`${more} more`), nothing]])],
  );
}
