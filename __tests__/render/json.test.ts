import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { lintData, lintJson } from '../../src/render/lint-json.ts';
import { lintSchema } from '../../src/render/lint-schema.ts';
import { reportData, reportJson } from '../../src/render/json.ts';
import { readReport } from '../../src/render/read-report.ts';
import { reportSchema } from '../../src/render/report-schema.ts';
import {
  aptLists,
  at,
  buildFailed,
  compared,
  example,
  exampleDockerfile,
  finding,
  importError,
  loopback,
  loopbackCause,
  noEngine,
  passed,
  portTaken,
  pushRefused,
  pushed,
  rootUser,
  secondPush,
  several,
  severalCompared,
} from '../support/reports.ts';

describe('report.json', () => {
  test.each(
    Object.entries({
      passed,
      example,
      loopback,
      buildFailed,
      importError,
      portTaken,
      noEngine,
      pushRefused,
      pushed,
      secondPush,
      several,
      compared,
      severalCompared,
    }),
  )('has the contract’s shape: %s', (_name, report) => {
    const text = reportJson(report);
    expect(text.endsWith('}\n')).toBe(true);
    expect(v.safeParse(reportSchema, JSON.parse(text)).issues).toBeUndefined();
  });

  test.each(
    Object.entries({
      passed,
      example,
      loopback,
      buildFailed,
      importError,
      portTaken,
      noEngine,
      pushRefused,
      pushed,
      secondPush,
      several,
      compared,
      severalCompared,
    }),
  )('is read back as it was written: %s', (_name, report) => {
    const text = reportJson(report);
    const read = readReport(text);
    expect('error' in read ? read.error : reportJson(read.report)).toBe(text);
  });

  test('tells the verdict, its cause and its words', () => {
    expect(
      [passed, loopback, noEngine].map((report) => {
        const [trial] = reportData(report).trials;
        return [trial?.verdict, trial?.cause, trial?.because];
      }),
    ).toEqual([
      ['passed', null, undefined],
      ['failed', 'loopback-host', 'uvicorn listens on 127.0.0.1, where nobody can reach it'],
      [
        'errored',
        'unknown',
        'No Docker engine answers on unix:///var/run/docker.sock. Start Docker, or use a runner that has it.',
      ],
    ]);
  });

  test('has stages with instants, or the reason why they were skipped', () => {
    expect(reportData(buildFailed).trials[0]?.stages).toEqual([
      { stage: 'build', status: 'failed', startedAt: '2026-06-01T12:00:00.000Z', ms: 21_000 },
      { stage: 'lint', status: 'passed', startedAt: '2026-06-01T12:00:00.000Z', ms: 70 },
      { stage: 'start', status: 'skipped', because: 'there is no image' },
      { stage: 'smoke', status: 'skipped', because: 'there is no image' },
      { stage: 'stop', status: 'skipped', because: 'there is no image' },
    ]);
  });

  test('has the sources that findings name, and the Dockerfile', () => {
    const [trial] = reportData(importError).trials;
    expect(trial?.sources.map(({ path }) => path)).toEqual(['Dockerfile', 'app.py', 'requirements.txt']);
    expect(trial?.sources[0]?.text).toBe(exampleDockerfile);
  });

  test('cuts a source at 64 kB, between characters', () => {
    const [trial] = passed.trials;
    if (trial === undefined) throw new Error('there is no such report');
    const { observation } = trial;
    const sources = { ...observation.sources, dockerfile: { path: 'Dockerfile', text: `a${'é'.repeat(60_000)}` } };
    const [cut] = reportData({ ...passed, trials: [{ ...trial, observation: { ...observation, sources } }] }).trials;
    expect(cut?.sources[0]?.text).toBe(`a${'é'.repeat(32_767)}`);
  });

  test('has the beginning and the end of a long log', () => {
    const [trial] = loopback.trials;
    const container = trial?.observation.container;
    if (trial === undefined || container === undefined) throw new Error('there is no such report');
    const log = Array.from({ length: 700 }, (_, index) => ({
      at: 0,
      stream: 'stdout' as const,
      text: `line ${index}`,
    }));
    const observation = { ...trial.observation, container: { ...container, log, omittedLogLines: 5 } };
    const [long] = reportData({ ...loopback, trials: [{ ...trial, observation }] }).trials;
    expect(long?.log?.omittedLines).toBe(205);
    expect(long?.log?.head.split('\n')).toHaveLength(100);
    expect(long?.log?.tail.split('\n').at(0)).toBe('line 300');
    expect(long?.log?.tail.split('\n').at(-1)).toBe('line 699');
  });

  test('names the line that made a layer', () => {
    expect(reportData(passed).trials[0]?.image?.layers.map(({ line }) => line)).toEqual([undefined, 3]);
  });
});

