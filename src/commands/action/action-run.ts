import path from 'node:path';
import { openDocker } from '../../docker/cli.ts';
import { type ActionsCache, openActionsCache } from '../../github/actions-cache.ts';
import { readEvent, type WorkflowEvent } from '../../github/event.ts';
import type { GitHub } from '../../github/github.ts';
import { openGitHub } from '../../github/octokit.ts';
import { gitOf, type Git } from '../../git/git.ts';
import { systemFolders, type Ports } from '../../ports.ts';
import { verdictLine } from '../../render/wording.ts';
import type { CommitInfo, Report } from '../../report.ts';
import type { Settings } from '../../settings/settings.ts';
import { baseOfBranch, baseOfEvent, type FoundBase } from '../base/base.ts';
import { filesWithConfigurationOf } from '../base/base-configuration.ts';
import { baseReportOf, lastReportOf } from '../base/base-report.ts';
import { pushRefusalOf } from './push-refusal.ts';
import { type RunSettings, runSettingsOf } from '../run/run-settings.ts';
import { copyOfBase } from '../run/strangers-compose.ts';
import { exitCodeOf, type TrialCommandPorts } from '../run/trial.ts';
import { needsBase } from '../affected/unchanged-trials.ts';

export type ActionPorts = Omit<TrialCommandPorts, 'docker' | 'folders' | 'engineComesWithinMs'>;

/** The engine of a self-hosted runner in Kubernetes may come up later than the step. */
const engineComesWithinMs = 30_000;

/** How a step fails: with a sentence, and 1 where it blames the image, 2 where it does not. */
export interface Failure {
  readonly sentence: string;
  readonly exitCode: 1 | 2;
}

/** Undefined where nothing failed. */
export function failureOf(report: Report): Failure | undefined {
  const exitCode = exitCodeOf(report);
  return exitCode === 0 ? undefined : { sentence: verdictLine(report), exitCode };
}

/** What a step of a workflow has at hand, whether it tries the images or only plans it. */
export interface ActionRun {
  readonly run: RunSettings;
  /** Absent outside of a workflow. */
  readonly event: WorkflowEvent | undefined;
  readonly git: Git;
  readonly github: () => Promise<GitHub>;
  readonly cache: ActionsCache | undefined;
  readonly commit: Promise<CommitInfo | undefined>;
  readonly ports: TrialCommandPorts;
}

export async function openActionRun(given: Settings, ports: ActionPorts): Promise<ActionRun> {
  const docker = openDocker(ports.environment, ports);
  const event = readEvent(ports.environment, ports.files);
  for (const note of given.notes) ports.print.note(note);
  const git = gitOf(checkoutOf(given, ports), ports.environment);
  const stranger =
    event?.trust.kind === 'untrusted' ? await ofStranger(event.trust.because, { event, given, git, ports }) : {};
  const run = await runSettingsOf(given, { ...ports, ...stranger });
  const github = githubOf(event, given, ports);
  const cache = openActionsCache(ports.environment);
  return {
    run,
    event,
    git,
    github,
    cache,
    commit: commitOf(event, git),
    ports: {
      ...ports,
      docker,
      folders: systemFolders,
      engineComesWithinMs,
      ...stranger,
      ...pushRefusalOf(event),
      ...(event === undefined ? {} : { base: baseFor(event, run.settings, git, github) }),
      ...(event === undefined || cache === undefined
        ? {}
        : {
            baseReport: async (name) => baseReportOf(name, event, cache),
            lastReport: async (name) => lastReportOf(name, event, cache),
          }),
      machineGoes: ports.environment['RUNNER_ENVIRONMENT'] === 'github-hosted',
      isBaseItself: event !== undefined && isOfDefaultBranch(event),
    },
  };
}

function isOfDefaultBranch({ name, ref, defaultBranch }: WorkflowEvent): boolean {
  return name === 'push' && defaultBranch !== undefined && ref === `refs/heads/${defaultBranch}`;
}

interface OfStranger {
  readonly event: WorkflowEvent;
  readonly given: Settings;
  readonly git: Git;
  readonly ports: ActionPorts;
}

/** The commit that started the run is the default branch's on such events, or the branch's that is merged into. */
async function ofStranger(
  because: string,
  { event, given, git, ports }: OfStranger,
): Promise<Pick<TrialCommandPorts, 'ofStranger' | 'refusal' | 'configurationFiles' | 'baseCopy'>> {
  const base = event.commit.base ?? event.commit.tested;
  const configurationFiles = await filesWithConfigurationOf(base, git, given, ports);
  return {
    ...(given.allowUntrustedBuild ? { ofStranger: true } : { refusal: because }),
    ...(configurationFiles === undefined ? {} : { configurationFiles }),
    baseCopy: async () => copyOfBase(base, git, systemFolders, ports.files),
  };
}

/** The repository may be checked out into a folder of the workspace, and then the context lies there. */
function checkoutOf(
  { contexts }: Settings,
  { files, workingDirectory }: Pick<Ports, 'files' | 'workingDirectory'>,
): string {
  const folder = path.resolve(workingDirectory, contexts[0] ?? '.');
  return files.stat(folder)?.kind === 'folder' ? folder : workingDirectory;
}

/** What is checked out is what is tried; the event's own commit may be another one, where the workflow names a `ref`. */
async function commitOf(event: WorkflowEvent | undefined, git: Git): Promise<CommitInfo | undefined> {
  const tested = await git.headCommit();
  if (event === undefined) return tested === undefined ? undefined : { head: tested, tested };
  return tested === undefined ? event.commit : { ...event.commit, tested };
}

/** Opened when it is first needed, and once: the patience for it is one for the whole step. */
export function githubOf(
  event: WorkflowEvent | undefined,
  settings: Settings,
  ports: ActionPorts,
): () => Promise<GitHub> {
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
  settings: Settings,
  git: Git,
  github: () => Promise<GitHub>,
): Promise<FoundBase | undefined> {
  if (event.pull === undefined && event.name !== 'merge_group' && !needsBase(settings)) return undefined;
  // The last push of a branch says nothing of those before it: what the branch changes counts from where it began.
  if (event.name === 'push' && settings.onlyAffected && !isOfDefaultBranch(event)) return baseOfBranch(git);
  return baseOfEvent(event, git, github);
}

/** For what the user has not given a place; outputs name what is in it. */
export function temporaryFolder({ environment, workingDirectory, runId }: ActionPorts): string {
  return path.join(environment['RUNNER_TEMP'] ?? workingDirectory, `sea-trial-${runId}`);
}
