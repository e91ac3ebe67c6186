import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnoses/diagnose.ts';
import { failedStep } from '../../src/diagnoses/example.ts';
import { observe } from '../support/observation.ts';

/** An extension of C that dies in words of its own, as it would without a compiler and for other reasons. */
const log = [
  'Collecting ships==1.0',
  "      building 'ships._hull' extension",
  '      RuntimeError: the hull could not be configured',
  '  ERROR: Failed building wheel for ships',
];

function causeOn(before: string): string | undefined {
  const lines = before.trimEnd().split('\n').length;
  const { findings } = diagnose(
    observe({
      dockerfile: `${before}RUN pip install ships==1.0\n`,
      saw: { build: failedStep(lines + 1, 'pip install ships==1.0', log) },
    }),
  );
  return findings[0]?.check;
}

describe('an extension that fails without naming a compiler', () => {
  test.each([
    ['a slim image has none', 'FROM python:3.11-slim\n', 'compiler-missing'],
    ['nor has Alpine', 'FROM python:3.11-alpine\n', 'compiler-missing'],
    ['nor a stage on such a one', 'FROM python:3.11-slim AS base\nFROM base\n', 'compiler-missing'],
    ['a full image has one', 'FROM python:3.11\n', 'build-step-failed'],
    ['so has an image of which nothing is known', 'FROM harbour.example/python\n', 'build-step-failed'],
    [
      'and one that was given one',
      'FROM python:3.11-slim\nRUN apt-get install -y build-essential\n',
      'build-step-failed',
    ],
  ])('%s', (_, before, cause) => {
    expect(causeOn(before)).toBe(cause);
  });
});

test('what is installed for a library brings the compiler that needs its headers', () => {
  const { findings } = diagnose(
    observe({
      dockerfile: 'FROM python:3.11-slim\nRUN pip install gssapi\n',
      saw: {
        build: failedStep(2, 'pip install gssapi', [
          'Collecting gssapi',
          '      /bin/sh: 1: krb5-config: not found',
          "      subprocess.CalledProcessError: Command 'krb5-config --libs gssapi' returned non-zero exit status 127.",
          'error: subprocess-exited-with-error',
        ]),
      },
    }),
  );
  expect(findings[0]?.check).toBe('build-library-missing');
  expect(findings[0]?.advice).toContain('--no-install-recommends libkrb5-dev gcc libc6-dev`');
});
