import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/finding.ts';
import type { StageResult } from '../../src/report.ts';
import { joinFindings, judge } from '../../src/trial/verdict.ts';

function finding(check: string, more: Partial<Finding> = {}): Finding {
  return {
    check,
    aliases: [],
    severity: 'error',
    title: check,
    why: '',
    advice: '',
    evidence: [],
    status: 'suspected',
    fingerprint: check,
    ...more,
  };
}

const at = (path: string, line: number) => ({ location: { path, line, column: 1, endLine: line, endColumn: 9 } });
const passed = (stage: 'lint' | 'build' | 'start'): StageResult => ({
  stage,
  status: 'passed',
  startedAt: 0,
  ms: 1,
  findings: [],
});

describe('the verdict', () => {
  it('is passed where all stages passed and nothing is at fail-on', () => {
    expect(judge([passed('build')], [finding('root-user', { severity: 'warning' })], 'error')).toEqual({
      verdict: 'passed',
      cause: undefined,
    });
    expect(judge([passed('build')], [finding('root-user', { severity: 'warning' })], 'warning').verdict).toBe('failed');
    expect(judge([passed('build')], [finding('port-mismatch')], 'never').verdict).toBe('passed');
  });

  it('does not fail for what the run refuted', () => {
    expect(judge([passed('build')], [finding('app-module-not-found', { status: 'refuted' })], 'notice').verdict).toBe(
      'passed',
    );
  });

  it('is failed with the root cause where a stage failed, whatever fail-on says', () => {
    const failed: StageResult = {
      stage: 'start',
      status: 'failed',
      startedAt: 0,
      ms: 1,
      findings: [finding('loopback-host'), finding('other')],
    };
    expect(judge([passed('build'), failed], [], 'never')).toEqual({ verdict: 'failed', cause: 'loopback-host' });
  });

  it('is named after what the run found wrong, where that is at fail-on, and not after what lint did', () => {
    const stopped: StageResult = {
      stage: 'stop',
      status: 'passed',
      startedAt: 0,
      ms: 1,
      findings: [
        finding('root-path', { severity: 'notice' }),
        finding('shutdown-hangs', { severity: 'warning', status: 'confirmed' }),
      ],
    };
    const findings = [finding('root-user', { severity: 'warning' }), ...stopped.findings];
    expect(judge([passed('build'), stopped], findings, 'error')).toEqual({ verdict: 'passed', cause: undefined });
    expect(judge([passed('build'), stopped], findings, 'warning')).toEqual({
      verdict: 'failed',
      cause: 'shutdown-hangs',
    });
    expect(judge([passed('build')], findings, 'warning')).toEqual({ verdict: 'failed', cause: undefined });
  });

  it('does not blame the image where the set-up stopped the trial', () => {
    const errored: StageResult = {
      stage: 'start',
      status: 'errored',
      startedAt: 0,
      ms: 1,
      message: 'no engine',
      findings: [],
    };
    expect(judge([passed('build'), errored], [], 'error')).toEqual({ verdict: 'errored', cause: 'unknown' });
  });
});

describe('what lint suspects and what the run sees', () => {
  it('become one finding where they name the same flaw, at the exact place, with the evidence of both', () => {
    const suspected = finding('loopback-host', {
      ...at('Dockerfile', 8),
      aliases: ['X'],
      evidence: [{ kind: 'measurement', what: 'a', value: 1, unit: 'count' }],
      fingerprint: 'of lint',
    });
    const seen = finding('loopback-host', {
      status: 'confirmed',
      title: 'seen',
      evidence: [{ kind: 'measurement', what: 'b', value: 2, unit: 'count' }],
    });
    const joined = joinFindings([finding('root-user', at('Dockerfile', 8)), suspected], [seen]);
    expect(
      joined.map(({ check, status, title, location, evidence, aliases, fingerprint }) => ({
        check,
        status,
        title,
        line: location?.line,
        evidence: evidence.length,
        aliases,
        fingerprint,
      })),
    ).toEqual([
      {
        check: 'loopback-host',
        status: 'confirmed',
        title: 'seen',
        line: 8,
        evidence: 2,
        aliases: ['X'],
        fingerprint: 'of lint',
      },
      {
        check: 'root-user',
        status: 'suspected',
        title: 'root-user',
        line: 8,
        evidence: 0,
        aliases: [],
        fingerprint: 'root-user',
      },
    ]);
  });

  it('stay apart where they stand in different files', () => {
    const joined = joinFindings([finding('unpinned', at('a.txt', 1))], [finding('unpinned', at('b.txt', 1))]);
    expect(joined.map(({ location }) => location?.path)).toEqual(['a.txt', 'b.txt']);
  });
});
