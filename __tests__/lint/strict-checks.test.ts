import { expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { relativeWorkdir } from '../../src/rules/relative-workdir.ts';
import { rootUser } from '../../src/rules/root-user.ts';
import { factsOf } from '../support/rule-findings.ts';

function findingsOf(check: string) {
  const facts = factsOf(`# check=${check}\nFROM scratch\nWORKDIR app\nCOPY a \\\n\n  b\n`);
  return lint({ facts, rules: [relativeWorkdir, rootUser] }).findings.map(
    ({ location, severity, title, why, evidence }) => ({
      line: location?.line,
      severity,
      title,
      why,
      evidence,
    }),
  );
}

const empty = 'this line: Empty continuation line';

test('`# check=error=true` is told of what BuildKit warns of, and of nothing else', () => {
  const [root, relative, continuation] = findingsOf('skip=StageNameCasing;error=true');
  expect(relative).toMatchObject({
    line: 3,
    severity: 'warning',
    evidence: [
      {
        kind: 'source',
        location: { path: 'Dockerfile', line: 1, column: 1, endLine: 1, endColumn: 40 },
        note: 'the build fails wherever BuildKit warns of WorkdirRelativePath',
      },
    ],
  });
  expect(root?.evidence).toEqual([]);
  expect(continuation).toMatchObject({
    line: 5,
    severity: 'error',
    title: `BuildKit refuses ${empty}`,
    why: 'The build ends before its first step, so there is no image.',
  });
});

test('without it a warning is a warning', () => {
  const [, relative, continuation] = findingsOf('error=false');
  expect(relative).toMatchObject({ severity: 'warning', evidence: [] });
  expect(continuation).toMatchObject({ severity: 'warning', title: `BuildKit warns of ${empty}` });
});
