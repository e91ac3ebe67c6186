import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type RunnerCommand, readCommands, readFileCommands } from './runner-commands.ts';

/** A machine of GitHub Actions for one job, as far as a step sees it. */
export interface Runner extends Disposable {
  readonly workspace: string;
  readonly temporary: string;
  /** Runs one step's program with Node and waits for its end. */
  run(step: Step): Promise<StepResult>;
}

export interface Step {
  /** The program, such as `…/dist/index.js`. */
  readonly program: string;
  readonly arguments?: readonly string[];
  /** As under `with:`; each becomes INPUT_ and its name in capitals. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** What an earlier step of the same action saved: with it, this is the `post:` step. */
  readonly state?: Readonly<Record<string, string>>;
  readonly event: { readonly name: string; readonly payload: unknown };
  /** Added to what the runner sets; undefined takes a variable away. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** The signal is sent as soon as this is so; it is asked many times a second. */
  readonly interrupt?: { readonly when: () => boolean; readonly signal: NodeJS.Signals };
  readonly deadlineMs?: number;
}

export interface StepResult {
  /** Null where a signal ended it. */
  readonly exitCode: number | null;
  readonly ms: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Out of both streams, as the runner reads them. */
  readonly commands: readonly RunnerCommand[];
  readonly log: readonly string[];
  readonly annotations: readonly RunnerCommand[];
  /**
   * Commands that this action has no reason to give through its output: outputs and state go through files, and the old form
   * is never used. Each is one that somebody's text has smuggled in.
   */
  readonly injected: readonly RunnerCommand[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly exportedEnvironment: Readonly<Record<string, string>>;
}

const levels: ReadonlySet<string> = new Set(['error', 'warning', 'notice']);
const harmless: ReadonlySet<string> = new Set([...levels, 'debug', 'group', 'endgroup', 'stop-commands', 'add-mask']);

/** Sets up the folders of a job; they are removed in the end. */
export function startRunner(): Runner {
  const home = mkdtempSync(path.join(tmpdir(), 'sea-trial-runner-'));
  const workspace = path.join(home, 'work', 'api', 'api');
  const temporary = path.join(home, 'work', '_temp');
  mkdirSync(workspace, { recursive: true });
  mkdirSync(temporary, { recursive: true });
  let steps = 0;
  return {
    workspace,
    temporary,
    async run(step) {
      steps += 1;
      const file = (name: string, text = ''): string => {
        const made = path.join(temporary, `${name}_${steps}`);
        writeFileSync(made, text);
        return made;
      };
      const files = {
        GITHUB_OUTPUT: file('set_output'),
        GITHUB_STATE: file('save_state'),
        GITHUB_STEP_SUMMARY: file('step_summary'),
        GITHUB_ENV: file('set_env'),
        GITHUB_PATH: file('add_path'),
      };
      const environment = {
        ...asRunnerSets({ workspace, temporary, home, step }),
        ...files,
        GITHUB_EVENT_PATH: file('event.json', JSON.stringify(step.event.payload)),
        ...step.environment,
      };
      const ended = await start(step, workspace, environment);
      const read = [readCommands(ended.stdout), readCommands(ended.stderr)];
      const commands = read.flatMap((each) => each.commands);
      return {
        ...ended,
        commands,
        log: read.flatMap((each) => each.log),
        annotations: commands.filter(({ name }) => levels.has(name)),
        injected: commands.filter(({ name, version }) => version === 1 || !harmless.has(name)),
        outputs: readFileCommands(readFileSync(files.GITHUB_OUTPUT, 'utf8')),
        state: readFileCommands(readFileSync(files.GITHUB_STATE, 'utf8')),
        summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
        exportedEnvironment: readFileCommands(readFileSync(files.GITHUB_ENV, 'utf8')),
      };
    },
    [Symbol.dispose]() {
      rmSync(home, { recursive: true, force: true });
    },
  };
}

interface Place {
  readonly workspace: string;
  readonly temporary: string;
  readonly home: string;
  readonly step: Step;
}

function asRunnerSets({ workspace, temporary, home, step }: Place): Record<string, string | undefined> {
  const inputs = Object.entries(step.inputs ?? {}).map(([name, value]) => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    value,
  ]);
  const state = Object.entries(step.state ?? {}).map(([name, value]) => [`STATE_${name}`, value]);
  // Of the machine that the tests run on, only what programs need to be found and the engine to be reached.
  const kept = ['PATH', 'HOME', 'LANG', 'DOCKER_HOST', 'DOCKER_CONFIG', 'SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS'];
  return {
    ...Object.fromEntries(kept.map((name) => [name, process.env[name]])),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    RUNNER_NAME: 'GitHub Actions 1',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_TEMP: temporary,
    RUNNER_TOOL_CACHE: path.join(home, 'tools'),
    RUNNER_WORKSPACE: path.dirname(workspace),
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_NAME: step.event.name,
    GITHUB_REPOSITORY: 'octo/api',
    GITHUB_REPOSITORY_OWNER: 'octo',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    GITHUB_RUN_ID: '9000000118',
    GITHUB_RUN_NUMBER: '118',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_WORKFLOW: 'ci',
    GITHUB_WORKFLOW_REF: 'octo/api/.github/workflows/ci.yml@refs/pull/7/merge',
    GITHUB_JOB: 'image',
    GITHUB_ACTION: '__octo_sea-trial',
    GITHUB_ACTION_REPOSITORY: 'octo/sea-trial',
    GITHUB_ACTION_REF: 'v1',
    GITHUB_ACTOR: 'octocat',
    GITHUB_TRIGGERING_ACTOR: 'octocat',
    GITHUB_REF: 'refs/pull/7/merge',
    GITHUB_REF_NAME: '7/merge',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_HEAD_REF: 'feature',
    GITHUB_BASE_REF: 'main',
    GITHUB_SHA: '3d1f0c5a9b7e4d2f8a6c1b0e9d8f7a6b5c4d3e2f',
    ACTIONS_RUNTIME_URL: 'https://pipelines.actions.invalid/',
    ACTIONS_RUNTIME_TOKEN: 'the-runtime-token-of-this-job',
    ...Object.fromEntries(inputs),
    ...Object.fromEntries(state),
  };
}

