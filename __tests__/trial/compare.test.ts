import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/finding.ts';
import type { TrialReport } from '../../src/report.ts';
import { type BaseKnown, compareWith, judgedByNew } from '../../src/trial/compare.ts';
import { isEdited } from '../../src/trial/changed-instruction.ts';
import { aptLists, at, exampleDockerfile, finding, loopback, rootUser, served } from '../support/reports.ts';

const commit = '4be07d1c3a5e7f90b1d2c3e4f5a6b7c8d9e0f1a2';

/** What the run alone has found. */
const slowStop = finding({
  check: 'shutdown-hangs',
  severity: 'error',
  title: 'it does not stop',
  why: 'w',
  advice: 'a',
  location: at('Dockerfile', 8),
  status: 'confirmed',
});

function here(
  findings: readonly Finding[],
  seen: readonly Finding[] = [],
  extra: Partial<TrialReport> = {},
): TrialReport {
  const trial = served({ bytes: 371_800_000, user: 'root', findings });
  return { ...trial, findings: [...findings, ...seen], ...extra };
}

function base(findings: readonly Finding[], more: Partial<BaseKnown> & { readonly text?: string } = {}): BaseKnown {
  const { text = exampleDockerfile, ...rest } = more;
  return {
    commit,
    linted: { findings, ignored: [] },
    textOf: async (path) => (path === 'Dockerfile' ? text : undefined),
    ...rest,
  };
}

async function since(trial: TrialReport, known: BaseKnown) {
  const { findings, comparison } = await compareWith(trial, known);
  return {
    since: Object.fromEntries(findings.map((each) => [each.check, each.since])),
    counts: [comparison?.new, comparison?.remaining],
    fixed: comparison?.fixed.map(({ check }) => check),
  };
}

describe('what lint finds', () => {
  test('is new, remains or is fixed by what lint says of the base', async () => {
    expect(
      await since(here([aptLists, rootUser]), base([rootUser, { ...aptLists, check: 'gone', fingerprint: 'gone' }])),
    ).toEqual({
      since: { 'apt-lists-left': 'new', 'root-user': 'remaining' },
      counts: [1, 1],
      fixed: ['gone'],
    });
  });

  test('and the run has refuted counts nowhere, and is not fixed', async () => {
    const refuted = { ...aptLists, status: 'refuted' as const };
    expect(await since(here([refuted]), base([aptLists]))).toMatchObject({ counts: [0, 0], fixed: [] });
    expect(await since(here([]), base([aptLists], { report: here([refuted]) }))).toMatchObject({ fixed: [] });
  });

  test('is nowhere fixed where lint did not come to an end', async () => {
    expect(await since(here([], [], { stages: [] }), base([rootUser]))).toMatchObject({ fixed: [] });
  });
});

describe('what the run finds', () => {
  test.each<[string, Partial<BaseKnown> & { readonly text?: string }, Finding['since']]>([
    ['is not known of a base that never ran', {}, undefined],
    ['is new where its line is', { text: 'FROM python:3.11-slim\n' }, 'new'],
    ['is new where the base ran without it', { report: here([]) }, 'new'],
    ['remains where the base had it', { report: here([], [slowStop]) }, 'remaining'],
    [
      'is not known where the base did not come so far',
      { report: here([], [], { cause: 'missing-requirement', verdict: 'failed' }) },
      undefined,
    ],
  ])('%s', async (_, known, expected) => {
    expect((await since(here([], [slowStop]), base([], known))).since).toEqual({ 'shutdown-hangs': expected });
  });

  test('and the base had is fixed, but not behind a failure', async () => {
    const report = here([], [slowStop]);
    expect(await since(here([]), base([], { report }))).toMatchObject({ fixed: ['shutdown-hangs'] });
    expect(await since(here([], [], { cause: 'unknown', verdict: 'failed' }), base([], { report }))).toMatchObject({
      fixed: [],
    });
  });

  test("of the engine's own checks is as old as its line", async () => {
    const engine = { ...slowStop, check: 'buildkit/UndefinedVar', severity: 'warning' as const };
    expect((await since(here([], [engine]), base([]))).since).toEqual({ 'buildkit/UndefinedVar': 'remaining' });
  });

  test('the same cause remains wherever it stands', async () => {
    const [failed] = loopback.trials;
    if (failed === undefined) throw new Error('there is no such report');
    const moved = failed.findings.map((each) => ({ ...each, fingerprint: `${each.fingerprint} elsewhere` }));
    expect(
      (await since(failed, base([], { text: '', report: { ...failed, findings: moved } }))).since['loopback-host'],
    ).toBe('remaining');
  });
});

