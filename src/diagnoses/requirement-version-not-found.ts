import { fittingHeadline } from '../symptoms/fitting.ts';
import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { failedStep, servedBy } from './example.ts';
import { installerOf } from '../symptoms/build/installer.ts';
import { missingDistribution, requirementLocation } from '../symptoms/build/missing-distribution.ts';
import { pythonVersion } from '../symptoms/python/python-packages.ts';
import { failedPlace } from '../symptoms/place.ts';
import { spoken } from '../symptoms/start.ts';

const pipStep = '[4/5] RUN pip install --no-cache-dir -r requirements.txt';
const pipFailed =
  'failed to solve: process "/bin/sh -c pip install --no-cache-dir -r requirements.txt" did not complete successfully: exit code: 1';

export const requirementVersionNotFound: Diagnosis = {
  id: 'requirement-version-not-found',
  blames: 'image',
  summary: 'a version is required that the package index does not offer',
  why: 'The installer found the package and not the version: it was never released, was withdrawn, or is not there for this Python. The build ends, and no image is made.',
  references: ['https://pip.pypa.io/en/stable/reference/requirement-specifiers/'],
  moments: ['build'],
  *recognise(symptoms) {
    const { log, facts, build } = symptoms;
    const missing = missingDistribution(log);
    if (missing === undefined || missing.nothing) return;
    const { requirement, name, versions } = missing;
    const place = requirementLocation(facts, build, missing);
    const newest = versions?.findLast((version) => /^[\d.]+$/.test(version));
    const python = pythonVersion(facts);
    const local = /\+(?<label>[\w.]+)/.exec(requirement)?.groups?.['label'];
    const tool = installerOf(symptoms);
    const step = failedPlace(facts, build?.failure.line);
    yield {
      headline: fittingHeadline(
        `the build stops, \`${requirement}\` does not exist`,
        `the build stops, \`${name}\` has no such version`,
        'the build stops, a version does not exist',
      ),
      title: `${tool} finds no version \`${requirement}\``,
      why:
        newest === undefined
          ? 'The index has no such version.'
          : `${python === undefined ? 'The' : `For Python ${python} the`} index offers up to ${newest}.`,
      advice: local
        ? `Such builds lie in an index of their own: name it with \`--extra-index-url\`, or leave \`+${local}\` out.`
        : newest === undefined
          ? `Ask for a version of \`${name}\` that exists.`
          : `Ask for one that exists, or for a range such as \`${name}${rangeOf(newest)}\`.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: [
        ...buildEvidence(symptoms, missing.lines),
        ...(step === undefined || place === undefined || spoken(step) === spoken(place)
          ? []
          : [{ kind: 'source' as const, location: step, note: 'the step that installs it' }]),
      ],
      explains: ['build-step-failed'],
    };
  },
  examples: [
    {
      title: 'pip, a version that was never released',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': 'fastapi==0.999.0\nuvicorn==0.54.0\n' },
      saw: {
        build: {
          message: pipFailed,
          line: 4,
          step: pipStep,
          exitCode: 1,
          log: [
            'ERROR: Could not find a version that satisfies the requirement fastapi==0.999.0 (from versions: 0.1.0, 0.1.2, 0.164.0, 0.165.0)',
            'ERROR: No matching distribution found for fastapi==0.999.0',
          ],
        },
      },
      place: 'requirements.txt:1',
    },
    {
      title: 'through a file that another one includes',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]').replace(
        'COPY requirements.txt',
        'COPY *.txt',
      ),
      files: { 'requirements.txt': '-r more.txt\n', 'more.txt': 'httpx\n  # why\nuvicorn>=99\n' },
      saw: {
        build: {
          message: pipFailed,
          line: 4,
          step: pipStep,
          exitCode: 1,
          log: [
            'Collecting httpx',
            '  Downloading httpx-0.28.1-py3-none-any.whl (73 kB)',
            'ERROR: Could not find a version that satisfies the requirement uvicorn>=99 (from versions: 0.0.1, 0.53.0, 0.54.0)',
            'ERROR: No matching distribution found for uvicorn>=99',
          ],
        },
      },
      place: 'more.txt:3',
    },
    {
      title: 'uv',
      dockerfile:
        'FROM python:3.11-slim\nRUN pip install --no-cache-dir uv\nRUN uv pip install --system fastapi==0.0.99\n',
      saw: {
        build: {
          message:
            'failed to solve: process "/bin/sh -c uv pip install --system fastapi==0.0.99" did not complete successfully: exit code: 1',
          line: 3,
          step: '[3/3] RUN uv pip install --system fastapi==0.0.99',
          exitCode: 1,
          log: [
            'Using Python 3.11.2 environment at: /usr',
            'error: No solution found when resolving dependencies',
            '  cause: Because there is no version of fastapi==0.0.99 and you require fastapi==0.0.99, we can conclude that your requirements are unsatisfiable.',
          ],
        },
      },
      place: 'Dockerfile:3',
    },
    {
      title: 'poetry',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY pyproject.toml .\nRUN poetry install --no-root\n',
      files: { 'pyproject.toml': '[project]\nname = "ships"\nversion = "1"\ndependencies = ["fastapi==0.999.0"]\n' },
      saw: {
        build: {
          message:
            'failed to solve: process "/bin/sh -c poetry install --no-root" did not complete successfully: exit code: 1',
          line: 4,
          step: '[4/4] RUN poetry install --no-root',
          exitCode: 1,
          log: [
            'Resolving dependencies...',
            '',
            "Because ships depends on fastapi (0.999.0) which doesn't match any versions, version solving failed.",
          ],
        },
      },
      place: 'pyproject.toml:4',
    },
    {
      title: 'a build for one kind of hardware, which lies elsewhere',
      dockerfile: servedBy('["uvicorn", "app:app"]'),
      files: { 'requirements.txt': 'torch==2.9.0+cu128\n' },
      saw: {
        build: failedStep(4, 'pip install --no-cache-dir -r requirements.txt', [
          'ERROR: Could not find a version that satisfies the requirement torch==2.9.0+cu128 (from versions: 2.8.0, 2.9.0)',
          'ERROR: No matching distribution found for torch==2.9.0+cu128',
        ]),
      },
      place: 'requirements.txt:1',
    },
    {
      title: 'uv, a range above all that there is',
      dockerfile: 'FROM python:3.11-slim\nRUN uv pip install --system "fastapi>=99"\n',
      saw: {
        build: failedStep(2, 'uv pip install --system "fastapi>=99"', [
          'error: No solution found when resolving dependencies',
          '  cause: Because only fastapi<99 is available and you require fastapi>=99, we can conclude that your requirements are unsatisfiable.',
        ]),
      },
      place: 'Dockerfile:2',
    },
  ],
  confusions: [
    {
      title: 'the version exists, for another Python',
      is: 'python-version-incompatible',
      dockerfile: servedBy('["uvicorn", "app:app"]'),
      files: { 'requirements.txt': 'ships==0.2.1\n' },
      saw: {
        build: {
          message: pipFailed,
          line: 4,
          step: pipStep,
          exitCode: 1,
          log: [
            'ERROR: Ignored the following versions that require a different python version: 0.2.1 Requires-Python >=3.13',
            'ERROR: Could not find a version that satisfies the requirement ships==0.2.1 (from versions: 0.1.0, 0.2.0)',
            'ERROR: No matching distribution found for ships==0.2.1',
          ],
        },
      },
    },
  ],
};

/** Around the newest version: what it is compatible with. */
function rangeOf(version: string): string {
  const [major = '0', minor] = version.split('.');
  if (minor === undefined) return `>=${major},<${Number(major) + 1}`;
  return major === '0' ? `>=0.${minor},<0.${Number(minor) + 1}` : `>=${major}.${minor},<${Number(major) + 1}`;
}
