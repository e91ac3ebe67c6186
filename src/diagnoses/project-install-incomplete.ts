import type { Instruction } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';
import type { Fix, Location } from '../finding.ts';
import type { CommandWord } from '../servers/server.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { incompleteProject, type IncompleteProject } from '../symptoms/build/incomplete-project.ts';
import { installerOf, type Installer } from '../symptoms/build/installer.ts';
import { failedPlace, instructionAt, linePlace } from '../symptoms/place.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import type { Diagnosis } from './diagnosis.ts';
import { failedStep } from './example.ts';

const project = '[project]\nname = "ships"\nversion = "1"\nreadme = "README.md"\nrequires-python = ">=3.11"\n';

export const projectInstallIncomplete: Diagnosis = {
  id: 'project-install-incomplete',
  blames: 'image',
  summary: 'the project itself is installed, and a part of it that this needs is not there',
  why: 'poetry, uv and pip also install the project of pyproject.toml, not only what it depends on. For that its README, its package folder and, with some, the history of git must be in the image; and a service that is started from its folder need not be installed at all.',
  references: [
    'https://python-poetry.org/docs/basic-usage/#operating-modes',
    'https://setuptools.pypa.io/en/latest/userguide/package_discovery.html',
    'https://docs.astral.sh/uv/guides/integration/docker/#intermediate-layers',
  ],
  moments: ['build'],
  *recognise(symptoms) {
    const found = incompleteProject(symptoms.log, symptoms.facts);
    if (found === undefined) return;
    const installer = installerOf(symptoms);
    const fix = fixOf(installer, symptoms);
    const place = placeOf(found, fix, symptoms);
    yield {
      headline: headlines[found.kind],
      title: titleOf(found),
      why: whys[found.kind],
      advice: adviceFor(found, installer, fix),
      ...(place === undefined ? {} : { location: place }),
      evidence: buildEvidence(symptoms, [found.line]),
      explains: ['build-step-failed', 'compiler-missing', 'command-not-found'],
      ...(fix === undefined ? {} : { fix }),
    };
  },
  examples: [
    {
      title: 'poetry, a README that is not copied',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY pyproject.toml .\nRUN poetry install\nCOPY . .\n',
      files: { 'pyproject.toml': project, 'README.md': '# Ships\n' },
      saw: {
        build: failedStep(4, 'poetry install', [
          'Installing the current project: ships (1)',
          '',
          'Error: The current project could not be installed: Readme path `/app/README.md` does not exist.',
          'If you do not want to install the current project use --no-root.',
        ]),
      },
      place: 'Dockerfile:4',
      fixed: 'RUN poetry install --no-root',
    },
    {
      title: 'poetry, an application that is no package',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\nRUN poetry install --only main\n',
      files: { 'pyproject.toml': project, 'app.py': '' },
      saw: {
        build: failedStep(4, 'poetry install --only main', [
          'Installing the current project: ships (1)',
          '',
          'Error: The current project could not be installed: No file/folder found for package ships',
        ]),
      },
      place: 'Dockerfile:4',
      fixed: 'RUN poetry install --no-root --only main',
    },
    {
      title: 'uv with hatchling',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY pyproject.toml uv.lock ./\nRUN uv sync --frozen\n',
      files: { 'pyproject.toml': project, 'uv.lock': 'version = 1\n' },
      saw: {
        build: failedStep(4, 'uv sync --frozen', [
          '   Building ships @ file:///app',
          'error: Failed to build `ships @ file:///app`',
          '  cause: The build backend returned an error',
          '  cause: Call to `hatchling.build.build_editable` failed (exit status: 1)',
          '         OSError: Readme file does not exist: README.md',
        ]),
      },
      place: 'Dockerfile:4',
      fixed: 'RUN uv sync --no-install-project --frozen',
    },
    {
      title: 'pip with setuptools, and two folders at the top',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\nRUN pip install --no-cache-dir .\n',
      files: { 'pyproject.toml': project, 'app/x.py': '', 'data/x.py': '' },
      saw: {
        build: failedStep(4, 'pip install --no-cache-dir .', [
          '  × Getting requirements to build wheel did not run successfully.',
          "      error: Multiple top-level packages discovered in a flat-layout: ['app', 'data'].",
          '      To avoid accidental inclusion of unwanted files or directories,',
          'error: subprocess-exited-with-error',
        ]),
      },
      place: 'pyproject.toml:1',
    },
    {
      title: 'a setup.py that reads what was not copied',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY setup.py .\nRUN pip install --no-cache-dir .\nCOPY . .\n',
      files: { 'setup.py': 'open("README.md").read()\n', 'README.md': '' },
      saw: {
        build: failedStep(4, 'pip install --no-cache-dir .', [
          '  × python setup.py egg_info did not run successfully.',
          "      FileNotFoundError: [Errno 2] No such file or directory: 'README.md'",
          'error: metadata-generation-failed',
        ]),
      },
      place: 'Dockerfile:4',
    },
  ],
  confusions: [
    {
      title: 'a package of others is built, and misses a compiler',
      is: 'compiler-missing',
      dockerfile: 'FROM python:3.11-slim\nRUN uv pip install --system netifaces\n',
      saw: {
        build: failedStep(2, 'uv pip install --system netifaces', [
          'error: Failed to build `netifaces==0.11.0`',
          "         error: [Errno 2] No such file or directory: 'x86_64-linux-gnu-gcc'",
        ]),
      },
    },
  ],
};

