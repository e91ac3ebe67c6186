import path from 'node:path';
import { openDocker } from '../docker/cli.ts';
import { openActionsCache } from '../github/actions-cache.ts';
import type { GitHub } from '../github/github.ts';
import { openGitHub } from '../github/octokit.ts';
import { readEvent, type WorkflowEvent } from '../github/event.ts';
import { gitOf, type Git } from '../git/git.ts';
import { systemFolders, type Ports } from '../ports.ts';
import { publish } from '../publish/publish.ts';
import { setOutputs, outputsOf } from '../publish/outputs.ts';
import { githubLinks, type Links } from '../render/links.ts';
import { renderTerminal } from '../render/terminal.ts';
import { verdictLine } from '../render/wording.ts';
import type { CommitInfo, Report } from '../report.ts';
import type { Settings } from '../settings/settings.ts';
import { baseOfEvent, type FoundBase } from './base.ts';
import { baseReportOf, keepReport } from './base-report.ts';
import { filesWithConfigurationOf } from './base-configuration.ts';
import { removeForsaken, removeImages, removeRun } from './clean-up.ts';
import { writeObservations } from './observations.ts';
import { allFiles, type FilePlaces, wantedFiles, writeReport } from './report-files.ts';
import { copyOfBase } from './strangers-compose.ts';
import { exitCodeOf, runTrials, type TrialCommandPorts } from './trial.ts';

type ActionPorts = Omit<TrialCommandPorts, 'docker' | 'folders' | 'engineComesWithinMs'>;

/** The engine of a self-hosted runner in Kubernetes may come up later than the step. */
const engineComesWithinMs = 30_000;

/** How a step fails: with a sentence, and 1 where it blames the image, 2 where it does not. */
export interface Failure {
  readonly sentence: string;
  readonly exitCode: 1 | 2;
}

/** The step of a workflow: the trial, then the report wherever people look. */
export async function actionTrial(settings: Settings, ports: ActionPorts): Promise<Failure | undefined> {
  const docker = openDocker(ports.environment, ports);
  const event = readEvent(ports.environment, ports.files);
  for (const note of settings.notes) ports.print.note(note);
  const git = gitOf(path.resolve(ports.workingDirectory, settings.contexts[0] ?? '.'), ports.environment);
  // The commit that started the run is the default branch's on such events, or the branch's that is merged into.
  const ofStranger = async (because: string) => {
    const base = event?.commit.base ?? event?.commit.tested ?? '';
    const configurationFiles = await filesWithConfigurationOf(base, git, settings, ports);
    return {
      ...(settings.allowUntrustedBuild ? { ofStranger: true } : { refusal: because }),
      ...(configurationFiles === undefined ? {} : { configurationFiles }),
      baseCopy: async () => copyOfBase(base, git, systemFolders, ports.files),
    };
  };
  const github = githubOf(event, settings, ports);
  const cache = openActionsCache(ports.environment);
  const { report, proven } = await runTrials(
    settings,
    {
      ...ports,
      docker,
      folders: systemFolders,
      engineComesWithinMs,
      ...(event?.trust.kind === 'untrusted' ? await ofStranger(event.trust.because) : {}),
      ...(event === undefined ? {} : { base: baseFor(event, settings, git, github) }),
      ...(event === undefined || cache === undefined
        ? {}
        : { baseReport: async (name) => baseReportOf(name, event, cache) }),
    },
    commitOf(event, git),
  );
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
  const exitCode = exitCodeOf(report);
  return exitCode === 0 ? undefined : { sentence: verdictLine(report), exitCode };
}

/** What is checked out is what is tried; the event's own commit may be another one, where the workflow names a `ref`. */
async function commitOf(event: WorkflowEvent | undefined, git: Git): Promise<CommitInfo | undefined> {
  const tested = await git.headCommit();
  if (event === undefined) return tested === undefined ? undefined : { head: tested, tested };
  return tested === undefined ? event.commit : { ...event.commit, tested };
}

/** Opened when it is first needed, and once: the patience for it is one for the whole step. */
function githubOf(event: WorkflowEvent | undefined, settings: Settings, ports: ActionPorts): () => Promise<GitHub> {
  let opened: Promise<GitHub> | undefined;
  return async () => {
    if (event === undefined) throw new TypeError('outside of a workflow there is no repository to ask');
    const { repository } = event;
    return (opened ??= openGitHub({ token: settings.githubToken ?? '', repository, clock: ports.clock }));
  };
}

/** A push is compared only where somebody wants to know what it brings. */
async function baseFor(
  event: WorkflowEvent,
  { onlyNew }: Settings,
  git: Git,
  github: () => Promise<GitHub>,
): Promise<FoundBase | undefined> {
  if (event.pull === undefined && event.name !== 'merge_group' && !onlyNew) return undefined;
  return baseOfEvent(event, git, github);
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

/** For what the user has not given a place; outputs name what is in it. */
function temporaryFolder({ environment, workingDirectory, runId }: ActionPorts): string {
  return path.join(environment['RUNNER_TEMP'] ?? workingDirectory, `sea-trial-${runId}`);
}

/** The post step: what a killed step left behind goes; on a machine that stays, the images too. */
export async function actionPost(
  left: { readonly runId: string; readonly images: string },
  ports: Ports,
): Promise<void> {
  const images: unknown = left.images === '' ? [] : JSON.parse(left.images);
  const docker = openDocker(ports.environment, ports);
  const stays = ports.environment['RUNNER_ENVIRONMENT'] === 'self-hosted';
  await removeRun(left.runId, stays, { docker, folders: systemFolders });
  if (!stays) return;
  await removeForsaken({ docker, folders: systemFolders, files: ports.files });
  if (Array.isArray(images)) {
    await removeImages(
      docker,
      images.filter((image) => typeof image === 'string'),
    );
  }
}