describe('the JSON of lint', () => {
  const files = [
    { path: 'Dockerfile', findings: [aptLists], ignored: [{ finding: rootUser, reason: 'it needs root' }] },
    { path: 'odd/Dockerfile', error: 'is not text: it begins with the bytes 7f 45 4c 46' },
    { path: 'fixed/Dockerfile', findings: [], ignored: [], fixed: [loopbackCause] },
  ];

  test('has the contract’s shape', () => {
    expect(v.safeParse(lintSchema, JSON.parse(lintJson(files))).issues).toBeUndefined();
  });

  test('has every file, also one that could not be read', () => {
    expect(lintData(files).files.map((file) => Object.keys(file))).toEqual([
      ['path', 'findings', 'ignored'],
      ['path', 'error'],
      ['path', 'findings', 'ignored', 'fixed'],
    ]);
  });

  test('has a finding whole and flat', () => {
    const source = finding({
      check: 'unpinned-base',
      severity: 'warning',
      title: 'the base has no tag',
      why: 'It changes under the same name.',
      advice: 'Name one.',
      location: at('Dockerfile', 1, 6, 12),
      evidence: [{ kind: 'source', location: at('Dockerfile', 4, 1, 9), note: 'and here' }],
      cost: { ms: 10 },
      since: 'new',
      fix: { title: 'Name it', safety: 'unsafe', edits: [{ location: at('other', 2, 1, 3), text: 'x' }] },
    });
    expect(lintData([{ path: 'Dockerfile', findings: [source], ignored: [] }]).files[0]).toEqual({
      path: 'Dockerfile',
      findings: [
        {
          check: 'unpinned-base',
          aliases: [],
          severity: 'warning',
          title: 'the base has no tag',
          why: 'It changes under the same name.',
          advice: 'Name one.',
          message: 'The base has no tag. It changes under the same name. Name one.',
          path: 'Dockerfile',
          line: 1,
          column: 6,
          endLine: 1,
          endColumn: 12,
          status: 'suspected',
          cost: { ms: 10 },
          evidence: [
            { kind: 'source', path: 'Dockerfile', line: 4, column: 1, endLine: 4, endColumn: 9, note: 'and here' },
          ],
          url: 'https://github.com/sea-trial/sea-trial/blob/v1/docs/checks/unpinned-base.md',
          fingerprint: 'unpinned-base Dockerfile of this instruction',
          since: 'new',
          fix: {
            title: 'Name it',
            safety: 'unsafe',
            edits: [{ path: 'other', line: 2, column: 1, endLine: 2, endColumn: 3, text: 'x' }],
          },
        },
      ],
      ignored: [],
    });
  });

  test('has no place where none can be named', () => {
    const { location: _location, ...placeless } = rootUser;
    const [file] = lintData([{ path: 'a', findings: [placeless], ignored: [] }]).files;
    const [only] = file !== undefined && 'findings' in file ? (file.findings ?? []) : [];
    expect(only).not.toHaveProperty('path');
    expect(only).not.toHaveProperty('line');
  });
});
