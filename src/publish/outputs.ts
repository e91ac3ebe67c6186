import * as core from '@actions/core';
import { severities } from '../finding.ts';
import type { Report, TrialReport, Verdict } from '../report.ts';
import type { OutputName } from '../settings/outputs.ts';

/** Where the files of this run are, absent where none was written. */
export interface ReportFiles {
  readonly report?: string;
  readonly html?: string;
  readonly sarif?: string;
}

type Outputs = Readonly<Partial<Record<OutputName, string>>>;

/** What a report alone tells: all outputs but `comment-url` and `matrix`. An empty text stands for "none". */
export function outputsOf(report: Report, files: ReportFiles): Required<Omit<Outputs, 'comment-url' | 'matrix'>> {
  const worst = worstOf(report.trials);
  const findings = report.trials.flatMap((trial) => trial.findings.filter(({ status }) => status !== 'refuted'));
  const [errors, warnings] = severities.map((severity) => findings.filter((each) => each.severity === severity).length);
  // One value cannot stand for several images; the file that `report` names has them all.
  const only = report.trials.length === 1 ? report.trials[0] : undefined;
  return {
    verdict: worst?.verdict ?? 'skipped',
    cause: worst?.cause ?? '',
    findings: String(findings.length),
    errors: String(errors),
    warnings: String(warnings),
    image: only?.image?.reference ?? '',
    'image-id': only?.image?.id ?? '',
    digest: only?.image?.digest ?? '',
    'image-size': only?.image === undefined ? '' : String(only.image.bytes),
    'startup-ms': only?.startupMs === undefined ? '' : String(Math.round(only.startupMs)),
    report: files.report ?? '',
    sarif: files.sarif ?? '',
    html: files.html ?? '',
  };
}

/** Sets them for the steps that follow. */
export function setOutputs(outputs: Outputs): void {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}

const fromTheWorst: readonly Verdict[] = ['failed', 'errored', 'passed', 'skipped'];

/** An image that failed says more than one that could not be tried. */
function worstOf(trials: readonly TrialReport[]): TrialReport | undefined {
  return trials.toSorted((a, b) => fromTheWorst.indexOf(a.verdict) - fromTheWorst.indexOf(b.verdict))[0];
}
