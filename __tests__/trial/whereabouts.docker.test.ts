import { randomBytes } from 'node:crypto';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run, type ProcessResult } from '../../src/process.ts';
import { reportSchema } from '../../src/render/report-schema.ts';
import { openForwarder } from '../support/forwarder.ts';
import { startRunner } from '../support/runner.ts';

// Where the engine, the trial and the services around it are: on this machine, in containers, behind a socket of TCP.

const root = path.resolve(import.meta.dirname, '../..');
const home = mkdtempSync(path.join(tmpdir(), 'sea-trial-where-'));
const own = randomBytes(4).toString('hex');
const network = `github_network_${own}`;
const database = `database-${own}`;
const socket = (process.env['DOCKER_HOST'] ?? 'unix:///var/run/docker.sock').replace('unix://', '');

const ships = path.join(home, 'ships');
/** Says what it was started with. */
const server = `import os, signal, sys
from http.server import BaseHTTPRequestHandler, HTTPServer
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        names = self.path[1:].split(",")
        self.send_response(200 if self.path == "/" or all(os.environ.get(name) == "yes" for name in names) else 404)
        self.end_headers()
HTTPServer((os.environ.get("HOST", "0.0.0.0"), int(os.environ.get("PORT", "8000"))), Handler).serve_forever()
`;

beforeAll(async () => {
  mkdirSync(ships);
  writeFileSync(
    path.join(ships, 'Dockerfile'),
    'FROM python:3.11-slim\nCOPY server.py /\nUSER nobody\nCMD ["python", "/server.py"]\n',
  );
  writeFileSync(path.join(ships, 'server.py'), server);
  await docker('network', 'create', network);
});
afterAll(async () => {
  await docker('rm', '--force', '--volumes', database);
  await docker('network', 'rm', network);
  rmSync(home, { recursive: true, force: true });
});

async function docker(...words: readonly string[]): Promise<ProcessResult> {
  return run(['docker', ...words], { deadlineMs: 150_000, environment: process.env });
}

/** A trial in a process of its own, as typed. */
async function tryApplication(
  folder: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
) {
  const argv = [process.execPath, path.join(root, 'src/cli.ts'), 'trial', '--format', 'json', '--prove-fixes', 'never'];
  const ended = await run([...argv, ...words], {
    deadlineMs: 150_000,
    cwd: folder,
    environment: { ...process.env, ...environment },
  });
  return reported(ended);
}

function reported({ stdout, stderr }: ProcessResult) {
  if (stdout === '') throw new Error(stderr);
  return v.parse(reportSchema, JSON.parse(stdout)).trials[0];
}

test("a database of GitHub's `services:` is reached in its network", async () => {
  const folder = path.join(root, 'examples/compose-postgres');
  const image = `sea-trial-test-${database}`;
  expect(await docker('build', '--quiet', '--tag', image, path.join(folder, 'database'))).toMatchObject({
    exitCode: 0,
  });
  // As the runner starts it.
  const health = ['--health-cmd', 'pg_isready --host localhost', '--health-interval', '1s'];
  const names = ['--name', database, '--network', network, '--network-alias', 'database'];
  await docker('run', '--detach', ...names, ...health, '--env', 'POSTGRES_PASSWORD=of-services', image);
  await expect
    .poll(async () => (await docker('inspect', '--format={{.State.Health.Status}}', database)).stdout, {
      timeout: 60_000,
      interval: 200,
    })
    .toBe('healthy\n');
  const address = 'DATABASE_URL=postgresql://postgres:of-services@database/postgres';
  const trial = await tryApplication(folder, ['--run-network', network, '--env', address, '-p', '127.0.0.1::8000']);
  expect(trial).toMatchObject({ verdict: 'passed' });
  await docker('image', 'rm', '--force', image);
});

/** What the job's container finds of this machine, besides this repository: Node, and docker's client with buildx. */
async function jobTools(): Promise<string> {
  const folder = path.join(home, 'job');
  mkdirSync(path.join(folder, 'configuration/cli-plugins'), { recursive: true });
  copyFileSync(realpathSync(process.execPath), path.join(folder, 'node'));
  const client = (await run(['sh', '-c', 'command -v docker'], { deadlineMs: 5_000, environment: process.env })).stdout;
  copyFileSync(realpathSync(client.trim()), path.join(folder, 'docker'));
  const plugins = await docker('info', '--format={{range .ClientInfo.Plugins}}{{.Path}}\n{{end}}');
  const buildx = plugins.stdout.split('\n').find((line) => line.endsWith('docker-buildx')) ?? '';
  copyFileSync(realpathSync(buildx), path.join(folder, 'configuration/cli-plugins/docker-buildx'));
  return folder;
}

