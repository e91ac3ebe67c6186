import path from 'node:path';
import { expect, test } from 'vitest';
import { tryFolder } from '../support/trial.ts';

const apps = path.join(import.meta.dirname, '../fixtures/apps');

function told({ findings, probes = [] }: Awaited<ReturnType<typeof tryFolder>>) {
  return {
    documented: probes.filter(({ documented }) => documented).map(({ request, passed }) => [request, passed]),
    findings: findings.filter(({ check }) => /documented-answer|exception/.test(check)).map(({ severity }) => severity),
  };
}

test(
  'what FastAPI documents of itself is asked, but for what needs more than a path, streams or is excluded',
  { timeout: 120_000 },
  async () => {
    const folder = path.join(apps, 'healthy-as-documented');
    expect(told(await tryFolder(folder, '--openapi-exclude', '/scuttle'))).toEqual({
      documented: ['/', '/ships', '/log', '/home'].map((each) => [`GET ${each}`, true]),
      findings: [],
    });
    expect(told(await tryFolder(folder))).toEqual({
      documented: [...['/', '/ships', '/log', '/home'].map((each) => [`GET ${each}`, true]), ['GET /scuttle', false]],
      findings: ['warning'],
    });
  },
);

test('switched off, nothing is asked', { timeout: 120_000 }, async () => {
  const report = await tryFolder(path.join(apps, 'undocumented-answer'), '--openapi', 'off');
  expect(told(report)).toEqual({ documented: [], findings: [] });
  expect(report.observation.container?.documented).toBeUndefined();
});

test('a path that a probe names fails by the probe, and is told once', { timeout: 120_000 }, async () => {
  const folder = path.join(apps, 'unhandled-exception-on-a-documented-get');
  const report = await tryFolder(folder, '--probe', 'GET /ships', '--ready-timeout', '2s');
  expect(report).toMatchObject({ verdict: 'failed', cause: 'unhandled-exception' });
  expect(told(report)).toEqual({ documented: [], findings: ['error'] });
});
