import * as v from 'valibot';
import type { Files } from '../ports.ts';
import type { CommitInfo } from '../report.ts';
import { type Payload, parsePayload } from './payload.ts';
import { type Trust, judgeTrust } from './trust.ts';

/** What started the workflow, as plain data. Present only inside a workflow of GitHub Actions. */
export interface WorkflowEvent {
  /** GITHUB_EVENT_NAME: `pull_request`, `push`, `release`, `schedule` … */
  readonly name: string;
  readonly repository: Repository;
  readonly commit: CommitInfo;
  /** The branch or tag, as git writes it: `refs/heads/main`, `refs/pull/7/merge`. */
  readonly ref: string;
  readonly defaultBranch?: string;
  readonly pull?: PullRequest;
  readonly run: WorkflowRun;
  /** Of `workflow_run`: the run whose end started this one. */
  readonly earlierRun?: EarlierRun;
  readonly actor: string;
  readonly workspace: string;
  /** The repository of the action itself, `octo/sea-trial`; absent where the action is used by path. */
  readonly actionRepository?: string;
  readonly trust: Trust;
}

export interface Repository {
  readonly owner: string;
  readonly name: string;
  /** `https://github.com`, or that of an enterprise's own server. */
  readonly serverUrl: string;
  readonly apiUrl: string;
}

export interface PullRequest {
  readonly number: number;
  /** Absent where the event tells only the number, as `issue_comment` does. */
  readonly head?: { readonly sha: string; readonly repository: string | undefined };
  readonly base?: { readonly sha: string; readonly ref: string };
  /** `unknown` where the event does not tell. A head repository that was deleted was a fork. */
  readonly fork: boolean | 'unknown';
  /** GitHub hands a read-only token to this event, whatever the workflow's permissions say. */
  readonly readOnlyToken: boolean;
}

export interface WorkflowRun {
  readonly id: string;
  readonly number: number;
  readonly attempt: number;
  /** The page of the run, where the job summary stands. */
  readonly url: string;
  readonly workflow: string;
  readonly job: string;
}

/** All of it told by GitHub; the branch and the repository are named by whoever owns them. */
export interface EarlierRun {
  readonly id: string;
  readonly number: number;
  readonly workflow: string;
  /** What started it: `pull_request`. */
  readonly event: string;
  /** `pull_requests` of the payload is empty for a fork, so the pull request has to be looked for by its head. */
  readonly head: { readonly sha: string; readonly branch: string; readonly repository: string };
}

/**
 * Reads the event from what the runner sets; undefined outside a workflow. A payload that is missing or
 * lacks parts is no error: less is known then, and what is not known is not trusted.
 */
export function readEvent(
  environment: Readonly<Record<string, string | undefined>>,
  files: Pick<Files, 'readBytes'>,
): WorkflowEvent | undefined {
  const set = v.safeParse(runnerVariables, environment);
  if (!set.success) return undefined;
  const runner = set.output;
  const [owner = '', name = ''] = runner.GITHUB_REPOSITORY.split('/');
  const payload = readPayload(runner.GITHUB_EVENT_PATH, files);
  const pull = pullRequest(runner.GITHUB_EVENT_NAME, payload, runner.GITHUB_REPOSITORY);
  const serverUrl = withoutSlash(runner.GITHUB_SERVER_URL);
  return {
    name: runner.GITHUB_EVENT_NAME,
    repository: { owner, name, serverUrl, apiUrl: withoutSlash(runner.GITHUB_API_URL) },
    commit: commits(runner.GITHUB_SHA, payload),
    ref: runner.GITHUB_REF,
    ...(payload.repository?.default_branch === undefined ? {} : { defaultBranch: payload.repository.default_branch }),
    ...(pull === undefined ? {} : { pull }),
    run: {
      id: runner.GITHUB_RUN_ID,
      number: runner.GITHUB_RUN_NUMBER,
      attempt: runner.GITHUB_RUN_ATTEMPT,
      url: `${serverUrl}/${owner}/${name}/actions/runs/${runner.GITHUB_RUN_ID}`,
      workflow: runner.GITHUB_WORKFLOW,
      job: runner.GITHUB_JOB,
    },
    ...earlierRun(payload),
    actor: runner.GITHUB_ACTOR,
    workspace: runner.GITHUB_WORKSPACE,
    ...(runner.GITHUB_ACTION_REPOSITORY === '' ? {} : { actionRepository: runner.GITHUB_ACTION_REPOSITORY }),
    trust: judgeTrust(runner.GITHUB_EVENT_NAME, payload, runner.GITHUB_REPOSITORY),
  };
}

