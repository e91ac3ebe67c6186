import { isCompared, sizeMoved } from '../render/comparison-words.ts';
import type { Report } from '../report.ts';
import type { commentChoices } from '../settings/options.ts';

/** The input `comment`: when a comment is made where there is none yet. */
export type CommentMode = (typeof commentChoices)[number];

/** Whether this report is worth a first comment. One that exists is brought up to date whatever this says. */
export function wantsComment(mode: CommentMode, report: Report): boolean {
  switch (mode) {
    case 'always':
      return true;
    case 'on-change':
      // Where there is no base to compare with, nobody can tell that nothing changed.
      return fails(report) || !report.trials.some(isCompared) || hasNews(report);
    case 'on-failure':
      return fails(report);
    case 'never':
      return false;
  }
}

function fails({ trials }: Report): boolean {
  return trials.some(({ verdict }) => verdict === 'failed' || verdict === 'errored');
}

function hasNews({ trials }: Report): boolean {
  return trials.some(
    (trial) =>
      trial.findings.some(({ since, status }) => since === 'new' && status !== 'refuted') ||
      (trial.comparison?.fixed.length ?? 0) > 0 ||
      sizeMoved(trial),
  );
}
