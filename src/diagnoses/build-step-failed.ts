import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { servedBy } from './example.ts';
import { failedPlace } from '../symptoms/place.ts';

export const buildStepFailed: Diagnosis = {
  id: 'build-step-failed',
  blames: 'image',
  summary: 'a step of the build ends with an error',
  why: 'A RUN that ends with another code than 0 ends the build, and no image is made. What the step itself wrote is the best account of it.',
  references: ['https://docs.docker.com/reference/dockerfile/#run'],
  moments: ['build'],
  general: true,
  *recognise(symptoms) {
    const { build, facts } = symptoms;
    if (build === undefined || build.failure.step === undefined) return;
    const { step, exitCode, line, message } = build.failure;
    const words = step.replace(/^\[[^\]]*\]\s*/, '').replaceAll('`', "'");
    if (exitCode === undefined && !build.timedOut) return;
    const shown = words.length > 24 ? `${words.slice(0, 23)}…` : words;
    const place = failedPlace(facts, line);
    const ended = build.timedOut ? 'does not end' : `ends with ${exitCode}`;
    yield {
      headline: `the build stops, \`${shown}\` ${ended}`,
      title: build.timedOut
        ? `a step of the build had not ended at the limit: ${message}`
        : `a step of the build ends with exit code ${exitCode}`,
      why: 'Without it there is no image.',
      advice: build.timedOut
        ? 'Shorten the step, or raise `build-timeout` under `with:`.'
        : exitCode === 137
          ? 'Give the runner more memory, or let the step do less at once: it was killed.'
          : 'Read what the step wrote, and correct it.',
      ...(place === undefined ? {} : { location: place }),
      evidence: buildEvidence(symptoms),
    };
  },
  examples: [
    {
      title: 'a command of the project ends with 1',
      dockerfile: servedBy('["uvicorn", "app:app"]').replace(
        'EXPOSE 8000',
        'RUN python -c "raise SystemExit(\'no ship is on the slip\')"\nEXPOSE 8000',
      ),
      saw: {
        build: {
          message:
            'failed to solve: process "/bin/sh -c python -c \\"raise SystemExit(\'no ship is on the slip\')\\"" did not complete successfully: exit code: 1',
          line: 6,
          step: '[6/6] RUN python -c "raise SystemExit(\'no ship is on the slip\')"',
          exitCode: 1,
          log: ['no ship is on the slip'],
        },
      },
      place: 'Dockerfile:6',
    },
  ],
  confusions: [
    {
      title: 'no step failed: BuildKit could not do something itself',
      is: 'unknown',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: { build: { message: 'failed to solve: Internal: stream terminated by RST_STREAM' } },
    },
  ],
};
