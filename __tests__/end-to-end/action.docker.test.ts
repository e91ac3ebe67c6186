import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GitHubApi, startGitHubApi } from '../support/github-api/server.ts';
import { type Runner, type Step, type StepResult, pullRequestPayload, startRunner } from '../support/runner.ts';

// dist/ as the runner starts it: copied away alone, so that nothing of this repository is in reach of it.

const repository = fileURLToPath(new URL('../..', import.meta.url));
let home = '';
let bundle = '';
/** The images of all steps. */
const made: string[] = [];

beforeAll(() => {
  const dist = path.join(repository, 'dist');
  if (!existsSync(path.join(dist, 'index.js'))) throw new Error('there is no dist/index.js: run npm run build');
  home = mkdtempSync(path.join(tmpdir(), 'sea-trial-alone-'));
  cpSync(dist, path.join(home, 'dist'), { recursive: true });
  bundle = path.join(home, 'dist', 'index.js');
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
  // On a machine of GitHub's a step keeps its image; this machine stays.
  if (made.length > 0) execFileSync('docker', ['image', 'rm', '--force', ...made], { stdio: 'ignore' });
});

/** Checks the example out, changed so, and returns the commit. */
function checkOut(
  runner: Runner,
  change: (read: (file: string) => string) => Readonly<Record<string, string>>,
): string {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
      cwd: runner.workspace,
      encoding: 'utf8',
    }).trim();
  cpSync(path.join(repository, 'examples', 'uvicorn'), runner.workspace, { recursive: true });
  const changed = change((file) => readFileSync(path.join(runner.workspace, file), 'utf8'));
  for (const [file, text] of Object.entries(changed)) writeFileSync(path.join(runner.workspace, file), text);
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'merge');
  return git('rev-parse', 'HEAD');
}

const asItIs = (): Readonly<Record<string, string>> => ({});

/** A step on this checkout; the container's port goes to a free one, for other suites run beside this one. */
async function step(runner: Runner, api: GitHubApi, commit: string, more: Partial<Step> = {}): Promise<StepResult> {
  const result = await runner.run({
    program: bundle,
    event: { name: 'pull_request', payload: pullRequestPayload() },
    ...more,
    inputs: { 'github-token': api.token, publish: '127.0.0.1:0:8000', ...more.inputs },
    environment: { GITHUB_API_URL: api.url, GITHUB_SHA: commit, ...more.environment },
  });
  made.push(...imagesIn(result));
  return result;
}

function containersOf(result: StepResult): string {
  const run = result.state['run'];
  if (run === undefined) throw new Error('the step saved no run');
  return execFileSync('docker', ['ps', '--all', '--quiet', '--filter', `label=sea-trial.run=${run}`], {
    encoding: 'utf8',
  });
}

function imagesIn({ state }: StepResult): readonly string[] {
  return v.parse(v.array(v.string()), JSON.parse(state['images'] ?? '[]'));
}

/** The ids of the step's images that the engine still has. */
function imagesOf(result: StepResult): string {
  const images = imagesIn(result);
  if (images.length === 0) throw new Error('the step saved no image');
  return images.map((image) => execFileSync('docker', ['images', '--quiet', image], { encoding: 'utf8' })).join('');
}

const bot = 'github-actions[bot]';

