import { fittingHeadline } from '../symptoms/fitting.ts';
import type { Fix } from '../finding.ts';
import { absentFile, copyAbove, type AbsentFile } from '../symptoms/files/absent-file.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { lockProblem, type LockProblem } from '../symptoms/build/lockfile.ts';
import { failedPlace, instructionAt } from '../symptoms/place.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import type { Diagnosis } from './diagnosis.ts';
import { failedStep } from './example.ts';

const project = '[project]\nname = "ships"\nversion = "1"\nrequires-python = ">=3.11"\ndependencies = ["idna"]\n';
const frozen =
  'error: Unable to find lockfile at `uv.lock`, but `--frozen` was provided. To create a lockfile, run `uv lock` or `uv sync` without the flag.';

export const lockfileAbsent: Diagnosis = {
  id: 'lockfile-absent',
  blames: 'image',
  summary: 'the build insists on a lock file that is not there',
  why: 'What installs from a lock needs the lock in the image before the step: committed, not kept away by .dockerignore, and copied beside the list of dependencies.',
  references: ['https://docs.astral.sh/uv/guides/integration/docker/', 'https://pipenv.pypa.io/en/latest/locking.html'],
  moments: ['build'],
  *recognise(symptoms) {
    const problem = lockProblem(symptoms);
    if (problem?.kind !== 'absent') return;
    const { facts, build } = symptoms;
    const { file, line } = problem;
    const instruction = instructionAt(facts, build?.failure.line);
    const folder =
      instruction === undefined
        ? undefined
        : (facts.shellOf(instruction).commands.find(({ words }) => words[0]?.text.endsWith(problem.tool) === true)
            ?.folder ?? '/');
    const reason: AbsentFile =
      instruction === undefined || folder === undefined
        ? { kind: 'absent' }
        : absentFile(facts, instruction, folder, file);
    const fix = fixOf(file, reason, symptoms);
    const ignored = reason.kind === 'ignored' ? reason.location : undefined;
    const place = ignored ?? failedPlace(facts, build?.failure.line);
    yield {
      headline: fittingHeadline(`the build stops, there is no \`${file}\``),
      title: titleOf(file, reason),
      why: 'The step installs what the lock names, and nothing without it.',
      advice: fix === undefined ? adviceFor(problem) : `${fix.title}.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: buildEvidence(symptoms, [line]),
      explains: ['build-step-failed'],
      ...(fix === undefined ? {} : { fix }),
    };
  },
  examples: [
    {
      title: 'uv, and the repository has none',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\nRUN uv sync --frozen\n',
      files: { 'pyproject.toml': project },
      saw: { build: failedStep(4, 'uv sync --frozen', [frozen]) },
      place: 'Dockerfile:4',
    },
    {
      title: 'uv, and only pyproject.toml was copied',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY pyproject.toml .\nRUN uv sync --frozen\nCOPY . .\n',
      files: { 'pyproject.toml': project, 'uv.lock': 'version = 1\n' },
      saw: { build: failedStep(4, 'uv sync --frozen', [frozen]) },
      place: 'Dockerfile:4',
      fixed: 'COPY uv.lock .',
    },
    {
      title: 'uv, and .dockerignore keeps it away',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\nRUN uv sync --frozen\n',
      files: { 'pyproject.toml': project, 'uv.lock': 'version = 1\n', '.dockerignore': '.venv\n*.lock\n' },
      saw: { build: failedStep(4, 'uv sync --frozen', [frozen]) },
      place: '.dockerignore:2',
      fixed: '!uv.lock',
    },
    {
      title: 'pipenv, which speaks of something else',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\nRUN pipenv install --deploy --system\n',
      files: { Pipfile: '[packages]\nidna = "*"\n' },
      saw: {
        build: failedStep(4, 'pipenv install --deploy --system', [
          'ERROR:: --system is intended to be used for Pipfile installation, not ',
          'installation of specific packages. Aborting.',
          'See also: --deploy flag.',
        ]),
      },
      place: 'Dockerfile:4',
    },
  ],
  confusions: [
    {
      title: 'it is there, and too old',
      is: 'lockfile-out-of-date',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\nRUN uv sync --locked\n',
      files: { 'pyproject.toml': project, 'uv.lock': 'version = 1\n' },
      saw: {
        build: failedStep(4, 'uv sync --locked', [
          'error: The lockfile at `uv.lock` needs to be updated, but `--locked` was provided.',
        ]),
      },
    },
    {
      title: 'pipenv has not even its Pipfile',
      is: 'requirements-file-absent',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nRUN pipenv install --system\nCOPY . .\n',
      files: { Pipfile: '[packages]\nidna = "*"\n' },
      saw: {
        build: failedStep(3, 'pipenv install --system', [
          'Creating a Pipfile for this project...',
          'ERROR:: --system is intended to be used for Pipfile installation, not ',
          'installation of specific packages. Aborting.',
        ]),
      },
    },
  ],
};

function titleOf(file: string, reason: AbsentFile): string {
  switch (reason.kind) {
    case 'absent':
      return `the build insists on \`${file}\`, and the repository has none`;
    case 'ignored':
      return `the build insists on \`${file}\`, and \`.dockerignore\` keeps it away`;
    case 'elsewhere':
      return `the build insists on \`${file}\`, and it was copied to another place`;
    case 'unset':
      return `\`${reason.variable}\` has no value in this stage, so \`${file}\` is copied elsewhere`;
    case 'later':
    case 'uncopied':
      return `the build insists on \`${file}\`, and it is not copied before the step`;
  }
}

function adviceFor({ file, remedy }: LockProblem): string {
  return `Run \`${remedy}\`, and commit \`${file}\`.`;
}

function fixOf(wanted: string, reason: AbsentFile, { facts, build }: Symptoms): Fix | undefined {
  const instruction = instructionAt(facts, build?.failure.line);
  if (reason.kind === 'absent' || instruction === undefined) return undefined;
  const { file } = reason;
  if (reason.kind === 'unset')
    return { title: `Declare \`${reason.variable}\` in this stage`, safety: 'safe', edits: [reason.edit] };
  if (reason.kind !== 'ignored')
    return {
      title: `Copy \`${file}\` before this step`,
      safety: 'safe',
      edits: [copyAbove(facts, instruction, file, wanted)],
    };
  if (reason.edit === undefined) return undefined;
  return { title: `Let \`${file}\` pass`, safety: 'safe', edits: [reason.edit] };
}
