import { locationOf } from '../dockerfile/location.ts';
import type { Copy } from '../facts/copies.ts';
import type { Facts } from '../facts/facts.ts';
import type { Location } from '../finding.ts';
import { isServerProgram } from '../servers/index.ts';
import type { Diagnosis, Recognised } from './diagnosis.ts';
import { exitEvidence, logTail } from '../symptoms/evidence.ts';
import { application, refusedByRunc, requirements, servedBy } from './example.ts';
import { missingProgram } from '../symptoms/start/missing-program.ts';
import { isDeclared, pinnedElsewhere, requirementPlace } from '../symptoms/python/python-packages.ts';
import { serverOf, spoken, startPlace } from '../symptoms/start.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

export const serverNotInstalled: Diagnosis = {
  id: 'server-not-installed',
  blames: 'image',
  summary: 'the image does not have the server that its command starts',
  why: 'FastAPI and Starlette do not bring a server with them. uvicorn, gunicorn and their like are packages of their own: they must be installed, in the environment that is on PATH when the container starts.',
  references: ['https://fastapi.tiangolo.com/deployment/manually/'],
  moments: ['create', 'exit'],
  *recognise(symptoms) {
    const missing = missingProgram(symptoms);
    if (missing === undefined || !isServer(missing.program, symptoms)) return;
    yield told(symptoms, missing.program);
  },
  examples: [
    {
      title: 'uvicorn is not among the requirements',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: { 'requirements.txt': 'fastapi==0.165.0\n', 'app.py': application },
      saw: refusedByRunc(127, 'exec: "uvicorn": executable file not found in $PATH'),
      place: 'requirements.txt:1',
    },
    {
      title: 'the same through a shell',
      dockerfile: servedBy('uvicorn app:app --host 0.0.0.0'),
      files: { 'requirements.txt': 'fastapi==0.165.0\n', 'app.py': application },
      saw: { exitCode: 127, log: ['/bin/sh: 1: uvicorn: not found'] },
      place: 'requirements.txt:1',
    },
    {
      title: 'pipenv has installed it into an environment of its own',
      dockerfile:
        'FROM python:3.11-slim\nRUN pip install pipenv\nWORKDIR /app\nCOPY . .\nRUN pipenv install --deploy\nCMD ["uvicorn", "app:app"]\n',
      files: { Pipfile: '[packages]\nuvicorn = "*"\n', 'Pipfile.lock': '{}', 'app.py': application },
      saw: refusedByRunc(127, 'exec: "uvicorn": executable file not found in $PATH'),
      place: 'Dockerfile:5',
      advice: '--system',
    },
    {
      title: 'poetry has installed it into an environment of its own',
      dockerfile:
        'FROM python:3.11-slim\nRUN pip install poetry\nWORKDIR /app\nCOPY . .\nRUN poetry install --only main --no-root\nCMD uvicorn app:app\n',
      files: {
        'pyproject.toml': '[project]\nname = "ships"\nversion = "1"\ndependencies = ["uvicorn"]\n',
        'app.py': application,
      },
      saw: { exitCode: 127, log: ['/bin/sh: 1: uvicorn: not found'] },
      place: 'Dockerfile:5',
      advice: 'POETRY_VIRTUALENVS_CREATE=false',
    },
    {
      title: 'a manager of processes starts it, by its Procfile',
      dockerfile: servedBy('["honcho", "start"]'),
      files: { 'requirements.txt': 'honcho==2.0.0\n', 'app.py': application, Procfile: 'web: hypercorn app:app\n' },
      saw: {
        exitCode: 127,
        log: [
          '13:34:03 system | web.1 started (pid=7)',
          '13:34:03 web.1  | /bin/sh: 1: hypercorn: not found',
          '13:34:03 system | web.1 stopped (rc=127)',
        ],
      },
      place: 'requirements.txt:1',
    },
    {
      title: 'the same as a module; a file for development pins it',
      dockerfile: servedBy('["python", "-m", "uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: {
        'requirements.txt': 'fastapi==0.165.0\n',
        'requirements-dev.txt': 'uvicorn==0.54.0\n',
        'app.py': application,
      },
      saw: { exitCode: 1, log: ['/usr/local/bin/python: No module named uvicorn'] },
      place: 'requirements.txt:1',
      fixed: 'uvicorn==0.54.0',
    },
    {
      title: 'the packages were copied from another stage, and their programs were not',
      dockerfile: [
        'FROM python:3.11-slim AS build',
        'COPY requirements.txt .',
        'RUN pip install --no-cache-dir -r requirements.txt',
        'FROM python:3.11-slim',
        'WORKDIR /app',
        'COPY --from=build /usr/local/lib/python3.11/site-packages /usr/local/lib/python3.11/site-packages',
        'COPY . .',
        'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]',
        '',
      ].join('\n'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: refusedByRunc(127, 'exec: "uvicorn": executable file not found in $PATH'),
      place: 'Dockerfile:6',
      fixed: 'CMD ["python", "-m", "uvicorn", "app:app", "--host", "0.0.0.0"]',
    },
    {
      title: "a user's packages were copied, and nothing puts their programs on PATH",
      dockerfile: [
        'FROM python:3.11-slim AS build',
        'COPY requirements.txt .',
        'RUN pip install --user --no-cache-dir -r requirements.txt',
        'FROM python:3.11-slim',
        'WORKDIR /app',
        'COPY --from=build /root/.local /root/.local',
        'COPY . .',
        'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]',
        '',
      ].join('\n'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: refusedByRunc(127, 'exec: "uvicorn": executable file not found in $PATH'),
      place: 'Dockerfile:6',
    },
  ],
  confusions: [
    {
      title: 'another program than a server is missing',
      is: 'command-not-found',
      dockerfile: servedBy('["./serve"]'),
      saw: {
        create: {
          exitCode: 127,
          stderr: 'docker: Error response from daemon: … exec: "honcho": executable file not found in $PATH',
        },
        ended: 'not-started',
      },
    },
    {
      title: 'the application itself imports uvicorn, and nothing installs it',
      is: 'missing-requirement',
      dockerfile: servedBy('["python", "app.py"]'),
      files: { 'requirements.txt': 'fastapi==0.165.0\n', 'app.py': 'import uvicorn\n' },
      saw: {
        exitCode: 1,
        log: [
          'Traceback (most recent call last):',
          '  File "/app/app.py", line 1, in <module>',
          '    import uvicorn',
          "ModuleNotFoundError: No module named 'uvicorn'",
        ],
      },
    },
  ],
};

function isServer(program: string, { facts }: Symptoms): boolean {
  const name = program.slice(program.lastIndexOf('/') + 1);
  return (
    isServerProgram(name) ||
    ['daphne', 'waitress-serve', 'waitress'].includes(name) ||
    name === serverOf(facts)?.program.text
  );
}

function told(symptoms: Symptoms, program: string): Recognised {
  const { facts, container } = symptoms;
  const name = program.slice(program.lastIndexOf('/') + 1);
  const distribution = name === 'fastapi' ? 'fastapi-cli' : name;
  const declared = isDeclared(facts, distribution)[0];
  const apart =
    declared === undefined || copiedWithoutPrograms(facts) === undefined ? installedApart(facts) : undefined;
  const remedy =
    apart ??
    (declared === undefined ? notListed(facts, distribution) : installedElsewhere(facts, name, declared.location));
  const { location = startPlace(facts), ...words } = remedy;
  return {
    headline: `the image has no \`${name}\``,
    title: `the command starts \`${name}\`, and the image does not have it`,
    ...words,
    ...(location === undefined ? {} : { location }),
    evidence: [...(container === undefined ? [] : exitEvidence(container)), ...logTail(symptoms, 4)],
    explains: ['command-not-found', 'app-module-not-found', 'missing-requirement'],
  };
}

type Remedy = Pick<Recognised, 'why' | 'advice' | 'location' | 'fix'>;

/** Its package is asked for, and its program is not where the start looks. */
function installedElsewhere(facts: Facts, name: string, declared: Location): Remedy {
  const partial = copiedWithoutPrograms(facts);
  const start = startPlace(facts);
  if (partial === undefined)
    return {
      why: `${spoken(declared)} asks for it, so it is installed where the start does not look: in another stage, in an environment that is not on PATH, or not at all.`,
      advice:
        'Install it in the final stage, or put the environment that has it on PATH: `ENV PATH=/opt/venv/bin:$PATH`.',
      ...(start === undefined ? {} : { location: start }),
    };
  const location = locationOf(facts.dockerfile, partial.instruction.span);
  const from = partial.from.kind === 'stage' ? (partial.from.stage.name ?? partial.from.stage.index) : '…';
  if (partial.destination?.endsWith('/.local') === true)
    return {
      why: `It comes with \`${partial.destination}\`, and nothing puts \`${partial.destination}/bin\` on PATH.`,
      advice: `Put it there: \`ENV PATH=${partial.destination}/bin:$PATH\`.`,
      location,
    };
  const word = serverOf(facts)?.program;
  const asModule = word?.form === 'json' ? `"python", "-m", "${name}"` : `python -m ${name}`;
  return {
    why: `The packages are copied from the stage \`${from}\`, and their programs, which lie in \`/usr/local/bin\`, are not.`,
    advice: `Start the module, \`python -m ${name}\`, or copy the programs too: \`COPY --from=${from} /usr/local/bin /usr/local/bin\`.`,
    location,
    ...(word?.text === name && word.literal
      ? {
          fix: {
            title: `Start \`python -m ${name}\``,
            safety: 'safe',
            edits: [{ location: word.whole, text: asModule }],
          },
        }
      : {}),
  };
}

/** A COPY that brings the packages of another stage, or of a user's folder, whose programs are on no folder of PATH. */
function copiedWithoutPrograms(facts: Facts): Copy | undefined {
  const copies = facts.imageInstructions.flatMap((instruction) => facts.copyOf(instruction) ?? []);
  const others = copies.filter(({ from }) => from.kind !== 'context');
  const path = facts.startCommand?.environment('PATH')?.text ?? '';
  const isBrought = others.some(
    ({ sources, destination }) =>
      sources.some(({ text }) => /(?:^|\/)bin(?:\/|$)|^\/usr\/local\/?$/.test(text)) && destination !== undefined,
  );
  return others.findLast(
    ({ sources, destination }) =>
      (!isBrought && sources.some(({ text }) => /(?:site|dist)-packages|\/lib\/python[\d.]*\/?$/.test(text))) ||
      (destination?.endsWith('/.local') === true && !path.includes(`${destination}/bin`)),
  );
}

/** poetry and pipenv make an environment of their own in a folder of the cache, which is on nobody's PATH. */
function installedApart(facts: Facts): Remedy | undefined {
  for (const instruction of facts.imageInstructions.toReversed()) {
    if (instruction.keyword !== 'RUN') continue;
    for (const { words } of facts.shellOf(instruction).commands) {
      const [tool, ...rest] = words.map(({ text }) => text);
      if (!rest.some((word) => word === 'install' || word === 'sync')) continue;
      const system = ({ text }: { readonly text: string }): boolean => text === '--system';
      const isPipenv = tool === 'pipenv' && !words.some(system) && !setsAside(facts, 'PIPENV_SYSTEM');
      const isPoetry = tool === 'poetry' && !facts.python.settlesVirtualenv;
      if (tool === undefined || (!isPipenv && !isPoetry)) continue;
      return {
        why: `\`${tool}\` installs into an environment of its own, none of whose programs is on PATH.`,
        advice: isPipenv
          ? 'Install by `pipenv install --system --deploy`, or start the server by `pipenv run`.'
          : 'Set `ENV POETRY_VIRTUALENVS_CREATE=false` before that step, or start the server by `poetry run`.',
        location: locationOf(facts.dockerfile, instruction.span),
      };
    }
  }
  return undefined;
}

function setsAside({ finalState }: Facts, variable: string): boolean {
  return finalState?.environment(variable) !== undefined;
}

function notListed(facts: Facts, distribution: string): Remedy {
  const place = requirementPlace(facts);
  if (place === undefined) {
    return {
      why: 'Nothing in the Dockerfile installs it.',
      advice: `Add \`${distribution}\` to the project's dependencies, with a version.`,
    };
  }
  const version = pinnedElsewhere(facts, distribution);
  return {
    why: `The Dockerfile installs what \`${place.path}\` lists, and \`${distribution}\` is not in it.`,
    advice: version === undefined ? `Add \`${distribution}\` to it, with a version.` : 'Add it there.',
    location: place.location,
    ...(version === undefined
      ? {}
      : {
          fix: { title: `Add \`${distribution}\``, safety: 'safe', edits: [place.edit(`${distribution}==${version}`)] },
        }),
  };
}
