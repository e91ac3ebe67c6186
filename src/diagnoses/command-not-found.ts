import { literal } from '../literal.ts';
import { fittingHeadline } from '../symptoms/fitting.ts';
import { locationOf } from '../dockerfile/location.ts';
import { lineage } from '../facts/stages.ts';
import type { Fix, Location } from '../finding.ts';
import { systemInstall } from '../symptoms/build/build-tools.ts';
import {
  alpinePackages,
  alwaysThere,
  condaTools,
  debianPackages,
  distributions,
  pythonTools,
} from '../symptoms/start/program-packages.ts';
import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence, exitEvidence, logTail } from '../symptoms/evidence.ts';
import { application, failedStep, importTraceback, refusedByRunc, requirements, servedBy } from './example.ts';
import { missingProgram } from '../symptoms/start/missing-program.ts';
import { failedPlace, instructionAt } from '../symptoms/place.ts';
import { scriptLine } from '../symptoms/start/script-line.ts';
import { programPlace } from '../symptoms/start.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

export const commandNotFound: Diagnosis = {
  id: 'command-not-found',
  blames: 'image',
  summary: 'a command is called that the image does not have',
  why: 'Slim images bring little more than Python. What a step or the start of the container calls must be installed before, in the same stage, and lie on PATH.',
  references: ['https://docs.docker.com/reference/dockerfile/#run'],
  moments: ['build', 'create', 'exit', 'silent'],
  *recognise(symptoms) {
    const { build, container, facts } = symptoms;
    const missing = missingProgram(symptoms);
    if (missing === undefined || isInRepository(symptoms, missing.program)) return;
    if (symptoms.moment === 'silent' && !repeats(symptoms.log, missing.line)) return;
    const { program } = missing;
    const replaced = replacedPath(symptoms, program);
    const place =
      replaced ??
      (build === undefined
        ? (scriptLine(missing.line, facts) ?? programPlace(facts, program))
        : wordPlace(symptoms, program));
    const name = program.slice(program.lastIndexOf('/') + 1);
    const fix = place === undefined ? undefined : dotForSource(program, place, symptoms);
    yield {
      headline: fittingHeadline(
        build === undefined ? `the image has no \`${name}\`` : `the build stops, the image has no \`${name}\``,
        'a command is called that the image does not have',
      ),
      title: `\`${program}\` is called, and the image does not have it`,
      why:
        replaced !== undefined
          ? 'ENV sets PATH anew, without the folders of the system, so that nothing of it is found.'
          : program.includes('/')
            ? 'Nothing lies at that path in the image.'
            : 'It is on no folder of PATH in this stage.',
      advice:
        replaced !== undefined
          ? 'Add to PATH rather than replace it: `ENV PATH=…:$PATH`.'
          : fix === undefined
            ? adviceFor(name, program, symptoms)
            : `${fix.title}: the shell is sh, not bash.`,
      ...(place === undefined ? {} : { location: place }),
      evidence:
        build === undefined
          ? [...(container === undefined ? [] : exitEvidence(container)), ...logTail(symptoms, 4)]
          : buildEvidence(symptoms, [missing.line]),
      explains: ['build-step-failed', 'still-starting', 'startup-hangs', 'not-a-server'],
      ...(fix === undefined ? {} : { fix }),
    };
  },
  examples: [
    {
      title: 'poetry is called before it is installed',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nRUN poetry install\n',
      saw: {
        build: {
          message: 'failed to solve: process "/bin/sh -c poetry install" did not complete successfully: exit code: 127',
          line: 3,
          step: '[3/3] RUN poetry install',
          exitCode: 127,
          log: ['/bin/sh: 1: poetry: not found'],
        },
      },
      place: 'Dockerfile:3',
    },
    {
      title: 'the same in the exec form, which ends with 1',
      dockerfile: 'FROM python:3.11-slim\nRUN ["poetry", "install"]\n',
      saw: {
        build: {
          message: 'failed to solve: process "poetry install" did not complete successfully: exit code: 1',
          line: 2,
          step: '[2/2] RUN ["poetry", "install"]',
          exitCode: 1,
          log: [
            'runc run failed: unable to start container process: error during container init: exec: "poetry": executable file not found in $PATH',
          ],
        },
      },
      place: 'Dockerfile:2',
    },
    {
      title: 'a word of bash, and the shell is sh',
      dockerfile: 'FROM python:3.11-slim\nRUN python -m venv /venv && source /venv/bin/activate\n',
      saw: {
        build: failedStep(
          2,
          'python -m venv /venv && source /venv/bin/activate',
          ['/bin/sh: 1: source: not found'],
          127,
        ),
      },
      place: 'Dockerfile:2',
      fixed: 'RUN python -m venv /venv && . /venv/bin/activate',
    },
    {
      title: 'pip, which calls git for an address',
      dockerfile: servedBy('["uvicorn", "app:app"]'),
      files: { 'requirements.txt': 'git+https://github.com/encode/httpx\n' },
      saw: {
        build: failedStep(4, 'pip install --no-cache-dir -r requirements.txt', [
          '  Cloning https://github.com/encode/httpx to /tmp/pip-req-build-v4r9ykcj',
          "  ERROR: Error [Errno 2] No such file or directory: 'git' while executing command git version",
          "ERROR: Cannot find command 'git' - do you have 'git' installed and in your PATH?",
        ]),
      },
      place: 'Dockerfile:4',
    },
    {
      title: 'uv, which does not name the program',
      dockerfile: 'FROM python:3.11-slim\nRUN uv pip install --system git+https://github.com/encode/httpx\n',
      saw: {
        build: failedStep(2, 'uv pip install --system git+https://github.com/encode/httpx', [
          '   Updating https://github.com/encode/httpx (HEAD)',
          'error: Git operation failed',
          '  cause: Git executable not found. Ensure that Git is installed and available.',
        ]),
      },
      place: 'Dockerfile:2',
    },
    {
      title: 'the shell that SHELL names',
      dockerfile: 'FROM python:3.11-slim\nSHELL ["/bin/zsh", "-c"]\nRUN true\n',
      saw: {
        build: {
          message: 'failed to solve: process "/bin/zsh -c true" did not complete successfully: exit code: 1',
          line: 3,
          step: '[2/2] RUN true',
          exitCode: 1,
          log: [
            'runc run failed: unable to start container process: error during container init: exec: "/bin/zsh": stat /bin/zsh: no such file or directory',
          ],
        },
      },
      place: 'Dockerfile:3',
    },
    {
      title: 'ENV sets PATH anew, without the folders of the system',
      dockerfile: 'FROM python:3.11-slim\nENV PATH=/opt/venv/bin\nRUN mkdir -p /srv/data\n',
      saw: { build: failedStep(3, 'mkdir -p /srv/data', ['/bin/sh: 1: mkdir: not found'], 127) },
      place: 'Dockerfile:2',
      advice: '$PATH',
    },
    {
      title: 'a program that a package of another name brings',
      dockerfile: 'FROM python:3.11-slim\nRUN pip-sync requirements.txt\n',
      saw: { build: failedStep(2, 'pip-sync requirements.txt', ['/bin/sh: 1: pip-sync: not found'], 127) },
      place: 'Dockerfile:2',
      advice: 'pip-tools',
    },
    {
      title: 'conda, which apt does not have',
      dockerfile: 'FROM python:3.11-slim\nRUN conda env create -f environment.yml\n',
      saw: { build: failedStep(2, 'conda env create -f environment.yml', ['/bin/sh: 1: conda: not found'], 127) },
      place: 'Dockerfile:2',
      advice: 'micromamba',
    },
    {
      title: 'a test of bash, and the shell is sh',
      dockerfile: 'FROM python:3.11-slim\nRUN [[ -d /app ]]\n',
      saw: { build: failedStep(2, '[[ -d /app ]]', ['/bin/sh: 1: [[: not found'], 127) },
      place: 'Dockerfile:2',
      advice: '/bin/bash',
    },
    {
      title: 'the ENTRYPOINT names what is not installed, before a CMD that is in order',
      dockerfile: servedBy('["uvicorn", "app:app"]').replace('CMD', 'ENTRYPOINT ["tini", "--"]\nCMD'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: refusedByRunc(127, 'exec: "tini": executable file not found in $PATH'),
      place: 'Dockerfile:7',
      advice: 'tini',
    },
    {
      title: 'a script that sh reads calls what is not there',
      dockerfile: servedBy('["uvicorn", "app:app"]').replace('CMD', 'ENTRYPOINT ["sh", "entry.sh"]\nCMD'),
      files: { 'requirements.txt': requirements, 'entry.sh': '#!/bin/sh\nexec gosu nobody "$@"\n' },
      saw: { exitCode: 127, log: ['entry.sh: 2: exec: gosu: not found'] },
      place: 'entry.sh:2',
    },
    {
      title: 'a script calls what the image does not have',
      dockerfile: servedBy('["./entrypoint.sh"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': application,
        'entrypoint.sh': '#!/bin/bash\nset -e\npg_isready -h db\nexec uvicorn app:app\n',
      },
      saw: { exitCode: 127, log: ['./entrypoint.sh: line 3: pg_isready: command not found'] },
      place: 'entrypoint.sh:3',
    },
    {
      title: 'a script waits by what the image does not have, for ever',
      dockerfile: servedBy('["./entrypoint.sh"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': application,
        'entrypoint.sh': '#!/bin/sh\nuntil nc -z db 5432; do sleep 1; done\nexec uvicorn app:app\n',
      },
      saw: {
        log: Array.from({ length: 9 }, () => './entrypoint.sh: 2: nc: not found'),
        listening: [],
        waitedMs: 10_000,
        lastLineAtMs: 9_500,
        ended: 'deadline',
        answers: ['reset', 'closed'],
        processes: ['sh ./entrypoint.sh', 'sleep 1'],
      },
      place: 'entrypoint.sh:2',
      advice: 'netcat-openbsd',
    },
    {
      title: 'an entrypoint script calls what is not there',
      dockerfile: servedBy('["sh", "-c", "pg_isready -h db && exec uvicorn app:app"]'),
      files: { 'requirements.txt': requirements },
      saw: { exitCode: 127, log: ['sh: 1: pg_isready: not found'] },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'the CMD is an exec form that is broken: the shell looks for the whole list',
      is: 'exec-form-broken',
      dockerfile: servedBy("['uvicorn','app:app']"),
      saw: { exitCode: 127, log: ['/bin/sh: 1: [uvicorn,app:app]: not found'] },
    },
    {
      title: 'the script is there, and its first line ends with a carriage return',
      is: 'script-crlf',
      dockerfile: servedBy('["sh", "-c", "./start.sh"]'),
      files: { 'start.sh': '#!/bin/sh\r\nexec uvicorn app:app\r\n' },
      saw: { exitCode: 127, log: ['sh: 1: ./start.sh: not found'] },
    },
    {
      title: 'a package of the repository, which is there, and is no program',
      is: 'app-module-not-found',
      dockerfile: servedBy('["python", "-m", "ships"]'),
      files: { 'ships/__init__.py': '', 'ships/main.py': application },
      saw: {
        exitCode: 1,
        log: [
          "/usr/local/bin/python: No module named ships.__main__; 'ships' is a package and cannot be directly executed",
        ],
      },
    },
    {
      title: 'a command that did not matter was missing while it starts, once',
      is: 'still-starting',
      dockerfile: servedBy('["./entrypoint.sh"]'),
      files: { 'entrypoint.sh': '#!/bin/sh\nnc -z db 5432\nexec uvicorn app:app\n', 'app.py': application },
      saw: {
        log: ['./entrypoint.sh: 2: nc: not found'],
        listening: [],
        waitedMs: 10_000,
        ended: 'deadline',
        answers: ['reset', 'closed'],
        processes: ['python uvicorn app:app'],
      },
    },
    {
      title: 'a command that did not matter was missing, long before the end',
      is: 'missing-requirement',
      dockerfile: servedBy('["sh", "-c", "pg_isready; exec uvicorn app:app"]'),
      files: { 'app.py': 'import httpx\n' },
      saw: {
        exitCode: 1,
        log: [
          'sh: 1: pg_isready: not found',
          ...importTraceback(
            '  File "/app/app.py", line 1, in <module>',
            '    import httpx',
            "ModuleNotFoundError: No module named 'httpx'",
          ),
        ],
      },
    },
  ],
};

/** A loop that waits by it says nothing else, again and again. */
function repeats(log: readonly string[], line: string): boolean {
  const last = log.filter((each) => each.trim() !== '').slice(-4);
  return last.length === 4 && last.filter((each) => each.trim() === line).length >= 2;
}

/** A file that is there and is not found has an interpreter that is not there: another cause. */
function isInRepository({ facts }: Symptoms, program: string): boolean {
  const name = program.replace(/^\.?\//, '');
  return (
    program.includes('/') && facts.context.listing.files.some((file) => file === name || name.endsWith(`/${file}`))
  );
}

function adviceFor(name: string, program: string, { facts, build }: Symptoms): string {
  if (/^(?:ba|da|a|k|z)?sh$/.test(name))
    return 'Build on an image that has this shell, or name one that is there with SHELL; without any, RUN takes the exec form alone.';
  if (program.includes('/')) return 'Correct the path, or copy the file there.';
  if (name === 'source') return 'Write `.` instead of `source`: the shell is sh, not bash.';
  if (name === 'sudo') return 'Leave `sudo` out: the build runs as root until `USER`.';
  if (/^apt(?:-get|itude)?$/.test(name))
    return 'Write `apk add --no-cache …`: the base image is no Debian, or build on one that is.';
  if (name === 'apk') return 'Write `apt-get update && apt-get install -y …`: the base image is no Alpine.';
  if (/^(?:python|pip)[\d.]*$/.test(name))
    return 'Build on an image that brings Python, such as `python:3.12-slim`, or install it before.';
  const distribution = distributions[name] ?? (pythonTools.has(name) ? name : undefined);
  if (condaTools.has(name))
    return `Build on an image that brings it, such as \`mambaorg/micromamba\`, or install from a requirements file by pip.`;
  if (name === '[[') return 'Write a test of sh, `[ … ]`, or run bash: `SHELL ["/bin/bash", "-c"]`.';
  if (distribution !== undefined) return `Install it before: \`RUN pip install --no-cache-dir ${distribution}==…\`.`;
  const debian = debianPackages[name] ?? name;
  const instruction = instructionAt(facts, build?.failure.line) ?? facts.imageInstructions.at(-1);
  const install = systemInstall(instruction, facts, { debian, alpine: alpinePackages[name] ?? debian });
  return `Install it before, in the same stage: \`${install}\`.`;
}

/** The ENV that leaves the folders of the system out of PATH, where it is one of their programs that is not found. */
function replacedPath({ facts, build }: Symptoms, program: string): Location | undefined {
  if (!alwaysThere.has(program)) return undefined;
  const instruction = build === undefined ? facts.imageInstructions.at(-1) : instructionAt(facts, build.failure.line);
  const stage = instruction === undefined ? undefined : facts.placeOf(instruction)?.stage;
  const setting = (stage === undefined ? [] : lineage(stage))
    .flatMap(({ instructions }) => instructions)
    .filter(({ keyword, span }) => keyword === 'ENV' && span.start < (instruction?.span.start ?? 0))
    .flatMap(({ assignments }) => assignments)
    .findLast(({ name }) => name === 'PATH');
  if (setting === undefined || instruction === undefined) return undefined;
  const path = facts.stateAt(instruction)?.variable('PATH');
  if (path === undefined || path.split(':').some((folder) => /^\/(?:usr\/)?bin\/?$/.test(folder))) return undefined;
  return locationOf(facts.dockerfile, setting.span);
}

/** sh knows `source` as `.` alone. */
function dotForSource(program: string, location: Location, { facts, build }: Symptoms): Fix | undefined {
  if (program !== 'source' || build === undefined || location.path !== facts.dockerfile.path) return undefined;
  if (location.line !== location.endLine || location.endColumn - location.column !== program.length) return undefined;
  return { title: 'Write `.` instead of `source`', safety: 'safe', edits: [{ location, text: '.' }] };
}

/** The word in the RUN that calls it, where it stands there. */
function wordPlace({ facts, build }: Symptoms, program: string): Location | undefined {
  const line = build?.failure.line;
  const instruction = instructionAt(facts, line);
  if (instruction === undefined) return failedPlace(facts, line);
  const { start, end } = instruction.span;
  const text = facts.dockerfile.text.slice(start, end);
  const escaped = literal(program);
  const index = new RegExp(`(?<![\\w./-])${escaped}(?![\\w-])`).exec(text)?.index;
  if (index === undefined) return failedPlace(facts, line);
  return locationOf(facts.dockerfile, { start: start + index, end: start + index + program.length });
}
