import { afterAll, expect, test } from 'vitest';
import type { InspectedContainer } from '../../src/docker/docker.ts';
import { UserError } from '../../src/errors.ts';
import type { LogLine } from '../../src/observation.ts';
import { run } from '../../src/process.ts';
import { testEngine } from '../support/docker.ts';

const engine = testEngine();
const { docker } = engine;
afterAll(() => engine.cleanUp());

const never = new AbortController().signal;
/** Waits as a server does, and ends at once when it is asked to. */
const patient =
  'import signal,sys,time\nsignal.signal(15, lambda *_: sys.exit(0))\nprint("up", flush=True)\ntime.sleep(600)';
const stubborn = 'import time\nprint("up", flush=True)\ntime.sleep(600)';

/** Resolves with the first line that the container writes. */
async function firstLine({ id }: InspectedContainer): Promise<LogLine> {
  const enough = new AbortController();
  const lines: LogLine[] = [];
  await docker.followLog(
    id,
    (line) => {
      lines.push(line);
      enough.abort();
    },
    enough.signal,
  );
  const [line] = lines;
  if (line === undefined) throw new Error('the container wrote nothing');
  return line;
}

test('a started container has a state, a port of the host, an address, and our label', async () => {
  const container = await engine.start(await engine.pythonImage(patient));
  expect(container.state).toMatchObject({ status: 'running', exitCode: 0, oomKilled: false, error: '' });
  expect(container.state.pid).toBeGreaterThan(0);
  expect(container.state.startedAt).toBeCloseTo(Date.now(), -5);
  expect(container.state.finishedAt).toBeUndefined();
  expect(container.published).toEqual([
    { hostIp: '127.0.0.1', hostPort: expect.any(Number), containerPort: 8000, protocol: 'tcp' },
  ]);
  expect(container.addresses).toEqual([expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/)]);
  const [name = '', value] = engine.label.split('=');
  expect(await docker.labelled(name)).toContainEqual({ id: container.id, value });
});

test('a command that the image lacks is a value: 127, no log, and a container that was only created', async () => {
  const { imageId = '' } = await engine.build({ Dockerfile: 'FROM python:3.11-slim\nCMD ["no-such-server"]\n' });
  const outcome = await docker.run(engine.request(imageId));
  expect(outcome.exitCode).toBe(127);
  expect(outcome.stderr).toMatch(/exec: "no-such-server": executable file not found in \$PATH\n$/);
  const container = await docker.inspectContainer(outcome.id ?? '');
  expect(container?.state).toMatchObject({ status: 'created', exitCode: 127, pid: 0 });
  expect(container?.state.error).toContain('no-such-server');
  expect(container?.state.startedAt).toBeUndefined();
  await docker.remove(outcome.id ?? '');
  expect(await docker.inspectContainer(outcome.id ?? '')).toBeUndefined();
});

test('an option that docker refuses is a value: 125 and no container', async () => {
  const image = await engine.pythonImage(patient);
  const outcome = await docker.run(engine.request(image, { environmentFiles: ['/no/such/file'] }));
  expect(outcome).toMatchObject({ exitCode: 125 });
  expect(outcome.stderr).toContain('open /no/such/file: no such file or directory');
  expect(outcome.id).toBeUndefined();
});

test("a name that is taken is refused without taking the other container for one's own", async () => {
  const image = await engine.pythonImage(patient);
  const first = await engine.start(image);
  const outcome = await docker.run(engine.request(image, { name: first.name }));
  expect(outcome.exitCode).toBe(125);
  expect(outcome.stderr).toContain('is already in use');
  expect(outcome.id).toBeUndefined();
});

test('an image name that docker would read as an option is refused', async () => {
  await expect(docker.run(engine.request('--privileged'))).rejects.toThrow(UserError);
  await expect(docker.inspectImage('--help')).rejects.toThrow(UserError);
});

