import { describe, expect, test } from 'vitest';
import { lint, type LintSettings } from '../../src/lint/lint.ts';
import type { BuildWarning } from '../../src/observation.ts';
import { engineFindings } from '../../src/trial/engine-checks.ts';
import { factsOf } from '../support/rule-findings.ts';

function told(lines: readonly string[], warnings: readonly BuildWarning[], settings: LintSettings = {}) {
  const facts = factsOf(lines.join('\n'));
  const { findings, ignored } = engineFindings(warnings, facts, lint({ facts, ...settings }), settings);
  return {
    findings: findings.map(({ check, location }) => `${location?.line} ${check}`),
    ignored: ignored.map(({ finding, reason }) => `${finding.location?.line} ${finding.check} ${reason}`),
  };
}

function warning(check: string, line: number, message = 'what it says'): BuildWarning {
  return { check, line, endLine: line, message, detail: '' };
}

const nothing = { findings: [], ignored: [] };
const shellForm = ['FROM python:3.12-slim', 'USER 1000', 'WORKDIR /srv', 'CMD uvicorn main:app'];

describe("the engine's own checks", () => {
  test('are told where none of ours speaks', () => {
    const { findings } = told(shellForm, [warning('JSONArgsRecommended', 4), warning('StageNameCasing', 1)]);
    expect(findings).toEqual(['1 buildkit/StageNameCasing']);
  });

  test.each([
    ['a comment', ['# sea-trial ignore=shell-form-start a process manager'], {}],
    ["hadolint's comment", ['# hadolint ignore=DL3025'], {}],
    ['an option', ['# nothing'], { ignore: [{ check: 'shell-form-start', reason: 'by --ignore' }] }],
    ['a severity', ['# nothing'], { severities: { 'shell-form-start': 'off' } }],
  ] as const)('do not come back under their own name where ours is silenced by %s', (_, above, settings) => {
    const [from = '', user = '', workdir = '', command = ''] = shellForm;
    expect(told([from, user, workdir, ...above, command], [warning('JSONArgsRecommended', 5)], settings)).toEqual(
      nothing,
    );
  });

  test('are silenced under the name of our rule where ours sees no flaw', () => {
    const text = [...shellForm.slice(0, 3), 'CMD exec uvicorn main:app'];
    expect(told(text, [warning('JSONArgsRecommended', 4)]).findings).toEqual(['4 buildkit/JSONArgsRecommended']);
    expect(
      told(text, [warning('JSONArgsRecommended', 4)], { ignore: [{ check: 'Shell-Form-Start', reason: 'so' }] }),
    ).toEqual({ findings: [], ignored: ['4 buildkit/JSONArgsRecommended so'] });
  });

  test('are one with ours where it marks a later line of the instruction', () => {
    const text = ['FROM python:3.12-slim', 'ENV A=1 \\', '  API_TOKEN=abc', 'USER 1000', 'WORKDIR /srv'];
    expect(told(text, [warning('SecretsUsedInArgOrEnv', 2)])).toEqual(nothing);
  });

  test('have a fingerprint each where they say the same of two lines', () => {
    const facts = factsOf('FROM python:3.12-slim\nENV A $x\nENV B $x\n');
    const warnings = [warning('UndefinedVar', 2), warning('UndefinedVar', 3)];
    const { findings } = engineFindings(warnings, facts, { findings: [], ignored: [] }, {});
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });
});
