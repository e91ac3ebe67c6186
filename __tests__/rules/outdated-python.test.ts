import { expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { outdatedPython as rule } from '../../src/rules/outdated-python.ts';
import { factsOf, findingsOf } from '../support/rule-findings.ts';

const titlesOn = (today: string, image: string): readonly string[] =>
  lint({ facts: factsOf(`FROM ${image}\n`, {}, today), rules: [rule] }).findings.map(({ title }) => title);

test('the day that is judged for decides', () => {
  expect(titlesOn('2026-09-30', 'python:3.10-slim')).toEqual([]);
  expect(titlesOn('2026-10-01', 'python:3.10-slim')).toEqual([
    'Python 3.10 has had no security fixes since October 2026',
  ]);
  expect(titlesOn('2026-11-24', 'python:3.11-slim')).toEqual([]);
  expect(titlesOn('2027-11-01', 'python:3.11-slim')).toEqual([
    'Python 3.11 has had no security fixes since October 2027',
  ]);
  expect(titlesOn('2023-01-01', 'python:3.7')).toEqual([]);
});

test('without a day only what is past for ever is flagged', () => {
  expect(findingsOf(rule, 'FROM python:3.9\n')).toHaveLength(1);
  expect(findingsOf(rule, 'FROM python:3.10\n')).toEqual([]);
});

test.each([
  'python:3.8.10-slim-buster',
  'python:3.8-alpine@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
  'public.ecr.aws/lambda/python:3.8',
  'mcr.microsoft.com/devcontainers/python:1-3.8-bookworm',
  'ghcr.io/astral-sh/uv:0.5-python3.8-bookworm-slim',
  'registry.access.redhat.com/ubi8/python-38',
  'python:2.7',
])('reads the version of %s', (image) => {
  expect(titlesOn('2026-11-24', image)).toHaveLength(1);
});

test.each(['python:3', 'pypy:3.8', 'postgres:9.6', 'node:3.8', 'python:3.80', 'example/python-tools:3.8', 'scratch'])(
  'leaves %s alone',
  (image) => {
    expect(titlesOn('2026-11-24', image)).toEqual([]);
  },
);
