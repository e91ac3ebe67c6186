import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnoses/diagnose.ts';
import type { RecordedRun } from '../../src/diagnoses/diagnosis.ts';
import { application, servedBy } from '../../src/diagnoses/example.ts';
import { observe } from '../support/observation.ts';

const dockerfile = servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]');
const files = { 'requirements.txt': 'uvicorn==0.54.0\n', 'app.py': application };
const seen = (saw: RecordedRun) => observe({ dockerfile, files, saw });

test('a trial that passed has no cause', () => {
  expect(diagnose(seen({ ended: 'ready', listening: ['0.0.0.0:8000'], answers: ['200'] }))).toEqual({
    blames: 'image',
    findings: [],
  });
});

describe('unknown', () => {
  test('tells all that a person needs, and claims nothing', () => {
    const { blames, findings } = diagnose(seen({ exitCode: 7, log: ['the configuration is absent'], waitedMs: 640 }));
    expect(blames).toBe('image');
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      check: 'unknown',
      title: 'the container exits with code 7 before it answers',
      evidence: [
        { kind: 'exchange', request: 'the container', outcome: 'ended with exit code 7', ms: 640 },
        { kind: 'log', lines: ['the configuration is absent'], omittedLines: 0 },
      ],
      location: { path: 'Dockerfile', line: 7 },
    });
  });

  test('of a container that runs, it shows the sockets and how the requests ended', () => {
    const saw: RecordedRun = {
      log: ['INFO:     Application startup complete.'],
      listening: ['0.0.0.0:8000', 'unix:/run/app.sock'],
      waitedMs: 60_000,
      ended: 'deadline',
      answers: ['closed', 'closed', 'reset'],
    };
    expect(diagnose(seen(saw)).findings[0]?.evidence).toEqual([
      { kind: 'log', lines: ['INFO:     Application startup complete.'], omittedLines: 0 },
      {
        kind: 'exchange',
        request: 'listening sockets',
        outcome: '`0.0.0.0:8000`, `/run/app.sock` and nothing else',
        ms: 1_000,
      },
      {
        kind: 'exchange',
        request: 'GET http://127.0.0.1:8000/',
        outcome: "accepted by docker's proxy, then closed without an answer, 62 times",
        ms: 4,
      },
      {
        kind: 'exchange',
        request: 'GET http://127.0.0.1:8000/',
        outcome: "accepted by docker's proxy, then reset, 31 times",
        ms: 4,
      },
    ]);
  });

  test('blames the set-up where nobody came to the image', () => {
    const refused = {
      create: { exitCode: 125, stderr: 'docker: invalid containerPort: http' },
      ended: 'not-started',
    } as const;
    expect(diagnose(seen(refused)).blames).toBe('setup');
    expect(diagnose(seen({ build: { message: 'target stage "prod" could not be found' } })).blames).toBe('setup');
    const step = { message: 'failed', step: '[2/2] COPY a b' };
    expect(diagnose(seen({ build: step })).blames).toBe('image');
  });
});

test('both of two absent sources are told, the one that the build quotes first', () => {
  const { findings } = diagnose(
    observe({
      dockerfile: 'FROM python:3.11-slim\nCOPY a.txt .\nCOPY b.txt .\n',
      saw: {
        build: {
          message: `failed to solve: failed to compute cache key: ${absent('/b.txt')}`,
          line: 3,
          step: '[3/3] COPY b.txt .',
          failedSteps: [
            { name: '[2/3] COPY a.txt .', error: absent('/a.txt') },
            { name: '[3/3] COPY b.txt .', error: absent('/b.txt') },
          ],
        },
      },
    }),
  );
  expect(findings.map(({ check, location }) => `${check} ${location?.line}:${location?.column}`)).toEqual([
    'copy-source-absent 3:6',
    'copy-source-absent 2:6',
  ]);
});

test('a container that ended while it was probed has exited', () => {
  const { observation, facts } = seen({ exitCode: 137, oomKilled: true, ended: 'exited', log: [] });
  const { container } = observation;
  if (container === undefined) throw new TypeError('there is a container');
  const probed = { ...observation, container: { ...container, wait: { ...container.wait, ended: 'ready' as const } } };
  expect(diagnose({ observation: probed, facts }).findings[0]?.check).toBe('out-of-memory');
});

test('the same flaw has the same fingerprint when lines move, and another one elsewhere', () => {
  const saw: RecordedRun = { listening: ['127.0.0.1:8000'], waitedMs: 5_000, ended: 'decided' };
  const command = servedBy('["uvicorn", "app:app"]');
  const fingerprint = (text: string) => diagnose(observe({ dockerfile: text, files, saw })).findings[0]?.fingerprint;
  expect(fingerprint(command)).toMatch(/^[\da-f]{32}$/);
  expect(fingerprint(`# moved\n\n${command}`)).toBe(fingerprint(command));
  expect(fingerprint(servedBy('["uvicorn", "other:app"]'))).not.toBe(fingerprint(command));
});

describe('logs that were written to hang their reader', () => {
  const long = [
    'a-'.repeat(30_000),
    ' '.repeat(60_000),
    `+${' +'.repeat(30_000)}Traceback (most recent call last)`,
    `│${' '.repeat(30_000)}x`,
    `  File "${'/a'.repeat(30_000)}", line 1, in ${'b'.repeat(100)}`,
    `ERROR: Could not find a version that satisfies the requirement x${' '.repeat(60_000)}`,
    `X: ${'a.'.repeat(30_000)}:`,
    `ConnectionRefusedError: ${'a-a.'.repeat(15_000)}`,
    `listening on ${'1.'.repeat(30_000)}`,
    `/${'sh: 1: '.repeat(9_000)}`,
  ];
  const hostile = long.flatMap((line) => [
    'Traceback (most recent call last):',
    '  File "/app/app.py", line 1, in <module>',
    line,
    'ConnectionRefusedError: [Errno 111] Connection refused',
    line,
  ]);

  test.each([
    ['exited', { exitCode: 1, log: hostile }],
    ['silent', { log: hostile, waitedMs: 60_000, ended: 'deadline' }],
    ['unbuilt', { build: { message: 'failed to solve: x', line: 4, step: '[4/5] RUN x', exitCode: 1, log: hostile } }],
  ] as const)('%s: they are read in moderate time', (_, saw) => {
    const observed = seen(saw);
    const before = performance.now();
    expect(diagnose(observed).findings.length).toBeGreaterThan(0);
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});

function absent(path: string): string {
  return `failed to calculate checksum of ref x::y: "${path}": not found`;
}