describe('measures', () => {
  const measured = (extra: Partial<TrialReport>) => here([], [], extra);
  const of = async (trial: TrialReport, report: TrialReport) =>
    (await compareWith(trial, base([], { report }))).comparison;

  test('are held against those of the base', async () => {
    const before = measured({ startupMs: 1_000, stopped: { ms: 300, timeoutMs: 1, exitCode: 0 } });
    const image = before.image === undefined ? undefined : { ...before.image, bytes: 273_500_000 };
    expect(await of(measured({}), { ...before, ...(image === undefined ? {} : { image }) })).toMatchObject({
      base: commit,
      bytes: { base: 273_500_000, delta: 98_300_000 },
      startupMs: { base: 1_000, delta: 400 },
      stopMs: { base: 300, delta: 100 },
    });
  });

  test('of two kinds of store are never compared', async () => {
    const before = measured({});
    const image = before.image === undefined ? undefined : { ...before.image, store: 'containerd' };
    const comparison = await of(measured({}), { ...before, ...(image === undefined ? {} : { image }) });
    expect([comparison?.bytes, comparison?.otherStore]).toEqual([undefined, 'containerd']);
  });

  test('of steps only where both sides carried them out', async () => {
    const step = (instruction: string, ms: number, cached = false) => ({
      line: 1,
      instruction,
      startedAt: 0,
      ms,
      cached,
    });
    const comparison = await of(
      measured({ steps: [step('RUN a', 900), step('RUN b', 900), step('RUN c', 0, true), step('RUN d', 900)] }),
      measured({ steps: [step('RUN a', 400), step('RUN b', 0, true), step('RUN c', 800)] }),
    );
    expect(comparison?.steps).toEqual({ 'RUN a': { base: 400, delta: 500 } });
  });

  test('are absent without a report of the base', async () => {
    expect((await compareWith(here([rootUser]), base([rootUser]))).comparison).toEqual({
      base: commit,
      new: 0,
      remaining: 1,
      fixed: [],
    });
  });
});

describe('judged by what is new alone', () => {
  const judged = async (trial: TrialReport, known: BaseKnown) => {
    const { verdict, cause } = judgedByNew(await compareWith(trial, known), 'notice');
    return [verdict, cause];
  };

  test('the gravest that is new is the reason, whatever the base has', async () => {
    const graver = { ...rootUser, severity: 'error' as const };
    const told = judgedByNew(await compareWith(here([graver, aptLists]), base([graver])), 'notice');
    expect([told.verdict, told.because]).toEqual(['failed', aptLists.title]);
  });

  test('findings of the base fail nothing', async () => {
    expect(await judged(here([rootUser], [], { verdict: 'failed' }), base([rootUser]))).toEqual(['passed', undefined]);
    expect(await judged(here([rootUser, aptLists]), base([rootUser]))).toEqual(['failed', undefined]);
  });

  test('what the run found is the cause where it is new', async () => {
    const stop = { stage: 'stop' as const, status: 'passed' as const, startedAt: 0, ms: 1, findings: [slowStop] };
    const trial = here([], [slowStop]);
    const stages = [...trial.stages.filter(({ stage }) => stage !== 'stop'), stop];
    expect(await judged({ ...trial, stages }, base([], { report: here([]) }))).toEqual(['failed', 'shutdown-hangs']);
    expect(await judged({ ...trial, stages }, base([], { report: trial }))).toEqual(['passed', undefined]);
  });

  test('a container that does not serve has failed all the same', async () => {
    const [failed] = loopback.trials;
    if (failed === undefined) throw new Error('there is no such report');
    expect(await judged(failed, base(failed.findings))).toEqual(['failed', 'loopback-host']);
  });
});

describe('a line that was edited', () => {
  test.each([
    ['CMD ["uvicorn", "app:app"]', 'CMD gunicorn other:app', true],
    ['RUN apt-get install -y git', 'RUN apt-get install -y git curl', true],
    ['RUN cd /srv && make', 'RUN cd /opt; ./configure --prefix=/usr', false],
    ['COPY . .', 'RUN make', false],
    ['RUN a', '', false],
    ['  cmd serve', 'CMD serve', false],
  ])('%s → %s: %s', (before, after, expected) => {
    expect(isEdited(before, after)).toBe(expected);
  });
});
