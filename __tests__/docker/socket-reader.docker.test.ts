import { afterAll, expect, test } from 'vitest';
import { openDocker } from '../../src/docker/cli.ts';
import type { InspectedContainer } from '../../src/docker/docker.ts';
import type { Files } from '../../src/ports.ts';
import { systemClock, systemFiles } from '../../src/ports.ts';
import { run } from '../../src/process.ts';
import { testEngine } from '../support/docker.ts';

const engine = testEngine();
const { docker } = engine;
afterAll(() => engine.cleanUp());

/** As on a machine whose engine lives elsewhere: its processes are not here. */
const filesWithoutProcesses: Files = {
  ...systemFiles,
  readTextIfPresent: (file) => (/^\/proc\/\d+\//.test(file) ? undefined : systemFiles.readTextIfPresent(file)),
};
const distant = openDocker(process.env, {
  clock: systemClock,
  files: filesWithoutProcesses,
  workingDirectory: process.cwd(),
});

const listens = (address: string, port: number): string =>
  `import socket,time\ns=socket.socket();s.bind((${JSON.stringify(address)},${port}));s.listen()\nprint("up",flush=True)\ntime.sleep(600)`;

async function ready({ id }: InspectedContainer): Promise<void> {
  const enough = new AbortController();
  await docker.followLog(id, () => enough.abort(), enough.signal);
}

test.each([
  ['127.0.0.1', 8000],
  ['0.0.0.0', 8080],
])('a server on %s:%i is seen there, read from /proc without a process', async (address, port) => {
  const container = await engine.start(await engine.pythonImage(listens(address, port)));
  await ready(container);
  const reader = await docker.socketReader(container);
  expect(reader).toMatchObject({ from: `/proc/${container.state.pid}/net`, everyMs: 10 });
  expect(await reader?.read()).toEqual([{ family: 'ipv4', address, port }]);
});

test('a socket that begins to listen and one that stops are seen within a reading', async () => {
  const source = [
    'import socket,sys,time,os',
    'print("idle",flush=True)',
    'while not os.path.exists("/tmp/go"): time.sleep(0.01)',
    's=socket.socket();s.bind(("0.0.0.0",8000));s.listen()',
    'while os.path.exists("/tmp/go"): time.sleep(0.01)',
    's.close();time.sleep(600)',
  ].join('\n');
  const container = await engine.start(await engine.pythonImage(source));
  await ready(container);
  const reader = await docker.socketReader(container);
  expect(await reader?.read()).toEqual([]);
  const within = { timeout: 5000, interval: 10 };
  const execute = (...words: string[]): Promise<unknown> =>
    run(['docker', 'exec', container.id, ...words], { deadlineMs: 10_000, environment: process.env });
  await execute('touch', '/tmp/go');
  await expect.poll(() => reader?.read(), within).toEqual([{ family: 'ipv4', address: '0.0.0.0', port: 8000 }]);
  await execute('rm', '/tmp/go');
  await expect.poll(() => reader?.read(), within).toEqual([]);
});

test('when the container has ended, nothing is read, even where the number of its process lives on', async () => {
  const container = await engine.start(await engine.pythonImage(listens('0.0.0.0', 8000)));
  await ready(container);
  const reader = await docker.socketReader(container);
  const impostor = { ...container, state: { ...container.state, pid: process.pid } };
  expect((await docker.socketReader(impostor))?.from).toBe('docker exec');
  expect(docker.observeProcess(impostor)).toBeUndefined();
  await docker.remove(container.id);
  expect(await reader?.read()).toBeUndefined();
});

test('when the number of the process has passed to another one, its sockets are not taken for those of the container', async () => {
  const container = await engine.start(await engine.pythonImage(listens('0.0.0.0', 8000)));
  await ready(container);
  let passedOn = false;
  const files: Files = {
    ...systemFiles,
    readTextIfPresent: (file) =>
      passedOn && /\/(?:cgroup|mountinfo)$/.test(file) ? '0::/user.slice' : systemFiles.readTextIfPresent(file),
  };
  const reader = await openDocker(process.env, {
    clock: systemClock,
    files,
    workingDirectory: process.cwd(),
  }).socketReader(container);
  expect(await reader?.read()).toEqual([{ family: 'ipv4', address: '0.0.0.0', port: 8000 }]);
  passedOn = true;
  expect(await reader?.read()).toBeUndefined();
});

test('where /proc is not ours, the container reads it itself', async () => {
  const container = await engine.start(await engine.pythonImage(listens('127.0.0.1', 8000)));
  await ready(container);
  const reader = await distant.socketReader(container);
  expect(reader).toMatchObject({ from: 'docker exec', everyMs: 500 });
  expect(await reader?.read()).toEqual([{ family: 'ipv4', address: '127.0.0.1', port: 8000 }]);
  expect(distant.observeProcess(container)).toBeUndefined();
});

test('where /proc is not ours and the image has no cat, a container beside it reads', async () => {
  const image = await engine.pythonImage(listens('0.0.0.0', 8000), 'RUN rm /bin/cat');
  const container = await engine.start(image);
  await ready(container);
  const reader = await distant.socketReader(container);
  expect(reader).toMatchObject({ from: 'a container in the same network', everyMs: 500 });
  expect(await reader?.read()).toEqual([{ family: 'ipv4', address: '0.0.0.0', port: 8000 }]);
});

test('a container that is not running has no reader', async () => {
  const container = await engine.start(await engine.pythonImage('print("bye")'));
  await docker.waitForExit(container.id, new AbortController().signal);
  const ended = await docker.inspectContainer(container.id);
  expect(ended === undefined ? 'gone' : await docker.socketReader(ended)).toBeUndefined();
});
