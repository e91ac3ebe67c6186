import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterAll, expect, test } from 'vitest';
import { removeForsaken } from '../../src/commands/clean-up.ts';
import { openDocker } from '../../src/docker/cli.ts';
import { systemClock, systemFiles, systemFolders } from '../../src/ports.ts';
import { run, type ProcessResult } from '../../src/process.ts';
import { reportSchema } from '../../src/render/report-schema.ts';
import { compose, composeProject, serves } from '../support/compose-project.ts';
import { startGitHubApi } from '../support/github-api/server.ts';
import { pullRequestPayload, startRunner } from '../support/runner.ts';

const root = path.resolve(import.meta.dirname, '../..');
const home = mkdtempSync(path.join(tmpdir(), 'sea-trial-compose-'));
const docker = openDocker(process.env, { clock: systemClock, files: systemFiles, workingDirectory: home });
afterAll(() => rmSync(home, { recursive: true, force: true }));

function project(files: Readonly<Record<string, string>>): string {
  return composeProject(home, files);
}

const command = [process.execPath, path.join(root, 'src/cli.ts'), 'trial'];
const published = ['--publish', '127.0.0.1::9000'];

async function tryProject(folder: string, ...words: readonly string[]) {
  const options = { deadlineMs: 170_000, cwd: folder, environment: { ...process.env, TOKEN: 'token-of-mine' } };
  const argv = [...command, '--compose-file', 'compose.yaml', '--format', 'json', '--prove-fixes', 'never', ...words];
  const ended = await run(argv, options);
  return { ...ended, trial: ended.stdout === '' ? undefined : reported(ended) };
}

function reported({ stdout }: ProcessResult) {
  return v.parse(reportSchema, JSON.parse(stdout)).trials[0];
}

/** Projects of runs in a terminal; no other suite has any. */
async function projects(): Promise<readonly string[]> {
  return docker.compose.projects('sea-trial-');
}

/** All that a run of this suite could have left. */
async function left(): Promise<readonly string[]> {
  const options = { deadlineMs: 10_000, environment: process.env };
  const [volumes, images] = await Promise.all([
    run(['docker', 'volume', 'ls', '--quiet', '--filter=name=somebodys-data'], options),
    run(['docker', 'image', 'ls', '--quiet', '--filter=label=com.docker.compose.project'], options),
  ]);
  const lines = [volumes, images].flatMap(({ stdout }) => stdout.split('\n'));
  return [...(await projects()), ...lines.filter((line) => line !== '')];
}

test('the example with PostgreSQL passes: the database is started around it, and all of it is gone afterwards', async () => {
  const folder = path.join(root, 'examples/compose-postgres');
  const { trial, exitCode } = await tryProject(folder, '--service', 'web', '--publish', '127.0.0.1::8000');
  expect(trial).toMatchObject({ name: 'web', verdict: 'passed', file: 'Dockerfile', context: '.' });
  expect(trial?.findings).toEqual([]);
  expect(trial?.probes?.map(({ request, outcome }) => `${request} ${outcome}`)).toContain('GET / 200');
  expect([exitCode, await left()]).toEqual([0, []]);
});

test("what the file says of the service holds, and what only a trial wants is the trial's", async () => {
  const { trial, stdout } = await tryProject(project({}), '--service', 'web', ...published);
  expect(trial).toMatchObject({ verdict: 'passed', runtime: { user: '10001', listening: ['0.0.0.0:9000'] } });
  expect(trial?.stopped?.exitCode).toBe(0);
  // The value comes from the environment of the run, so it is a secret like those of `env`.
  expect(trial?.log?.head ?? '').toBe('');
  expect(trial?.log?.tail.split('\n')[0]).toBe('token ***');
  expect(stdout).not.toContain('token-of-mine');
  expect(await left()).toEqual([]);
});

test('env and env-file go before the environment of the file', async () => {
  const folder = project({ 'own.env': '# of the trial\nSAYS=from $FILE\nTOKEN=of the file\n' });
  const words = ['--env-file', 'own.env', '--env', 'TOKEN=plain', '--observation-file', 'seen.json'];
  const { trial } = await tryProject(folder, '--service', 'web', ...published, ...words);
  expect(trial?.verdict).toBe('passed');
  const seen = JSON.parse(systemFiles.readTextIfPresent(path.join(folder, 'seen.json')) ?? '');
  const body = JSON.stringify(seen);
  expect(body).toContain('written');
  expect(trial?.log?.tail.split('\n')[0]).toBe('token ***');
});

