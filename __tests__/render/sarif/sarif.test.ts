import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/finding.ts';
import { type SarifSetting, lintSarif, reportSarif } from '../../../src/render/sarif/sarif.ts';
import { hostileReport } from '../../support/hostile-report.ts';
import {
  aptLists,
  at,
  buildFailed,
  finding,
  importError,
  loopback,
  noEngine,
  rootUser,
  several,
} from '../../support/reports.ts';

const setting: SarifSetting = {
  version: '0.1.0',
  ignored: true,
  documented: () => undefined,
  fromRoot: (path) => (path.startsWith('../') ? undefined : `services/api/${path}`),
};

const validate = schemaOfSarif();

/** The schema of SARIF, as the package @microsoft/jest-sarif has it; it is written for an older draft. */
function schemaOfSarif() {
  const text = readFileSync(new URL('../../fixtures/sarif/sarif-2.1.0.json', import.meta.url), 'utf8');
  const { $schema: _, id: __, ...schema } = v.parse(v.pipe(v.string(), v.parseJson(), v.looseObject({})), text);
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
}

const result = v.looseObject({
  ruleId: v.string(),
  ruleIndex: v.number(),
  level: v.picklist(['error', 'warning', 'note']),
  message: v.object({ text: v.string() }),
  locations: v.array(
    v.object({
      physicalLocation: v.looseObject({
        artifactLocation: v.looseObject({ uri: v.string() }),
        region: v.looseObject({ startLine: v.number() }),
      }),
    }),
  ),
  partialFingerprints: v.record(v.string(), v.string()),
  suppressions: v.optional(v.array(v.unknown())),
  fixes: v.optional(v.array(v.unknown())),
});
const log = v.object({
  runs: v.tuple([
    v.looseObject({
      tool: v.object({
        driver: v.looseObject({
          rules: v.array(
            v.looseObject({
              id: v.string(),
              shortDescription: v.object({ text: v.pipe(v.string(), v.nonEmpty(), v.maxLength(1_024)) }),
              fullDescription: v.object({ text: v.pipe(v.string(), v.nonEmpty(), v.maxLength(1_024)) }),
              help: v.object({ text: v.pipe(v.string(), v.nonEmpty()), markdown: v.pipe(v.string(), v.nonEmpty()) }),
              helpUri: v.pipe(v.string(), v.url()),
              properties: v.looseObject({ tags: v.array(v.string()), 'security-severity': v.optional(v.string()) }),
            }),
          ),
        }),
      }),
      automationDetails: v.object({ id: v.string() }),
      invocations: v.array(
        v.object({
          executionSuccessful: v.boolean(),
          toolExecutionNotifications: v.array(v.looseObject({ message: v.object({ text: v.string() }) })),
        }),
      ),
      results: v.array(result),
    }),
  ]),
});

/** What the schema holds it to, and what code scanning takes: a place, a line and a rule for each result. */
function read(text: string) {
  const data: unknown = JSON.parse(text);
  validate(data);
  expect(validate.errors).toBeNull();
  const [run] = v.parse(log, data).runs;
  for (const each of run.results) {
    expect(run.tool.driver.rules[each.ruleIndex]?.id).toBe(each.ruleId);
    expect(each.locations).toHaveLength(1);
  }
  return run;
}

describe('SARIF of a report', () => {
  it('is held to a schema that finds a planted fault', () => {
    const text = reportSarif(loopback, setting);
    expect(validate(JSON.parse(text))).toBe(true);
    expect(validate(JSON.parse(text.replace('"startLine": 8', '"startLine": 0')))).toBe(false);
    expect(validate(JSON.parse(text.replace('"level": "error"', '"level": "fatal"')))).toBe(false);
  });

  it.each([
    ['a cause', loopback],
    ['a failed build', buildFailed],
    ['an import error', importError],
    ['no engine', noEngine],
    ['several images', several],
    ['attacks', hostileReport()],
  ])('is valid: %s', (_, report) => {
    expect(read(reportSarif(report, setting)).results.length).toBeGreaterThan(0);
  });

  it('says of a finding where, how grave, what to do, and how it is mended', () => {
    const [first] = read(reportSarif(loopback, setting)).results;
    expect(first).toEqual({
      ruleId: 'loopback-host',
      ruleIndex: 2,
      level: 'error',
      message: {
        text: "The server accepts connections from inside its own container only. Docker forwards port 8000 to the container's network address, and nothing listens there. Write 0.0.0.0 instead of 127.0.0.1.",
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'services/api/Dockerfile', uriBaseId: 'SRCROOT' },
            region: { startLine: 8, startColumn: 38, endLine: 8, endColumn: 49 },
          },
        },
      ],
      partialFingerprints: { 'seaTrial/v1': 'loopback-host Dockerfile of this instruction' },
      fixes: [
        {
          description: { text: 'Listen on all addresses. It keeps behaviour.' },
          artifactChanges: [
            {
              artifactLocation: { uri: 'services/api/Dockerfile', uriBaseId: 'SRCROOT' },
              replacements: [
                {
                  deletedRegion: { startLine: 8, startColumn: 38, endLine: 8, endColumn: 49 },
                  insertedContent: { text: '"0.0.0.0"' },
                },
              ],
            },
          ],
        },
      ],
      properties: { status: 'confirmed' },
    });
  });

  it('tells price, further places and security', () => {
    const { results, tool } = read(reportSarif(loopback, setting));
    expect(results.find(({ ruleId }) => ruleId === 'apt-lists-left')?.message.text).toContain(' 19.2\u00a0MB. ');
    expect(tool.driver.rules.find(({ id }) => id === 'root-user')?.properties).toEqual({
      tags: ['docker', 'lint', 'security'],
      precision: 'high',
      'problem.severity': 'warning',
      'security-severity': '5.5',
    });
    const cause = read(reportSarif(importError, setting)).results[0];
    expect(cause?.['relatedLocations']).toEqual([
      {
        id: 1,
        physicalLocation: {
          artifactLocation: { uri: 'services/api/Dockerfile', uriBaseId: 'SRCROOT' },
          region: { startLine: 6, startColumn: 1, endLine: 6, endColumn: 9 },
        },
        message: { text: "COPY . . makes this repository's app.py to /app/app.py." },
      },
    ]);
  });

  it('names the run after the only trial, tells a finding of two trials once, and what could not run', () => {
    expect(read(reportSarif(loopback, setting)).automationDetails.id).toBe('sea-trial/image/');
    const { automationDetails, results } = read(reportSarif(several, setting));
    expect(automationDetails.id).toBe('sea-trial/all/');
    expect(results.filter(({ ruleId }) => ruleId === 'root-user')).toHaveLength(1);
    const trials = noEngine.trials.map((trial) => ({ ...trial, because: 'no engine answers' }));
    expect(read(reportSarif({ ...noEngine, trials }, setting)).invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: 'error', message: { text: 'No engine answers.' } }],
      },
    ]);
  });

  it('leaves out what the run refuted', () => {
    const trials = several.trials.map((trial) => ({
      ...trial,
      findings: trial.findings.map((each): Finding => ({ ...each, status: 'refuted' })),
    }));
    expect(read(reportSarif({ ...several, trials }, setting)).results).toEqual([]);
  });

  it('makes no link of what others wrote', () => {
    const evil = finding({ ...rootUser, title: 'see [here](https://evil.example/) and [2](2)' });
    const text = lintSarif([{ path: 'Dockerfile', findings: [evil], ignored: [] }], setting);
    const { results, tool } = read(text);
    expect(results[0]?.message.text).toContain('See [here] (https://evil.example/) and [2] (2).');
    expect(tool.driver.rules[0]?.help.markdown).toBe(
      'See \\[`here](https://evil.example/`) and \\[2\\](2).' +
        '\n\n[Documentation](https://github.com/sea-trial/sea-trial/blob/v1/docs/checks/root-user.md)',
    );
  });
});

