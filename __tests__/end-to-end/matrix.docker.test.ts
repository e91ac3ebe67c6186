import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GitHubApi, startGitHubApi } from '../support/github-api/server.ts';
import { type Runner, type StepResult, pullRequestPayload, startRunner } from '../support/runner.ts';

// A repository of several services: one job plans, one job a trial tries, one job makes one comment of it all. The three steps
// of docs/workflows/monorepo.yml, one after another, through the bundle.

const repository = path.resolve(import.meta.dirname, '../..');
let home = '';
let bundle = '';
const made: string[] = [];

beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'sea-trial-matrix-'));
  cpSync(path.join(repository, 'dist'), path.join(home, 'dist'), { recursive: true });
  bundle = path.join(home, 'dist', 'index.js');
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
  if (made.length > 0) execFileSync('docker', ['image', 'rm', '--force', ...made], { stdio: 'ignore' });
});

const dockerfile = (host: string): string =>
  `FROM python:3.11-slim\nCOPY app.py /\nUSER 65534\nEXPOSE 8000\nCMD ["python", "-m", "http.server", "--bind", "${host}", "8000"]\n`;
const configuration = `defaults: { publish: '127.0.0.1:0:8000' }
trials:
  services: { context: services/* }
  job: { context: jobs/nightly, expect: exit 0 }
`;

function commit(runner: Runner, files: Readonly<Record<string, string>>): string {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
      cwd: runner.workspace,
      encoding: 'utf8',
    }).trim();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(runner.workspace, name)), { recursive: true });
    writeFileSync(path.join(runner.workspace, name), text);
  }
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'work');
  return git('rev-parse', 'HEAD');
}

/** One branch: `api` is the same as on it, `web` and the job are changed. */
function checkOut(runner: Runner): { readonly base: string; readonly head: string } {
  const services = { 'services/api/Dockerfile': dockerfile('0.0.0.0'), 'services/api/app.py': '' };
  const web = { 'services/web/Dockerfile': dockerfile('127.0.0.1'), 'services/web/app.py': '' };
  const job = {
    'jobs/nightly/Dockerfile': 'FROM python:3.11-slim\nUSER 65534\nCMD ["python", "-c", "print(1)"]\n',
  };
  const base = commit(runner, { '.sea-trial.yml': configuration, ...services });
  return { base, head: commit(runner, { ...web, ...job }) };
}

interface Commits {
  readonly base: string;
  readonly head: string;
}

async function step(
  runner: Runner,
  api: GitHubApi,
  { base, head }: Commits,
  inputs: Readonly<Record<string, string>>,
): Promise<StepResult> {
  const result = await runner.run({
    program: bundle,
    event: { name: 'pull_request', payload: pullRequestPayload({ base }) },
    inputs: { 'github-token': api.token, ...inputs },
    environment: { GITHUB_API_URL: api.url, GITHUB_SHA: head },
  });
  made.push(...v.parse(v.array(v.string()), JSON.parse(result.state['images'] ?? '[]')));
  return result;
}

const matrix = v.object({
  include: v.array(v.strictObject({ title: v.string(), name: v.string(), context: v.string(), file: v.string() })),
});

test('a matrix of what changed is planned, tried job by job, and becomes one comment and one verdict', async () => {
  await using api = await startGitHubApi();
  using planner = startRunner();
  const commits = checkOut(planner);
  const plan = await step(planner, api, commits, { mode: 'plan', 'only-affected': 'true' });
  expect([plan.exitCode, plan.injected, api.violations, api.repository.comments]).toEqual([0, [], [], []]);
  const { include } = v.parse(matrix, JSON.parse(plan.outputs['matrix'] ?? ''));
  expect(include).toEqual([
    { title: 'services-web', name: 'services-web', context: 'services/web', file: '' },
    { title: 'job', name: 'job', context: 'job', file: '' },
  ]);
  expect(plan.summary).toContain('2 trials to run of 3');

  const reports = [plan.outputs['report'] ?? ''];
  for (const { title: _title, ...inputs } of include) {
    const tried = await step(planner, api, commits, { ...inputs, comment: 'never', suggestions: 'false' });
    expect([tried.injected, tried.exitCode]).toEqual([[], inputs.name === 'job' ? 0 : 1]);
    reports.push(tried.outputs['report'] ?? '');
  }
  expect(api.repository.comments).toEqual([]);

  using reporter = startRunner();
  const merge = async (files: readonly string[]): Promise<StepResult> => {
    const names = files.map((file, index) => {
      const name = path.join('reports', `${index}`, 'report.json');
      cpSync(file, path.join(reporter.workspace, name));
      return name;
    });
    return step(reporter, api, commits, { mode: 'comment', reports: names.join('\n') });
  };
  const merged = await merge(reports);
  expect([merged.exitCode, merged.injected, api.violations]).toEqual([1, [], []]);
  // The jobs have annotated their findings.
  expect(merged.annotations.map(({ data }) => data)).toEqual(['Sea Trial failed: 1 of 3 images fails, `services-web`']);
  expect(merged.outputs).toMatchObject({ verdict: 'failed', cause: 'loopback-host' });
  expect(api.repository.comments).toHaveLength(1);
  const body = api.repository.comments[0]?.body ?? '';
  expect(body).toContain('1 of 3 images fails');
  expect(body).toContain('`services-web`');
  expect(body).toContain('unchanged since');

  // Whose job died left nothing: that is no success.
  const incomplete = await merge(reports.slice(0, -1));
  expect(incomplete.exitCode).toBe(2);
  expect(api.repository.comments).toHaveLength(1);
  expect(api.repository.comments[0]?.body).toContain('its job left no report');
});
