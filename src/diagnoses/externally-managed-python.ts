import { isOnBusybox } from '../facts/base-family.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { failedPlace, instructionAt } from '../symptoms/place.ts';
import type { Diagnosis } from './diagnosis.ts';
import { failedStep, servedBy } from './example.ts';

export const externallyManagedPython: Diagnosis = {
  id: 'externally-managed-python',
  blames: 'image',
  summary: 'pip is told to install into the Python of the distribution, which forbids it',
  why: 'Debian, Ubuntu, Alpine and others mark their own Python as theirs since 2023: what pip installs there could break what the distribution needs. In an image nothing else needs it, so a virtual environment or an own Python is all that is missing.',
  references: ['https://packaging.python.org/en/latest/specifications/externally-managed-environments/'],
  moments: ['build'],
  *recognise(symptoms) {
    const { log, facts, build } = symptoms;
    const lines = log.filter((line) =>
      /externally-managed-environment|environment is externally managed|interpreter at `[^`]*` is externally managed/.test(
        line,
      ),
    );
    if (lines.length === 0) return;
    const instruction = instructionAt(facts, build?.failure.line);
    const place = failedPlace(facts, build?.failure.line);
    const uv = /\buv\b/.test(build?.failure.step ?? '');
    const venv = uv ? 'uv venv /opt/venv' : 'python3 -m venv /opt/venv';
    const package_ =
      instruction === undefined || isOnBusybox(instruction, facts) || uv ? '' : ' (Debian has it in `python3-venv`)';
    yield {
      headline: "the build stops, Python is the distribution's own",
      title: `${uv ? 'uv' : 'pip'} may not install into the Python of the distribution`,
      why: 'The distribution marks its Python as its own, and pip keeps off it.',
      advice: `Make a virtual environment before it, \`RUN ${venv}\` and \`ENV PATH=/opt/venv/bin:$PATH\`${package_}, or build on \`python:3.12-slim\`, whose Python is free.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: buildEvidence(symptoms, lines.slice(0, 2)),
      explains: ['build-step-failed'],
    };
  },
  examples: [
    {
      title: 'pip of Debian',
      dockerfile:
        'FROM debian:bookworm-slim\nRUN apt-get update && apt-get install -y --no-install-recommends python3-pip\nRUN pip install --no-cache-dir uvicorn\n',
      saw: {
        build: failedStep(3, 'pip install --no-cache-dir uvicorn', [
          'error: externally-managed-environment',
          '',
          '× This environment is externally managed',
          '╰─> To install Python packages system-wide, try apt install',
          '    python3-xyz, where xyz is the package you are trying to',
          '    install.',
          'hint: See PEP 668 for the detailed specification.',
        ]),
      },
      place: 'Dockerfile:3',
    },
    {
      title: 'uv',
      dockerfile: 'FROM ubuntu:24.04\nRUN uv pip install --system uvicorn\n',
      saw: {
        build: failedStep(
          2,
          'uv pip install --system uvicorn',
          [
            'Using Python 3.12.3 environment at: /usr',
            'error: The interpreter at `/usr` is externally managed and cannot be modified.',
          ],
          2,
        ),
      },
      place: 'Dockerfile:2',
    },
  ],
  confusions: [
    {
      title: 'it may be written to, and the package does not exist',
      is: 'requirement-name-not-found',
      dockerfile: servedBy('["uvicorn", "app:app"]'),
      files: { 'requirements.txt': 'ships-of-nobody\n' },
      saw: {
        build: failedStep(4, 'pip install --no-cache-dir -r requirements.txt', [
          'ERROR: Could not find a version that satisfies the requirement ships-of-nobody (from versions: none)',
          'ERROR: No matching distribution found for ships-of-nobody',
        ]),
      },
    },
  ],
};
