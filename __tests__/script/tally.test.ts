import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readTally } from '../../script/tally.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sea-trial-tally-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(
  ...testResults: readonly (readonly [name: string, status: string, tests: readonly string[]])[]
): string {
  const file = path.join(folder, `${Math.random()}.json`);
  const results = testResults.map(([name, status, tests]) => ({
    name,
    status,
    assertionResults: tests.map((each) => ({ status: each })),
  }));
  writeFileSync(file, JSON.stringify({ testResults: results }));
  return file;
}

const unit = ['a.test.ts', 'passed', ['passed', 'passed', 'skipped']] as const;
const docker = ['b.docker.test.ts', 'passed', ['passed']] as const;

test('passed and failed tests are counted, skipped ones are neither', () => {
  const file = written(unit, docker, ['c.test.ts', 'failed', ['failed', 'passed']]);
  expect(readTally(file, 1, true)).toEqual({ passed: 4, failed: 1, troubles: [] });
});

test('a file that could not be run is a failure', () => {
  expect(readTally(written(unit, docker, ['c.test.ts', 'failed', []]), 1, true)).toEqual({
    passed: 3,
    failed: 1,
    troubles: ['FAILED  c.test.ts: the file could not be run'],
  });
});

test('docker suites that were all skipped are a failure of a whole run, and of no filtered one', () => {
  const file = written(unit, ['b.docker.test.ts', 'passed', ['skipped', 'pending']]);
  expect(readTally(file, 0, true)).toMatchObject({ passed: 2, failed: 1 });
  expect(readTally(file, 0, false)).toMatchObject({ passed: 2, failed: 0 });
});

test('a runner that died, or that saw an error outside of the tests, is a failure', () => {
  expect(readTally(path.join(folder, 'absent.json'), 137, false)).toMatchObject({ passed: 0, failed: 1 });
  expect(readTally(written(unit), 1, false)).toMatchObject({ passed: 2, failed: 1 });
});
