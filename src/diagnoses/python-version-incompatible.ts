import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import { locationOf } from '../dockerfile/location.ts';
import { normalizedName } from '../facts/requirements.ts';
import { lineage } from '../facts/stages.ts';
import type { Facts } from '../facts/facts.ts';
import type { Location } from '../finding.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { failedPackage, sourceBuildFailed } from '../symptoms/build/failed-package.ts';
import { failedPlace, instructionAt } from '../symptoms/place.ts';
import { pythonVersion } from '../symptoms/python/python-packages.ts';
import { isSatisfied, pythonFor, pythonMismatch, type PythonMismatch } from '../symptoms/build/python-mismatch.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import type { Diagnosis } from './diagnosis.ts';
import { failedStep, servedBy } from './example.ts';

const install = 'pip install --no-cache-dir -r requirements.txt';

export const pythonVersionIncompatible: Diagnosis = {
  id: 'python-version-incompatible',
  blames: 'image',
  summary: 'a package, or the project itself, does not go with the Python of the base image',
  why: 'Packages say which Pythons they support, and installers pass over every version that does not support the one at hand. With an older Python the wanted version is not offered; with a newer one an old package no longer builds.',
  references: ['https://packaging.python.org/en/latest/guides/dropping-older-python-versions/'],
  moments: ['build'],
  *recognise(symptoms) {
    const { log, facts } = symptoms;
    const mismatch = pythonMismatch(log);
    if (mismatch === undefined || (mismatch.wanted === undefined && !sourceBuildFailed(log))) return;
    const base = basePlace(symptoms);
    const named = mismatch.requirement ?? (mismatch.wanted === undefined ? failedPackage(log) : undefined);
    const name = named !== undefined && isProject(named, facts) ? undefined : named;
    const who = name === undefined ? 'the project' : `\`${name}\``;
    const python = mismatch.actual ?? pythonVersion(facts);
    const image = python === undefined ? 'the image has another' : `the image has ${python}`;
    const { wanted } = mismatch;
    const asks = wanted === undefined ? 'an older Python' : `Python ${wanted}`;
    yield {
      headline: fittingHeadline(
        `the build stops, ${who} needs ${asks}`,
        `the build stops, a package needs ${asks}`,
        'the build stops, Python has the wrong version',
      ),
      title: fittingTitle(`${who} needs ${asks}, and ${image}`, `a package needs ${asks}, and ${image}`),
      why: 'Installers take no version that does not support the Python at hand, and a package that they build ends there.',
      advice: adviceFor(mismatch, name === undefined ? undefined : nameOf(name), facts),
      ...(base === undefined ? {} : { location: base }),
      evidence: buildEvidence(symptoms, mismatch.lines),
      explains: [
        'requirement-version-not-found',
        'requirement-name-not-found',
        'requirement-conflict',
        'compiler-missing',
        'build-library-missing',
        'project-install-incomplete',
        'command-not-found',
        'build-step-failed',
      ],
    };
  },
  examples: [
    {
      title: 'the version is there, for a newer Python',
      dockerfile: servedBy('["uvicorn", "app:app"]'),
      files: { 'requirements.txt': 'django==6.0\n' },
      saw: {
        build: failedStep(4, install, [
          'ERROR: Ignored the following versions that require a different python version: 6.0 Requires-Python >=3.12; 6.0.1 Requires-Python >=3.12; 6.0a1 Requires-Python >=3.12',
          'ERROR: Could not find a version that satisfies the requirement django==6.0 (from versions: 1.1.3, 5.2.8, 5.2.9)',
          'ERROR: No matching distribution found for django==6.0',
        ]),
      },
      place: 'Dockerfile:1',
    },
    {
      title: 'the project itself asks for a newer one',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\nRUN pip install --no-cache-dir .\n',
      files: { 'pyproject.toml': '[project]\nname = "ships"\nversion = "1"\nrequires-python = ">=3.12"\n' },
      saw: {
        build: failedStep(4, 'pip install --no-cache-dir .', [
          "  Preparing metadata (pyproject.toml): finished with status 'done'",
          "ERROR: Package 'ships' requires a different Python: 3.11.2 not in '>=3.12'",
        ]),
      },
      place: 'Dockerfile:1',
    },
    {
      title: 'uv',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\nRUN uv sync --no-python-downloads\n',
      files: { 'pyproject.toml': '[project]\nname = "ships"\nversion = "1"\nrequires-python = ">=3.13"\n' },
      saw: {
        build: failedStep(
          4,
          'uv sync --no-python-downloads',
          ['error: No interpreter found for Python >=3.13 in managed installations or search path'],
          2,
        ),
      },
      place: 'Dockerfile:1',
    },
    {
      title: 'uv, a package',
      dockerfile: 'FROM python:3.11-slim\nRUN uv pip install --system django==6.0\n',
      saw: {
        build: failedStep(2, 'uv pip install --system django==6.0', [
          'Using Python 3.11.2 environment at: /usr',
          'error: No solution found when resolving dependencies',
          '  cause: Because the current Python version (3.11.2) does not satisfy Python>=3.12 and django==6.0 depends on Python>=3.12, we can conclude that django==6.0 cannot be used.',
          '         And because you require django==6.0, we can conclude that your requirements are unsatisfiable.',
        ]),
      },
      place: 'Dockerfile:1',
    },
    {
      title: 'poetry',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\nRUN poetry install --no-root\n',
      saw: {
        build: failedStep(4, 'poetry install --no-root', [
          '',
          'Current Python version (3.11.2) is not allowed by the project (>=3.13).',
          'Poetry cannot switch to a compatible Python version because virtualenv creation is disabled.',
        ]),
      },
      place: 'Dockerfile:1',
    },
    {
      title: 'pipenv, which breaks its lines',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\nRUN pipenv install --deploy --system\n',
      saw: {
        build: failedStep(4, 'pipenv install --deploy --system', [
          'Warning: Your Pipfile requires "python_version" 3.12, but you are using 3.11.2 ',
          'from /usr/local/bin/python3.',
          'ERROR:: Aborting deploy',
        ]),
      },
      place: 'Dockerfile:1',
    },
    {
      title: 'an old package, and a Python without distutils',
      dockerfile: 'FROM python:3.13-slim AS build\nRUN pip install --no-cache-dir ships==0.1\nFROM build\nCOPY . .\n',
      saw: {
        build: failedStep(2, 'pip install --no-cache-dir ships==0.1', [
          'Collecting ships==0.1',
          '  error: subprocess-exited-with-error',
          "      ModuleNotFoundError: No module named 'distutils'",
          'note: This error originates from a subprocess, and is likely not a problem with pip.',
        ]),
      },
      place: 'Dockerfile:1',
    },
  ],
  confusions: [
    {
      title: 'other versions are for another Python, and the wanted one is nowhere',
      is: 'requirement-version-not-found',
      dockerfile: servedBy('["uvicorn", "app:app"]'),
      files: { 'requirements.txt': 'django==5.99\n' },
      saw: {
        build: failedStep(4, install, [
          'ERROR: Ignored the following versions that require a different python version: 6.0 Requires-Python >=3.12; 6.0.1 Requires-Python >=3.12',
          'ERROR: Could not find a version that satisfies the requirement django==5.99 (from versions: 1.1.3, 5.2.8, 5.2.9)',
          'ERROR: No matching distribution found for django==5.99',
        ]),
      },
    },
  ],
};