test('variables reach the container as they are, lines and all, and their values stand nowhere in argv', async () => {
  const image = await engine.pythonImage(
    'import os\nfor n in ("PLAIN","LINES","HASH","SPACES","TAKEN"): print(repr(os.environ.get(n)), flush=True)',
  );
  const outcome = await docker.run(
    engine.request(image, {
      environment: ['PLAIN=a=b "c" $d', 'LINES=one\ntwo\r\n', 'HASH=#x', 'SPACES=  x  ', 'TAKEN', 'PATH'],
    }),
  );
  expect(outcome.exitCode).toBe(0);
  const lines: string[] = [];
  await docker.followLog(outcome.id ?? '', ({ text }) => lines.push(text), never);
  expect(lines).toEqual([`'a=b "c" $d'`, String.raw`'one\ntwo\r\n'`, "'#x'", "'  x  '", 'None']);
  expect(outcome.argv).toContain('--env=LINES');
  expect(outcome.argv.join(' ')).not.toMatch(/one|cidfile|env-file/);
});

test('the end of a container is known as soon as it comes, with its exit code', async () => {
  const container = await engine.start(await engine.pythonImage('import time\ntime.sleep(0.3)\nraise SystemExit(7)'));
  expect(await docker.waitForExit(container.id, never)).toBe(7);
  const seenAt = Date.now();
  const ended = await docker.inspectContainer(container.id);
  expect(ended?.state).toMatchObject({ status: 'exited', exitCode: 7, pid: 0 });
  expect(seenAt - (ended?.state.finishedAt ?? 0)).toBeLessThan(1000);
});

test('whoever stops waiting for the end gets no exit code', async () => {
  const container = await engine.start(await engine.pythonImage(patient));
  expect(await docker.waitForExit(container.id, AbortSignal.timeout(200))).toBeUndefined();
  expect((await docker.inspectContainer(container.id))?.state.status).toBe('running');
});

test('both streams of the log are kept apart, each line with its time', async () => {
  const source = [
    'import sys',
    'print("out é", flush=True)',
    'print("x" * 20000 + "end", flush=True)',
    'print("y" * 40000 + "end", flush=True)',
    'print("2026-11-24T08:58:43.924493749Z not a stamp", flush=True)',
    'print("", flush=True)',
    'print("bar\\rdone\\r", flush=True)',
    'print("err", file=sys.stderr, flush=True)',
    'print("torn", end="", flush=True)',
  ].join('\n');
  const container = await engine.start(await engine.pythonImage(source));
  const lines: LogLine[] = [];
  await docker.followLog(container.id, (line) => lines.push(line), never);
  expect(lines.filter(({ stream }) => stream === 'stdout').map(({ text }) => text)).toEqual([
    'out é',
    `${'x'.repeat(20_000)}end`,
    `${'y'.repeat(32_000)}…`,
    '2026-11-24T08:58:43.924493749Z not a stamp',
    '',
    'bar\rdone',
    'torn',
  ]);
  expect(lines.filter(({ stream }) => stream === 'stderr').map(({ text }) => text)).toEqual(['err']);
  const startedAt = (await docker.inspectContainer(container.id))?.state.startedAt ?? 0;
  for (const { at } of lines) {
    expect(at).toBeGreaterThan(startedAt - 1000);
    expect(at).toBeLessThan(startedAt + 10_000);
  }
});

test('a server that hears SIGTERM stops at once with 0, one that does not is killed after the timeout', async () => {
  const [hears, ignores] = await Promise.all([
    engine.start(await engine.pythonImage(patient)),
    engine.start(await engine.pythonImage(stubborn)),
  ]);
  await Promise.all([firstLine(hears), firstLine(ignores)]);
  expect(docker.observeProcess(hears)).toMatchObject({ uid: 0, catchesSigterm: true });
  expect(docker.observeProcess(ignores)).toMatchObject({ uid: 0, catchesSigterm: false });

  const began = performance.now();
  await docker.stop(hears.id, 5000);
  expect(performance.now() - began).toBeLessThan(3000);
  expect((await docker.inspectContainer(hears.id))?.state.exitCode).toBe(0);

  const beganAgain = performance.now();
  await docker.stop(ignores.id, 1000);
  expect(performance.now() - beganAgain).toBeGreaterThan(900);
  expect((await docker.inspectContainer(ignores.id))?.state.exitCode).toBe(137);
});

