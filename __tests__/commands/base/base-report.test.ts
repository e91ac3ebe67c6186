import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { baseReportOf, keepReport } from '../../../src/commands/base/base-report.ts';
import { openActionsCache } from '../../../src/github/actions-cache.ts';
import { readEvent, type WorkflowEvent } from '../../../src/github/event.ts';
import { systemFiles } from '../../../src/ports.ts';
import { startCacheService, type CacheService } from '../../support/cache-service.ts';
import { compared, loopback, noEngine, passed, several } from '../../support/reports.ts';
import { pullRequestPayload } from '../../support/runner.ts';

const base = '4be07d1c3a5e7f90b1d2c3e4f5a6b7c8d9e0f1a2';
const other = '51aa0c3f2a3b4c5d6e7f8091a2b3c4d5e6f70819';

function event(name: string, payload: unknown, more: Readonly<Record<string, string>> = {}): WorkflowEvent {
  const folder = mkdtempSync(path.join(tmpdir(), 'sea-trial-event-'));
  try {
    const file = path.join(folder, 'event.json');
    writeFileSync(file, JSON.stringify(payload));
    const read = readEvent(
      {
        GITHUB_REPOSITORY: 'octo/api',
        GITHUB_EVENT_NAME: name,
        GITHUB_EVENT_PATH: file,
        GITHUB_SHA: base,
        GITHUB_REF: 'refs/heads/main',
        GITHUB_WORKFLOW: 'ci',
        GITHUB_JOB: 'image',
        GITHUB_RUN_ID: '1',
        ...more,
      },
      systemFiles,
    );
    if (read === undefined) throw new Error('this is no workflow');
    return read;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const push = (more: Readonly<Record<string, string>> = {}): WorkflowEvent =>
  event('push', { repository: { full_name: 'octo/api', default_branch: 'main' } }, more);
const pull = (sha = base, more: Readonly<Record<string, string>> = {}): WorkflowEvent =>
  event('pull_request', pullRequestPayload({ base: sha }), more);

function cacheOf(service: CacheService, more: Readonly<Record<string, string>> = {}) {
  const cache = openActionsCache({ ...service.environment, ...more });
  if (cache === undefined) throw new Error('there is no cache');
  return cache;
}

describe('the report of the base', () => {
  test('is kept on the default branch and found in a pull request, without log and sources', async () => {
    await using service = await startCacheService();
    const cache = cacheOf(service);
    await keepReport(compared, push(), cache);
    expect([...service.entries.keys()]).toEqual([
      expect.stringMatching(
        /^sea-trial-report-[0-9a-f]{24}-[0-9a-f]{12}-4be07d1c3a5e7f90b1d2c3e4f5a6b7c8d9e0f1a2-1-1$/,
      ),
    ]);
    const found = await baseReportOf('image', pull(), cache);
    expect(
      found?.trials.map(({ name, image, startupMs, findings }) => [
        name,
        image?.bytes,
        image?.store,
        startupMs,
        findings.length,
      ]),
    ).toEqual([['image', 371_800_000, 'overlay2', 1_400, 5]]);
    expect([...service.entries.values()].join('')).not.toMatch(/"(?:log|sources)"/);
  });

  test('of the very commit goes before a newer one; where that was never tried, the newest is taken', async () => {
    await using service = await startCacheService();
    const cache = cacheOf(service);
    await keepReport(passed, push(), cache);
    await keepReport(compared, push({ GITHUB_SHA: other }), cache);
    const bytes = async (sha: string) => (await baseReportOf('image', pull(sha), cache))?.trials[0]?.image?.bytes;
    expect([await bytes(base), await bytes(other), await bytes('a'.repeat(40))]).toEqual([
      333_000_000, 371_800_000, 371_800_000,
    ]);
  });

  test('is one for each trial and each job', async () => {
    await using service = await startCacheService();
    const cache = cacheOf(service);
    await keepReport(several, push(), cache);
    const names = async (name: string, job = 'image') =>
      (await baseReportOf(name, pull(base, { GITHUB_JOB: job }), cache))?.trials.map((trial) => trial.name);
    expect([await names('orders'), await names('api'), await names('none'), await names('api', 'other')]).toEqual([
      ['orders'],
      ['api'],
      undefined,
      undefined,
    ]);
  });

  test('is kept where the image failed, and not where nothing could be learnt of it', async () => {
    await using service = await startCacheService();
    const cache = cacheOf(service);
    await keepReport(loopback, push(), cache);
    expect((await baseReportOf('image', pull(), cache))?.trials[0]?.cause).toBe('loopback-host');
    await using empty = await startCacheService();
    const [trial] = noEngine.trials;
    const linted = trial === undefined ? [] : [{ ...trial, cause: undefined, verdict: 'passed' as const }];
    await keepReport({ ...noEngine, trials: linted }, push(), cacheOf(empty));
    expect(empty.requests).toEqual([]);
  });

  test.each<[string, WorkflowEvent]>([
    ['another branch', push({ GITHUB_REF: 'refs/heads/feature' })],
    ['a tag', push({ GITHUB_REF: 'refs/tags/main' })],
    ['a pull request', pull()],
    ['a release', event('release', { repository: { default_branch: 'main' } })],
  ])('is not kept on %s', async (_, of) => {
    await using service = await startCacheService();
    await keepReport(passed, of, cacheOf(service));
    expect(service.requests).toEqual([]);
  });

  test('is not asked for where the pull request goes into another branch', async () => {
    await using service = await startCacheService();
    const into = event('pull_request', {
      repository: { default_branch: 'trunk' },
      pull_request: { number: 7, base: { sha: base, ref: 'main' } },
    });
    expect([await baseReportOf('image', into, cacheOf(service)), service.requests]).toEqual([undefined, []]);
  });
});

describe('a cache that gives nothing is silent', () => {
  test.each([
    ['the service', /twirp/],
    ['the store', /store/],
  ])('where %s is broken', async (_, broken) => {
    await using service = await startCacheService(broken);
    const cache = cacheOf(service);
    service.put('sea-trial-report-x', '{}');
    await keepReport(passed, push(), cache);
    expect([await cache.read(['sea-trial-report-']), [...service.entries.keys()]]).toEqual([
      undefined,
      ['sea-trial-report-x'],
    ]);
  });

  test.each(['', 'no report', '{"version":1}'])('where it holds %j', async (text) => {
    await using service = await startCacheService();
    const cache = cacheOf(service);
    await keepReport(passed, push(), cache);
    for (const key of service.entries.keys()) service.put(key, text);
    expect(await baseReportOf('image', pull(), cache)).toBeUndefined();
  });

  test('where the runner lets nobody in', async () => {
    await using service = await startCacheService();
    const none = cacheOf(service, { ACTIONS_CACHE_MODE: 'none' });
    expect([await none.write('a', 'b'), await none.read(['a']), service.requests]).toEqual([false, undefined, []]);
    const reader = cacheOf(service, { ACTIONS_CACHE_MODE: 'read' });
    expect([await reader.write('a', 'b'), service.requests]).toEqual([false, []]);
  });

  test('where the runner tells of none', () => {
    expect(
      [{}, { ACTIONS_RESULTS_URL: 'http://x', ACTIONS_RUNTIME_TOKEN: 't' }, { ACTIONS_CACHE_SERVICE_V2: 'True' }].map(
        openActionsCache,
      ),
    ).toEqual([undefined, undefined, undefined]);
  });

  test('where a second attempt finds the key taken', async () => {
    await using service = await startCacheService();
    const cache = cacheOf(service);
    expect([await cache.write('a', 'one'), await cache.write('a', 'two'), await cache.read(['a'])]).toEqual([
      true,
      false,
      'one',
    ]);
  });
});