/** The FROM that brings Python to the failed step. */
function basePlace({ facts, build }: Symptoms): Location | undefined {
  const instruction = instructionAt(facts, build?.failure.line);
  const stage = instruction === undefined ? facts.target : facts.placeOf(instruction)?.stage;
  const from = stage === undefined ? undefined : lineage(stage).at(-1)?.from;
  return from === undefined ? failedPlace(facts, build?.failure.line) : locationOf(facts.dockerfile, from.span);
}

function adviceFor({ wanted }: PythonMismatch, name: string | undefined, facts: Facts): string {
  const other = name === undefined ? '' : `, or ask for a version of \`${name}\` that supports this Python`;
  if (wanted === undefined)
    return name === undefined
      ? 'Build on the Python that the package was made for.'
      : `Ask for a newer version of \`${name}\`, or build on the Python that it was made for.`;
  const fitting = pythonFor(wanted);
  if (fitting === undefined) return `Build on a Python that is ${wanted}${other}.`;
  const own = facts.python.pyproject?.requiresPython;
  const also =
    own !== undefined && !isSatisfied(fitting, own)
      ? ', and let `requires-python` in `pyproject.toml` allow it'
      : other;
  return `Build on Python ${fitting}, such as \`python:${fitting}-slim\`${also}.`;
}

/** The project is a package too, and asks for its own Python by `requires-python`. */
function isProject(requirement: string, facts: Facts): boolean {
  const own = facts.python.pyproject?.name;
  return own !== undefined && normalizedName(nameOf(requirement)) === normalizedName(own);
}

function nameOf(requirement: string): string {
  return /^[\w.-]*\w/.exec(requirement)?.[0] ?? requirement;
}
