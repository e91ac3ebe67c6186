import type { ActionsCache } from '../../github/actions-cache.ts';
import type { WorkflowEvent } from '../../github/event.ts';
import { reportData } from '../../render/json.ts';
import { readReport } from '../../render/read-report.ts';
import type { Report } from '../../report.ts';
import { sha256 } from '../../sha256.ts';

/** Keeps each trial of a push to the default branch, for the pull requests that follow. */
export async function keepReport(report: Report, event: WorkflowEvent, cache: ActionsCache): Promise<void> {
  if (event.name !== 'push' || event.defaultBranch === undefined || event.ref !== `refs/heads/${event.defaultBranch}`)
    return;
  for (const { name, image, cause } of report.trials) {
    if (image === undefined && cause === undefined) continue; // only lint was asked for: nothing was measured
    const one = { ...report, trials: report.trials.filter((trial) => trial.name === name) };
    await cache.write(
      `${prefixOfJob(event, name)}${event.commit.tested}-${event.run.id}-${event.run.attempt}`,
      kept(one),
    );
  }
}

/**
 * The last report of the base's branch for a trial: that of the very commit, else the newest. Undefined where there is none. Of the same
 * job alone: another one may try the same image on another platform or with other settings.
 */
export async function baseReportOf(
  trial: string,
  event: WorkflowEvent,
  cache: ActionsCache,
): Promise<Report | undefined> {
  const base = event.pull?.base;
  if (base === undefined || base.ref !== event.defaultBranch) return undefined;
  const prefix = prefixOfJob(event, trial);
  return readFrom(cache, [`${prefix}${base.sha}-`, prefix]);
}

/** The last report of the default branch for a trial, whichever job of the workflow made it: a plan asks what the jobs of its matrix left. */
export async function lastReportOf(
  trial: string,
  event: WorkflowEvent,
  cache: ActionsCache,
): Promise<Report | undefined> {
  return readFrom(cache, [prefixOfTrial(event, trial)]);
}

async function readFrom(cache: ActionsCache, keys: readonly string[]): Promise<Report | undefined> {
  const text = await cache.read(keys);
  const read = text === undefined ? undefined : readReport(text);
  return read !== undefined && 'report' in read ? read.report : undefined;
}

function prefixOfTrial({ run }: WorkflowEvent, trial: string): string {
  return `sea-trial-report-${sha256([run.workflow, trial].join('\0')).slice(0, 24)}-`;
}

function prefixOfJob(event: WorkflowEvent, trial: string): string {
  return `${prefixOfTrial(event, trial)}${sha256(event.run.job).slice(0, 12)}-`;
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