test.each([
  [
    'ends',
    ['command: ["sleep", "300"]', 'command: ["sh", "-c", "echo no disk; exit 3"]'],
    'the service `store` has ended with exit code 3, and `web` depends on it, so it was not started. The last that it wrote: no disk.',
  ],
  [
    'is unhealthy',
    ['test: ["CMD", "true"], interval: 1s', 'test: ["CMD", "false"], interval: 1s, retries: 1'],
    'the service `store` is unhealthy, and `web` depends on it, so it was not started. It wrote nothing.',
  ],
  [
    'does not come to its end',
    ['echo written > /data/text', 'echo no schema; exit 4'],
    'the service `writer` has ended with exit code 4, and `web` depends on it, so it was not started. The last that it wrote: no schema.',
  ],
] as const)('a service around it that %s is to blame, not the image', async (_, [from, to], sentence) => {
  const { trial, exitCode } = await tryProject(
    project({ 'compose.yaml': compose.replace(from, to) }),
    '--service',
    'web',
  );
  expect(trial).toMatchObject({ verdict: 'errored', cause: 'unknown' });
  const start = trial?.stages.find(({ stage }) => stage === 'start');
  expect(start?.because).toContain(sentence);
  expect([exitCode, await left()]).toEqual([2, []]);
});

test('the service itself is to blame for what it does: it listens where nobody reaches it', async () => {
  const folder = project({ 'compose.yaml': compose.replace('0.0.0.0', '127.0.0.1') });
  const { trial, exitCode } = await tryProject(folder, '--service', 'web', ...published);
  expect(trial).toMatchObject({ verdict: 'failed', cause: 'loopback-host' });
  expect([exitCode, await left()]).toEqual([1, []]);
});

test('a program that the image lacks is told as with docker run', async () => {
  const folder = project({ 'compose.yaml': compose.replace(serves, '["serve-me"]') });
  const { trial, exitCode } = await tryProject(folder, '--service', 'web', ...published);
  expect(trial).toMatchObject({ verdict: 'failed', cause: 'command-not-found' });
  expect(exitCode).toBe(1);
});

