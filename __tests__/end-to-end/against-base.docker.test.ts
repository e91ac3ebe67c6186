import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { afterAll, expect, test } from 'vitest';
import { reportSchema } from '../../src/render/report-schema.ts';
import { startCacheService, type CacheService } from '../support/cache-service.ts';
import { type GitHubApi, startGitHubApi } from '../support/github-api/server.ts';
import { type Runner, type Step, type StepResult, pullRequestPayload, startRunner } from '../support/runner.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const program = path.join(repository, 'src', 'main.ts');
const made: string[] = [];

afterAll(() => {
  if (made.length > 0) execFileSync('docker', ['image', 'rm', '--force', ...made], { stdio: 'ignore' });
});

function git(runner: Runner, ...args: readonly string[]): string {
  return execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
    cwd: runner.workspace,
    encoding: 'utf8',
  }).trim();
}

function commit(runner: Runner, files: Readonly<Record<string, string>>): string {
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(runner.workspace, file), text);
  git(runner, 'add', '--all');
  git(runner, 'commit', '--quiet', '--message', 'x');
  return git(runner, 'rev-parse', 'HEAD');
}

interface Scene {
  readonly runner: Runner;
  readonly api: GitHubApi;
  readonly cache: CacheService;
}

async function step(
  { runner, api, cache }: Scene,
  sha: string,
  event: Step['event'],
  inputs = {},
): Promise<StepResult> {
  const result = await runner.run({
    program,
    event,
    inputs: { 'github-token': api.token, publish: '127.0.0.1:0:8000', name: 'api', ...inputs },
    environment: { GITHUB_API_URL: api.url, GITHUB_SHA: sha, GITHUB_REF: 'refs/heads/main', ...cache.environment },
  });
  made.push(...v.parse(v.array(v.string()), JSON.parse(result.state['images'] ?? '[]')));
  expect([result.injected, api.violations, result.stderr]).toEqual([[], [], '']);
  return result;
}

test('a push to the default branch is remembered, and the pull request after it is held against that', async () => {
  await using api = await startGitHubApi();
  await using cache = await startCacheService();
  using runner = startRunner();
  const scene = { runner, api, cache };
  cpSync(path.join(repository, 'examples', 'uvicorn'), runner.workspace, { recursive: true });
  git(runner, 'init', '--quiet', '--initial-branch', 'main');
  const base = commit(runner, {});
  const pushed = await step(scene, base, {
    name: 'push',
    payload: { repository: { full_name: 'octo/api', default_branch: 'main' }, after: base, ref: 'refs/heads/main' },
  });
  expect([pushed.exitCode, cache.entries.size]).toEqual([0, 1]);

  const dockerfile = readFileSync(path.join(runner.workspace, 'Dockerfile'), 'utf8');
  const head = commit(runner, {
    Dockerfile: dockerfile
      .replace('\nCMD', '\nRUN cd /srv && head -c 40000000 /dev/zero > ballast\nCMD')
      .replace('0.0.0.0', '127.0.0.1'),
  });
  const changed = readFileSync(path.join(runner.workspace, 'Dockerfile'), 'utf8').trimEnd().split('\n');
  const patch = `@@ -1 +1,${changed.length} @@\n${changed.map((line) => `+${line}`).join('\n')}`;
  api.repository.files.push({ pull: 7, filename: 'Dockerfile', patch });
  const event = { name: 'pull_request', payload: pullRequestPayload({ head, base }) };
  const failed = await step(scene, head, event, { 'prove-fixes': 'never' });
  expect([failed.exitCode, failed.outputs['cause']]).toEqual([1, 'loopback-host']);
  const [comment] = api.repository.comments;
  expect(comment?.body).toContain('[apply the suggestion](https://github.com/octo/api/pull/7#discussion_r');
  expect(comment?.body).toContain(`against [\`${base.slice(0, 7)}\`]`);
  expect(api.repository.reviewComments.map(({ body }) => /```suggestion\n(.*)\n```/.exec(body)?.[1])).toEqual([
    changed.find((line) => line.startsWith('CMD'))?.replace('127.0.0.1', '0.0.0.0'),
  ]);

  const mended = commit(runner, { Dockerfile: changed.join('\n').replace('127.0.0.1', '0.0.0.0') });
  const served = await step(
    scene,
    mended,
    { name: 'pull_request', payload: pullRequestPayload({ head: mended, base }) },
    { 'fail-on': 'notice', 'only-new': 'true' },
  );
  expect(served.outputs['verdict']).toBe('failed'); // for the one that is new
  const told = v.parse(reportSchema, JSON.parse(readFileSync(served.outputs['report'] ?? '', 'utf8')));
  expect(told.trials[0]?.findings.filter(({ since }) => since === 'new').map(({ check }) => check)).toEqual([
    'cd-instead-of-workdir',
  ]);
  expect(told.trials[0]?.comparison).toMatchObject({
    base,
    new: 1,
    bytes: { delta: expect.any(Number) },
    startupMs: { base: expect.any(Number) },
  });
  expect(api.repository.comments[0]?.body).toMatch(/\| Image, unpacked \| [\d.]+\sMB \| \+40\.\d\sMB, \+\d+% \|/);
  expect(api.repository.reviewComments).toHaveLength(1);
  expect(api.repository.comments[0]?.body).toContain('Since the last push (`');
}, 240_000);
