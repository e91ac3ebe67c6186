import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnoses/diagnose.ts';
import type { RecordedRun } from '../../src/diagnoses/diagnosis.ts';
import { failedStep } from '../../src/diagnoses/example.ts';
import { applyEdits } from '../../src/lint/edits.ts';
import { observe } from '../support/observation.ts';

type Build = NonNullable<RecordedRun['build']>;
type Files = Readonly<Record<string, string>>;

function rootOf(dockerfile: string, build: Build, files: Files = {}) {
  const [root] = diagnose(observe({ dockerfile, files, saw: { build } })).findings;
  if (root === undefined) throw new Error('a failed build has no finding');
  return root;
}

/** The last instruction of a Dockerfile is a RUN that failed. */
function causeOfRun(
  above: readonly string[],
  command: string,
  log: readonly string[],
  exitCode = 1,
  files: Files = {},
) {
  const dockerfile = ['FROM python:3.11-slim', 'WORKDIR /app', ...above, `RUN ${command}`, ''].join('\n');
  return rootOf(dockerfile, failedStep(above.length + 3, command, log, exitCode), files).check;
}

describe('a step below USER that root alone may do', () => {
  test.each([
    ['cp', "cp: cannot create regular file '/etc/x': Permission denied"],
    ['dash', '/bin/sh: 1: cannot create /app/x: Permission denied'],
    ['bash', '/bin/bash: line 1: /app/x: Permission denied'],
    ['useradd', 'useradd: Permission denied.'],
    ['pip', "PermissionError: [Errno 13] Permission denied: '/usr/local/lib/x'"],
    ['uv', 'error: failed to create directory `/opt/venv`: Permission denied (os error 13)'],
    ['npm', 'npm error code EACCES'],
    ['apk', 'ERROR: Unable to lock database: Permission denied'],
    ['dnf', 'Error: This command has to be run with superuser privileges (under the root user on most systems).'],
  ])('is told from the words of %s', (_, line) => {
    expect(causeOfRun(['USER 1000:1000'], 'make ship', [line])).toBe('build-step-as-non-root');
  });

  test.each([['root'], ['0'], ['root:root']])('is another matter where USER is %s', (user) => {
    expect(causeOfRun([`USER ${user}`], 'make ship', ['make: /srv/ship: Permission denied'])).toBe('build-step-failed');
  });

  test('is another matter where USER comes later', () => {
    const dockerfile = 'FROM python:3.11-slim\nRUN make ship\nUSER 1000\n';
    expect(rootOf(dockerfile, failedStep(2, 'make ship', ['make: /srv/ship: Permission denied'])).check).toBe(
      'build-step-failed',
    );
  });

  test('knows the user of the stage that it stands on', () => {
    const dockerfile = 'FROM python:3.11-slim AS base\nUSER 1000\nFROM base\nRUN mkdir /data\n';
    const log = ['mkdir: cannot create directory ‘/data’: Permission denied'];
    expect(rootOf(dockerfile, failedStep(4, 'mkdir /data', log)).check).toBe('build-step-as-non-root');
  });
});

describe('a build argument that nobody gave', () => {
  test.each([
    ['echo ${TOKEN?}', ['/bin/sh: 1: TOKEN: parameter not set'], 2],
    ['[ -n "$TOKEN" ] && echo ready', [], 1],
    ['[ "$TOKEN" != "" ] || exit 1', [], 1],
    ['[[ -n ${TOKEN} ]]', [], 1],
    ['if [ -z "${TOKEN:-}" ]; then exit 3; fi', [], 3],
  ])('is told of `%s`', (command, log, exitCode) => {
    expect(causeOfRun(['ARG TOKEN'], command, log, exitCode)).toBe('build-argument-missing');
  });

  test.each([
    ['has a default', 'ARG TOKEN=1', 'test -n "$TOKEN" && false'],
    ['has a value by ENV', 'ENV TOKEN=1', 'test -n "$TOKEN" && false'],
    ['is one that BuildKit sets', 'ARG TARGETARCH', 'test -n "$TARGETARCH" && false'],
  ])('is not blamed where it %s', (_, above, command) => {
    expect(causeOfRun([above], command, [])).toBe('build-step-failed');
  });

  test('is not blamed where the step speaks of something else', () => {
    const log = ['ships.c:3: error: no slip'];
    expect(causeOfRun(['ARG TOKEN'], 'test -n "$TOKEN" || make', log, 2)).toBe('build-step-failed');
  });
});

