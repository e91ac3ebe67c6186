import { fittingHeadline } from '../symptoms/fitting.ts';
import { locationOf } from '../dockerfile/location.ts';
import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { failedStep } from './example.ts';
import { instructionAt } from '../symptoms/place.ts';

/** What programs say of a file that is not theirs. */
const denied =
  /permission denied|operation not permitted|\bEACCES\b|\bEPERM\b|are you root|(?:must|only|requires?) (?:be )?root|superuser/i;
const deniedToNonRoot = /\block\b.*permission denied|are you root/i;
/** ssh and sudo: another matter. */
const ofLogin = /\((?:publickey|password)/;
const lastLines = 40;

export const buildStepAsNonRoot: Diagnosis = {
  id: 'build-step-as-non-root',
  blames: 'image',
  summary: 'a step of the build needs root, and stands below USER',
  why: 'USER counts for every RUN below it as well, not for the running container alone. Installing packages, making folders at the top, writing where root has copied to: all of that is denied then.',
  references: ['https://docs.docker.com/reference/dockerfile/#user'],
  moments: ['build'],
  *recognise(symptoms) {
    const { build, facts, log } = symptoms;
    const instruction = instructionAt(facts, build?.failure.line);
    if (instruction?.keyword !== 'RUN' || build?.failure.exitCode === undefined) return;
    const user = facts.stateAt(instruction)?.user;
    const name = user?.known === true ? user.text.replace(/:.*$/s, '') : undefined;
    if (user === undefined || name === 'root' || name === '0') return;
    // Whom a base image begins as is not always known: then only words that ask for root are certain.
    const asked = user.setBy === undefined ? deniedToNonRoot : denied;
    const line = log.slice(-lastLines).find((each) => asked.test(each) && !ofLogin.test(each));
    if (line === undefined) return;
    const shown = name === undefined ? 'another user than root' : `\`${name}\``;
    const cached = /--mount=\S*type=cache/.test(instruction.text) && !/uid=/.test(instruction.text);
    yield {
      headline: fittingHeadline(
        `the build stops, ${shown} may not do this step`,
        'the build stops, this step needs root',
      ),
      title: `this step runs as ${shown}, who may not do it`,
      why:
        user.setBy === undefined
          ? 'The base image begins as another user than root.'
          : 'USER above it counts for the build too.',
      advice: cached
        ? `Move the step above USER, or give the cache to that user: \`--mount=type=cache,uid=…\`.`
        : user.setBy === undefined
          ? 'Write `USER root` above the step, and the user again below it.'
          : 'Move the step above USER; or give its files to that user before, with `COPY --chown=` or `RUN chown`.',
      location: locationOf(facts.dockerfile, instruction.span),
      evidence: [
        ...buildEvidence(symptoms, [line]),
        ...(user.setBy === undefined
          ? []
          : [
              {
                kind: 'source',
                location: locationOf(facts.dockerfile, user.setBy.span),
                note: 'since here it is not root',
              } as const,
            ]),
      ],
      explains: ['command-not-found', 'apt-package-not-found', 'apt-lists-absent', 'apt-update-alone'],
    };
  },
  examples: [
    {
      title: 'apt-get',
      dockerfile: 'FROM python:3.11-slim\nRUN useradd app\nUSER app\nRUN apt-get update && apt-get install -y git\n',
      saw: {
        build: failedStep(
          4,
          'apt-get update && apt-get install -y git',
          [
            'Reading package lists...',
            'E: Could not open lock file /var/lib/apt/lists/lock - open (13: Permission denied)',
            'E: Unable to lock directory /var/lib/apt/lists/',
          ],
          100,
        ),
      },
      place: 'Dockerfile:4',
    },
    {
      title: 'a file that root has copied',
      dockerfile: "FROM python:3.11-slim\nWORKDIR /app\nUSER 1000\nRUN python -c \"open('/app/x', 'w')\"\n",
      saw: {
        build: failedStep(4, "python -c \"open('/app/x', 'w')\"", [
          'Traceback (most recent call last):',
          '  File "<string>", line 1, in <module>',
          "PermissionError: [Errno 13] Permission denied: '/app/x'",
        ]),
      },
      place: 'Dockerfile:4',
    },
    {
      title: 'who owns a file may only be changed by root',
      dockerfile: 'FROM python:3.11-slim\nCOPY . /app\nUSER 1000\nRUN chown -R 1000 /app\n',
      saw: {
        build: failedStep(4, 'chown -R 1000 /app', ["chown: changing ownership of '/app': Operation not permitted"]),
      },
      place: 'Dockerfile:4',
    },
    {
      title: 'a cache mount belongs to root',
      dockerfile:
        'FROM python:3.11-slim\nWORKDIR /app\nUSER 1000\nRUN --mount=type=cache,target=/cache touch /cache/x\n',
      saw: { build: failedStep(4, 'touch /cache/x', ["touch: cannot touch '/cache/x': Permission denied"]) },
      place: 'Dockerfile:4',
    },
    {
      title: 'a base image that does not begin as root',
      dockerfile: 'FROM jupyter/base-notebook\nRUN apt-get install -y git\n',
      saw: {
        build: failedStep(
          2,
          'apt-get install -y git',
          [
            'E: Could not open lock file /var/lib/dpkg/lock-frontend - open (13: Permission denied)',
            'E: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), are you root?',
          ],
          100,
        ),
      },
      place: 'Dockerfile:2',
    },
  ],
  confusions: [
    {
      title: 'it is a login that is denied',
      is: 'package-index-auth',
      dockerfile: 'FROM python:3.11-slim\nUSER 1000\nRUN git clone git@github.com:ships/ships\n',
      saw: {
        build: failedStep(
          3,
          'git clone git@github.com:ships/ships',
          ['git@github.com: Permission denied (publickey).', 'fatal: Could not read from remote repository.'],
          128,
        ),
      },
    },
    {
      title: 'root itself may not start a script that has no x',
      is: 'script-not-executable',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY s.sh .\nRUN ./s.sh\n',
      files: { 's.sh': '#!/bin/sh\n' },
      saw: { build: failedStep(4, './s.sh', ['/bin/sh: 1: ./s.sh: Permission denied'], 126) },
    },
    {
      title: 'the user may do it, and it fails of itself',
      is: 'build-step-failed',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nUSER 1000\nRUN python -c "1/0"\n',
      saw: { build: failedStep(4, 'python -c "1/0"', ['ZeroDivisionError: division by zero']) },
    },
  ],
};