const text = v.optional(v.string(), '');
const count = v.optional(v.fallback(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)), 1), '1');
const runnerVariables = v.object({
  GITHUB_REPOSITORY: v.pipe(v.string(), v.regex(/^[^/\s]+\/[^/\s]+$/)),
  GITHUB_EVENT_NAME: v.pipe(v.string(), v.nonEmpty()),
  GITHUB_EVENT_PATH: text,
  GITHUB_SHA: text,
  GITHUB_REF: text,
  GITHUB_SERVER_URL: v.optional(v.pipe(v.string(), v.nonEmpty()), 'https://github.com'),
  GITHUB_API_URL: v.optional(v.pipe(v.string(), v.nonEmpty()), 'https://api.github.com'),
  GITHUB_RUN_ID: text,
  GITHUB_RUN_NUMBER: count,
  GITHUB_RUN_ATTEMPT: count,
  GITHUB_WORKFLOW: text,
  GITHUB_JOB: text,
  GITHUB_ACTOR: text,
  GITHUB_WORKSPACE: text,
  GITHUB_ACTION_REPOSITORY: text,
});

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}

function readPayload(file: string, files: Pick<Files, 'readBytes'>): Payload {
  if (file === '') return {};
  try {
    return parsePayload(JSON.parse(files.readBytes(file).toString('utf8')));
  } catch {
    return {}; // no such file, or no JSON: the runner's own variables are all that is known
  }
}

/** Events whose workflow runs for a fork with a token that only reads. `pull_request_target` has a full one. */
const readOnlyForForks: ReadonlySet<string> = new Set([
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
]);

function pullRequest(eventName: string, payload: Payload, repository: string): PullRequest | undefined {
  const pull = payload.pull_request;
  if (pull?.number !== undefined) {
    // The repository of the workflow is that of the base; names are compared as GitHub does, without regard to case.
    const headName = pull.head?.repo?.full_name;
    const fork = headName?.toLowerCase() !== (pull.base?.repo?.full_name ?? repository).toLowerCase();
    return {
      number: pull.number,
      ...(pull.head?.sha === undefined ? {} : { head: { sha: pull.head.sha, repository: headName } }),
      ...(pull.base?.sha === undefined ? {} : { base: { sha: pull.base.sha, ref: pull.base.ref ?? '' } }),
      fork,
      readOnlyToken: fork && readOnlyForForks.has(eventName),
    };
  }
  if (payload.issue?.number !== undefined && payload.issue.pull_request !== undefined) {
    return { number: payload.issue.number, fork: 'unknown', readOnlyToken: false };
  }
  return undefined;
}

function earlierRun({ workflow, workflow_run: run }: Payload): Pick<WorkflowEvent, 'earlierRun'> {
  const {
    id,
    run_number: runNumber,
    event = '',
    head_sha: sha,
    head_branch: branch,
    head_repository: from,
  } = run ?? {};
  const repository = from?.full_name;
  if (id === undefined || runNumber === undefined || sha === undefined) return {};
  if (branch === undefined || repository === undefined) return {};
  // The run's own name may be one that `run-name` makes of the pull request's title.
  const name = workflow?.name ?? '';
  return {
    earlierRun: { id: String(id), number: runNumber, workflow: name, event, head: { sha, branch, repository } },
  };
}

/** `before` of a push that made the branch. */
const noCommit = /^0+$/;

function commits(tested: string, payload: Payload): CommitInfo {
  const { pull_request: pull, merge_group: group, workflow_run: run, before } = payload;
  const head = pull?.head?.sha ?? group?.head_sha ?? run?.head_sha ?? tested;
  const base =
    pull?.base?.sha ?? group?.base_sha ?? (before === undefined || noCommit.test(before) ? undefined : before);
  return { head, tested, ...(base === undefined ? {} : { base }) };
}
