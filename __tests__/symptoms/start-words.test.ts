import { expect, test } from 'vitest';
import { servedBy, startedBy } from '../../src/diagnoses/example.ts';
import type { RecordedRun } from '../../src/diagnoses/diagnosis.ts';
import { bindFailure } from '../../src/symptoms/start/bind-failure.ts';
import { inBackground } from '../../src/symptoms/start/background.ts';
import { nativeFault } from '../../src/symptoms/start/native-fault.ts';
import { refusedProgram } from '../../src/symptoms/start/refused-program.ts';
import { givenWorkdir, mountOver } from '../../src/symptoms/start/run-words.ts';
import { symptomsOf, type Symptoms } from '../../src/symptoms/symptoms.ts';
import { interpreterOf } from '../../src/symptoms/start/unread-script.ts';
import { observe } from '../support/observation.ts';

function symptoms(saw: RecordedRun, dockerfile = servedBy('["uvicorn", "app:app"]'), files = {}): Symptoms {
  const found = symptomsOf(observe({ dockerfile, files, saw }));
  if (found === undefined) throw new Error('nothing has failed');
  return found;
}

test.each([
  ['exec /s/a.sh: no such file or directory', 255, '/s/a.sh', 'unread'],
  ['exec /s/a.sh: exec format error', 255, '/s/a.sh', 'foreign'],
  ['bash: line 1: /s/a.sh: cannot execute: required file not found', 127, '/s/a.sh', 'unread'],
  ['bash: line 1: /s/a: cannot execute binary file: Exec format error', 126, '/s/a', 'foreign'],
  ['sh: 1: /s/a.sh: Permission denied', 126, '/s/a.sh', 'locked'],
  ['sh: 1: /s/a.sh: not found', 127, '/s/a.sh', 'absent'],
  ['sh: 0: cannot open /s/a.sh: No such file', 2, '/s/a.sh', 'absent'],
  ['bash: /s/a.sh: No such file or directory', 127, '/s/a.sh', 'absent'],
  ['sh: 1: uvicorn: not found', 127, 'uvicorn', 'unknown'],
])('of %s it is known what was refused, and how', (line, exitCode, program, kind) => {
  expect(refusedProgram(symptoms({ exitCode, log: [line] }))).toEqual({ program, kind, line });
});

test('a program that was refused long before the end is not the reason', () => {
  const log = ['sh: 1: ./warm.sh: Permission denied', 'a', 'b', 'c', 'd', 'e'];
  expect(refusedProgram(symptoms({ exitCode: 1, log }))).toBeUndefined();
});

test.each([
  [
    "ERROR:    [Errno 98] error while attempting to bind on address ('::', 8000, 0, 0): address already in use",
    'in-use',
    '::',
    8000,
  ],
  ["[1] [ERROR] connection to ('0.0.0.0', 80) failed: [Errno 13] Permission denied", 'forbidden', '0.0.0.0', 80],
])('of %s the address is told', (line, kind, host, port) => {
  expect(bindFailure(symptoms({ exitCode: 3, log: [line] }))).toEqual({ kind, host, port, line });
});

test('an address that the application connects to is none that it listens on', () => {
  const log = ['ERROR:    [Errno 111] Connect call failed', 'OSError: [Errno 99] Cannot assign requested address'];
  expect(bindFailure(symptoms({ exitCode: 1, log }))).toBeUndefined();
});

test('the thread that crashed is told, its innermost frame first', () => {
  const log = [
    'Fatal Python error: Segmentation fault',
    '',
    'Thread 0x00007f97c5000000 (most recent call first):',
    '  File "/usr/lib/python3.11/threading.py", line 324 in wait',
    '',
    'Current thread 0x00007f97c66fc040 (most recent call first):',
    '  File "/app/app.py", line 4 in load',
    '  File "/app/app.py", line 5 in <module>',
  ];
  expect(nativeFault(symptoms({ exitCode: 139, log }))).toEqual({
    signal: 'SIGSEGV',
    frames: [
      { file: '/app/app.py', line: 4, function: 'load' },
      { file: '/app/app.py', line: 5, function: '<module>' },
    ],
    lines: ['Fatal Python error: Segmentation fault'],
  });
});

test('a dump that was asked for of a server that runs is no crash', () => {
  const log = ['Fatal Python error: Aborted', '', 'Current thread 0x1 (most recent call first):'];
  expect(nativeFault(symptoms({ log, ended: 'deadline', waitedMs: 60_000, answers: ['reset'] }))).toBeUndefined();
});

test.each([
  [['--volume', '/srv:/app'], '/app'],
  [['-v/srv:/app:ro'], '/app'],
  [['--tmpfs=/app:size=1m'], '/app'],
  [['--mount', 'type=volume,dst=/app'], '/app'],
  [['-v', '/srv:/data'], undefined],
  [['-v', '/srv:/app/data'], undefined],
])('%j lays over /app: %s', (options, place) => {
  const { container } = symptoms({ exitCode: 3, options });
  expect(container === undefined ? undefined : mountOver('/app', container)).toBe(place);
});

test('the working directory that the run options give is read', () => {
  const { container } = symptoms({ exitCode: 3, options: ['-w', '/srv'] });
  expect(container === undefined ? undefined : givenWorkdir(container)).toBe('/srv');
});

test.each([
  ['#!/bin/sh\nx', { name: '/bin/sh', crlf: false }],
  ['#!/bin/sh\r\nx', { name: '/bin/sh', crlf: true }],
  ['#!/usr/bin/env -S bash -e\r\n', { name: 'bash', crlf: true }],
  ['set -e\n', undefined],
  [undefined, undefined],
])('the interpreter of %j is told', (text, interpreter) => {
  expect(interpreterOf(text)).toEqual(interpreter);
});

test.each([
  ['uvicorn app:app &\n', { location: { path: 's.sh', line: 1, column: 1, endLine: 1, endColumn: 18 } }],
  ['uvicorn app:app &\nwait\n', undefined],
  ['redis-server &\nexec uvicorn app:app\n', undefined],
  ['uvicorn app:app > log 2>&1\n', undefined],
])('whether a script leaves its server in the background: %j', (script, expected) => {
  const { facts } = symptoms({ exitCode: 0 }, startedBy('CMD ["sh", "s.sh"]'), { 's.sh': script });
  expect(inBackground(facts)).toEqual(expected);
});
