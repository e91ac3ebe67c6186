import { spawn } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDocker } from '../../src/docker/cli.ts';
import type { Docker } from '../../src/docker/docker.ts';
import { hostOf } from '../../src/docker/engine.ts';
import { defaultGateway } from '../../src/docker/job-container.ts';
import { SetupError } from '../../src/errors.ts';
import { systemClock, systemFiles } from '../../src/ports.ts';
import { run } from '../../src/process.ts';
import { testEngine } from '../support/docker.ts';

const engine = testEngine();
afterAll(() => engine.cleanUp());

const docker = (environment: Readonly<Record<string, string>>): Docker =>
  openDocker(
    { ...process.env, ...environment },
    { clock: systemClock, files: systemFiles, workingDirectory: process.cwd() },
  );

/** The socket file of the engine that the tests use. */
const socket = (process.env['DOCKER_HOST'] ?? 'unix:///var/run/docker.sock').replace('unix://', '');

test('an engine on this machine is local and says its versions and platform', async () => {
  expect(await engine.docker.engine(0)).toEqual({
    version: expect.stringMatching(/^\d+\.\d+/),
    buildxVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    platform: expect.stringMatching(/^linux\/\w+$/),
    local: true,
    host: '127.0.0.1',
  });
});

test('an engine that comes up late is waited for', async () => {
  const late = path.join(engine.folder({}), 'late.sock');
  const waiting = docker({ DOCKER_HOST: `unix://${late}` }).engine(10_000);
  // Another process brings the socket after a moment, as an engine in a container beside the job does.
  const bringer = spawn('sh', ['-c', `sleep 0.4; ln -s '${socket}' '${late}'`]);
  expect(await waiting).toMatchObject({ version: expect.stringMatching(/^\d+/) });
  expect(bringer.exitCode).toBe(0);
});

test('no engine is one sentence that names the address and what to do, within the time given', async () => {
  const began = performance.now();
  const asking = docker({ DOCKER_HOST: 'unix:///no/such/docker.sock' }).engine(700);
  await expect(asking).rejects.toThrow(SetupError);
  await expect(asking).rejects.toThrow(
    /^no Docker engine answers at unix:\/\/\/no\/such\/docker\.sock, so nothing can be built or started\. Start the engine, /,
  );
  expect(performance.now() - began).toBeGreaterThan(300);
  expect(performance.now() - began).toBeLessThan(3000);
});

test('every other question to an absent engine says the same', async () => {
  const absent = docker({ DOCKER_HOST: 'unix:///no/such/docker.sock' });
  const sentence = /^no Docker engine answers at unix:\/\/\/no\/such\/docker\.sock/;
  await expect(absent.inspectImage('python:3.11-slim')).rejects.toThrow(sentence);
  await expect(absent.run(engine.request('python:3.11-slim'))).rejects.toThrow(sentence);
  await expect(absent.labelled('x')).rejects.toThrow(sentence);
  const without = testEngine({ ...process.env, DOCKER_HOST: 'unix:///no/such/docker.sock' });
  await expect(without.build({ Dockerfile: 'FROM python:3.11-slim\n' })).rejects.toThrow(sentence);
  await without.cleanUp();
});

test('no docker client is a sentence of its own, and is not waited for', async () => {
  const began = performance.now();
  const asking = docker({ PATH: engine.folder({}) }).engine(10_000);
  await expect(asking).rejects.toThrow(/^there is no docker client on PATH.* Install Docker Engine/);
  expect(performance.now() - began).toBeLessThan(2000);
});

test.each([
  [
    '20.10.24+dfsg1',
    'linux',
    'Docker Engine 20.10.24+dfsg1 is too old: its BuildKit sends no warnings and no checks. Install Docker Engine 23 or newer.',
  ],
  [
    '28.5.2',
    'windows',
    'the Docker engine runs windows containers, and a trial needs Linux ones. Switch the engine to Linux containers, or choose a Linux runner.',
  ],
])('an engine %s for %s containers is refused', async (version, system, sentence) => {
  const answer = JSON.stringify({
    Client: { Version: version, Context: 'default' },
    Server: { Version: version, Os: system, Arch: 'amd64' },
  });
  const folder = engine.folder({ docker: `#!/bin/sh\necho '${answer}'\n` });
  chmodSync(path.join(folder, 'docker'), 0o755);
  const asking = docker({ PATH: `${folder}:/usr/bin:/bin` }).engine(10_000);
  await expect(asking).rejects.toThrow(new SetupError(sentence));
});

test('a context of docker is followed to its endpoint', async () => {
  const folder = engine.folder({});
  const plugins = process.env['DOCKER_CONFIG'];
  if (plugins !== undefined) symlinkSync(path.join(plugins, 'cli-plugins'), path.join(folder, 'cli-plugins'));
  const environment = { DOCKER_CONFIG: folder, DOCKER_HOST: '' };
  await run(['docker', 'context', 'create', 'mine', `--docker=host=unix://${socket}`], {
    deadlineMs: 10_000,
    environment: { ...process.env, ...environment },
  });
  expect(await docker({ ...environment, DOCKER_CONTEXT: 'mine' }).engine(0)).toMatchObject({ local: true });
});

test.each([
  ['unix:///var/run/docker.sock', undefined],
  ['tcp://127.0.0.1:2375', undefined],
  ['tcp://localhost:2375', undefined],
  ['tcp://[::1]:2375', undefined],
  ['tcp://docker:2376', 'docker'],
  ['tcp://[2001:db8::1]:2376', '2001:db8::1'],
  ['ssh://deploy@build.example.com', 'build.example.com'],
  ['', undefined],
])('the endpoint %s has its published ports on %s', (endpoint, host) => {
  expect(hostOf(endpoint)).toBe(host);
});

test("a container's way out is read from the kernel's table", () => {
  const table =
    'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n' +
    'eth0\t000012AC\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0\n' +
    'eth0\t00000000\t010012AC\t0003\t0\t0\t0\t00000000\t0\t0\t0\n';
  expect(defaultGateway(table)).toBe('172.18.0.1');
  expect(defaultGateway('')).toBeUndefined();
});
