import { fittingHeadline } from '../symptoms/fitting.ts';
import type { Facts } from '../facts/facts.ts';
import type { Fix, Location } from '../finding.ts';
import type { Diagnosis, Recognised } from './diagnosis.ts';
import { buildEvidence, exitEvidence, tracebackLines } from '../symptoms/evidence.ts';
import { application, importTraceback, requirements, servedBy, workerTraceback } from './example.ts';
import { missingModule } from '../symptoms/python/missing-module.ts';
import { ownPlace } from '../symptoms/place.ts';
import { distributionOf, isDeclared, pinnedElsewhere, requirementPlace } from '../symptoms/python/python-packages.ts';
import { spoken, startPlace } from '../symptoms/start.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import type { Traceback } from '../traceback/traceback.ts';

const importsHttpx = application.replace('\n\n', '\n\nimport httpx\n\n');

export const missingRequirement: Diagnosis = {
  id: 'missing-requirement',
  blames: 'image',
  summary: 'the application imports a package that nothing installs in the image',
  why: "On the developer's machine the package is there, as a part of something else or from an earlier day; the image has only what the Dockerfile installs. Python then ends with ModuleNotFoundError while the server imports the application.",
  references: ['https://pip.pypa.io/en/stable/reference/requirements-file-format/'],
  moments: ['build', 'exit', 'silent', 'answer'],
  early: true,
  *recognise(symptoms) {
    const { fatal } = symptoms;
    const missing = missingModule(symptoms);
    if (fatal !== undefined && missing?.kind === 'package') yield told(symptoms, fatal, missing.name);
  },
  examples: [
    {
      title: 'the only worker of hypercorn has died of it, and hypercorn does not end',
      dockerfile: servedBy('["hypercorn", "app:app", "--bind", "0.0.0.0:8000"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'import redis\n' },
      saw: {
        log: workerTraceback(
          1,
          '  File "/app/app.py", line 1, in <module>',
          '    import redis',
          "ModuleNotFoundError: No module named 'redis'",
        ),
        listening: [],
        lastLineAtMs: 1_200,
        waitedMs: 3_400,
        ended: 'decided',
        answers: ['reset', 'closed'],
      },
      place: 'app.py:1',
    },
    {
      title: 'an import that requirements.txt does not know',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: { 'requirements.txt': requirements, 'app.py': importsHttpx },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 3, in <module>',
          '    import httpx',
          "ModuleNotFoundError: No module named 'httpx'",
        ),
      },
      place: 'app.py:3',
    },
    {
      title: 'the same with several workers: the container does not exit',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000", "--workers", "2"]'),
      files: {
        'requirements.txt': requirements,
        'requirements-dev.txt': 'httpx==0.28.1\n',
        'app.py': importsHttpx,
      },
      saw: {
        log: [
          'INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)',
          'INFO:     Started parent process [1]',
          ...[1, 2].flatMap((worker) =>
            workerTraceback(
              worker,
              '  File "/app/app.py", line 3, in <module>',
              '    import httpx',
              "ModuleNotFoundError: No module named 'httpx'",
            ),
          ),
        ],
        waitedMs: 1_000,
        ended: 'decided',
        answers: ['reset'],
      },
      place: 'app.py:3',
      fixed: 'httpx==0.28.1',
    },
    {
      title: 'a module whose package bears another name, under gunicorn',
      dockerfile: servedBy('["gunicorn", "-k", "asgi", "app:app", "-b", "0.0.0.0:8000"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'import yaml\n' },
      saw: {
        exitCode: 3,
        log: [
          '[2026-11-24 09:04:24 +0000] [1] [INFO] Listening at: http://0.0.0.0:8000 (1)',
          '[2026-11-24 09:04:26 +0000] [6] [ERROR] Exception in worker process',
          'Traceback (most recent call last):',
          '  File "/usr/local/lib/python3.11/dist-packages/gunicorn/util.py", line 420, in import_app',
          '    mod = importlib.import_module(module)',
          '          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
          '  File "<frozen importlib._bootstrap>", line 241, in _call_with_frames_removed',
          '  File "/app/app.py", line 1, in <module>',
          '    import yaml',
          "ModuleNotFoundError: No module named 'yaml'",
          "No module named 'yaml'",
          '[2026-11-24 09:04:26 +0000] [6] [INFO] Worker exiting (pid: 6)',
          '[2026-11-24 09:04:27 +0000] [1] [ERROR] Shutting down: Master',
          '[2026-11-24 09:04:27 +0000] [1] [ERROR] Reason: Worker failed to boot.',
        ],
      },
      place: 'app.py:1',
    },
  ],
  confusions: [
    {
      title: 'a module prints what it can do without, and then takes its time',
      is: 'still-starting',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': 'try:\n    import torch\nexcept ImportError:\n    traceback.print_exc()\nwarm()\n',
      },
      saw: {
        log: [
          'Traceback (most recent call last):',
          '  File "/app/app.py", line 2, in <module>',
          '    import torch',
          "ModuleNotFoundError: No module named 'torch'",
        ],
        listening: [],
        waitedMs: 8_000,
        ended: 'deadline',
        answers: ['reset'],
      },
    },
    {
      title: 'an entrypoint told of something optional, and the server is still on its way',
      is: 'still-starting',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'app.py': application },
      saw: {
        log: [
          'Traceback (most recent call last):',
          '  File "/app/app.py", line 8, in load',
          '    import ujson',
          "ModuleNotFoundError: No module named 'ujson'",
        ],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['reset'],
      },
    },
    {
      title: 'a healthy application tells of an optional package, and is still on its way',
      is: 'still-starting',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--workers", "2"]'),
      files: { 'app.py': application },
      saw: {
        log: [
          'ERROR:root:ujson is not there, the slower json serves',
          'Traceback (most recent call last):',
          '  File "/app/app.py", line 8, in <module>',
          '    import ujson',
          "ModuleNotFoundError: No module named 'ujson'",
          'INFO:     Waiting for application startup.',
          'INFO:     Application startup complete.',
        ],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['reset'],
      },
    },
    {
      title: 'the module is in the repository, and not where Python looks',
      is: 'import-root-wrong',
      dockerfile: servedBy('["uvicorn", "app.main:app", "--host", "0.0.0.0"]'),
      files: { 'app/main.py': 'from models import Ship\n', 'app/models.py': 'class Ship: ...\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app/main.py", line 1, in <module>',
          '    from models import Ship',
          "ModuleNotFoundError: No module named 'models'",
        ),
      },
    },
  ],
};

