import { expect, test } from 'vitest';
import { engineTrouble, firstLine, isMissing } from '../../src/docker/trouble.ts';
import { SetupError } from '../../src/errors.ts';
import type { ProcessResult } from '../../src/process.ts';

const ended = (more: Partial<ProcessResult>): ProcessResult => ({
  argv: ['docker', 'logs', 'x'],
  exitCode: 1,
  stdout: '',
  stderr: '',
  ms: 10,
  timedOut: false,
  ...more,
});

const advice =
  'Start the engine, correct DOCKER_HOST, or choose a runner that has one: ubuntu-24.04 has, ubuntu-slim has only the client.';

test.each([
  [
    'docker 28',
    'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\n',
    `no Docker engine answers at unix:///var/run/docker.sock, so nothing can be built or started. ${advice}`,
  ],
  [
    'docker 29',
    'failed to connect to the docker API at unix:///var/run/docker.sock; check if the path is correct and if the daemon is running: dial unix /var/run/docker.sock: connect: no such file or directory\n',
    `no Docker engine answers at unix:///var/run/docker.sock, so nothing can be built or started. ${advice}`,
  ],
  [
    'docker run',
    'docker: Cannot connect to the Docker daemon at tcp://docker:2375. Is the docker daemon running?.\nSee help.\n',
    `no Docker engine answers at tcp://docker:2375, so nothing can be built or started. ${advice}`,
  ],
  [
    'a host without a name',
    'error during connect: Get "http://nohost.invalid:1/v1.50/version": dial tcp: lookup nohost.invalid: no such host\n',
    `no Docker engine answers (error during connect: Get "http://nohost.invalid:1/v1.50/version": dial tcp: lookup nohost.invalid: no such host), so nothing can be built or started. ${advice}`,
  ],
])('no engine, in the words of %s, is one sentence', (_, stderr, sentence) => {
  expect(engineTrouble(ended({ stderr }))).toEqual(new SetupError(sentence));
});

test('a socket that denies permission says whom to let in', () => {
  const stderr =
    'permission denied while trying to connect to the Docker daemon socket at unix:///run/docker.sock: connect: permission denied\n';
  expect(engineTrouble(ended({ stderr }))?.message).toMatch(
    /^this user may not speak to the Docker engine.*group `docker`/,
  );
});

test('a call without an answer says how long it was waited for', () => {
  expect(engineTrouble(ended({ exitCode: 137, timedOut: true, ms: 30_012 }))?.message).toMatch(
    /^`docker logs` gave no answer within 30 s/,
  );
});

test('what is the fault of an image or an option is no trouble of the engine', () => {
  for (const stderr of [
    'docker: Error response from daemon: failed to create task: exec: "uvicorn": executable file not found in $PATH\n',
    'docker: invalid containerPort: http\n',
    '   3 | >>> RUN echo Cannot connect to the Docker daemon\nERROR: failed to build: exit code: 1\n',
    '',
  ]) {
    expect(engineTrouble(ended({ exitCode: 125, stderr }))).toBeUndefined();
  }
  expect(engineTrouble(ended({ exitCode: 0, stderr: 'Cannot connect to the Docker daemon at x\n' }))).toBeUndefined();
  expect(engineTrouble(ended({ exitCode: 127, stderr: 'sh: 1: uvicorn: not found\n' }))).toBeUndefined();
});

test('what docker says is quoted without its preamble', () => {
  expect(firstLine('\nError response from daemon: conflict: in use\nmore')).toBe('conflict: in use');
  expect(firstLine('docker: Error response from daemon: x')).toBe('x');
  expect(firstLine('')).toBe('');
  expect(isMissing(ended({ stderr: 'Error response from daemon: No such container: x\n' }))).toBe(true);
  expect(isMissing(ended({ stderr: 'Error response from daemon: conflict\n' }))).toBe(false);
});
