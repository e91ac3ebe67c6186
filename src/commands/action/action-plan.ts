import { matrixOf, type MatrixTrial } from '../../plan/matrix.ts';
import { setOutputs } from '../../publish/outputs.ts';
import { writeSummary } from '../../publish/summary.ts';
import { planSummary } from '../../render/plan-summary.ts';
import { dockerfileOf } from '../../plan/make-plan.ts';
import type { Report, TrialReport } from '../../report.ts';
import type { Settings } from '../../settings/settings.ts';
import { awaited } from '../../trial/awaited.ts';
import { openActionRun, temporaryFolder, type ActionPorts } from './action-run.ts';
import { plansFor, type Planned } from '../run/plans.ts';
import { allFiles, wantedFiles, writeReport } from '../report-files.ts';
import { trustedReader } from '../run/trusted-reader.ts';
import { unchangedTrials } from '../affected/unchanged-trials.ts';

/**
 * Mode plan: which trials there are, as the matrix of the jobs that run them. The report of this step holds those that nothing
 * has changed for, and for each of the others that its report is awaited: where a job leaves none, that is what is told in the end.
 */
export async function actionPlan(given: Settings, ports: ActionPorts): Promise<undefined> {
  const { run, commit, ports: runPorts } = await openActionRun(given, ports);
  const { settings } = run;
  const planned = await plansFor(run, runPorts, trustedReader(settings, runPorts));
  const unchanged = settings.onlyAffected ? await unchangedTrials(planned, run, runPorts) : undefined;
  const matrix: MatrixTrial[] = [];
  const trials: TrialReport[] = [];
  for (const each of planned) {
    const left = each.kind === 'plan' ? unchanged?.reports.get(each.plan) : undefined;
    if (left === undefined) matrix.push(matrixTrial(each));
    trials.push(left ?? awaited(each.kind === 'plan' ? each.plan : each.unplanned));
  }
  const known = await commit;
  const report: Report = {
    version: 1,
    tool: { name: 'sea-trial', version: ports.version },
    ...(known === undefined ? {} : { commit: known }),
    trials,
  };
  const { report: file } = allFiles(report, wantedFiles(settings, ports), temporaryFolder(ports));
  await writeReport(report, { report: file }, ports);
  setOutputs({ matrix: JSON.stringify(matrixOf(matrix)), report: file });
  const summary = planSummary(trials);
  ports.print.result(`${summary.sentence}\n`);
  await writeSummary(summary.page, ports.environment);
}

/** By its name where that stands for it alone, else by folder and Dockerfile: the job finds its settings by these. */
function matrixTrial({ named, ...planned }: Planned): MatrixTrial {
  const { name, file, context } = planned.kind === 'plan' ? planned.plan : planned.unplanned;
  if (named?.isWhole === true) return { name, context: named.key };
  const isUsual = dockerfileOf({ contexts: [context], files: [] }) === file;
  return { name, context, ...(isUsual ? {} : { file }) };
}
