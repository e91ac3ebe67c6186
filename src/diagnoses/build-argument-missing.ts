import { fittingHeadline } from '../symptoms/fitting.ts';
import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { failedStep } from './example.ts';
import { unsetArgument } from '../symptoms/build/unset-argument.ts';

const dockerfile = (...end: readonly string[]): string =>
  ['FROM python:3.11-slim', 'WORKDIR /app', 'ARG TOKEN', ...end, ''].join('\n');

export const buildArgumentMissing: Diagnosis = {
  id: 'build-argument-missing',
  blames: 'setup',
  summary: 'the Dockerfile wants a build argument that nobody gave',
  why: 'ARG without a default is empty unless the build is given a value. A step that insists on it ends the build, often without a word.',
  references: ['https://docs.docker.com/reference/dockerfile/#arg'],
  moments: ['build'],
  *recognise(symptoms) {
    const argument = unsetArgument(symptoms);
    if (argument === undefined) return;
    const { name, location, line } = argument;
    yield {
      headline: fittingHeadline(
        `the build wants the argument \`${name}\``,
        'the build wants an argument that nobody gave',
      ),
      title: `the build argument \`${name}\` has no value, and a step insists on it`,
      why: 'The Dockerfile declares it without a default, and the trial was given none.',
      advice: `Give it under \`with:\`: \`build-args: ${name}=…\`; or write a default: \`ARG ${name}=…\`.`,
      location,
      evidence: buildEvidence(symptoms, line === undefined ? [] : [line]),
      explains: [
        'copy-source-absent',
        'copy-source-ignored',
        'requirement-version-not-found',
        'requirement-name-not-found',
        'requirements-file-invalid',
      ],
    };
  },
  examples: [
    {
      title: 'the shell insists on it',
      dockerfile: dockerfile('RUN : "${TOKEN:?TOKEN build argument is required}"'),
      saw: {
        build: failedStep(
          4,
          ': "${TOKEN:?TOKEN build argument is required}"',
          ['/bin/sh: 1: TOKEN: TOKEN build argument is required'],
          2,
        ),
      },
      place: 'Dockerfile:3',
    },
    {
      title: 'a test, which says nothing',
      dockerfile: dockerfile('RUN test -n "$TOKEN"'),
      saw: { build: failedStep(4, 'test -n "$TOKEN"', []) },
      place: 'Dockerfile:3',
    },
    {
      title: 'a test in words of its own',
      dockerfile: dockerfile(`RUN if [ -z "$TOKEN" ]; then echo 'give TOKEN' >&2; exit 1; fi`),
      saw: { build: failedStep(4, `if [ -z "$TOKEN" ]; then echo 'give TOKEN' >&2; exit 1; fi`, ['give TOKEN']) },
      place: 'Dockerfile:3',
    },
    {
      title: 'bash with `set -u`',
      dockerfile: dockerfile('RUN echo "$TOKEN"').replace(
        'WORKDIR /app',
        'SHELL ["/bin/bash", "-euo", "pipefail", "-c"]',
      ),
      saw: { build: failedStep(4, 'echo "$TOKEN"', ['/bin/bash: line 1: TOKEN: unbound variable']) },
      place: 'Dockerfile:3',
    },
    {
      title: 'a version that is left open',
      dockerfile: dockerfile('RUN pip install --no-cache-dir six==$TOKEN'),
      saw: {
        build: failedStep(4, 'pip install --no-cache-dir six==$TOKEN', [
          'ERROR: Could not find a version that satisfies the requirement six== (from versions: 1.16.0, 1.17.0)',
          'ERROR: No matching distribution found for six==',
        ]),
      },
      place: 'Dockerfile:3',
    },
    {
      title: 'a part of what COPY names',
      dockerfile: dockerfile('COPY $TOKEN/app.py .'),
      saw: {
        build: {
          message:
            'failed to solve: failed to compute cache key: failed to calculate checksum of ref 13e3d222::illx9: "/app.py": not found',
          line: 4,
          step: '[3/3] COPY /app.py .',
        },
      },
      place: 'Dockerfile:3',
    },
  ],
  confusions: [
    {
      title: 'it has a default, and the test fails for another reason',
      is: 'build-step-failed',
      dockerfile: dockerfile('RUN test -f "$TOKEN"').replace('ARG TOKEN', 'ARG TOKEN=/app/token'),
      saw: { build: failedStep(4, 'test -f "$TOKEN"', []) },
    },
    {
      title: 'it is optional, and the step fails of itself',
      is: 'build-step-failed',
      dockerfile: dockerfile('RUN make OPTIONS="$TOKEN"'),
      saw: { build: failedStep(4, 'make OPTIONS="$TOKEN"', ['make: *** [Makefile:3: all] Error 1'], 2) },
    },
  ],
};
