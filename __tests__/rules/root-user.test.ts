import { describe, expect, test } from 'vitest';
import { rootUser as rule } from '../../src/rules/root-user.ts';
import { findingsOf } from '../support/rule-findings.ts';

/** Line, severity and numbers of each finding. */
function toldOf(...lines: readonly string[]): readonly string[] {
  return findingsOf(rule, `${lines.join('\n')}\n`).map(
    ({ location, severity, aliases }) => `${location?.line ?? 0} ${[severity, ...aliases].join(' ')}`,
  );
}

describe('a stage beside the image that ends as root', () => {
  test('is a notice, the image itself a warning', () => {
    expect(
      toldOf('FROM a:1 AS test', 'USER root', 'RUN make test', 'FROM a:1 AS lint', 'USER 0:0', 'FROM b:1', 'USER root'),
    ).toEqual(['2 notice DL3002', '5 notice DL3002', '7 warning DL3002']);
  });

  test('is told of by its name, or by its number', () => {
    const titles = findingsOf(rule, 'FROM a:1 AS test\nUSER root\nFROM a:1\nUSER 0\nFROM b:1\nUSER app\n');
    expect(titles.map(({ title }) => title)).toEqual([
      'the stage `test` ends as root: its last `USER` is `root`',
      'the stage 1 ends as root: its last `USER` is `0`',
    ]);
  });

  test.each([
    ['has no USER', ['FROM a:1 AS test', 'RUN make test', 'FROM b:1', 'USER app']],
    ['switches back', ['FROM a:1 AS test', 'USER root', 'RUN make test', 'USER app', 'FROM b:1', 'USER app']],
    ['is built on by a stage with a user', ['FROM a:1 AS base', 'USER root', 'RUN make', 'FROM base', 'USER app']],
    ['has a variable for its user', ['FROM a:1 AS test', 'ARG WHO', 'USER $WHO', 'FROM b:1', 'USER app']],
  ])('is left alone where it %s', (_, lines) => {
    expect(toldOf(...lines)).toEqual([]);
  });
});

test('a missing USER does not answer to DL3002', () => {
  expect(toldOf('FROM python:3.12-slim', 'CMD ["python"]')).toEqual(['2 warning']);
});
