import { fittingHeadline } from '../symptoms/fitting.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { lockProblem } from '../symptoms/build/lockfile.ts';
import { failedPlace, linePlace } from '../symptoms/place.ts';
import { spoken } from '../symptoms/start.ts';
import type { Diagnosis } from './diagnosis.ts';
import { failedStep } from './example.ts';

const project = '[project]\nname = "ships"\nversion = "1"\nrequires-python = ">=3.11"\ndependencies = ["idna"]\n';

export const lockfileOutOfDate: Diagnosis = {
  id: 'lockfile-out-of-date',
  blames: 'image',
  summary: 'the lock file does not fit what the project asks for any more',
  why: 'The lock was made before the list of dependencies was changed, or by another version of the tool. A build that insists on the lock stops rather than install something that nobody has tried.',
  references: [
    'https://docs.astral.sh/uv/concepts/projects/sync/',
    'https://python-poetry.org/docs/cli/#lock',
    'https://pipenv.pypa.io/en/latest/locking.html',
  ],
  moments: ['build'],
  *recognise(symptoms) {
    const problem = lockProblem(symptoms);
    if (problem?.kind !== 'outdated') return;
    const { facts, build } = symptoms;
    const { file, remedy, tool, line } = problem;
    const step = failedPlace(facts, build?.failure.line);
    const { files } = facts.context.listing;
    const own = files.find((each) => each === file) ?? files.find((each) => each.endsWith(`/${file}`));
    const lock = own === undefined ? undefined : linePlace(facts, own, 1)?.location;
    const place = lock ?? step;
    yield {
      headline: fittingHeadline(`the build stops, \`${file}\` is out of date`),
      title: `\`${file}\` does not fit what the project asks for`,
      why: `${step === undefined ? 'The step' : spoken(step)} insists on the lock, and the dependencies have changed since it was made.`,
      advice: `Run \`${remedy}\` with the version of ${tool} that the image has, and commit \`${file}\`.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: [
        ...buildEvidence(symptoms, [line]),
        ...(lock === undefined || step === undefined
          ? []
          : [{ kind: 'source' as const, location: step, note: 'the step that insists on it' }]),
      ],
      explains: ['build-step-failed'],
    };
  },
  examples: [
    {
      title: 'uv',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\nRUN uv sync --locked\n',
      files: { 'pyproject.toml': project, 'uv.lock': 'version = 1\nrevision = 3\n' },
      saw: {
        build: failedStep(4, 'uv sync --locked', [
          'Resolved 2 packages in 164ms',
          'error: The lockfile at `uv.lock` needs to be updated, but `--locked` was provided.',
          '',
          'hint: To update the lockfile, run `uv lock`.',
        ]),
      },
      place: 'uv.lock:1',
    },
    {
      title: 'poetry',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\nRUN poetry install --no-root\n',
      files: { 'pyproject.toml': project, 'poetry.lock': '[metadata]\nlock-version = "2.1"\n' },
      saw: {
        build: failedStep(4, 'poetry install --no-root', [
          'Installing dependencies from lock file',
          '',
          'pyproject.toml changed significantly since poetry.lock was last generated. Run `poetry lock` to fix the lock file.',
        ]),
      },
      place: 'poetry.lock:1',
    },
    {
      title: 'pipenv, which breaks its lines',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\nRUN pipenv install --deploy --system\n',
      files: { Pipfile: '[packages]\nidna = "*"\n', 'Pipfile.lock': '{"_meta": {}}' },
      saw: {
        build: failedStep(4, 'pipenv install --deploy --system', [
          'Your Pipfile.lock (abc) is out of date. Expected: ',
          '(3c314687ccfa77044481a5041894405bf4ff3149d42750829e3e04632cc6ecb9).',
          'ERROR:: Aborting deploy',
        ]),
      },
      place: 'Pipfile.lock:1',
    },
    {
      title: 'pipenv, broken before the words that tell',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\nRUN pipenv install --deploy --system\n',
      files: { Pipfile: '[packages]\nidna = "*"\n', 'Pipfile.lock': '{"_meta": {}}' },
      saw: {
        build: failedStep(4, 'pipenv install --deploy --system', [
          'Your Pipfile.lock ',
          '(bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb) is out of ',
          'date. Expected: ',
          '(274ee3e18a2ffcd526c613bdc5835ce064bf9f363a068575135fbc581fcc18d2).',
          '[DeployException]:       raise exceptions.DeployException',
          'ERROR:: Aborting deploy',
        ]),
      },
      place: 'Pipfile.lock:1',
    },
  ],
  confusions: [
    {
      title: 'there is no lock file at all',
      is: 'lockfile-absent',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\nRUN uv sync --locked\n',
      files: { 'pyproject.toml': project },
      saw: {
        build: failedStep(4, 'uv sync --locked', [
          'error: Unable to find lockfile at `uv.lock`, but `--locked` was provided. To create a lockfile, run `uv lock` or `uv sync` without the flag.',
        ]),
      },
    },
  ],
};