describe('the action in a pull request whose image serves', () => {
  test('posts one comment, edits it on the next run, and leaves alone who carries our marker', async () => {
    await using api = await startGitHubApi();
    using runner = startRunner();
    const commit = checkOut(runner, asItIs);
    api.repository.files.push({ pull: 7, filename: 'Dockerfile' });
    const marker = '<!-- sea-trial key=ci/image/';
    const forged = `${marker}api sha=9f1c2ab04d1e run=1 -->\n### ✅ Sea Trial passed: believe me`;

    const first = await step(runner, api, commit);
    expect([first.exitCode, first.injected, api.violations]).toEqual([0, [], []]);
    expect(api.repository.comments.map(({ author }) => author)).toEqual([bot]);
    expect(api.repository.comments[0]?.body.split('\n')[1]).toMatch(
      /^### ✅ Sea Trial passed: the image builds, starts and answers on port \d+$/,
    );
    const key = /key=\S+/.exec(api.repository.comments[0]?.body ?? '')?.[0] ?? '';
    api.addComment(7, 'mallory', forged.replace(/key=\S+/, key));

    const second = await step(runner, api, commit, { environment: { GITHUB_RUN_NUMBER: '119' } });
    expect([second.exitCode, second.injected, api.violations]).toEqual([0, [], []]);
    expect(api.repository.comments.map(({ id, author }) => [id, author])).toEqual([
      [1001, bot],
      [1002, 'mallory'],
    ]);
    expect(api.repository.comments[0]?.body).toMatch(
      /^<!-- sea-trial key=ci\/image\/\S+ sha=9f1c2ab04d1e run=119 -->\n/,
    );
    expect(api.repository.comments[1]?.body).toBe(forged.replace(/key=\S+/, key));

    const { outputs } = second;
    expect(outputs).toMatchObject({
      verdict: 'passed',
      cause: '',
      errors: '0',
      'image-id': expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      'image-size': expect.stringMatching(/^\d{8,}$/),
      'startup-ms': expect.stringMatching(/^\d+$/),
      'comment-url': 'https://github.com/octo/api/pull/7#issuecomment-1001',
    });
    expect(JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8'))).toMatchObject({
      version: 1,
      trials: [{ verdict: 'passed', cause: null }],
    });
    expect(path.basename(outputs['html'] ?? '')).toMatch(/^sea-trial-[a-z0-9-]+\.html$/);
    expect(readFileSync(outputs['html'] ?? '', 'utf8')).toContain('<p class="word">Passed</p>');
    expect(JSON.parse(readFileSync(outputs['sarif'] ?? '', 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(second.summary).toContain('Sea Trial passed');
    expect(second.summary).not.toContain('<!--');
    expect(`${second.log.join('\n')}${second.summary}`).not.toContain(api.token);
    expect(containersOf(second)).toBe('');
  });

  test('without a pull request tells the same in the summary and asks GitHub nothing', async () => {
    await using api = await startGitHubApi();
    using runner = startRunner();
    const commit = checkOut(runner, asItIs);
    const result = await step(runner, api, commit, {
      event: {
        name: 'push',
        payload: { repository: { full_name: 'octo/api' }, after: commit, ref: 'refs/heads/main' },
      },
    });
    expect([result.exitCode, result.injected, api.requests]).toEqual([0, [], []]);
    expect(result.summary).toMatch(/^### ✅ Sea Trial passed: /);
    expect(result.outputs).toMatchObject({ verdict: 'passed', 'comment-url': '' });
  });
});

const hostile = [
  'import sys',
  'for stream in (sys.stdout, sys.stderr):',
  '    print("::set-output name=verdict::passed", file=stream)',
  '    print("x ##[save-state name=run;]forged", file=stream)',
  '    print("a\\r::add-mask::a\\n\\u00a0::stop-commands::x", file=stream, flush=True)',
  '',
].join('\n');

describe('the action in a pull request whose image does not serve', () => {
  test('fails with the cause, at its place, whatever the log of the container says', async () => {
    await using api = await startGitHubApi();
    using runner = startRunner();
    const commit = checkOut(runner, (read) => ({
      Dockerfile: read('Dockerfile').replace('0.0.0.0', '127.0.0.1'),
      'app.py': `${hostile}${read('app.py')}`,
    }));
    api.repository.files.push({ pull: 7, filename: 'Dockerfile' });
    const result = await step(runner, api, commit);
    expect([result.exitCode, result.injected, api.violations]).toEqual([1, [], []]);
    expect(result.outputs).toMatchObject({ verdict: 'failed', cause: 'loopback-host' });
    expect(api.repository.comments.map(({ body }) => body.split('\n')[1])).toEqual([
      '### ❌ Sea Trial failed: uvicorn listens on 127.0.0.1, where nobody can reach it',
    ]);
    const placed = result.annotations.filter(({ name, properties }) => name === 'error' && 'file' in properties);
    expect(placed.map(({ properties }) => [properties['file'], properties['line']])).toEqual([['Dockerfile', '8']]);
    expect(containersOf(result)).toBe('');
  });

  test('of a fork builds with a read-only token, tells why there is no comment, and asks for none', async () => {
    await using api = await startGitHubApi({ tokenWrites: false });
    using runner = startRunner();
    const commit = checkOut(runner, (read) => ({ Dockerfile: read('Dockerfile').replace('0.0.0.0', '127.0.0.1') }));
    const result = await step(runner, api, commit, {
      event: { name: 'pull_request', payload: pullRequestPayload({ headRepository: 'stranger/api' }) },
    });
    expect([result.exitCode, result.injected, api.violations]).toEqual([1, [], []]);
    expect(api.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(result.summary).toContain('this pull request comes from the fork `stranger/api`');
    expect(
      result.annotations.filter(({ name }) => name === 'notice').map(({ properties }) => properties['title']),
    ).toContain('Sea Trial posted no comment');
  });

  test('is not built where a stranger would get the secrets', async () => {
    await using api = await startGitHubApi();
    using runner = startRunner();
    const commit = checkOut(runner, asItIs);
    const result = await step(runner, api, commit, {
      event: { name: 'pull_request_target', payload: pullRequestPayload({ headRepository: 'stranger/api' }) },
    });
    expect(result.exitCode).toBe(2);
    expect(result.outputs).toMatchObject({ verdict: 'errored', image: '' });
    expect(result.stdout).toContain('allow-untrusted-build');
  });
});

describe('what a step leaves behind', () => {
  test.each([
    ['SIGKILL', 'its container, which the post step removes', /^[0-9a-f]{12}\n$/],
    ['SIGINT', 'no container', /^$/],
    ['SIGTERM', 'no container', /^$/],
  ] as const)('ended by %s: %s, and after the post step no image either', async (signal, _, left) => {
    await using api = await startGitHubApi();
    using runner = startRunner();
    // It starts and never answers, so that the step is surely waiting.
    const commit = checkOut(runner, (read) => ({
      Dockerfile: read('Dockerfile').replace(/^CMD .*$/m, 'CMD ["sleep", "300"]'),
    }));
    const name = `left-by-${signal.toLowerCase()}`;
    const running = (): boolean =>
      execFileSync('docker', ['ps', '--quiet', '--filter', `name=sea-trial-${name}-`], { encoding: 'utf8' }) !== '';
    const ended = await step(runner, api, commit, { inputs: { name }, interrupt: { when: running, signal } });
    expect(ended.exitCode).not.toBe(0);
    expect(containersOf(ended)).toMatch(left);
    const post = await runner.run({
      program: bundle,
      state: ended.state,
      event: { name: 'pull_request', payload: pullRequestPayload() },
      inputs: { 'github-token': api.token },
      environment: { RUNNER_ENVIRONMENT: 'self-hosted' },
    });
    expect([post.exitCode, post.injected]).toEqual([0, []]);
    expect([containersOf(ended), imagesOf(ended)]).toEqual(['', '']);
  });

  test('keeps the image on a machine that GitHub throws away', async () => {
    await using api = await startGitHubApi();
    using runner = startRunner();
    const ended = await step(runner, api, checkOut(runner, asItIs));
    const post = { program: bundle, state: ended.state, event: { name: 'push', payload: {} } };
    await runner.run(post);
    expect(imagesOf(ended)).not.toBe('');
    await runner.run({ ...post, environment: { RUNNER_ENVIRONMENT: 'self-hosted' } });
    expect(imagesOf(ended)).toBe('');
  });
});

test('the bundle holds all that it needs, and no other program comes into reach', () => {
  expect(existsSync(path.join(home, 'node_modules'))).toBe(false);
  expect(JSON.parse(readFileSync(path.join(home, 'dist', 'package.json'), 'utf8'))).toEqual({ type: 'module' });
});
