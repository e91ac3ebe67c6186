import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { proveFolder } from '../support/trial.ts';

const apps = path.join(import.meta.dirname, '../fixtures/apps');
let folder = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'sea-trial-prove-')));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a failed trial whose cause has a fix', () => {
  test('is tried again with its fixes, and what they change is reported', async () => {
    cpSync(path.join(apps, 'loopback-host'), folder, { recursive: true });
    const before = readFileSync(path.join(folder, 'Dockerfile'), 'utf8');
    const { proof, verdict, cause } = await proveFolder(folder);
    expect({ verdict, cause }).toEqual({ verdict: 'failed', cause: 'loopback-host' });
    expect({ verdict: proof?.verdict, first: proof?.fixes[0] }).toEqual({ verdict: 'passed', first: 'loopback-host' });
    expect(proof?.before.startupMs).toBeUndefined();
    expect(proof?.after.startupMs).toBeGreaterThan(0);
    expect(readFileSync(path.join(folder, 'Dockerfile'), 'utf8')).toBe(before);
  });

  test('is told where another cause stands behind the first, and the fix stays on offer', async () => {
    cpSync(path.join(apps, 'loopback-host'), folder, { recursive: true });
    writeFileSync(
      path.join(folder, 'app.py'),
      'import time\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/")\ndef welcome():\n    raise RuntimeError("no ship")\n',
    );
    const report = await proveFolder(folder);
    expect({ next: report.proof?.cause, verdict: report.proof?.verdict }).toEqual({
      next: 'unhandled-exception',
      verdict: 'failed',
    });
    expect(report.findings.find(({ check }) => check === 'loopback-host')?.fix).toBeDefined();
  });

  test('has in the copy what its fix lets pass', async () => {
    cpSync(path.join(apps, 'copy-source-ignored'), folder, { recursive: true });
    const { proof, cause } = await proveFolder(folder);
    expect({ cause, verdict: proof?.verdict }).toEqual({ cause: 'copy-source-ignored', verdict: 'passed' });
  });

  test('is not tried again where nobody wants it', async () => {
    cpSync(path.join(apps, 'loopback-host'), folder, { recursive: true });
    expect((await proveFolder(folder, '--prove-fixes', 'never')).proof).toBeUndefined();
  });
});

test('an image that serves is tried with its fixes only where that was asked for', async () => {
  cpSync(path.join(apps, 'healthy-404-on-root'), folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'Dockerfile'),
    readFileSync(path.join(folder, 'Dockerfile'), 'utf8').replace(
      /CMD .*/,
      'CMD uvicorn app:app --host 0.0.0.0 --port 8000',
    ),
  );
  expect((await proveFolder(folder, '--stop-timeout', '2s')).proof).toBeUndefined();
  const { proof } = await proveFolder(folder, '--stop-timeout', '2s', '--prove-fixes', 'always');
  expect(proof?.fixes).toContain('shell-form-start');
  expect(proof?.verdict).toBe('passed');
  expect(proof?.before.stopMs).toBeGreaterThan(1900);
  expect(proof?.after.stopMs).toBeLessThan(1900);
});
