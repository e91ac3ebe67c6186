import { fittingHeadline } from '../symptoms/fitting.ts';
import path from 'node:path';
import { readRequirementsFile, type RequirementsFile } from '../facts/requirements.ts';
import type { Edit, Fix, Location } from '../finding.ts';
import { onlyNearest } from '../nearest.ts';
import { absentFile, copyAbove, type AbsentFile } from '../symptoms/files/absent-file.ts';
import { absentList, type AbsentList } from '../symptoms/build/absent-list.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { failedPlace } from '../symptoms/place.ts';
import { spoken } from '../symptoms/start.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import type { Diagnosis } from './diagnosis.ts';
import { failedStep, servedBy } from './example.ts';

const install = 'pip install --no-cache-dir -r requirements.txt';
const notThere = (file: string): string =>
  `ERROR: Could not open requirements file: [Errno 2] No such file or directory: '${file}'`;

export const requirementsFileAbsent: Diagnosis = {
  id: 'requirements-file-absent',
  blames: 'image',
  summary: 'the file that lists what to install is not in the image when the step runs',
  why: 'A step sees only what the lines above it have copied. A COPY that stands below comes too late, and a file that another one includes by `-r` must be copied as well.',
  references: ['https://docs.docker.com/reference/dockerfile/#copy'],
  moments: ['build'],
  *recognise(symptoms) {
    const list = absentList(symptoms);
    if (list === undefined) return;
    const { facts } = symptoms;
    const { wanted, folder, instruction } = list;
    const name = path.posix.basename(wanted);
    const reason = absentFile(facts, instruction, folder, wanted);
    const fix = fixOf(list, reason, symptoms);
    const place = placeOf(list, reason, symptoms);
    yield {
      headline: fittingHeadline(
        `the build stops, ${reason.kind === 'absent' ? `there is no \`${name}\`` : `\`${name}\` is not there yet`}`,
        `the build stops, no \`${name}\``,
        'the build stops, a file to install from is missing',
      ),
      title: titleOf(name, reason),
      why: whyOf(name, reason, list),
      advice: fix === undefined ? adviceFor(name, reason, list) : `${fix.title}.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: [
        ...buildEvidence(symptoms, [list.line]),
        ...(reason.kind === 'elsewhere'
          ? [{ kind: 'source' as const, location: reason.location, note: `brings it to \`${reason.imagePath}\`` }]
          : []),
      ],
      explains: ['build-step-failed', 'lockfile-absent', 'project-install-incomplete'],
      ...(fix === undefined ? {} : { fix }),
    };
  },
  examples: [
    {
      title: 'COPY comes later',
      dockerfile: `FROM python:3.11-slim\nWORKDIR /app\nRUN ${install}\nCOPY . .\n`,
      files: { 'requirements.txt': 'idna\n' },
      saw: { build: failedStep(3, install, [notThere('requirements.txt')]) },
      place: 'Dockerfile:3',
      fixed: 'COPY requirements.txt .',
    },
    {
      title: 'one that another includes was not copied',
      dockerfile: servedBy('["uvicorn", "app:app"]'),
      files: { 'requirements.txt': '# all\n-r base.txt\n', 'base.txt': 'idna\n' },
      saw: { build: failedStep(4, install, [notThere('base.txt')]) },
      place: 'Dockerfile:4',
      fixed: 'COPY base.txt .',
    },
    {
      title: '.dockerignore keeps it from the build',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\nRUN pip install -r requirements.txt\n',
      files: { 'requirements.txt': 'idna\n', '.dockerignore': '# notes\n*.txt\n' },
      saw: { build: failedStep(4, 'pip install -r requirements.txt', [notThere('requirements.txt')]) },
      place: '.dockerignore:2',
      fixed: '!requirements.txt',
    },
    {
      title: 'uv, a name that is misspelt',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\nRUN uv pip install --system -r requirments.txt\n',
      files: { 'requirements.txt': 'idna\n' },
      saw: {
        build: failedStep(
          4,
          'uv pip install --system -r requirments.txt',
          ['error: File not found: requirments.txt'],
          2,
        ),
      },
      place: 'Dockerfile:4',
      fixed: 'RUN uv pip install --system -r requirements.txt',
    },
    {
      title: 'poetry, without its pyproject.toml',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nRUN poetry install --no-root\nCOPY . .\n',
      files: { 'pyproject.toml': '[project]\nname = "ships"\nversion = "1"\n' },
      saw: {
        build: failedStep(3, 'poetry install --no-root', [
          '',
          'Poetry could not find a pyproject.toml file in /app or its parents',
        ]),
      },
      place: 'Dockerfile:3',
      fixed: 'COPY pyproject.toml .',
    },
    {
      title: 'the project itself is installed before it is copied',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nRUN pip install --no-cache-dir .\nCOPY . .\n',
      files: { 'pyproject.toml': '[project]\nname = "ships"\nversion = "1"\n' },
      saw: {
        build: failedStep(3, 'pip install --no-cache-dir .', [
          "ERROR: Directory '.' is not installable. Neither 'setup.py' nor 'pyproject.toml' found.",
        ]),
      },
      place: 'Dockerfile:3',
    },
    {
      title: 'a line of the requirements installs the project itself',
      dockerfile: servedBy('["uvicorn", "app:app"]'),
      files: { 'requirements.txt': 'idna\n-e .\n', 'setup.py': 'from setuptools import setup\nsetup()\n' },
      saw: {
        build: failedStep(4, install, [
          'Obtaining file:///app (from -r requirements.txt (line 2))',
          "ERROR: file:///app (from -r requirements.txt (line 2)) does not appear to be a Python project: neither 'setup.py' nor 'pyproject.toml' found.",
        ]),
      },
      place: 'Dockerfile:4',
      advice: 'Copy the project before this step',
    },
    {
      title: 'it was copied elsewhere: the next step does not begin where `cd` went',
      dockerfile: 'FROM python:3.11-slim\nCOPY . /srv/app/\nRUN cd /srv/app\nRUN pip install -r requirements.txt\n',
      files: { 'requirements.txt': 'idna\n' },
      saw: { build: failedStep(4, 'pip install -r requirements.txt', [notThere('requirements.txt')]) },
      place: 'Dockerfile:4',
      fixed: 'RUN pip install -r /srv/app/requirements.txt',
    },
    {
      title: 'it was copied elsewhere: the variable has no value in the stage',
      dockerfile:
        'ARG HOME_OF_APP=/srv/app\nFROM python:3.11-slim\nCOPY requirements.txt ${HOME_OF_APP}/requirements.txt\nRUN pip install -r /srv/app/requirements.txt\n',
      files: { 'requirements.txt': 'idna\n' },
      saw: {
        build: failedStep(4, 'pip install -r /srv/app/requirements.txt', [notThere('/srv/app/requirements.txt')]),
      },
      place: 'Dockerfile:3',
      fixed: 'ARG HOME_OF_APP',
    },
  ],
  confusions: [
    {
      title: 'COPY names it, and the context has none',
      is: 'copy-source-absent',
      dockerfile: servedBy('["uvicorn", "app:app"]'),
      saw: {
        build: {
          message:
            'failed to solve: failed to compute cache key: failed to calculate checksum of ref 13e3d222::yk5q: "/requirements.txt": not found',
          line: 3,
          step: '[3/5] COPY requirements.txt .',
        },
      },
    },
    {
      title: 'it is there, and a line of it names a path that is not',
      is: 'requirements-file-invalid',
      dockerfile: servedBy('["uvicorn", "app:app"]'),
      files: { 'requirements.txt': './lib\n' },
      saw: {
        build: failedStep(4, install, [
          "ERROR: Invalid requirement: './lib' (from line 1 of requirements.txt)",
          "Hint: It looks like a path. File './lib' does not exist.",
        ]),
      },
    },
  ],
};

