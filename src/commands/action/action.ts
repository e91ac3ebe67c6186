import path from 'node:path';
import { openDocker } from '../../docker/cli.ts';
import type { GitHub } from '../../github/github.ts';
import type { WorkflowEvent } from '../../github/event.ts';
import type { Git } from '../../git/git.ts';
import { systemFolders, type Ports } from '../../ports.ts';
import { publish } from '../../publish/publish.ts';
import { setOutputs, outputsOf } from '../../publish/outputs.ts';
import { githubLinks, type Links } from '../../render/links.ts';
import { renderTerminal } from '../../render/terminal.ts';
import type { Report } from '../../report.ts';
import type { Settings } from '../../settings/settings.ts';
import { failureOf, openActionRun, temporaryFolder, type ActionPorts, type Failure } from './action-run.ts';
import { keepReport } from '../base/base-report.ts';
import { removeForsaken, removeImages, removeRun } from '../clean-up.ts';
import { writeObservations } from '../observations.ts';
import { allFiles, type FilePlaces, wantedFiles, writeReport } from '../report-files.ts';
import { runTrials } from '../run/trial.ts';

/** The step of a workflow: the trial, then the report wherever people look. */
export async function actionTrial(given: Settings, ports: ActionPorts): Promise<Failure | undefined> {
  const opened = await openActionRun(given, ports);
  const { run, event, git, github, cache } = opened;
  const { settings } = run;
  const { report, proven } = await runTrials(run, opened.ports, opened.commit);
  const files = allFiles(report, wantedFiles(settings, ports), temporaryFolder(ports));
  const links = event === undefined ? {} : { links: pageLinks(event, report, await rootOf(git, ports)) };
  const write = async (told: Report): Promise<void> => writeReport(told, files, { ...ports, ...links });
  await write(report);
  writeObservations(report, settings, ports);
  ports.print.result(renderTerminal(report, { colour: false, unicode: true }));
  const provenAndWritten = async (): Promise<Report> => {
    const last = await proven();
    if (last !== report) await write(last);
    return last;
  };
  if (event === undefined) {
    setOutputs(outputsOf(report, files));
    await provenAndWritten();
  } else {
    const toPublish = { report, proven: provenAndWritten, files, event, settings, git, github };
    for (const told of await publishReport(toPublish, ports)) ports.print.note(told);
    if (cache !== undefined) await keepReport(report, event, cache);
  }
  return failureOf(report);
}

interface ToPublish {
  readonly report: Report;
  readonly proven: () => Promise<Report>;
  readonly files: FilePlaces;
  readonly event: WorkflowEvent;
  readonly settings: Settings;
  readonly git: Git;
  readonly github: () => Promise<GitHub>;
}

async function publishReport(
  { report, proven, files, event, settings, git, github }: ToPublish,
  ports: ActionPorts,
): Promise<readonly string[]> {
  const { told } = await publish({
    report,
    proven,
    event,
    comment: settings.comment,
    files,
    root: await rootOf(git, ports),
    openGitHub: github,
    suggestions: settings.suggestions,
    ports,
  });
  return told;
}

/** The checkout's folder as seen from the working directory. */
async function rootOf(git: Git, { workingDirectory }: Ports): Promise<string> {
  const root = await git.root();
  return root === undefined ? '' : path.relative(workingDirectory, root);
}

/** In the page all leads to the commit that was tried: that one has every line as it is shown. */
function pageLinks({ repository, run, commit, actionRepository }: WorkflowEvent, report: Report, root: string): Links {
  const { tested } = report.commit ?? commit;
  return githubLinks({
    serverUrl: repository.serverUrl,
    repository: `${repository.owner}/${repository.name}`,
    head: tested,
    tested,
    runId: run.id,
    runNumber: run.number,
    root,
    ...(actionRepository === undefined ? {} : { actionRepository }),
  });
}

/** The post step: what a killed step left behind goes; on a machine that stays, the images too, and some on every machine. */
export async function actionPost(
  left: { readonly runId: string; readonly images: string; readonly unwanted: string },
  ports: Ports,
): Promise<void> {
  const docker = openDocker(ports.environment, ports);
  const stays = ports.environment['RUNNER_ENVIRONMENT'] === 'self-hosted';
  await removeRun(left.runId, stays, { docker, folders: systemFolders });
  if (stays) await removeForsaken({ docker, folders: systemFolders, files: ports.files });
  await removeImages(docker, [...namesIn(left.unwanted), ...(stays ? namesIn(left.images) : [])]);
}

/** As the step has saved them. */
function namesIn(saved: string): readonly string[] {
  const names: unknown = saved === '' ? [] : JSON.parse(saved);
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}