const headlines: Readonly<Record<IncompleteProject['kind'], string>> = {
  file: 'the build stops, a file of the project is missing',
  package: 'the build stops, the project has no package to install',
  layout: 'the build stops, the project has several packages',
  version: 'the build stops, the project finds no version',
};
const whys: Readonly<Record<IncompleteProject['kind'], string>> = {
  file: 'The step installs the project itself, and its description names a file that is not in the image yet.',
  package: 'The step installs the project itself, and where its package should be the image has nothing.',
  layout: 'Setuptools takes one folder at the top for the package, and does not choose among several.',
  version: 'The version is read from the history of git, which is not in the image.',
};

function titleOf({ kind, name }: IncompleteProject): string {
  switch (kind) {
    case 'file':
      return name === undefined
        ? 'the project names a file that is not there'
        : `the project names \`${name.slice(-40)}\`, and it is not there`;
    case 'package':
      return name === undefined || name.length > 40
        ? 'the project is to be installed, and has no package'
        : `the project is to be installed, and its package \`${name}\` is not there`;
    case 'layout':
      return 'the project has several folders at its top, and says not which is its package';
    case 'version':
      return 'the project takes its version from git, and git is not there';
  }
}

function adviceFor({ kind, name }: IncompleteProject, installer: Installer, fix: Fix | undefined): string {
  if (kind === 'version')
    return 'Hand the version in: `ARG VERSION` and `ENV SETUPTOOLS_SCM_PRETEND_VERSION=$VERSION` before the step.';
  const file = name === undefined ? 'what is missing' : `\`${name.replace(/^\/app\//, '')}\``;
  const copied = kind === 'file' ? `copy ${file} before this step` : 'copy the source before this step';
  if (fix !== undefined && kind === 'layout') return `${fix.title}, or name the package in \`[tool.setuptools]\`.`;
  if (fix !== undefined) return `${fix.title}, or ${copied} where the project must be installed.`;
  if (kind === 'layout')
    return 'Name the package under `[tool.setuptools]`: `packages = ["app"]`, or `py-modules = []`.';
  const declared = installer === 'pip' && kind === 'package' ? ', and name its folder in `pyproject.toml`' : '';
  return `${copied.replace(/^c/, 'C')}${declared}.`;
}

const switches: Readonly<Partial<Record<Installer, { readonly option: string; readonly verbs: readonly string[] }>>> = {
  poetry: { option: '--no-root', verbs: ['install', 'sync'] },
  uv: { option: '--no-install-project', verbs: ['sync'] },
  pdm: { option: '--no-self', verbs: ['install', 'sync'] },
};

/** The tools that can leave the project out: a server that is started from its folder does not need it installed. */
function fixOf(installer: Installer, { facts, build }: Symptoms): Fix | undefined {
  const known = switches[installer];
  const instruction = instructionAt(facts, build?.failure.line);
  const verb =
    known === undefined || instruction === undefined ? undefined : verbIn(instruction, known.verbs, installer, facts);
  if (known === undefined || verb === undefined) return undefined;
  const { path, endLine: line, endColumn: column } = verb.whole;
  const location: Location = { path, line, column, endLine: line, endColumn: column };
  return {
    title: `Leave the project out by \`${known.option}\``,
    // Where the server finds its module without it, nothing changes.
    safety: facts.appModule?.state === 'found' ? 'safe' : 'unsafe',
    edits: [{ location, text: verb.form === 'json' ? `, "${known.option}"` : ` ${known.option}` }],
  };
}

function verbIn(
  instruction: Instruction,
  verbs: readonly string[],
  tool: string,
  facts: Facts,
): CommandWord | undefined {
  return facts
    .shellOf(instruction)
    .commands.filter(({ words }) => words[0]?.text.endsWith(tool) === true)
    .flatMap(({ words }) => words.find(({ text }) => verbs.includes(text)) ?? [])[0];
}

/** Where only the project can say what its package is, its own description; else the step. */
function placeOf({ kind }: IncompleteProject, fix: Fix | undefined, { facts, build }: Symptoms): Location | undefined {
  const step = failedPlace(facts, build?.failure.line);
  if (kind !== 'layout' || fix !== undefined) return step;
  const lines = facts.context.readText('pyproject.toml')?.split(/\r\n|\n|\r/) ?? [];
  const table = lines.findIndex((line) => /^\[(?:tool\.setuptools|project)\b/.test(line.trim()));
  return (table < 0 ? undefined : linePlace(facts, 'pyproject.toml', table + 1)?.location) ?? step;
}
