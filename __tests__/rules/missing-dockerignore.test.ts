import { expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { contextLeaks } from '../../src/rules/context-leaks.ts';
import { missingDockerignore as rule } from '../../src/rules/missing-dockerignore.ts';
import { factsOf, findingsOf, markedBy, mendedBy } from '../support/rule-findings.ts';

const from = 'FROM python:3.12-slim\nWORKDIR /app\n';
const files = { 'app.py': '' };

test('is one finding at the first source that takes everything; the others are places', () => {
  const text = `${from}COPY . .\nADD --chown=app ./ /srv/\n`;
  expect(markedBy(rule, text, files)).toEqual(['.']);
  expect(findingsOf(rule, text, files)[0]?.evidence).toMatchObject([
    { kind: 'source', location: { line: 4, column: 17 } },
  ]);
});

test.each([
  ['an empty .dockerignore', `${from}COPY . .\n`, { ...files, '.dockerignore': '' }],
  ['one beside the Dockerfile', `${from}COPY . .\n`, { ...files, 'Dockerfile.dockerignore': '.git\n' }],
  ['a stage that is not built', `${from}COPY . .\nFROM python:3.12-slim\n`, files],
  ['everything of a stage', `${from}FROM python:3.12-slim\nCOPY --from=0 . .\n`, files],
  ['a folder', `${from}COPY src .\n`, files],
])('is silent: %s', (_, text, context) => {
  expect(findingsOf(rule, text, context)).toEqual([]);
});

test('where something leaks, context-leaks alone speaks, and its fix leaves neither', () => {
  const text = `${from}COPY . .\n`;
  const leaking = { ...files, '.env': 'A=b\n' };
  const checks = (context: Readonly<Record<string, string>>): readonly string[] =>
    lint({ facts: factsOf(text, context), rules: [rule, contextLeaks] }).findings.map(({ check }) => check);
  expect(checks(leaking)).toEqual(['context-leaks']);
  expect(checks(mendedBy(contextLeaks, text, leaking))).toEqual([]);
});

test('the fix names nothing that a COPY or a mount needs', () => {
  const text = `${from}COPY . .\nCOPY .env /app/.env\nRUN --mount=type=bind,source=.git,target=.git true\n`;
  const patterns = mendedBy(rule, text, { ...files, '.env': 'A=b\n' })['.dockerignore']?.split('\n') ?? [];
  expect(patterns).not.toContain('.env');
  expect(patterns).not.toContain('.git');
  expect(patterns).toContain('.venv');
});
