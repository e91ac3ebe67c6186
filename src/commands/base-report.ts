import type { ActionsCache } from '../github/actions-cache.ts';
import type { WorkflowEvent } from '../github/event.ts';
import { reportData } from '../render/json.ts';
import { readReport } from '../render/read-report.ts';
import type { Report } from '../report.ts';
import { sha256 } from '../sha256.ts';

/** Keeps each trial of a push to the default branch, for the pull requests that follow. */
export async function keepReport(report: Report, event: WorkflowEvent, cache: ActionsCache): Promise<void> {
  if (event.name !== 'push' || event.defaultBranch === undefined || event.ref !== `refs/heads/${event.defaultBranch}`)
    return;
  for (const { name, image, cause } of report.trials) {
    if (image === undefined && cause === undefined) continue; // only lint was asked for: nothing was measured
    const one = { ...report, trials: report.trials.filter((trial) => trial.name === name) };
    await cache.write(`${prefixOf(event, name)}${event.commit.tested}-${event.run.id}-${event.run.attempt}`, kept(one));
  }
}

/** The last report of the base's branch for a trial: that of the very commit, else the newest. Undefined where there is none. */
export async function baseReportOf(
  trial: string,
  event: WorkflowEvent,
  cache: ActionsCache,
): Promise<Report | undefined> {
  const base = event.pull?.base;
  if (base === undefined || base.ref !== event.defaultBranch) return undefined;
  const prefix = prefixOf(event, trial);
  const text = await cache.read([`${prefix}${base.sha}-`, prefix]);
  const read = text === undefined ? undefined : readReport(text);
  return read !== undefined && 'report' in read ? read.report : undefined;
}

/** Of the same job alone: another one may try the same image under another name, on another platform or with other settings. */
function prefixOf({ run }: WorkflowEvent, trial: string): string {
  return `sea-trial-report-${sha256([run.workflow, run.job, trial].join('\0')).slice(0, 24)}-`;
}

/** Without the container's log and the sources: nothing of them is compared. */
function kept(report: Report): string {
  const { trials, ...data } = reportData(report);
  return JSON.stringify({
    ...data,
    trials: trials.map((trial) => {
      const { log: _log, sources: _sources, ...rest } = trial;
      return rest;
    }),
  });
}