test('stricter settings are tried with the services around it', async () => {
  const { trial } = await tryProject(project({}), '--service', 'web', ...published, '--try-hardening');
  expect(trial?.hardening?.map(({ option, serves: isBorne }) => `${option}: ${isBorne}`).slice(0, 4)).toEqual([
    '--read-only --tmpfs /tmp: true',
    '--cap-drop ALL: true',
    '--security-opt no-new-privileges: true',
    '--user 1000620000:0: true',
  ]);
  expect(await left()).toEqual([]);
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  'ended by %s while the services around it start, it leaves nothing',
  async (signal) => {
    const folder = project({ 'compose.yaml': compose.replace('["CMD", "true"]', '["CMD", "false"]') });
    const [program = '', ...words] = [...command, '--compose-file', 'compose.yaml', '--service', 'web', ...published];
    const child = spawn(program, words, { cwd: folder, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    await expect.poll(projects, { timeout: 60_000, interval: 50 }).toHaveLength(1);
    child.kill(signal);
    await ended;
    expect(await left()).toEqual([]);
  },
);

test('what a killed run left goes with the next one', async () => {
  const folder = project({ 'compose.yaml': compose.replace('["CMD", "true"]', '["CMD", "false"]') });
  const [program = '', ...words] = [...command, '--compose-file', 'compose.yaml', '--service', 'web', ...published];
  const child = spawn(program, words, { cwd: folder, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  await expect.poll(projects, { timeout: 60_000, interval: 50 }).toHaveLength(1);
  child.kill('SIGKILL');
  await ended;
  expect(await projects()).toHaveLength(1);
  await removeForsaken({ docker, files: systemFiles, folders: systemFolders });
  expect(await left()).toEqual([]);
});

test.each([
  [['--compose-file', 'absent.yaml'], '--compose-file: there is no compose file at "absent.yaml". Name the file'],
  [
    [],
    '--compose-file: the compose file has several services, and one of them is under trial. Name it with `service`: web, writer.',
  ],
  [['--service', 'wbe'], '--service: there is no service "wbe" in the compose file. Write "web".'],
  [
    ['--service', 'database'],
    '--service: there is no service "database" in the compose file. Name one of store, web, writer.',
  ],
  [
    ['--service', 'web', '--run-options', '--init'],
    '--run-options: beside a compose file it has no meaning, for the service is started as that file says. Write it into "compose.yaml", or into a further compose file.',
  ],
  [
    ['--compose-file', 'bad.yaml'],
    "--compose-file: docker compose cannot follow the file: services.web additional properties 'imag' not allowed. Correct it until `docker compose config` accepts it.",
  ],
  [
    ['--compose-file', 'empty.yaml'],
    '--compose-file: docker compose cannot follow the file: service "other" has neither an image nor a build context specified. Correct it',
  ],
])('%j is refused in one sentence', async (words, sentence) => {
  const folder = project({
    'bad.yaml': 'services:\n  web: { imag: x }\n',
    'empty.yaml': 'services:\n  other: { command: "true" }\n',
  });
  const { exitCode, stderr, stdout } = await tryProject(folder, ...words);
  expect([exitCode, stdout]).toEqual([2, '']);
  expect(stderr).toContain(`sea-trial: ${sentence}`);
});

test('what compose quotes of the environment is masked where it was given as such', async () => {
  const folder = project({ 'told.yaml': 'services:\n  web: { image: x, ports: ["${PASSWORD}"] }\n' });
  const argv = [...command, '--compose-file', 'told.yaml', '--env', 'PASSWORD'];
  const environment = { ...process.env, PASSWORD: 'hunter2secret' };
  const { exitCode, stderr } = await run(argv, { deadlineMs: 60_000, cwd: folder, environment });
  expect([exitCode, stderr]).toEqual([
    2,
    expect.stringContaining('cannot follow the file: Invalid containerPort: ***.'),
  ]);
});

test('a client without the compose plugin is told what to install', async () => {
  const folder = project({});
  const argv = [...command, '--compose-file', 'compose.yaml', '--service', 'web'];
  const environment = { ...process.env, DOCKER_CONFIG: folder, PATH: pathWithoutCompose() };
  const { exitCode, stderr } = await run(argv, { deadlineMs: 30_000, cwd: folder, environment });
  expect(exitCode).toBe(2);
  expect(stderr).toBe(
    'sea-trial: --compose-file: the docker client has no compose plugin, which starts the services around. Install docker-compose-plugin, or leave `compose-file` out.\n',
  );
});

/** A client as a machine without the plugin has it, whatever folders this machine keeps plugins in. */
function pathWithoutCompose(): string {
  const folder = mkdtempSync(path.join(home, 'bin-'));
  writeFileSync(path.join(folder, 'docker'), `#!/bin/sh\necho "unknown flag: --file" >&2\nexit 125\n`, { mode: 0o755 });
  return `${folder}:/usr/bin:/bin`;
}

/** A step on an event that runs with the repository's secrets, though the checkout is a stranger's. */
async function stepOfStranger(inputs: Readonly<Record<string, string>>) {
  await using api = await startGitHubApi();
  using runner = startRunner();
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
      cwd: runner.workspace,
      encoding: 'utf8',
    }).trim();
  git('init', '--quiet');
  cpSync(project({}), runner.workspace, { recursive: true });
  git('add', '--all');
  git('commit', '--quiet', '--message', 'base');
  const base = git('rev-parse', 'HEAD');
  // The stranger's would end at once; and it gives itself what nobody shall give it.
  writeFileSync(
    path.join(runner.workspace, 'compose.yaml'),
    compose.replace(serves, '["false"]\n    privileged: true'),
  );
  writeFileSync(path.join(runner.workspace, 'own.env'), 'SAYS=a stranger\n');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'head');
  const { pull_request: pull, ...payload } = v.parse(
    v.looseObject({ pull_request: v.looseObject({ base: v.looseObject({}) }) }),
    pullRequestPayload({ headRepository: 'stranger/api' }),
  );
  const ended = await runner.run({
    program: path.join(root, 'src/main.ts'),
    event: {
      name: 'pull_request_target',
      payload: { ...payload, pull_request: { ...pull, base: { ...pull.base, sha: base } } },
    },
    inputs: {
      'compose-file': 'compose.yaml',
      service: 'web',
      publish: '127.0.0.1::9000',
      'github-token': api.token,
      ...inputs,
    },
    environment: { GITHUB_API_URL: api.url },
  });
  const images = v.parse(v.array(v.string()), JSON.parse(ended.state['images'] ?? '[]'));
  for (const image of images) await docker.removeImage(image);
  return ended;
}

test('on an event with secrets the compose file of the base is followed, and the env-file of the head is not', async () => {
  const ended = await stepOfStranger({ 'allow-untrusted-build': 'true', 'env-file': 'own.env' });
  expect(ended.outputs).toMatchObject({ verdict: 'passed' });
  expect(ended.stdout).toContain('Compose files are read as they are in the base');
  expect(ended.stdout).toContain('The env-file own.env is not read');
  expect(await left()).toEqual([]);
});

test('where the build is refused, nothing of the compose file is started', async () => {
  const ended = await stepOfStranger({});
  expect(ended.outputs).toMatchObject({ verdict: 'errored', image: '' });
  expect(ended.stdout).toContain('allow-untrusted-build');
  expect(await left()).toEqual([]);
});
