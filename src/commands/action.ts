import path from 'node:path';
import { openDocker } from '../docker/cli.ts';
import { openGitHub } from '../github/octokit.ts';
import { readEvent, type WorkflowEvent } from '../github/event.ts';
import { gitOf, type Git } from '../git/git.ts';
import { systemFolders, type Ports } from '../ports.ts';
import { publish } from '../publish/publish.ts';
import { setOutputs, outputsOf } from '../publish/outputs.ts';
import { reportJson } from '../render/json.ts';
import { renderTerminal } from '../render/terminal.ts';
import { verdictLine } from '../render/wording.ts';
import type { CommitInfo, Report } from '../report.ts';
import type { Settings } from '../settings/settings.ts';
import { filesWithConfigurationOf } from './base-configuration.ts';
import { removeContainers, removeImages } from './clean-up.ts';
import { writeObservations } from './observations.ts';
import { exitCodeOf, runTrials, type TrialCommandPorts } from './trial.ts';

type ActionPorts = Omit<TrialCommandPorts, 'docker' | 'folders' | 'engineComesWithinMs'>;

/** The engine of a self-hosted runner in Kubernetes may come up later than the step. */
const engineComesWithinMs = 30_000;

/** The step of a workflow: the trial, then the report wherever people look. Returns the sentence with which the step fails. */
export async function actionTrial(settings: Settings, ports: ActionPorts): Promise<string | undefined> {
  const docker = openDocker(ports.environment, ports);
  const event = readEvent(ports.environment, ports.files);
  for (const note of settings.notes) ports.print.note(note);
  const refusal = event?.trust.kind === 'untrusted' && !settings.allowUntrustedBuild ? event.trust.because : undefined;
  const git = gitOf(path.resolve(ports.workingDirectory, settings.contexts[0] ?? '.'), ports.environment);
  // The commit that started the run is the default branch's on such events, or the branch's that is merged into.
  const refused = async (because: string) => {
    const base = event?.commit.base ?? event?.commit.tested ?? '';
    const configurationFiles = await filesWithConfigurationOf(base, git, settings, ports);
    return { refusal: because, ...(configurationFiles === undefined ? {} : { configurationFiles }) };
  };
  const { report, proven } = await runTrials(
    settings,
    {
      ...ports,
      docker,
      folders: systemFolders,
      engineComesWithinMs,
      ...(refusal === undefined ? {} : await refused(refusal)),
    },
    commitOf(event, git),
  );
  const file = reportFile(settings, ports);
  const write = (told: Report): void => ports.files.writeText(file, reportJson(told));
  write(report);
  writeObservations(report, settings, ports);
  ports.print.result(renderTerminal(report, { colour: false, unicode: true }));
  const provenAndWritten = async (): Promise<Report> => {
    const last = await proven();
    write(last);
    return last;
  };
  if (event === undefined) {
    setOutputs(outputsOf(report, { report: file }));
    await provenAndWritten();
  } else {
    const toPublish = { report, proven: provenAndWritten, file, event, settings, git };
    for (const told of await publishReport(toPublish, ports)) ports.print.note(told);
  }
  return exitCodeOf(report) === 0 ? undefined : verdictLine(report);
}

/** What is checked out is what is tried; the event's own commit may be another one, where the workflow names a `ref`. */
async function commitOf(event: WorkflowEvent | undefined, git: Git): Promise<CommitInfo | undefined> {
  const tested = await git.headCommit();
  if (event === undefined) return tested === undefined ? undefined : { head: tested, tested };
  return tested === undefined ? event.commit : { ...event.commit, tested };
}

interface ToPublish {
  readonly report: Report;
  readonly proven: () => Promise<Report>;
  readonly file: string;
  readonly event: WorkflowEvent;
  readonly settings: Settings;
  readonly git: Git;
}

async function publishReport(
  { report, proven, file, event, settings, git }: ToPublish,
  ports: ActionPorts,
): Promise<readonly string[]> {
  const root = await git.root();
  const { told } = await publish({
    report,
    proven,
    event,
    comment: settings.comment,
    files: { report: file },
    root: root === undefined ? '' : path.relative(ports.workingDirectory, root),
    openGitHub: () =>
      openGitHub({ token: settings.githubToken ?? '', repository: event.repository, clock: ports.clock }),
    ports,
  });
  return told;
}

/** Where the user wants it, else in the runner's temporary folder, named by an output. */
function reportFile(settings: Settings, ports: ActionPorts): string {
  if (settings.reportFile !== undefined) return path.resolve(ports.workingDirectory, settings.reportFile);
  return path.join(
    ports.environment['RUNNER_TEMP'] ?? ports.workingDirectory,
    `sea-trial-${ports.runId}`,
    'report.json',
  );
}

/** The post step: what a killed step left behind goes; on a machine that stays, the images too. */
export async function actionPost(
  left: { readonly runId: string; readonly images: string },
  ports: Ports,
): Promise<void> {
  const images: unknown = left.images === '' ? [] : JSON.parse(left.images);
  const docker = openDocker(ports.environment, ports);
  await removeContainers(docker, left.runId);
  if (ports.environment['RUNNER_ENVIRONMENT'] === 'self-hosted' && Array.isArray(images)) {
    await removeImages(
      docker,
      images.filter((image) => typeof image === 'string'),
    );
  }
}