type Ended = Pick<StepResult, 'exitCode' | 'ms' | 'stdout' | 'stderr'>;

async function start(
  step: Step,
  cwd: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Ended> {
  const began = performance.now();
  const child = spawn(process.execPath, [step.program, ...(step.arguments ?? [])], {
    cwd,
    env: Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined)),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const { interrupt } = step;
  const look = setInterval(() => {
    if (interrupt?.when() !== true) return;
    clearInterval(look);
    child.kill(interrupt.signal);
  }, 50);
  const deadline = setTimeout(() => child.kill('SIGKILL'), step.deadlineMs ?? 120_000);
  try {
    const exitCode = await new Promise<number | null>((ended, failed) => {
      child.on('error', failed);
      child.on('close', (code) => ended(code));
    });
    return { exitCode, ms: performance.now() - began, stdout, stderr };
  } finally {
    clearInterval(look);
    clearTimeout(deadline);
  }
}

export const headSha = '9f1c2ab04d1e5f60718293a4b5c6d7e8f9a0b1c2';
export const baseSha = '4be07d1c2b3a495867f0e1d2c3b4a5968778695a';

/** The payload of a pull request, with those parts of GitHub's that tell where it comes from. */
export function pullRequestPayload(
  more: {
    readonly headRepository?: string | null;
    readonly number?: number;
    readonly head?: string;
    readonly base?: string;
  } = {},
): unknown {
  const { headRepository = 'octo/api', number = 7, head = headSha, base = baseSha } = more;
  return {
    action: 'synchronize',
    number,
    before: '1111111111111111111111111111111111111111',
    after: head,
    pull_request: {
      number,
      state: 'open',
      draft: false,
      title: 'Serve on every interface',
      user: { login: 'octocat', id: 1, type: 'User' },
      html_url: `https://github.com/octo/api/pull/${number}`,
      merge_commit_sha: '3d1f0c5a9b7e4d2f8a6c1b0e9d8f7a6b5c4d3e2f',
      head: {
        ref: 'feature',
        sha: head,
        label: 'octo:feature',
        repo: headRepository === null ? null : repository(headRepository),
      },
      base: { ref: 'main', sha: base, label: 'octo:main', repo: repository('octo/api') },
    },
    repository: repository('octo/api'),
    sender: { login: 'octocat', id: 1, type: 'User' },
  };
}

function repository(fullName: string): unknown {
  return {
    id: 1296269,
    name: fullName.split('/')[1],
    full_name: fullName,
    private: false,
    fork: fullName !== 'octo/api',
    default_branch: 'main',
    owner: { login: fullName.split('/')[0], id: 1, type: 'Organization' },
    html_url: `https://github.com/${fullName}`,
  };
}
