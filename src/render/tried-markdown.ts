import type { Finding } from '../finding.ts';
import type { StageResult, TrialReport } from '../report.ts';
import { type Markdown, bullets, code, details, joined, markup, prose, text } from './markdown.ts';
import { isClear, timeChange } from './comparison-words.ts';
import { duration } from './numbers.ts';
import { capitalised, codeWord, continued } from './prose.ts';
import {
  documentedWords,
  instructionWords,
  lintFindings,
  severityCounts,
  stageWords,
  stagesInOrder,
  stopWords,
  wholeDuration,
} from './stage-words.ts';

const mostProbes = 6;
const longestSteps = 3;

/** What was done and seen, a line a stage, in a fold. */
export function triedFold(trial: TrialReport, refuted: readonly Finding[]): Markdown {
  const steps = (trial.steps ?? []).filter(({ cached }) => !cached).toSorted((a, b) => b.ms - a.ms);
  const longest = steps.filter(({ ms }) => ms >= 1000).slice(0, longestSteps);
  return details(
    `What was tried, ${duration(wholeDuration(trial))}`,
    bullets([
      ...stagesInOrder(trial).map((stage) => markup`**${text(capitalised(stage.stage))}**: ${stageLine(trial, stage)}`),
      ...(longest.length === 0
        ? []
        : [
            markup`Longest steps: ${joined(
              longest.map(
                ({ instruction, ms }) =>
                  markup`${code(instructionWords(instruction))} ${text(`${duration(ms)}${stepChange(trial, instruction)}`)}`,
              ),
              ', ',
            )}`,
          ]),
      ...refuted.map(({ check, title }) => markup`**Refuted**: ${text(check)}: ${prose(continued(title))}`),
    ]),
  );
}

/** Where the same step took clearly another time in the base's last report. */
function stepChange({ comparison }: TrialReport, instruction: string): string {
  const change = comparison?.steps?.[instruction];
  return change === undefined || !isClear(change) ? '' : ` (${timeChange(change)})`;
}

function stageLine(trial: TrialReport, stage: StageResult): Markdown {
  if (stage.status === 'passed' || stage.status === 'failed') {
    if (stage.stage === 'lint') return lintLine(trial);
    if (stage.stage === 'smoke' && trial.probes !== undefined && trial.probes.length > 0)
      return probesLine(trial.probes);
    if (stage.stage === 'stop') return prose(stopWords(trial) ?? stage.status);
  }
  return prose(stageWords(trial, stage));
}

function lintLine(trial: TrialReport): Markdown {
  const findings = lintFindings(trial);
  const found = findings.length === 0 ? 'no findings' : severityCounts(findings);
  const ignored = trial.ignored.length === 0 ? '' : `; ${trial.ignored.length} ignored`;
  return prose(`${codeWord(trial.file)} and its context, ${found}${ignored}`);
}

function probesLine(probes: NonNullable<TrialReport['probes']>): Markdown {
  const given = probes.filter(({ documented }) => documented !== true);
  const shown = given
    .slice(0, mostProbes)
    .map((probe) => markup`${code(probe.request)} ${prose(probe.outcome)} in ${text(duration(probe.ms))}`);
  const left = given.length - shown.length;
  const more = [...(left === 0 ? [] : [`${left} more`]), ...documentedWords(probes)];
  return joined([...shown, ...more.map(text)], '; ');
}
