import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../src/lint/edits.ts';
import { lint } from '../../src/lint/lint.ts';
import { pragmaChecks } from '../../src/lint/pragma-checks.ts';
import { factsOf } from '../support/rule-findings.ts';

function findingsOf(id: string, dockerfile: string) {
  const { findings } = lint({ facts: factsOf(dockerfile), requireReason: id === 'ignore-without-reason' });
  return findings.filter(({ check }) => check === id);
}

describe.each(pragmaChecks)('the examples of $id', ({ id, severity, why, bad, good }) => {
  test.each(bad)('are told, and mended where they show it: $title', ({ dockerfile, fixed }) => {
    const found = findingsOf(id, dockerfile);
    expect(found.map((finding) => [finding.severity, finding.why])).toEqual([[severity, why]]);
    expect(applyFixes(found, ['safe'], () => dockerfile).files.get('Dockerfile')).toBe(fixed);
  });

  test.each(good)('are silent where they are fine: $title', ({ dockerfile }) => {
    expect(findingsOf(id, dockerfile)).toEqual([]);
  });
});

test('a comment ignores them as any other finding, and is not told itself', () => {
  const told = (...lines: readonly string[]) => {
    const { findings, ignored } = lint({ facts: factsOf(['FROM debian:12', 'USER 1', ...lines].join('\n')) });
    return [findings, ignored.map(({ finding }) => finding)].map((each) =>
      each.map(({ check, location }) => `${location?.line} ${check}`),
    );
  };
  const vain = '# sea-trial ignore=sudo-in-run so';
  expect(told(vain, 'RUN true')).toEqual([['3 unused-ignore'], []]);
  expect(told(vain, '# sea-trial ignore=unused-ignore for later', 'RUN true')).toEqual([[], ['3 unused-ignore']]);
  expect(told('# sea-trial ignore-file=unused-ignore for later', vain, 'RUN true')).toEqual([[], ['4 unused-ignore']]);
});
