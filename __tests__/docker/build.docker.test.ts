import { randomBytes } from 'node:crypto';
import { chmodSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { systemFiles } from '../../src/ports.ts';
import type { Files } from '../../src/ports.ts';
import { run } from '../../src/process.ts';
import { testEngine } from '../support/docker.ts';

const engine = testEngine();
afterAll(() => engine.cleanUp());
afterEach(() => {
  vi.unstubAllEnvs();
});

test('a build gives an image that the engine holds, and an argv without what belongs to this run alone', async () => {
  const { imageId, observation } = await engine.build(
    {
      Dockerfile: 'FROM python:3.11-slim\nARG GREETING\nWORKDIR /srv\nCOPY a.txt /a.txt\nENV SAID=$GREETING\n',
      'a.txt': 'x'.repeat(5000),
    },
    { buildArguments: { GREETING: 'hello, world' }, labels: ['made.by=test'], tags: [engine.name('argv')] },
  );
  expect(observation).toMatchObject({ exitCode: 0, timedOut: false, warnings: [] });
  expect(observation.failure).toBeUndefined();
  expect(observation.contextBytes).toBeGreaterThan(5000);
  expect(observation.argv.slice(0, 5)).toEqual(['docker', 'buildx', 'build', '--progress=rawjson', '--load']);
  expect(observation.argv.join(' ')).not.toContain('metadata');

  const image = await engine.docker.inspectImage(imageId ?? '');
  expect(image).toMatchObject({ id: imageId, reference: imageId, workdir: '/srv' });
  expect(image?.environment).toContain('SAID=hello, world');
  expect(image?.layers.at(-1)).toEqual({ bytes: 5000, instruction: 'COPY a.txt /a.txt' });
  expect(['overlay2', 'containerd']).toContain(image?.store);
  await engine.docker.removeImage(imageId ?? '');
  expect(await engine.docker.inspectImage(imageId ?? '')).toBeUndefined();
});

test("the engine's own checks come with the build", async () => {
  const { observation } = await engine.build({ Dockerfile: 'FROM python:3.11-slim\nRUN echo $NOBODY\nCMD echo hi\n' });
  expect(observation.warnings.map(({ check, line }) => [check, line])).toContainEqual(['JSONArgsRecommended', 3]);
});

test('a failing RUN is a value: its line, step, exit code and log', async () => {
  const { imageId, observation } = await engine.build({
    Dockerfile: 'FROM python:3.11-slim\nRUN echo before && \\\n    exit 9\nRUN echo never\n',
  });
  expect(imageId).toBeUndefined();
  expect(observation.failure).toMatchObject({
    line: 2,
    endLine: 3,
    step: '[2/3] RUN echo before &&     exit 9',
    exitCode: 9,
    log: ['before'],
  });
});

test('a build that takes too long is ended with everything it started', async () => {
  const { imageId, observation } = await engine.build(
    { Dockerfile: `FROM python:3.11-slim\nRUN echo ${randomBytes(4).toString('hex')}; sleep 60\n` },
    { deadlineMs: 1500 },
  );
  expect(imageId).toBeUndefined();
  expect(observation.timedOut).toBe(true);
  expect(observation.ms).toBeLessThan(4000);
  expect(observation.failure).toMatchObject({ message: 'the build had not ended after 2 s', failedSteps: [] });
  expect(observation.failure?.step).toMatch(/^\[2\/2\] RUN echo [0-9a-f]+; sleep 60$/);
});

test('secrets reach the build by environment or file, and nothing of them is on a command line or left on disk', async () => {
  const temporary = engine.folder({});
  vi.stubEnv('TMPDIR', temporary);
  const secretFile = path.join(engine.folder({ 'with,comma': 'from file' }), 'with,comma');
  const long = 'l'.repeat(150_000);
  const withVariable = testEngine({ ...process.env, MY_TOKEN: 'from environment', 'INPUT_GITHUB-TOKEN': 'ours alone' });
  const { observation } = await withVariable.build(
    {
      Dockerfile: [
        'FROM python:3.11-slim',
        'RUN --mount=type=secret,id=value --mount=type=secret,id=variable --mount=type=secret,id=file --mount=type=secret,id=long \\',
        '  cd /run/secrets && cat value variable file && wc -c < long',
      ].join('\n'),
    },
    {
      secrets: [
        { id: 'value', kind: 'value', value: 'two\nlines "quoted", \n' },
        { id: 'variable', kind: 'environment', variable: 'MY_TOKEN' },
        { id: 'file', kind: 'file', file: secretFile },
        { id: 'long', kind: 'value', value: long },
        { id: 'unset', kind: 'environment', variable: 'NOBODY_SET_THIS' },
      ],
      noCache: true,
    },
  );
  await withVariable.cleanUp();
  expect(observation.failure).toBeUndefined();
  const log = observation.steps.find(({ name }) => name.includes('RUN'))?.log;
  expect(log).toEqual(['two', 'lines "quoted", ', 'from environmentfrom file150000']);
  expect(observation.argv.join('\n')).not.toMatch(/quoted|from environment|from file/);
  expect(readdirSync(temporary)).toEqual([path.basename(path.dirname(secretFile))]);
});

test('a context that docker would read as an option is refused before anything is started', async () => {
  const building = engine.build({ Dockerfile: 'FROM python:3.11-slim\n' }, { context: '--help' });
  await expect(building).rejects.toThrow(UserError);
});

test('values that look like options stay values', async () => {
  const { observation } = await engine.build(
    { Dockerfile: 'FROM python:3.11-slim\nARG A\nRUN test "$A" = --help\n' },
    { buildArguments: { A: '--help' } },
  );
  expect(observation.exitCode).toBe(0);
});

test('without buildx the engine still answers, and the build says what to do', async () => {
  const docker = await run(['which', 'docker'], { deadlineMs: 5000, environment: process.env });
  // The same client without a plugin: none of their folders is there, and `docker buildx` is what it then is.
  const refusal = `[ "$1" = buildx ] && { echo "docker: 'buildx' is not a docker command." >&2; exit 1; }`;
  const folder = engine.folder({ docker: `#!/bin/sh\n${refusal}\nexec ${docker.stdout.trim()} "$@"\n` });
  chmodSync(path.join(folder, 'docker'), 0o755);
  const environment = { ...process.env, PATH: `${folder}:${process.env['PATH'] ?? ''}` };
  const files: Files = {
    ...systemFiles,
    realPath: (file) => (file.includes('cli-plugins') ? undefined : systemFiles.realPath(file)),
  };
  const without = testEngine(environment, files);
  expect(await without.docker.engine(0)).toMatchObject({ version: expect.any(String) });
  expect(await without.docker.engine(0)).not.toHaveProperty('buildxVersion');
  const building = without.build({ Dockerfile: 'FROM python:3.11-slim\n' });
  await expect(building).rejects.toThrow(/^the docker client has no buildx plugin.*docker\/setup-buildx-action/);
  await without.cleanUp();
});

test('where the plugin is in no folder that is known, docker itself finds it', async () => {
  const files: Files = {
    ...systemFiles,
    realPath: (file) => (file.includes('cli-plugins') ? undefined : systemFiles.realPath(file)),
  };
  const elsewhere = testEngine(process.env, files);
  const { imageId, observation } = await elsewhere.build({ Dockerfile: 'FROM python:3.11-slim\nRUN false\n' });
  expect(imageId).toBeUndefined();
  expect(observation.failure).toMatchObject({ line: 2, exitCode: 1 });
  await elsewhere.cleanUp();
});

test('the listener is told while the build runs', async () => {
  const told: string[] = [];
  await engine.build(
    { Dockerfile: `FROM python:3.11-slim\nRUN echo ${randomBytes(4).toString('hex')}\n` },
    {},
    { onStepStarted: () => {}, onStepLog: (step, line) => told.push(`${step.name} | ${line}`), onStepEnded: () => {} },
  );
  expect(told).toEqual([expect.stringMatching(/^\[2\/2\] RUN echo ([0-9a-f]{8}) \| \1$/)]);
});
