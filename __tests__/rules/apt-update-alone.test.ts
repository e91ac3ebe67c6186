import { expect, test } from 'vitest';
import { aptUpdateAlone as rule } from '../../src/rules/apt-update-alone.ts';
import { findingsOf, markedBy, mendedBy } from '../support/rule-findings.ts';

const from = 'FROM python:3.12-slim\n';

test.each([
  ['lists that were removed', 'RUN apt-get update && rm -rf /var/lib/apt/lists/*\nRUN apt-get install -y git\n'],
  [
    'lists that a RUN between removed',
    'RUN apt-get update && true\nRUN rm -rf /var/lib/apt/lists/*\nRUN apt-get install -y git\n',
  ],
  ['an update without an installation', 'RUN apt-get update\n'],
  ['a stage of its own', 'RUN apt-get update\nFROM python:3.12-slim\nRUN apt-get install -y git\n'],
])('is silent: %s', (_, text) => {
  expect(findingsOf(rule, from + text)).toEqual([]);
});

test('is one finding at the update, and every installation from its lists is a place', () => {
  const text = `${from}RUN echo a && apt-get update\nRUN apt-get install -y git\nRUN b && apt-get install -y curl\n`;
  expect(markedBy(rule, text)).toEqual(['apt-get update']);
  expect(findingsOf(rule, text)[0]?.evidence).toMatchObject([
    { kind: 'source', location: { line: 3, column: 5 } },
    { kind: 'source', location: { line: 4, column: 10 } },
  ]);
});

test('the fix writes the update before each of them and takes away a RUN that does nothing else', () => {
  const text = `${from}# tools\nRUN apt-get update\nRUN sudo apt-get install -y git && apt-get install -y less\nRUN b && \\\n  apt-get install -y curl\n`;
  expect(mendedBy(rule, text)['Dockerfile']).toBe(
    `${from}# tools\nRUN sudo apt-get update && sudo apt-get install -y git && apt-get install -y less\nRUN b && \\\n  apt-get update && apt-get install -y curl\n`,
  );
});

test('the fix reaches a stage on top', () => {
  const text = 'FROM python:3.12-slim AS base\nRUN apt-get update && true\nFROM base\nRUN apt-get install -y git';
  expect(mendedBy(rule, text)['Dockerfile']).toBe(
    'FROM python:3.12-slim AS base\nRUN apt-get update && true\nFROM base\nRUN apt-get update && apt-get install -y git',
  );
});

test('no fix is offered for the exec form', () => {
  const text = `${from}RUN ["apt-get", "update"]\nRUN ["apt-get", "install", "-y", "git"]\n`;
  expect(findingsOf(rule, text).map(({ fix }) => fix)).toEqual([undefined]);
});

test.each(['yes | apt-get install git', '! apt-get install -y git', 'cat list | xargs apt-get install -y'])(
  'no fix is offered where the update would take what stands before the installation: %s',
  (install) => {
    const [finding, ...others] = findingsOf(rule, `${from}RUN apt-get update\nRUN a | b && ${install}\n`);
    expect([finding?.fix, others]).toEqual([undefined, []]);
  },
);

test('the update may stand before a pipe, and behind one that has ended', () => {
  const text = `${from}RUN apt-get update\nRUN a | b; apt-get install -y git | tee log\n`;
  expect(mendedBy(rule, text)['Dockerfile']).toBe(
    `${from}RUN a | b; apt-get update && apt-get install -y git | tee log\n`,
  );
});