describe('SARIF of lint', () => {
  const placeless = finding({ ...rootUser, check: 'missing-expose', severity: 'notice' });
  const { location: _, ...unplaced } = placeless;
  const files = [
    {
      path: 'api/Docker file%',
      findings: [{ ...aptLists, location: at('api/Docker file%', 3, 1, 45) }, unplaced],
      ignored: [
        { finding: rootUser, reason: '`# hadolint ignore=DL3002` at line 7' },
        { finding: { ...rootUser, check: 'missing-label' }, reason: 'by .hadolint.yaml:3' },
      ],
    },
    {
      path: '../outside/Dockerfile',
      findings: [{ ...rootUser, location: at('../outside/Dockerfile', 1) }],
      ignored: [],
    },
    { path: 'absent', error: 'does not exist' },
  ];

  it('counts paths from the root, encodes them, and puts what has no place at the first line', () => {
    const places = read(lintSarif(files, setting)).results.map(({ locations }) => locations[0]?.physicalLocation);
    expect(places.slice(0, 2)).toEqual([
      {
        artifactLocation: { uri: 'services/api/api/Docker%20file%25', uriBaseId: 'SRCROOT' },
        region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 45 },
      },
      {
        artifactLocation: { uri: 'services/api/api/Docker%20file%25', uriBaseId: 'SRCROOT' },
        region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
      },
    ]);
    expect(places.at(-1)?.artifactLocation).toEqual({ uri: '../outside/Dockerfile' });
  });

  it('tells what is ignored as suppressed, with the reason, or not at all for code scanning', () => {
    const suppressed = read(lintSarif(files, setting)).results.flatMap(({ suppressions = [] }) => suppressions);
    expect(suppressed).toEqual([
      { kind: 'inSource', justification: '`# hadolint ignore=DL3002` at line 7' },
      { kind: 'external', justification: 'by .hadolint.yaml:3' },
    ]);
    const open = read(lintSarif(files, { ...setting, ignored: false }));
    expect(open.results.map(({ ruleId }) => ruleId)).toEqual(['apt-lists-left', 'missing-expose', 'root-user']);
  });

  it('tells of a file that could not be read', () => {
    const { invocations, automationDetails } = read(lintSarif(files, setting));
    expect({ invocations, id: automationDetails.id }).toEqual({
      invocations: [
        {
          executionSuccessful: false,
          toolExecutionNotifications: [{ level: 'error', message: { text: 'Absent does not exist.' } }],
        },
      ],
      id: 'sea-trial/lint/',
    });
  });

  it('keeps the 5,000 gravest in their order, and says how many are left out', () => {
    const many = Array.from({ length: 6_000 }, (__, index) =>
      finding({
        ...rootUser,
        severity: index % 6 === 0 ? 'notice' : 'warning',
        fingerprint: String(index),
        location: at('Dockerfile', index + 1),
      }),
    );
    const { results, invocations } = read(lintSarif([{ path: 'Dockerfile', findings: many, ignored: [] }], setting));
    expect(results).toHaveLength(5_000);
    expect(new Set(results.map(({ level }) => level))).toEqual(new Set(['warning']));
    expect(results[0]?.partialFingerprints).toEqual({ 'seaTrial/v1': '1' });
    expect(invocations[0]?.toolExecutionNotifications[0]?.message.text).toBe(
      '1000 milder results left out: code scanning takes 5000 of a run.',
    );
  });
});