function titleOf(name: string, reason: AbsentFile): string {
  switch (reason.kind) {
    case 'later':
      return `the step reads \`${name}\`, and it is copied only below`;
    case 'ignored':
      return `the step reads \`${name}\`, and \`.dockerignore\` keeps it from the build`;
    case 'elsewhere':
      return `the step reads \`${name}\`, and it was copied to another place`;
    case 'unset':
      return `\`${reason.variable}\` has no value in this stage, so \`${name}\` is copied elsewhere`;
    case 'uncopied':
      return `the step reads \`${name}\`, and nothing copies it into the image`;
    case 'absent':
      return `the step reads \`${name}\`, and there is none`;
  }
}

function whyOf(name: string, reason: AbsentFile, { word, instruction, wanted }: AbsentList): string {
  const nested = word === undefined && /\.(?:txt|in)$/.test(wanted) && instruction.text.includes('-r');
  if (reason.kind === 'elsewhere') return `${spoken(reason.location)} brings it to \`${reason.imagePath}\`.`;
  if (reason.kind === 'unset') return 'ARG above FROM counts for FROM alone, until the stage declares it again.';
  if (nested && reason.kind !== 'ignored') return `A requirements file includes \`${name}\`, which must be copied too.`;
  return reason.kind === 'later'
    ? `${spoken(reason.location)} brings it, after this step has run.`
    : 'A step sees only what the lines above it have copied.';
}

