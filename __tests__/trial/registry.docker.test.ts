import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openRegistry } from '../support/registry.ts';
import { tryFolder } from '../support/trial.ts';

/** What the trial says of a Dockerfile whose base image a registry of this machine answers for. */
async function causeOf(dockerfile: (host: string) => string) {
  await using registry = await openRegistry();
  const folder = mkdtempSync(path.join(tmpdir(), 'sea-trial-registry-'));
  try {
    writeFileSync(path.join(folder, 'Dockerfile'), dockerfile(registry.host));
    const { verdict, cause, findings } = await tryFolder(folder);
    const line = findings.find(({ check }) => check === cause)?.location?.line;
    return `${verdict}: ${cause} at ${line}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a base image that its registry', () => {
  test.each([
    ['gives out too often', 'busy', 'errored: registry-rate-limited at 1'],
    ['gives to nobody without a login', 'locked', 'errored: registry-denied at 1'],
    ['denies to this login', 'denied', 'errored: registry-denied at 1'],
    ['cannot give for a fault of its own', 'broken', 'errored: registry-unreachable at 1'],
    ['has for another platform alone', 'foreign', 'failed: base-platform-missing at 1'],
    ['does not know', 'absent', 'failed: base-image-not-found at 1'],
  ])('%s is told so', { timeout: 60_000 }, async (_, name, expected) => {
    expect(await causeOf((host) => `FROM ${host}/${name}/python:3.11\nCMD ["python"]\n`)).toBe(expected);
  });

  test('does not answer for is told so', { timeout: 60_000 }, async () => {
    // A port that was free a moment ago.
    const closed = await openRegistry();
    await closed[Symbol.asyncDispose]();
    expect(await causeOf(() => `FROM ${closed.host}/python:3.11\n`)).toBe('errored: registry-unreachable at 1');
  });
});

describe('another image than the base', () => {
  test('is told at the COPY that takes from it', { timeout: 60_000 }, async () => {
    expect(await causeOf((host) => `FROM python:3.11-slim\nCOPY --from=${host}/absent/uv:1 /uv /uv\n`)).toBe(
      'failed: base-image-not-found at 2',
    );
  });

  test('is told at the line that has it read the Dockerfile', { timeout: 60_000 }, async () => {
    expect(await causeOf((host) => `# syntax=${host}/absent/dockerfile:1\nFROM python:3.11-slim\n`)).toBe(
      'failed: base-image-not-found at 1',
    );
  });
});
