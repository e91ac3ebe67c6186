import path from 'node:path';
import { createServer, type Server } from 'node:net';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { run } from '../../src/process.ts';
import { testEngine } from '../support/docker.ts';
import { tryFolder } from '../support/trial.ts';

// What real builders make of a trial that builds is shown by `npm run builders`: it needs a buildkitd.
const engine = testEngine();
afterAll(() => engine.cleanUp());
// buildx remembers builders in this folder: those of the machine are not touched.
beforeEach(() => {
  vi.stubEnv('BUILDX_CONFIG', engine.folder({}));
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const folder = (): string =>
  engine.folder({ Dockerfile: 'FROM python:3.11-slim\nCMD ["python", "-m", "http.server"]\n' });

async function create(name: string, ...words: readonly string[]): Promise<void> {
  const argv = ['docker', 'buildx', 'create', `--name=${name}`, ...words];
  const { exitCode, stderr } = await run(argv, { deadlineMs: 10_000, environment: process.env });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
}

async function tried(...words: readonly string[]) {
  const { verdict, cause, findings } = await tryFolder(folder(), ...words);
  const root = findings.find(({ check }) => check === cause);
  return { verdict, cause, title: root?.title, why: root?.why, advice: root?.advice };
}

test.each([
  ['the option', ['--builder=nobody'], ''],
  ['the environment', [], 'nobody'],
])('a builder that is not there could not run, named by %s', async (_, words, named) => {
  vi.stubEnv('BUILDX_BUILDER', named);
  expect(await tried(...words)).toMatchObject({
    verdict: 'errored',
    cause: 'builder-unavailable',
    title: 'there is no builder `nobody`',
    advice: expect.stringContaining('`docker buildx create --name nobody`'),
  });
});

test('a remote builder at a socket that nobody serves could not run, whatever is over first', async () => {
  const socket = path.join(engine.folder({}), 'buildkitd.sock');
  await create('far', '--driver=remote', `unix://${socket}`);
  expect(await tried('--builder=far', '--build-timeout=1s')).toMatchObject({
    verdict: 'errored',
    cause: 'builder-unavailable',
    title: 'the builder `far` does not answer',
    why: `No BuildKit answers at \`unix://${socket}\`, so nothing was built.`,
  });
});

test('a remote builder that accepts and says nothing could not run, and is told by its name', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => {}); // whoever waits is killed
    socket.resume();
  });
  const port = await listen(server, 0);
  // buildx would wait for an answer when the builder is made, too.
  await close(server);
  await create('silent', '--driver=remote', `tcp://127.0.0.1:${port}`);
  await listen(server, port);
  try {
    expect(await tried('--builder=silent', '--build-timeout=1s')).toMatchObject({
      verdict: 'errored',
      cause: 'builder-unavailable',
      title: 'the builder `silent` does not answer',
    });
  } finally {
    await close(server);
  }
});

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server does not listen');
  return address.port;
}

async function close(server: Server): Promise<void> {
  await new Promise((resolve) => {
    server.close(resolve);
  });
}

test('a builder in a container whose image nobody has could not run', async () => {
  const name = engine.name('boxed');
  await create(name, '--driver=docker-container', '--driver-opt=image=127.0.0.1:9/buildkit:none');
  expect(await tried(`--builder=${name}`)).toMatchObject({
    verdict: 'errored',
    cause: 'builder-unavailable',
    title: `the builder \`${name}\` does not start`,
    advice: expect.stringContaining('driver-opts: image='),
  });
});

test('a builder in a cluster that does not answer could not run', async () => {
  const file = path.join(
    engine.folder({
      kubeconfig: JSON.stringify({
        apiVersion: 'v1',
        kind: 'Config',
        clusters: [{ name: 'c', cluster: { server: 'http://127.0.0.1:9' } }],
        users: [{ name: 'u', user: {} }],
        contexts: [{ name: 'k', context: { cluster: 'c', user: 'u', namespace: 'default' } }],
        'current-context': 'k',
      }),
    }),
    'kubeconfig',
  );
  vi.stubEnv('KUBECONFIG', file);
  await create('cluster', '--driver=kubernetes');
  expect(await tried('--builder=cluster')).toMatchObject({
    verdict: 'errored',
    cause: 'builder-unavailable',
    title: 'the builder `cluster` does not start',
    advice: expect.stringContaining('`kubectl get deployments`'),
  });
});

test("the engine's checks by a builder that does not answer end with what to do", async () => {
  const request = {
    context: folder(),
    dockerfile: path.join(folder(), 'Dockerfile'),
    buildArguments: {},
    buildContexts: [],
    secrets: [],
    ssh: [],
    addHosts: [],
    cacheFrom: [],
    cacheTo: [],
    builder: 'nobody',
    tags: ['checked:1'],
    labels: [],
    pull: false,
    noCache: false,
    deadlineMs: 10_000,
  };
  await expect(engine.docker.check(request, new AbortController().signal)).rejects.toThrow(
    /^there is no builder `nobody`\. buildx knows no builder of this name on this machine, so nothing was built\. Create it/,
  );
});