test('the processes of a container are listed with their user and whole command', async () => {
  const image = await engine.pythonImage(
    'import subprocess,sys,time\nsubprocess.Popen(["sleep","600"])\nprint("up",flush=True)\ntime.sleep(600)',
    'USER 1234',
  );
  const container = await engine.start(image);
  await firstLine(container);
  const processes = await docker.processes(container.id);
  expect(processes).toHaveLength(2);
  expect(processes[0]).toMatchObject({ pid: container.state.pid, user: '1234' });
  expect(processes[1]).toMatchObject({ parentPid: container.state.pid, command: 'sleep 600' });
  expect(docker.observeProcess(container)).toMatchObject({ uid: 1234 });
  expect(container.user).toBe('1234');
  await docker.remove(container.id);
  expect(await docker.processes(container.id)).toEqual([]);
});

test('memory is that of the whole container, read without starting a process', async () => {
  const image = await engine.pythonImage(
    'x = bytearray(80_000_000)\nprint("full",flush=True)\nx = None\nimport time\ntime.sleep(600)',
  );
  const container = await engine.start(image);
  await firstLine(container);
  const { memoryBytes = 0, memoryPeakBytes = 0 } = docker.observeProcess(container) ?? {};
  expect(memoryPeakBytes).toBeGreaterThan(80_000_000);
  expect(memoryPeakBytes).toBeLessThan(300_000_000);
  expect(memoryBytes).toBeGreaterThan(1_000_000);
  expect(memoryBytes).toBeLessThanOrEqual(memoryPeakBytes);
});

test('a path is measured by the tar that docker cp streams, through a link, also when the container has ended', async () => {
  const { imageId = '' } = await engine.build({
    Dockerfile: 'FROM python:3.11-slim\nCOPY data /srv/data\nRUN ln -s /srv/data /srv/link\nCMD ["true"]\n',
    'data/one.bin': '1'.repeat(100_000),
    'data/sub/two.bin': '2'.repeat(23),
  });
  const container = await engine.start(imageId);
  await docker.waitForExit(container.id, never);
  const expected = {
    bytes: 100_023,
    files: 2,
    paths: ['data/', 'data/one.bin', 'data/sub/', 'data/sub/two.bin'],
  };
  expect(await docker.measurePath(container.id, '/srv/data')).toEqual(expected);
  expect(await docker.measurePath(container.id, '/srv/link')).toEqual(expected);
  expect(await docker.measurePath(container.id, '/srv/data/sub/two.bin')).toEqual({
    bytes: 23,
    files: 1,
    paths: ['two.bin'],
  });
  expect(await docker.measurePath(container.id, '/srv/absent')).toBeUndefined();
});

test('a removed container takes its anonymous volumes with it, and removing it again does nothing', async () => {
  const container = await engine.start(await engine.pythonImage(patient, 'VOLUME /data'));
  const inspected = await run(['docker', 'inspect', '--format={{(index .Mounts 0).Name}}', container.id], {
    deadlineMs: 10_000,
    environment: process.env,
  });
  const volume = inspected.stdout.trim();
  expect(volume).toMatch(/^[0-9a-f]{64}$/);
  await docker.remove(container.id);
  await docker.remove(container.id);
  const volumes = await run(['docker', 'volume', 'ls', '--quiet'], { deadlineMs: 10_000, environment: process.env });
  expect(volumes.stdout).not.toContain(volume);
});

test('health is told where the image has a check', async () => {
  const image = await engine.pythonImage(patient, 'HEALTHCHECK --interval=1s --retries=1 CMD echo sick && exit 1');
  const container = await engine.start(image);
  await expect
    .poll(async () => (await docker.inspectContainer(container.id))?.state.health, { timeout: 10_000, interval: 100 })
    .toMatchObject({ status: 'unhealthy', log: [{ exitCode: 1, output: 'sick\n' }] });
});