function adviceFor(name: string, reason: AbsentFile, { ofProject }: AbsentList): string {
  if (ofProject && (reason.kind === 'later' || reason.kind === 'uncopied'))
    return 'Copy the project before this step: it builds the project, and needs its whole source.';
  switch (reason.kind) {
    case 'later':
    case 'uncopied':
      return `Copy \`${reason.file}\` before this step.`;
    case 'ignored':
      return `Let it pass: add the line \`!${reason.file}\` to \`.dockerignore\`.`;
    case 'elsewhere':
      return `Let the step work in \`${path.posix.dirname(reason.imagePath)}\` with WORKDIR, or copy \`${reason.file}\` to where it is read.`;
    case 'unset':
      return `Declare \`${reason.variable}\` in this stage: \`ARG ${reason.variable}\` below its FROM.`;
    case 'absent':
      return `Add \`${name}\` to the repository, or correct its name and the folder that the step works in.`;
  }
}

function placeOf({ word }: AbsentList, reason: AbsentFile, { facts, build }: Symptoms): Location | undefined {
  const cause = reason.kind === 'ignored' || reason.kind === 'unset' ? reason.location : undefined;
  return cause ?? word ?? failedPlace(facts, build?.failure.line);
}

/** The missing COPY, the line that lets it pass, or the right name of a file that is there. */
function fixOf(
  { wanted, word, literal, instruction, ofProject }: AbsentList,
  reason: AbsentFile,
  { facts }: Symptoms,
): Fix | undefined {
  switch (reason.kind) {
    case 'later':
    case 'uncopied': {
      if (ofProject) return undefined;
      const edits = [{ file: reason.file, wanted }, ...includedBy(reason.file, wanted, facts)].map((each) =>
        copyAbove(facts, instruction, each.file, each.wanted),
      );
      return { title: `Copy \`${reason.file}\` before this step`, safety: 'safe', edits: joined(edits) };
    }
    case 'ignored': {
      if (reason.edit === undefined) return undefined;
      return { title: `Let \`${reason.file}\` pass`, safety: 'safe', edits: [reason.edit] };
    }
    case 'elsewhere': {
      if (ofProject || word === undefined || !literal) return undefined;
      const text = reason.imagePath;
      return { title: `Read \`${text}\``, safety: 'safe', edits: [{ location: word, text }] };
    }
    case 'unset':
      return { title: `Declare \`${reason.variable}\` in this stage`, safety: 'safe', edits: [reason.edit] };
    case 'absent': {
      const near = word === undefined || !literal ? undefined : onlyNearest(wanted, facts.context.listing.files);
      if (near === undefined || word === undefined) return undefined;
      return { title: `Write \`${near}\``, safety: 'safe', edits: [{ location: word, text: near }] };
    }
  }
}

/** What it includes, which the step reads from the same place: copied only where it is there and may be copied. */
function includedBy(
  file: string,
  wanted: string,
  { context }: Symptoms['facts'],
): readonly { readonly file: string; readonly wanted: string }[] {
  const read = readRequirementsFile(context, file);
  return (read === undefined ? [] : allIncluded(read))
    .filter((each) => context.kindOf(each) === 'file' && !context.isIgnored(each))
    .map((each) => ({
      file: each,
      wanted: path.posix.join(path.posix.dirname(wanted), path.posix.relative(path.posix.dirname(file), each)),
    }));
}

function allIncluded({ includes, constraints }: RequirementsFile): readonly string[] {
  return [
    ...constraints,
    ...includes.flatMap((include) => [include.path, ...(include.file === undefined ? [] : allIncluded(include.file))]),
  ];
}

/** All of them stand at one place, so they are one edit. */
function joined(edits: readonly Edit[]): readonly Edit[] {
  const [first] = edits;
  return first === undefined ? [] : [{ ...first, text: edits.map(({ text }) => text).join('') }];
}
