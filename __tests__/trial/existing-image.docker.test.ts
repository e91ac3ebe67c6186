import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDocker } from '../../src/docker/cli.ts';
import { systemClock, systemFiles } from '../../src/ports.ts';
import { tryFolder } from '../support/trial.ts';

const apps = path.join(import.meta.dirname, '../fixtures/apps');
const folder = mkdtempSync(path.join(tmpdir(), 'sea-trial-no-dockerfile-'));
const images = ['healthy-404-on-root', 'loopback-host'].map((app) => ({ app, tag: `sea-trial-test/existing-${app}` }));
const docker = openDocker(process.env, { clock: systemClock, files: systemFiles, workingDirectory: folder });

beforeAll(async () => {
  for (const { app, tag } of images)
    await docker.build(
      {
        context: path.join(apps, app),
        dockerfile: path.join(apps, app, 'Dockerfile'),
        buildArguments: {},
        buildContexts: [],
        secrets: [],
        ssh: [],
        addHosts: [],
        cacheFrom: [],
        cacheTo: [],
        tags: [tag],
        labels: [],
        pull: false,
        noCache: false,
        deadlineMs: 120_000,
      },
      { onStepStarted: () => {}, onStepLog: () => {}, onStepEnded: () => {} },
      new AbortController().signal,
    );
}, 120_000);

afterAll(async () => {
  for (const { tag } of images) await docker.removeImage(tag);
  rmSync(folder, { recursive: true });
});

test('an image that exists is tried without a build, also where there is no Dockerfile', async () => {
  const report = await tryFolder(folder, '--image', 'sea-trial-test/existing-healthy-404-on-root');
  expect(report.stages.map((stage) => [stage.stage, stage.status])).toEqual([
    ['lint', 'skipped'],
    ['build', 'skipped'],
    ['start', 'passed'],
    ['smoke', 'passed'],
    ['stop', 'passed'],
  ]);
  expect({ verdict: report.verdict, findings: report.findings }).toEqual({ verdict: 'passed', findings: [] });
});

test('its cause is named all the same, and no place of a file that is not there', async () => {
  const report = await tryFolder(folder, '--image', 'sea-trial-test/existing-loopback-host');
  const [finding] = report.findings;
  expect({ cause: report.cause, place: finding?.location, fix: finding?.fix }).toEqual({
    cause: 'loopback-host',
    place: undefined,
    fix: undefined,
  });
});

test('the Dockerfile of the context is taken for its own, and linted', async () => {
  const report = await tryFolder(path.join(apps, 'loopback-host'), '--image', 'sea-trial-test/existing-loopback-host');
  const found = report.findings.find(({ check }) => check === 'loopback-host');
  expect({ place: found?.location?.path, status: found?.status }).toEqual({ place: 'Dockerfile', status: 'confirmed' });
});

test('an image that is nowhere is no fault of an image: it is told what to do', async () => {
  const report = await tryFolder(folder, '--image', 'registry.invalid/ships:1');
  expect({ verdict: report.verdict, cause: report.cause }).toEqual({ verdict: 'errored', cause: 'unknown' });
  const build = report.stages.find(({ stage }) => stage === 'build');
  expect(build?.status === 'errored' ? build.message : '').toMatch(
    /^the image `registry\.invalid\/ships:1` is not on this machine, and it cannot be pulled: .+\. Correct the input `image`/,
  );
});
