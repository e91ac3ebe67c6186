import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from '../../../src/process.ts';

// `sea-trial lint` takes context, target and the like from the trial of `.sea-trial.yml` that is of the Dockerfile.

const program = path.resolve(import.meta.dirname, '../../../src/cli.ts');
let home = '';

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'sea-trial-lint-named-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(home, name)), { recursive: true });
    writeFileSync(path.join(home, name), text);
  }
}

const output = v.object({
  files: v.array(v.object({ findings: v.array(v.object({ check: v.string(), severity: v.string() })) })),
});

async function checksOf(...words: readonly string[]) {
  const argv = [process.execPath, program, 'lint', '--format', 'json', '--shellcheck', 'never', ...words];
  const { stdout, exitCode } = await run(argv, { deadlineMs: 20_000, cwd: home, environment: process.env });
  const { files } = v.parse(output, JSON.parse(stdout));
  return {
    exitCode,
    checks: files.flatMap(({ findings }) => findings.map(({ check, severity }) => `${severity} ${check}`)),
  };
}

const dockerfile =
  'FROM python:3.11-slim AS base\nCOPY . /app/\nUSER 1000\nCMD ["python", "/app.py"]\nFROM base AS tools\nUSER root\n';

test('the target and the context of the trial are taken, and a flag goes before them', async () => {
  write({
    'docker/Dockerfile': dockerfile,
    'docker/app.py': '',
    'services/app.py': '',
    'services/.dockerignore': '.git\n',
  });
  const asRoot = 'warning root-user';
  const unignored = expect.stringContaining('missing-dockerignore');
  expect((await checksOf('docker/Dockerfile')).checks).toEqual([unignored, asRoot]);
  write({ '.sea-trial.yml': 'trials:\n  api: { file: docker/Dockerfile, context: services, target: base }\n' });
  expect((await checksOf('docker/Dockerfile')).checks).toEqual(['notice root-user']);
  expect((await checksOf('docker/Dockerfile', '--target', 'tools')).checks).toEqual([asRoot]);
  expect((await checksOf('docker/Dockerfile', '--context', 'docker')).checks).toEqual([unignored, asRoot]);
});

test('the defaults of the file hold for lint too', async () => {
  write({ Dockerfile: dockerfile, 'app.py': '', '.dockerignore': '.git\n' });
  expect(await checksOf('Dockerfile')).toMatchObject({ exitCode: 0 });
  write({ '.sea-trial.yml': 'defaults: { fail-on: notice }\n' });
  expect(await checksOf('Dockerfile')).toMatchObject({ exitCode: 1 });
});