describe('a script that a step calls', () => {
  const crlf = { 'migrate.sh': '#!/bin/sh\r\nset -e\r\necho ready\r\n' };
  const copied = ['COPY --chmod=755 migrate.sh .'];

  test.each([
    ['./migrate.sh', '/bin/sh: 1: ./migrate.sh: not found', 127],
    ['./migrate.sh', '/bin/bash: line 1: ./migrate.sh: cannot execute: required file not found', 127],
    ['/app/migrate.sh', '/bin/sh: 1: /app/migrate.sh: not found', 127],
    ['cd / && app/migrate.sh', '/bin/sh: 1: app/migrate.sh: not found', 127],
    ['sh migrate.sh', 'migrate.sh: 2: set: Illegal option -', 2],
  ])('has the line ends of Windows: %s', (command, line, exitCode) => {
    expect(causeOfRun(copied, command, [line], exitCode, crlf)).toBe('script-crlf');
  });

  test('is whole again when its fix is applied', () => {
    const dockerfile = `FROM python:3.11-slim\nWORKDIR /app\n${copied.join('\n')}\nRUN ./migrate.sh\n`;
    const root = rootOf(dockerfile, failedStep(4, './migrate.sh', ['/bin/sh: 1: ./migrate.sh: not found'], 127), crlf);
    expect(applyEdits(crlf['migrate.sh'], root.fix?.edits ?? [])).toBe('#!/bin/sh\nset -e\necho ready\n');
  });

  test('is not there where only a later COPY brings it', () => {
    const dockerfile = 'FROM python:3.11-slim\nWORKDIR /app\nRUN ./migrate.sh\nCOPY . .\n';
    const root = rootOf(dockerfile, failedStep(3, './migrate.sh', ['/bin/sh: 1: ./migrate.sh: not found'], 127), crlf);
    expect(root.check).not.toBe('script-crlf');
  });
});

describe('an image that the build cannot get', () => {
  const pull = (image: string, words: string): Build => ({
    message: `failed to solve: ${image}: failed to resolve source metadata for docker.io/${image}: ${words}`,
    line: 1,
    step: `[internal] load metadata for docker.io/${image}`,
  });

  test.each([
    [
      'registry-unreachable',
      'failed to do request: Head "https://r/v2/": tls: failed to verify certificate: x509: certificate signed by unknown authority',
    ],
    [
      'registry-unreachable',
      'failed to authorize: failed to fetch anonymous token: Get "https://auth.docker.io/token": dial tcp 1.2.3.4:443: i/o timeout',
    ],
    ['registry-unreachable', 'unexpected status from HEAD request to https://r/v2/x/manifests/1: 502 Bad Gateway'],
    [
      'registry-rate-limited',
      'failed to copy: httpReadSeeker: failed open: unexpected status code https://r/v2/x: 429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit.',
    ],
    [
      'registry-denied',
      'failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://r/token: 401 Unauthorized',
    ],
    ['registry-denied', 'unexpected status from HEAD request to https://r/v2/x/manifests/1: 403 Forbidden'],
    ['base-platform-missing', 'no match for platform in manifest: not found'],
    ['base-image-not-found', 'docker.io/ships/base:1: not found'],
  ])('is told as %s', (cause, words) => {
    expect(rootOf('FROM ships/base:1\n', pull('ships/base:1', words)).check).toBe(cause);
  });
});

test('a variable of FROM that is declared too late is declared above, and its stage keeps it', () => {
  const dockerfile =
    'FROM python:3.11-slim AS build\nARG VERSION=3.11\nRUN echo $VERSION\nFROM python:${VERSION}-slim\n';
  const build = {
    message: 'failed to solve: failed to parse stage name "python:-slim": invalid reference format',
    line: 4,
  };
  const root = rootOf(dockerfile, build);
  expect(applyEdits(dockerfile, root.fix?.edits ?? [])).toBe(
    'ARG VERSION=3.11\nFROM python:3.11-slim AS build\nARG VERSION\nRUN echo $VERSION\nFROM python:${VERSION}-slim\n',
  );
});