/** The trial inside a container that has the engine's socket, as in a job with `container:`. */
async function tryInJob(tools: string, words: readonly string[]) {
  const mounts = [
    `/run/docker.sock:/var/run/docker.sock`,
    `${tools}:/tools`,
    `${root}:/sea-trial:ro`,
    `${ships}:/application:ro`,
  ];
  const environment = ['PATH=/tools:/usr/local/bin:/usr/bin:/bin', 'DOCKER_CONFIG=/tools/configuration'];
  const options = [...mounts.flatMap((each) => ['--volume', each]), ...environment.flatMap((each) => ['--env', each])];
  const command = ['node', '/sea-trial/src/cli.ts', 'trial', '--format', 'json', '--prove-fixes', 'never', ...words];
  const base = ['run', '--rm', '--network', network, '--workdir', '/application', ...options];
  return reported(await docker(...base, 'python:3.11-slim', ...command));
}

test('from the container of a job: by the machine outside, or itself where both are in one network', async () => {
  const tools = await jobTools();
  const outside = await tryInJob(tools, ['--publish', '8000']);
  expect(outside).toMatchObject({ verdict: 'passed', runtime: { listening: ['0.0.0.0:8000'] } });
  const together = await tryInJob(tools, ['--publish', '127.0.0.1::8000', '--run-network', network]);
  expect(together).toMatchObject({ verdict: 'passed', runtime: { listening: ['0.0.0.0:8000'] } });
  const lost = await tryInJob(tools, ['--publish', '127.0.0.1::8000']);
  expect(lost).toMatchObject({ verdict: 'errored' });
  expect(lost?.because).toContain("port 8000 is published on the loopback of the engine's host (127.0.0.1)");
  const failing = await tryInJob(tools, ['--publish', '8000', '--env', 'HOST=127.0.0.1']);
  expect(failing).toMatchObject({ verdict: 'failed', cause: 'loopback-host' });
});

test('a remote engine has its ports on its own host', async () => {
  const bridge = await docker('network', 'inspect', 'bridge', '--format={{(index .IPAM.Config 0).Gateway}}');
  const host = bridge.stdout.trim();
  await using forwarder = await openForwarder(socket, { host });
  const environment = { DOCKER_HOST: `tcp://${host}:${forwarder.port}` };
  const passing = await tryApplication(ships, ['--publish', '8000', '--probe', 'GET :8000/ 200'], environment);
  expect(passing).toMatchObject({ verdict: 'passed', runtime: { listening: ['0.0.0.0:8000'] } });
  const failing = await tryApplication(ships, ['--publish', '8000', '--env', 'HOST=127.0.0.1'], environment);
  expect(failing).toMatchObject({ verdict: 'failed', cause: 'loopback-host' });
  const lost = await tryApplication(ships, ['--publish', '127.0.0.1::8000'], environment);
  expect(lost).toMatchObject({ verdict: 'errored' });
});

test.each([
  ['another port of the container on a random one of the host', ['--publish', '9000', '--env', 'PORT=9000']],
  [
    'environment from a file and by name',
    ['--publish', '127.0.0.1::8000', '--env-file', 'own.env', '--env', 'B', '--probe', 'GET /A,B 200'],
  ],
  [
    'options of docker run',
    ['--publish', '127.0.0.1::8000', '--run-options', '--env C=yes --memory 256m --read-only', '--probe', 'GET /C 200'],
  ],
] as const)('%s', async (_, words) => {
  writeFileSync(path.join(ships, 'own.env'), '# by docker\nA=yes\nB=no\n');
  const trial = await tryApplication(ships, words, { B: 'yes' });
  expect(trial).toMatchObject({ verdict: 'passed' });
});

test('an engine that comes up two seconds late is waited for by the step', async () => {
  using runner = startRunner();
  cpSync(ships, runner.workspace, { recursive: true });
  const late = path.join(home, 'late.sock');
  const coming = new Promise((resolve) => {
    setTimeout(resolve, 2_000);
  }).then(async () => openForwarder(socket, { path: late }));
  const ended = await runner.run({
    program: path.join(root, 'src/main.ts'),
    event: { name: 'push', payload: {} },
    inputs: { publish: '127.0.0.1::8000', comment: 'never' },
    environment: { DOCKER_HOST: `unix://${late}` },
  });
  await using _ = await coming;
  expect(ended.outputs).toMatchObject({ verdict: 'passed' });
  expect(ended.ms).toBeGreaterThan(2_000);
  await docker('image', 'rm', '--force', ...v.parse(v.array(v.string()), JSON.parse(ended.state['images'] ?? '[]')));
});
