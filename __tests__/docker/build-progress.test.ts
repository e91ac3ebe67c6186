import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readBuildFailure } from '../../src/docker/build-failure.ts';
import { readBuildProgress } from '../../src/docker/build-progress.ts';
import type { ReadProgress } from '../../src/docker/build-progress.ts';

interface Heard {
  readonly read: ReadProgress;
  /** What the listener was told, a line each. */
  readonly told: readonly string[];
}

function read(lines: readonly string[]): Heard {
  const told: string[] = [];
  const progress = readBuildProgress({
    onStepStarted: ({ name }) => told.push(`> ${name}`),
    onStepLog: (_, line) => told.push(`| ${line}`),
    onStepEnded: ({ name, error }) => told.push(`< ${name}${error === undefined ? '' : ' FAILED'}`),
  });
  for (const line of lines) progress.feed(line);
  return { read: progress.finish(), told };
}

const recorded = (name: string): readonly string[] =>
  readFileSync(new URL(`../fixtures/docker/${name}.rawjson`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');

const failed = { ms: 1000, timedOut: false };
const secretStep = String.raw`[app 4/5] RUN --mount=type=secret,id=pip cat /run/secrets/pip | wc -c; printf 'one\rtwo\rthree\n'; echo err >&2; printf 'no newline'`;

test('a build is told step by step, each beginning and ending once, its log in whole lines between', () => {
  expect(read(recorded('build-passed')).told).toEqual([
    '> [internal] load build definition from Dockerfile',
    '< [internal] load build definition from Dockerfile',
    '> [internal] load metadata for docker.io/library/python:3.11-slim',
    '< [internal] load metadata for docker.io/library/python:3.11-slim',
    '> [internal] load .dockerignore',
    '< [internal] load .dockerignore',
    '> [app 1/5] FROM docker.io/library/python:3.11-slim',
    '> [internal] load build context',
    '< [app 1/5] FROM docker.io/library/python:3.11-slim',
    '> [app 2/5] WORKDIR /app',
    '< [app 2/5] WORKDIR /app',
    '< [internal] load build context',
    '> [app 3/5] COPY . .',
    '< [app 3/5] COPY . .',
    `> ${secretStep}`,
    '| 5',
    '| err',
    '| three',
    '| no newline',
    `< ${secretStep}`,
    '> [app 5/5] RUN echo $UNDEFINED; sleep 1; echo "é ::error::x"',
    '| ',
    '| é ::error::x',
    '< [app 5/5] RUN echo $UNDEFINED; sleep 1; echo "é ::error::x"',
    '> exporting to image',
    '< exporting to image',
    '> resolving provenance for metadata file',
    '< resolving provenance for metadata file',
  ]);
});

test('steps stand in the order of their start, with their times, their logs, and the bytes of the context', () => {
  const { steps, contextBytes, tail } = read(recorded('build-passed')).read;
  expect(steps.map(({ name }) => name).slice(3, 9)).toEqual([
    '[app 1/5] FROM docker.io/library/python:3.11-slim',
    '[internal] load build context',
    '[app 2/5] WORKDIR /app',
    '[app 3/5] COPY . .',
    secretStep,
    '[app 5/5] RUN echo $UNDEFINED; sleep 1; echo "é ::error::x"',
  ]);
  expect(steps[8]).toEqual({
    digest: 'sha256:04',
    name: '[app 5/5] RUN echo $UNDEFINED; sleep 1; echo "é ::error::x"',
    startedAt: Date.parse('2026-11-24T08:57:36.269Z') + 0.923,
    ms: 1167.501,
    cached: false,
    log: ['', 'é ::error::x'],
  });
  expect(contextBytes).toBe(300_471);
  expect(tail).toEqual([]);
});

test('a step that BuildKit began twice took the sum of both', () => {
  const definition = read(recorded('build-passed')).read.steps[0];
  expect(definition?.ms).toBeCloseTo(0.044 + 5.198, 2);
});

test("BuildKit's checks are warnings with their name, text, page and line", () => {
  expect(read(recorded('build-passed')).read.warnings).toEqual([
    {
      check: 'FromAsCasing',
      message: "'as' and 'FROM' keywords' casing do not match",
      detail: "The 'as' keyword should match the case of the 'from' keyword",
      url: 'https://docs.docker.com/go/dockerfile/rule/from-as-casing/',
      line: 2,
      endLine: 2,
    },
    {
      check: 'JSONArgsRecommended',
      message: 'JSON arguments recommended for CMD to prevent unintended behavior related to OS signals',
      detail: 'JSON arguments recommended for ENTRYPOINT/CMD to prevent unintended behavior related to OS signals',
      url: 'https://docs.docker.com/go/dockerfile/rule/json-args-recommended/',
      line: 7,
      endLine: 7,
    },
  ]);
});

test('a failed RUN is named with its lines, its exit code and its log; the step that was only cancelled is not', () => {
  expect(readBuildFailure(read(recorded('build-run-failed')).read, failed)).toEqual({
    message: `failed to solve: process "/bin/sh -c echo start &&     sh -c 'echo hi; exit 7'" did not complete successfully: exit code: 7`,
    line: 4,
    endLine: 5,
    step: "[b 2/2] RUN echo start &&     sh -c 'echo hi; exit 7'",
    exitCode: 7,
    failedSteps: ["[b 2/2] RUN echo start &&     sh -c 'echo hi; exit 7'"],
    log: ['start', 'hi'],
  });
});

test('steps that never began stand last, without a time', () => {
  const { steps } = read(recorded('build-run-failed')).read;
  expect(steps.slice(-2).map(({ name, startedAt, ms }) => [name, startedAt, ms])).toEqual([
    ['[stage-2 2/3] COPY --from=a /etc/os-release /x', undefined, undefined],
    ['[stage-2 3/3] COPY --from=b /etc/os-release /y', undefined, undefined],
  ]);
});

test('of two absent sources both are failed steps, and the one that ERROR quotes decides', () => {
  const failure = readBuildFailure(read(recorded('build-two-sources-absent')).read, failed);
  expect(failure).toMatchObject({ line: 3, endLine: 3, step: '[3/3] COPY other.txt .', log: [] });
  expect(failure.failedSteps.toSorted()).toEqual(['[2/3] COPY nope.txt .', '[3/3] COPY other.txt .']);
  expect(failure.exitCode).toBeUndefined();
});

test('whichever of them ERROR quotes, that one decides', () => {
  const lines = recorded('build-two-sources-absent').map((line) =>
    line.startsWith('ERROR') ? line.replace('other.txt', 'nope.txt') : line,
  );
  expect(readBuildFailure(read(lines).read, failed).step).toBe('[2/3] COPY nope.txt .');
});

test('the end of a step that BuildKit takes up again is told when it has really ended', () => {
  const { told } = read(recorded('build-two-sources-absent'));
  expect(told.filter((line) => line.startsWith('<') && line.includes('COPY'))).toEqual([
    '< [3/3] COPY other.txt . FAILED',
    '< [2/3] COPY nope.txt . FAILED',
  ]);
});

test('a parse error has a line and no step', () => {
  expect(readBuildFailure(read(recorded('build-parse-error')).read, failed)).toEqual({
    message: 'failed to solve: dockerfile parse error on line 2: unknown instruction: RUNN (did you mean RUN?)',
    line: 2,
    endLine: 2,
    failedSteps: [],
    log: [
      'D3:2',
      '--------------------',
      '   1 |     FROM python:3.11-slim',
      '   2 | >>> RUNN x',
      '   3 |     ',
      '--------------------',
      'ERROR: failed to build: failed to solve: dockerfile parse error on line 2: unknown instruction: RUNN (did you mean RUN?)',
    ],
  });
});

test('a missing Dockerfile has neither line nor step', () => {
  expect(readBuildFailure(read(recorded('build-dockerfile-missing')).read, failed)).toEqual({
    message: 'failed to solve: failed to read dockerfile: open absent: no such file or directory',
    failedSteps: [],
    log: ['ERROR: failed to build: failed to solve: failed to read dockerfile: open absent: no such file or directory'],
  });
});

const vertex = (digest: string, more: object): string =>
  JSON.stringify({ vertexes: [{ digest, name: `[1/1] RUN ${digest}`, started: '2026-01-01T00:00:00Z', ...more }] });
const log = (digest: string, text: string | Buffer, stream = 1): string =>
  JSON.stringify({ logs: [{ vertex: digest, stream, data: Buffer.from(text).toString('base64') }] });

test('a character cut in two by a chunk is whole, and both streams have lines of their own', () => {
  const [head, rest] = [Buffer.from('é\n').subarray(0, 1), Buffer.from('é\n').subarray(1)];
  const { told } = read([vertex('a', {}), log('a', head), log('a', 'err\n', 2), log('a', rest)]);
  expect(told).toEqual(['> [1/1] RUN a', '| err', '| é', '< [1/1] RUN a']);
});

test('a flood of log keeps its head and its tail and says how much is missing', () => {
  const line = 'x'.repeat(99);
  const flood = Array.from({ length: 400 }, (_, index) => log('a', `${index} ${line}\n`.repeat(100)));
  const step = read([vertex('a', {}), ...flood]).read.steps[0];
  expect(step?.log[0]).toBe(`0 ${line}`);
  expect(step?.log.at(-1)).toBe(`399 ${line}`);
  const omitted = step?.log.find((kept) => kept.startsWith('…')) ?? '';
  expect(Number(/\d+/.exec(omitted)?.[0]) + (step?.log.length ?? 0) - 1).toBe(40_000);
  expect(step?.log.join('\n').length).toBeLessThanOrEqual(2_500_100);
});

test('when the deadline ended the build, the step that was running is the one that took so long', () => {
  const { read: progress } = read([
    vertex('a', { completed: '2026-01-01T00:00:01Z' }),
    vertex('b', { started: '2026-01-01T00:00:02Z' }),
    log('b', 'Collecting fastapi\n'),
  ]);
  expect(readBuildFailure(progress, { ms: 30_400, timedOut: true })).toEqual({
    message: 'the build had not ended after 30 s',
    step: '[1/1] RUN b',
    failedSteps: [],
    log: ['Collecting fastapi'],
  });
});

test('what the log of a build says about itself is not taken for the end of the build', () => {
  const { read: progress } = read([
    vertex('a', {
      completed: '2026-01-01T00:00:01Z',
      error: 'process "x" did not complete successfully: exit code: 3',
    }),
    log('a', 'ERROR: failed to build: nonsense\nDockerfile:9\n'),
    'Dockerfile:2',
    '--------------------',
    '   1 |     FROM a',
    '   2 | >>> RUN echo "7 | >>> no"',
    '--------------------',
    'ERROR: failed to solve: process "x" did not complete successfully: exit code: 3',
    'View build details: docker-desktop://dashboard/build/x',
  ]);
  expect(readBuildFailure(progress, failed)).toMatchObject({
    message: 'failed to solve: process "x" did not complete successfully: exit code: 3',
    line: 2,
    endLine: 2,
    exitCode: 3,
  });
});

const base64 = (text: string): string => Buffer.from(text).toString('base64');

test('a warning without a check of its own keeps its text, and its name comes from its page', () => {
  const { warnings } = read([
    JSON.stringify({ warnings: [{ short: base64('[Warning] One or more build-args [X] were not consumed') }] }),
    JSON.stringify({
      warnings: [{ short: base64('odd'), url: 'https://docs.docker.com/go/dockerfile/rule/legacy-key-value-format/' }],
    }),
  ]).read;
  expect(warnings.map(({ check, message, detail, line }) => [check, message, detail, line])).toEqual([
    ['BuildKitWarning', '[Warning] One or more build-args [X] were not consumed', '', undefined],
    ['LegacyKeyValueFormat', 'odd', '', undefined],
  ]);
});

test('a line that looks like JSON and is none belongs to the plain text', () => {
  expect(read(['{ not json', '{"vertexes": 3}']).read.tail).toEqual(['{ not json', '{"vertexes": 3}']);
});