function told(symptoms: Symptoms, fatal: Traceback, module: string): Recognised {
  const { facts, build, container, moment } = symptoms;
  const distribution = distributionOf(module);
  const own = ownPlace(fatal, facts);
  const place = own?.location ?? startPlace(facts);
  const declared = isDeclared(facts, module)[0];
  const remedy =
    declared === undefined ? notListed(facts, module, distribution) : notInstalled(declared.location, distribution);
  const stops =
    moment === 'build'
      ? 'the build stops'
      : moment === 'exit'
        ? 'the container exits'
        : moment === 'answer'
          ? 'it answers 500'
          : 'no worker starts';
  return {
    headline: headlineOf(stops, module),
    title:
      own === undefined
        ? `nothing installs the module \`${module}\` in the image`
        : importTitle(own.frame.source, module),
    ...remedy,
    ...(place === undefined ? {} : { location: place }),
    evidence:
      build === undefined
        ? [...(container === undefined ? [] : exitEvidence(container)), ...tracebackLines(symptoms, fatal)]
        : buildEvidence(symptoms),
    explains: [
      'build-step-failed',
      'worker-crash-loop',
      'startup-failed',
      'app-module-not-found',
      'unhandled-exception',
    ],
  };
}

function headlineOf(stops: string, module: string): string {
  return fittingHeadline(`${stops}, Python finds no module \`${module}\``, `Python finds no module \`${module}\``);
}

/** The last own frame may call a library that imports it: SQLAlchemy, for one, imports the driver that an address names. */
function importTitle(source: string | undefined, module: string): string {
  const [top = module] = module.split('.');
  const imports = source !== undefined && new RegExp(`\\b(?:import|from)\\b.*\\b${top}\\b`).test(source);
  return imports
    ? `it imports \`${module}\`, and nothing installs that in the image`
    : `what it calls imports \`${module}\`, and nothing installs that in the image`;
}

type Remedy = Pick<Recognised, 'why' | 'advice' | 'fix'>;

function notListed(facts: Facts, module: string, distribution: string): Remedy {
  const place = requirementPlace(facts);
  const install = facts.python.pipInstalls.at(-1);
  const called = distribution === module ? '' : ` The package that holds it is called \`${distribution}\`.`;
  if (place === undefined || install === undefined) {
    return {
      why: `Nothing in the Dockerfile installs it.${called}`,
      advice: `Add \`${distribution}\` to the project's dependencies, with a version, and lock them anew.`,
    };
  }
  const version = pinnedElsewhere(facts, distribution);
  const at = facts.dockerfile.instructions.find((instruction) => instruction === install.instruction)?.lines[0];
  const dockerfile = at === undefined ? 'The Dockerfile' : `\`${facts.dockerfile.path}:${at}\``;
  const fix: Fix | undefined =
    version === undefined
      ? undefined
      : { title: `Add \`${distribution}\``, safety: 'safe', edits: [place.edit(`${distribution}==${version}`)] };
  return {
    why: `${dockerfile} installs what \`${place.path}\` lists, and \`${distribution}\` is not in it.${called}`,
    advice: fix === undefined ? `Add \`${distribution}\` to \`${place.path}\`, with a version.` : 'Add it there.',
    ...(fix === undefined ? {} : { fix }),
  };
}

function notInstalled(declared: Location, distribution: string): Remedy {
  return {
    why: `${spoken(declared)} asks for \`${distribution}\`, and the image does not have it: that file is not installed in the stage that runs, or into another Python.`,
    advice: 'Install it in the final stage, or copy the whole environment to the path where it was made.',
  };
}
