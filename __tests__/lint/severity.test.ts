import { expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { withSeverities, type Severities } from '../../src/lint/severity.ts';
import { defineRule } from '../../src/rules/rule.ts';
import { factsOf } from '../support/rule-findings.ts';

/** Two flaws under one id; one of them answers to one of the names alone. */
function ruleOf(severity: 'warning' | 'off') {
  return defineRule({
    id: 'two-flaws',
    aliases: ['DL9001', 'DL9002'],
    severity,
    summary: '',
    why: '',
    references: [],
    bad: [],
    good: [],
    on: ['USER', 'WORKDIR'],
    *check(instruction) {
      const mild = instruction.keyword === 'USER';
      yield {
        at: instruction.span,
        title: instruction.keyword,
        advice: '',
        ...(mild ? { severity: 'notice' as const, aliases: ['DL9001'] } : {}),
      };
    },
  });
}

function told(severity: 'warning' | 'off', severities: Severities): readonly string[] {
  const { findings } = lint({ facts: factsOf('FROM a\nWORKDIR /a\nUSER 1\n'), rules: [ruleOf(severity)], severities });
  return findings.map((finding) => `${finding.title} ${finding.severity}`);
}

test('a severity of an id is that of all its findings', () => {
  expect(told('warning', {})).toEqual(['WORKDIR warning', 'USER notice']);
  expect(told('warning', { 'two-flaws': 'error' })).toEqual(['WORKDIR error', 'USER error']);
  expect(told('warning', { 'two-flaws': 'off', DL9001: 'error' })).toEqual([]);
  expect(told('off', { 'two-flaws': 'notice' })).toEqual(['WORKDIR notice', 'USER notice']);
});

test('a severity of an alias is that of the findings that answer to it, however it is written', () => {
  expect(told('warning', { DL9002: 'error' })).toEqual(['WORKDIR error', 'USER notice']);
  expect(told('warning', { dl9002: 'off' })).toEqual(['USER notice']);
  expect(told('off', {})).toEqual([]);
  expect(told('off', { DL9002: 'warning' })).toEqual(['WORKDIR warning']);
  expect(told('off', { DL9001: 'error', 'two-flaws': 'off' })).toEqual([]);
});

test('what no rule made answers to its whole name, and to the one behind the slash', () => {
  const { findings } = lint({ facts: factsOf('FROM a\nUSER 1\n'), rules: [ruleOf('warning')] });
  const found = findings.map((finding) => ({ finding: { ...finding, check: 'shellcheck/SC2086', aliases: [] } }));
  const severitiesOf = (severities: Severities) =>
    withSeverities(found, severities).map(({ finding }) => finding.severity);
  expect(severitiesOf({})).toEqual(['notice']);
  expect(severitiesOf({ sc2086: 'error' })).toEqual(['error']);
  expect(severitiesOf({ 'shellcheck/SC2086': 'off' })).toEqual([]);
});
