import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGitHubApi } from '../support/github-api/server.ts';
import { openRealRegistry, type RealRegistry } from '../support/real-registry.ts';
import { pullRequestPayload, startRunner, type Runner, type Step, type StepResult } from '../support/runner.ts';

// dist/ as the runner starts it, in a workflow that releases: no pull request, no GitHub to speak to.

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
let home = '';
let registry: RealRegistry;

beforeAll(async () => {
  if (!existsSync(path.join(dist, 'index.js'))) throw new Error('there is no dist/index.js: run npm run build');
  home = mkdtempSync(path.join(tmpdir(), 'sea-trial-release-'));
  cpSync(dist, path.join(home, 'dist'), { recursive: true });
  registry = await openRealRegistry();
});
afterAll(async () => {
  await registry[Symbol.asyncDispose]();
  rmSync(home, { recursive: true, force: true });
});

const pushOfTag = { name: 'push', payload: { repository: { full_name: 'octo/api' }, ref: 'refs/tags/v1.4.0' } };

/** A job that ends at once is tried in a moment. */
function checkOut(runner: Runner, command = 'CMD ["python", "-V"]'): void {
  writeFileSync(path.join(runner.workspace, 'Dockerfile'), `FROM python:3.11-slim\nUSER nobody\n${command}\n`);
}

async function release(
  runner: Runner,
  inputs: Readonly<Record<string, string>>,
  more: Partial<Pick<Step, 'event' | 'environment'>> = {},
): Promise<StepResult> {
  return runner.run({
    program: path.join(home, 'dist', 'index.js'),
    event: pushOfTag,
    environment: { GITHUB_API_URL: 'http://127.0.0.1:1' },
    ...more,
    inputs: { expect: 'exit 0', push: 'true', 'github-token': 'a-token-of-this-job', ...inputs },
  });
}

/** The post step of the same action. */
async function post(runner: Runner, { state }: StepResult, machine: 'github-hosted' | 'self-hosted'): Promise<void> {
  const ended = await runner.run({
    program: path.join(home, 'dist', 'index.js'),
    state,
    event: pushOfTag,
    environment: { RUNNER_ENVIRONMENT: machine },
  });
  expect([ended.exitCode, ended.injected]).toEqual([0, []]);
}

