import { describe, expect, test } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { contextOf } from '../../src/facts/context.ts';
import { deriveFacts } from '../../src/facts/facts.ts';
import { lint } from '../../src/lint/lint.ts';
import { aptWithoutYes } from '../../src/rules/apt-without-yes.ts';
import { defineRule, type Rule } from '../../src/rules/rule.ts';

function linted(text: string, rules: readonly Rule[] = [aptWithoutYes]): ReturnType<typeof lint> {
  const facts = deriveFacts({ dockerfile: parseDockerfile(text, 'Dockerfile'), context: contextOf({}) });
  return lint({ facts, rules });
}

describe('a rule that also looks inside ONBUILD', () => {
  test('is asked about what it registers, with the place of its words', () => {
    const { findings } = linted('FROM debian:12\nONBUILD RUN true && \\\n  apt-get install git\n');
    expect(findings.map(({ check, location }) => [check, location])).toEqual([
      ['apt-without-yes', { path: 'Dockerfile', line: 3, column: 3, endLine: 3, endColumn: 22 }],
    ]);
  });

  test('is silenced by a pragma above the ONBUILD', () => {
    const { findings, ignored } = linted('FROM debian:12\n# hadolint ignore=DL3014\nONBUILD RUN apt-get install git\n');
    expect(findings).toEqual([]);
    expect(ignored.map(({ finding }) => finding.check)).toEqual(['apt-without-yes']);
  });

  test('a rule that does not say so is not asked', () => {
    const { alsoOnBuild: _, ...asked } = aptWithoutYes;
    const text = 'FROM debian:12\nRUN apt-get install git\nONBUILD RUN apt-get install git\n';
    const lines = (rule: Rule): readonly unknown[] =>
      linted(text, [rule]).findings.map(({ location }) => location?.line);
    expect([lines(aptWithoutYes), lines(defineRule(asked))]).toEqual([[2, 3], [2]]);
  });
});
