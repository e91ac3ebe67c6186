import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { failedStep } from './example.ts';
import { failedPlace } from '../symptoms/place.ts';

/** The compiler's own driver, make, cargo and pip end with other codes when a child of theirs is killed. */
const childKilled =
  /fatal error: Killed signal terminated program|\bsignal: (?:9|killed)\b|died with <Signals\.SIGKILL|\(signal: 9, SIGKILL|^Killed$|: line \d+:\s+\d+ Killed\b|\] Killed$|JavaScript heap out of memory|exit code -9\b|returned non-zero exit status -9/;
const lastLines = 30;

export const buildKilled: Diagnosis = {
  id: 'build-killed',
  blames: 'image',
  summary: 'a step of the build was killed, most likely for its memory',
  why: 'The kernel ends a process where memory runs out: a compiler with many jobs, a large download that is held in memory, a bundler. It ends with 137, or its parent says that a child was killed.',
  references: ['https://docs.docker.com/engine/containers/resource_constraints/'],
  moments: ['build'],
  *recognise(symptoms) {
    const { build, facts, log } = symptoms;
    if (build === undefined || build.timedOut || build.failure.message.includes('context canceled')) return;
    const { exitCode, line } = build.failure;
    if (exitCode === undefined) return;
    const told = log.slice(-lastLines).findLast((each) => childKilled.test(each));
    if (exitCode !== 137 && told === undefined) return;
    const place = failedPlace(facts, line);
    yield {
      headline: 'the build stops, one of its steps was killed',
      title: `a step of the build was killed${exitCode === 137 ? ' from outside' : ', or what it had started'}`,
      why: 'It did not end of itself: most likely the memory of the runner was used up.',
      advice:
        'Let the step do less at once, such as `make -j2` or one package after the other, or choose a runner with more memory.',
      ...(place === undefined ? {} : { location: place }),
      evidence: buildEvidence(symptoms, told === undefined ? log.slice(-12) : [told]),
      explains: ['compiler-missing', 'build-library-missing', 'requirement-version-not-found'],
    };
  },
  examples: [
    {
      title: 'the step itself',
      dockerfile: 'FROM python:3.11-slim\nRUN python train.py\n',
      saw: { build: failedStep(2, 'python train.py', ['Killed'], 137) },
      place: 'Dockerfile:2',
    },
    {
      title: 'a compiler below it',
      dockerfile: 'FROM python:3.11-slim\nRUN pip install --no-cache-dir --no-binary :all: pandas\n',
      saw: {
        build: failedStep(2, 'pip install --no-cache-dir --no-binary :all: pandas', [
          '  x86_64-linux-gnu-gcc: fatal error: Killed signal terminated program cc1',
          '  compilation terminated.',
          'ERROR: Failed building wheel for pandas',
        ]),
      },
      place: 'Dockerfile:2',
    },
  ],
  confusions: [
    {
      title: 'it crashed of itself',
      is: 'build-step-failed',
      dockerfile: 'FROM python:3.11-slim\nRUN python train.py\n',
      saw: { build: failedStep(2, 'python train.py', ['Segmentation fault'], 139) },
    },
    {
      title: 'another step failed, and this one was only called off',
      is: 'unknown',
      dockerfile: 'FROM python:3.11-slim\nRUN python train.py\n',
      saw: { build: { message: 'failed to solve: Canceled: context canceled', line: 2, exitCode: 137 } },
    },
  ],
};
