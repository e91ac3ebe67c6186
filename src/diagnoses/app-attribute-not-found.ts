import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import type { Facts } from '../facts/facts.ts';
import { applicationsIn, factoriesIn } from '../facts/python-module.ts';
import type { Location } from '../finding.ts';
import type { Diagnosis, Recognised } from './diagnosis.ts';
import { exitEvidence, logLines, tracebackLines } from '../symptoms/evidence.ts';
import { application, requirements, servedBy } from './example.ts';
import { calledApplication } from '../symptoms/python/called-application.ts';
import { calledWrongly } from './called-wrongly.ts';
import { isServersFrame } from '../symptoms/python/servers-frame.ts';
import { serverOf, startPlace } from '../symptoms/start.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

interface Said {
  readonly attribute: string;
  readonly module?: string;
  readonly line?: string;
}

/** How each server says that the module has no such name. */
const sentences: readonly RegExp[] = [
  /Attribute "(?<attribute>[^"]+)" not found in module "(?<module>[^"]+)"/,
  /Failed to find attribute '(?<attribute>[^']+)' in '(?<module>[^']+)'/,
  /Cannot load application from '(?<module>[^':]+):(?<attribute>[^']+)', application not found/,
  /Could not find app name [`'"]?(?<attribute>\w+)[`'"]? in [`'"]?(?<module>[\w.]+)/,
  /Could not find FastAPI app in module/,
];

export const appAttributeNotFound: Diagnosis = {
  id: 'app-attribute-not-found',
  blames: 'image',
  summary: 'the module is there, and has no application of the name that the server is told',
  why: 'Behind the colon of `module:name` stands the variable that holds the application. Servers look for that very name, and end where the module does not define it.',
  references: ['https://www.uvicorn.org/settings/#application'],
  moments: ['exit', 'silent'],
  early: true,
  *recognise(symptoms) {
    const called = calledApplication(symptoms);
    const said = called === undefined ? saidIn(symptoms) : undefined;
    if (called !== undefined) yield calledWrongly(symptoms, called);
    else if (said !== undefined) yield told(symptoms, said);
  },
  examples: [
    {
      title: 'the application is called app',
      dockerfile: servedBy('["uvicorn", "app:application", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        exitCode: 3,
        log: ['ERROR:    Error loading ASGI app. Attribute "application" not found in module "app".'],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]',
    },
    {
      title: 'a factory of another name',
      dockerfile: servedBy(
        '["granian", "--interface", "asgi", "--host", "0.0.0.0", "--factory", "web.app:create_app"]',
      ),
      files: {
        'requirements.txt': 'granian==2.8.0\n',
        'web/app.py': 'from fastapi import FastAPI\n\n\ndef build_app():\n    return FastAPI()\n',
      },
      saw: {
        exitCode: 1,
        log: [
          'Traceback (most recent call last):',
          '  File "/usr/local/lib/python3.11/dist-packages/granian/_internal.py", line 68, in load_target',
          '    target = getattr(module, name)',
          "AttributeError: module 'web.app' has no attribute 'create_app'",
        ],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["granian", "--interface", "asgi", "--host", "0.0.0.0", "--factory", "web.app:build_app"]',
    },
    {
      title: 'a function makes the application, and the server is not told to call it',
      dockerfile: servedBy('["uvicorn", "web.app:app", "--host", "0.0.0.0"]'),
      files: {
        'requirements.txt': requirements,
        'web/app.py':
          'from fastapi import FastAPI\n\n\ndef build_app() -> FastAPI:\n    app = FastAPI()\n    return app\n',
      },
      saw: {
        exitCode: 3,
        log: ['ERROR:    Error loading ASGI app. Attribute "app" not found in module "web.app".'],
      },
      place: 'Dockerfile:7',
      advice: 'add `--factory`',
    },
    {
      title: 'under gunicorn',
      dockerfile: servedBy('["gunicorn", "-k", "asgi", "good:application", "-b", "0.0.0.0:8000"]'),
      files: { 'requirements.txt': requirements, 'good.py': application },
      saw: {
        exitCode: 4,
        log: [
          '[2026-11-24 09:04:19 +0000] [7] [INFO] Booting worker with pid: 7',
          "Failed to find attribute 'application' in 'good'.",
          '[2026-11-24 09:04:20 +0000] [7] [INFO] Worker exiting (pid: 7)',
          '[2026-11-24 09:04:21 +0000] [1] [ERROR] Worker (pid:7) exited with code 4.',
        ],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["gunicorn", "-k", "asgi", "good:app", "-b", "0.0.0.0:8000"]',
    },
    {
      title: 'a finished application, called as if it made one',
      dockerfile: servedBy('["uvicorn", "--factory", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        exitCode: 3,
        log: [
          "ERROR:    Error loading ASGI app factory: FastAPI.__call__() missing 3 required positional arguments: 'scope', 'receive', and 'send'",
        ],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]',
    },
    {
      title: 'the same by parentheses, under gunicorn',
      dockerfile: servedBy('["gunicorn", "-k", "asgi", "app:app()", "-b", "0.0.0.0:8000"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        exitCode: 3,
        log: [
          '[2026-11-24 11:59:03 +0000] [123] [ERROR] Exception in worker process',
          'Traceback (most recent call last):',
          '  File "/usr/local/lib/python3.11/dist-packages/gunicorn/util.py", line 462, in import_app',
          '    app = app(*args, **kwargs)',
          "AttributeError: 'FastAPI' object has no attribute '__code__'",
          "'FastAPI' object has no attribute '__code__'",
          '[2026-11-24 11:59:03 +0000] [122] [ERROR] Reason: Worker failed to boot.',
        ],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["gunicorn", "-k", "asgi", "app:app", "-b", "0.0.0.0:8000"]',
    },
    {
      title: 'under daphne, which lets Python say it',
      dockerfile: servedBy('["daphne", "-b", "0.0.0.0", "app:application"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        exitCode: 1,
        log: [
          'Traceback (most recent call last):',
          '  File "/usr/local/lib/python3.11/dist-packages/daphne/utils.py", line 22, in import_by_path',
          '    target = getattr(target, bit)',
          '             ^^^^^^^^^^^^^^^^^^^^',
          "AttributeError: module 'app' has no attribute 'application'",
        ],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["daphne", "-b", "0.0.0.0", "app:app"]',
    },
    {
      title: 'fastapi finds no application in the file',
      dockerfile: servedBy('["fastapi", "run", "app.py"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': 'from fastapi import FastAPI\n\n\ndef create_app():\n    return FastAPI()\n',
      },
      saw: {
        exitCode: 1,
        log: [
          ' ⚡️ Starting FastAPI in production mode',
          ' ',
          '    Could not find FastAPI app in module, try using --app',
          '',
        ],
      },
      place: 'Dockerfile:7',
    },
    {
      title: 'under granian',
      dockerfile: servedBy('["granian", "--interface", "asgi", "--host", "0.0.0.0", "good:application"]'),
      files: { 'requirements.txt': requirements, 'good.py': application },
      saw: {
        exitCode: 1,
        log: [
          '[INFO] Listening at: http://0.0.0.0:8000',
          'Process granian-worker:',
          'Traceback (most recent call last):',
          '  File "/usr/lib/python3.11/multiprocessing/process.py", line 314, in _bootstrap',
          '    self.run()',
          '  File "/usr/local/lib/python3.11/dist-packages/granian/_internal.py", line 68, in load_target',
          '    rv = getattr(rv, element)',
          '         ^^^^^^^^^^^^^^^^^^^^',
          "AttributeError: module 'good' has no attribute 'application'",
          '[ERROR] Unexpected exit from worker-1',
          '[INFO] Shutting down granian',
        ],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["granian", "--interface", "asgi", "--host", "0.0.0.0", "good:app"]',
    },
  ],
  confusions: [
    {
      title: 'the application itself uses an attribute that is not there',
      is: 'startup-failed',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'app.py': 'import math\nmath.no_such\n' },
      saw: {
        exitCode: 1,
        log: [
          'Traceback (most recent call last):',
          '  File "/usr/local/bin/uvicorn", line 8, in <module>',
          '    sys.exit(main())',
          '  File "/app/app.py", line 2, in <module>',
          '    math.no_such',
          "AttributeError: module 'math' has no attribute 'no_such'",
        ],
      },
    },
  ],
};

function saidIn({ log, fatal, facts, gaveUp }: Symptoms): Said | undefined {
  if (!gaveUp) return undefined;
  const app = serverOf(facts)?.app;
  for (const line of log.slice(-400).toReversed()) {
    for (const sentence of sentences) {
      const match = sentence.exec(line);
      if (match === null) continue;
      const attribute = match.groups?.['attribute'] ?? app?.attribute ?? 'app';
      const module = match.groups?.['module'] ?? app?.module;
      return { attribute, line: line.trim(), ...(module === undefined ? {} : { module }) };
    }
  }
  const { module, attribute } =
    /^module '(?<module>[^']+)' has no attribute '(?<attribute>[^']+)'/.exec(fatal?.message ?? '')?.groups ?? {};
  // Some servers ask for it by getattr; where a line of the repository does, it is the application's own mistake.
  const asks = fatal?.frames.at(-1);
  if (module === undefined || attribute === undefined || asks === undefined || !isServersFrame(asks)) return undefined;
  return { attribute, module };
}

function told(symptoms: Symptoms, { attribute, module, line }: Said): Recognised {
  const { facts, container, fatal } = symptoms;
  const location = attributeLocation(facts, attribute);
  const place = location ?? serverOf(facts)?.app?.location ?? startPlace(facts);
  const spokenModule = module === undefined ? 'the module' : `\`${module}\``;
  const text = module === undefined ? undefined : moduleText(facts, module);
  const factory = text === undefined ? undefined : factoryRemedy(symptoms, text, attribute);
  const names = text === undefined ? [] : namesIn(symptoms, text);
  const [name] = names;
  return {
    headline: fittingHeadline(
      `${spokenModule} has no application \`${attribute}\``,
      'the server finds no application of that name',
    ),
    title: fittingTitle(
      `${spokenModule} has no name \`${attribute}\` for the server to serve`,
      `no application is called \`${attribute}\``,
    ),
    why:
      name === undefined
        ? (factory?.why ?? 'The server serves the variable behind the colon of `module:name`.')
        : `The application there is called ${names.map((each) => `\`${each}\``).join(' or ')}.`,
    advice:
      name === undefined
        ? (factory?.advice ?? 'Write the name of the variable that holds the application behind the colon.')
        : `Write \`${name}\` instead of \`${attribute}\`.`,
    ...(place === undefined ? {} : { location: place }),
    evidence: [
      ...(container === undefined ? [] : exitEvidence(container)),
      ...(line !== undefined ? logLines(symptoms, [line]) : fatal === undefined ? [] : tracebackLines(symptoms, fatal)),
    ],
    explains: ['worker-crash-loop', 'startup-failed'],
    ...(location === undefined || name === undefined || names.length > 1
      ? {}
      : { fix: { title: `Serve \`${name}\``, safety: 'safe', edits: [{ location, text: name }] } }),
  };
}

function moduleText(facts: Facts, module: string): string | undefined {
  const path = module.replaceAll('.', '/');
  const file = facts.context.listing.files.find((each) =>
    [`${path}.py`, `${path}/__init__.py`].some((end) => each === end || each.endsWith(`/${end}`)),
  );
  return file === undefined ? undefined : facts.context.readText(file);
}

/** What the server could serve: applications, or with `--factory` the functions that make one. */
function namesIn({ facts }: Symptoms, text: string): readonly string[] {
  return [...new Set(wantsFactory(facts) ? factoriesIn(text) : applicationsIn(text).map(({ name }) => name))];
}

function wantsFactory(facts: Facts): boolean {
  return serverOf(facts)?.arguments.some(({ text }) => text === '--factory') === true;
}

/** The module has no application, and a function that makes one. */
function factoryRemedy(
  { facts }: Symptoms,
  text: string,
  attribute: string,
): { readonly why: string; readonly advice: string } | undefined {
  const [factory] = factoriesIn(text);
  const server = serverOf(facts)?.server;
  if (factory === undefined) return undefined;
  const why = `The function \`${factory}\` there makes the application, and nothing calls it.`;
  if (server === 'uvicorn' || server === 'granian')
    return { why, advice: `Write \`${factory}\` instead of \`${attribute}\`, and add \`--factory\`.` };
  return { why, advice: `Assign what \`${factory}()\` returns to \`${attribute}\` in the module.` };
}

/** Of what stands behind the colon, of servers too whose options are not read here. */
function attributeLocation(facts: Facts, attribute: string): Location | undefined {
  const app = serverOf(facts)?.app;
  if (app !== undefined) {
    if (!app.literal || app.kind !== 'import' || app.attribute !== attribute) return undefined;
    return { ...app.location, column: app.location.endColumn - attribute.length };
  }
  const word = facts.startCommand?.words.find(({ text, literal }) => literal && text.endsWith(`:${attribute}`));
  return word === undefined ? undefined : { ...word.location, column: word.location.endColumn - attribute.length };
}