function docker(...words: readonly string[]): string {
  return execFileSync('docker', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

function idOf(reference: string): string {
  return docker('image', 'ls', '--quiet', '--no-trunc', reference);
}

describe('a step that releases', () => {
  test('tells the digest of the very image that it tried, by which the next step pulls or attests it', async () => {
    using runner = startRunner();
    checkOut(runner);
    const tag = `${registry.host}/octo/api:1.4.0`;
    const result = await release(runner, { tags: tag });
    const digest = await registry.digest('octo/api', '1.4.0');
    expect([result.exitCode, result.injected]).toEqual([0, []]);
    expect(result.outputs).toMatchObject({ verdict: 'passed', image: tag, 'image-id': idOf(tag), digest });
    expect(JSON.parse(readFileSync(result.outputs['report'] ?? '', 'utf8'))).toMatchObject({
      trials: [{ image: { digest }, pushed: [{ reference: tag, digest }] }],
    });
    expect(result.summary).toContain(`Pushed \`${tag}\` with the digest \`${digest}\`.`);
    expect(result.commands.filter(({ name }) => name === 'group').map(({ data }) => data)).toContain(tag);
    docker('image', 'rm', '--force', tag);
    docker('pull', '--quiet', `${registry.host}/octo/api@${digest}`);
    expect(docker('image', 'inspect', '--format', '{{.Id}}', `${registry.host}/octo/api@${digest}`)).toBe(
      result.outputs['image-id'],
    );
    docker('image', 'rm', '--force', `${registry.host}/octo/api@${digest}`);
  });

  test('that has two images pushes the one that passed', async () => {
    using runner = startRunner();
    checkOut(runner);
    const read = (text: string): string => text.replace('-V', '-c", "raise SystemExit(1)');
    const dockerfile = readFileSync(path.join(runner.workspace, 'Dockerfile'), 'utf8');
    writeFileSync(path.join(runner.workspace, 'worker.Dockerfile'), read(dockerfile));
    const tags = `${registry.host}/octo/both:1`;
    const shared = { file: 'Dockerfile\nworker.Dockerfile', tags };
    const refused = await release(runner, shared);
    expect([refused.exitCode, refused.outputs['verdict']]).toEqual([2, 'errored']);
    expect(refused.annotations.map(({ data }) => data).join()).toContain(
      'the second would replace the first. Give each trial tags of its own',
    );
    const result = await release(runner, { ...shared, 'push-by-digest': 'true' });
    expect([result.exitCode, result.outputs['verdict']]).toEqual([1, 'failed']);
    const report = readFileSync(result.outputs['report'] ?? '', 'utf8');
    const [own = ''] = /sea-trial-[0-9a-f]{12}/.exec(report) ?? [];
    expect(await registry.tags('octo/both')).toEqual([own]);
    // The second build took the name, so the first image has its digest alone.
    const digest = await registry.digest('octo/both', own);
    docker('image', 'rm', '--force', tags, `${registry.host}/octo/both@${digest}`);
  });

  test('is refused in one sentence without tags, before anything runs', async () => {
    using runner = startRunner();
    checkOut(runner);
    const result = await release(runner, {});
    expect([result.exitCode, result.outputs['verdict'], result.state['images']]).toEqual([2, 'errored', undefined]);
    expect(result.annotations.map(({ data }) => data)).toEqual([
      'push: the image that passed is to be pushed, and it has no name to be pushed under. Name it with `tags`, such as ghcr.io/OWNER/NAME:1.4.0.',
    ]);
  });

  test("pushes nothing of a stranger's, though it may build it", async () => {
    await using api = await startGitHubApi();
    using runner = startRunner();
    checkOut(runner);
    const tags = `${registry.host}/octo/strange:1`;
    const event = { name: 'pull_request_target', payload: pullRequestPayload({ headRepository: 'stranger/api' }) };
    const inputs = { tags, 'github-token': api.token, 'allow-untrusted-build': 'true' };
    const result = await release(runner, inputs, { event, environment: { GITHUB_API_URL: api.url } });
    expect([result.exitCode, result.outputs['verdict'], result.outputs['digest']]).toEqual([2, 'errored', '']);
    expect(result.stdout).toContain('The image is not pushed, because pull_request_target runs with the secrets');
    expect(await registry.tags('octo/strange')).toEqual([]);
    docker('image', 'rm', '--force', tags);
  });
});

describe('keep-image', () => {
  test('auto keeps what has tags, on every machine', async () => {
    using runner = startRunner();
    checkOut(runner);
    const tag = `${registry.host}/octo/kept:1`;
    await post(runner, await release(runner, { tags: tag }), 'self-hosted');
    expect(idOf(tag)).not.toBe('');
    docker('image', 'rm', '--force', tag);
  });

  test('never removes it too when the job ends, on every machine, and not before', async () => {
    using runner = startRunner();
    checkOut(runner);
    const tags = [`${registry.host}/octo/gone:1`, `${registry.host}/octo/gone:latest`];
    const result = await release(runner, { tags: tags.join('\n'), 'keep-image': 'never' });
    expect(tags.map(idOf)).toEqual([result.outputs['image-id'], result.outputs['image-id']]);
    await post(runner, result, 'github-hosted');
    expect(tags.map(idOf)).toEqual(['', '']);
    expect(await registry.tags('octo/gone')).toEqual(['1', 'latest']);
  });

  test('always keeps what has no tags, on a machine that stays too', async () => {
    using runner = startRunner();
    checkOut(runner);
    const result = await release(runner, { push: 'false', 'keep-image': 'always' });
    await post(runner, result, 'self-hosted');
    const { image = '' } = result.outputs;
    expect(idOf(image)).toBe(result.outputs['image-id']);
    expect(result.summary).toContain(`The image is kept as \`${image}\`.`);
    docker('image', 'rm', '--force', image);
  });
});
