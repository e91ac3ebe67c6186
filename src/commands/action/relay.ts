import { UserError } from '../../errors.ts';
import { readEvent, type WorkflowEvent } from '../../github/event.ts';
import { publish } from '../../publish/publish.ts';
import { relay } from '../../publish/relay.ts';
import { renderTerminal } from '../../render/terminal.ts';
import type { Settings } from '../../settings/settings.ts';
import { failureOf, githubOf, temporaryFolder, type ActionPorts, type Failure } from './action-run.ts';
import { mergedReport } from './read-reports.ts';
import { allFiles, wantedFiles, writeReport } from '../report-files.ts';

/**
 * Mode comment: one comment of several reports. Those of another run, which could not post them, are only shown; those of this run's own
 * jobs decide its verdict too. Throws a `UserError`, and posts nothing, where one of them is not valid.
 */
export async function actionComment(settings: Settings, ports: ActionPorts): Promise<Failure | undefined> {
  const event = readEvent(ports.environment, ports.files);
  if (event === undefined)
    throw new UserError('mode `comment` posts the reports of a workflow, and this is none.', {
      place: 'input mode',
      hint: 'In a terminal, `sea-trial report REPORT.json` shows a report.',
    });
  if (event.earlierRun === undefined) return mergeOwn(settings, event, ports);
  const { earlierRun } = event;
  const { sha } = earlierRun.head;
  const told = await relay({
    report: mergedReport(settings, { head: sha, tested: sha }, ports),
    event,
    earlierRun,
    comment: settings.comment,
    openGitHub: githubOf(event, settings, ports),
    ports,
  });
  for (const line of told) ports.print.note(line);
  return undefined;
}

/** The jobs of a matrix each have their report; this is the one of them all. They have made their annotations. */
async function mergeOwn(settings: Settings, event: WorkflowEvent, ports: ActionPorts): Promise<Failure | undefined> {
  const report = mergedReport(settings, event.commit, ports);
  const files = allFiles(report, wantedFiles(settings, ports), temporaryFolder(ports));
  await writeReport(report, files, ports);
  ports.print.result(renderTerminal(report, { colour: false, unicode: true }));
  const { told } = await publish({
    report,
    proven: async () => report,
    event,
    comment: settings.comment,
    files,
    root: '',
    annotates: false,
    openGitHub: githubOf(event, settings, ports),
    suggestions: settings.suggestions,
    ports,
  });
  for (const line of told) ports.print.note(line);
  return failureOf(report);
}
