import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run, type ProcessResult } from '../../../src/process.ts';
import { lintSchema } from '../../../src/render/lint-schema.ts';

const root = path.resolve(import.meta.dirname, '../../..');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sea-trial-buildkit-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function buildkitLint(dockerfile: string, ...words: readonly string[]): Promise<ProcessResult> {
  writeFileSync(path.join(folder, 'Dockerfile'), dockerfile);
  const argv = ['lint', '--buildkit', '--shellcheck', 'never', '--format', 'json', ...words, 'Dockerfile'];
  return run([process.execPath, path.join(root, 'src/cli.ts'), ...argv], {
    deadlineMs: 60_000,
    environment: process.env,
    cwd: folder,
  });
}

function checksOf({ stdout }: ProcessResult): readonly string[] {
  return v
    .parse(lintSchema, JSON.parse(stdout))
    .files.flatMap((file) => ('findings' in file ? file.findings : []))
    .map(({ check, line }) => `${line}: ${check}`);
}

const flawed = [
  'FROM python:3.11-slim as base',
  'WORKDIR /app',
  'USER 1000',
  'EXPOSE 8000/TCP',
  'ENV A 1',
  'CMD uvicorn app:app --host 0.0.0.0 && true',
  '',
].join('\n');

it("adds BuildKit's own checks where ours are silent, and drops what ours say already", async () => {
  const checks = checksOf(await buildkitLint(flawed));
  expect(checks).toEqual(expect.arrayContaining(['1: buildkit/FromAsCasing', '5: buildkit/LegacyKeyValueFormat']));
  expect(checks.filter((check) => check.includes('JSONArgsRecommended'))).toEqual([]);
});

it('is silenced as any other finding, and what ours has silenced does not come back by its other name', async () => {
  const text = flawed
    .replace('CMD', '# hadolint ignore=DL3025\nCMD')
    .replace('FROM', '# check=skip=FromAsCasing\nFROM');
  const result = await buildkitLint(text, '--ignore', 'LegacyKeyValueFormat');
  expect(checksOf(result).filter((check) => /FromAsCasing|Legacy|JSONArgs|shell-form/.test(check))).toEqual([]);
});

it('says that a base image cannot be reached, and ends 2', async () => {
  const { exitCode, stderr } = await buildkitLint('FROM registry.invalid/nothing:1\nUSER 1\n');
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/^Dockerfile: BuildKit did not check it to the end: .*registry\.invalid/);
});

it('leaves what BuildKit cannot parse to our own finding', async () => {
  const result = await buildkitLint('FROM python:3.11-slim\nFOO bar\n');
  expect(checksOf(result)).toContain('2: dockerfile-parse-error');
  expect(result.exitCode).toBe(1);
});
