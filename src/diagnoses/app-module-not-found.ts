import type { Facts } from '../facts/facts.ts';
import { applicationsIn } from '../facts/python-module.ts';
import type { Fix, Location } from '../finding.ts';
import type { Diagnosis, Recognised } from './diagnosis.ts';
import { exitEvidence, logLines, logTail } from '../symptoms/evidence.ts';
import { application, requirements, servedBy, workerTraceback } from './example.ts';
import { missingModule } from '../symptoms/missing-module.ts';
import { onlyNearest } from '../nearest.ts';
import { serverOf, startPlace } from '../symptoms/start.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

/** How each server says that there is nothing of that name to serve. The first group is the name. */
const serversSay: readonly RegExp[] = [
  /Error loading ASGI app\. Could not import module "([^"]+)"/,
  /Cannot load application from '([^':]+)[^']*', module not found/,
  /^RuntimeError: Could not import '([^']+)'\.?$/,
];

/** How Python says it of the program itself, in its last words; earlier ones may be of a step that did not matter. */
const pythonSays: readonly RegExp[] = [
  /^\s*Path does not exist ([\w./-]+)\s*$/,
  /Error while finding module specification for '([^']+)'/,
  /python[\d.]*: No module named ([\w.]+)$/,
  /python[\d.]*: can't open file '([^']+)': \[Errno 2\]/,
  /can't find '__main__' module in '([^']+)'/,
];

const mostModules = 60;
/** Several workers may say more after it. */
const mostLines = 400;

export const appModuleNotFound: Diagnosis = {
  id: 'app-module-not-found',
  blames: 'image',
  summary: 'the server is told to serve a module that is not in the image, or not where it looks',
  why: '`package.module:name` is imported from the folder in which the server starts, or from `--app-dir`. The name must be written with dots and without `.py`, and COPY must have brought the file there.',
  references: ['https://www.uvicorn.org/settings/#application'],
  moments: ['exit', 'silent'],
  early: true,
  *recognise(symptoms) {
    const said = saidIn(symptoms);
    if (said !== undefined) yield told(symptoms, said.module, said.line);
  },
  examples: [
    {
      title: 'a name that is misspelt',
      dockerfile: servedBy('["uvicorn", "mian:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'main.py': application },
      saw: { exitCode: 3, log: ['ERROR:    Error loading ASGI app. Could not import module "mian".'] },
      place: 'Dockerfile:7',
      fixed: 'CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]',
    },
    {
      title: 'a file instead of a module',
      dockerfile: servedBy('["uvicorn", "main.py:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'main.py': application },
      saw: { exitCode: 3, log: ['ERROR:    Error loading ASGI app. Could not import module "main.py".'] },
      place: 'Dockerfile:7',
      fixed: 'CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]',
    },
    {
      title: 'the package lies in a folder of its own; each worker ends with the traceback of its parent package',
      dockerfile: servedBy('["uvicorn", "ships.main:app", "--host", "0.0.0.0", "--workers", "2"]'),
      files: { 'requirements.txt': requirements, 'src/ships/main.py': application },
      saw: {
        log: [
          'INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)',
          'INFO:     Started parent process [1]',
          ...[2, 1].flatMap((worker) =>
            workerTraceback(
              worker,
              '  File "<frozen importlib._bootstrap>", line 1142, in _find_and_load_unlocked',
              "ModuleNotFoundError: No module named 'ships'",
            ),
          ),
        ],
        waitedMs: 1_000,
        ended: 'decided',
        answers: ['reset'],
      },
      place: 'Dockerfile:7',
    },
    {
      title: 'under hypercorn, which ends with 0',
      dockerfile: servedBy('["hypercorn", "mian:app", "-b", "0.0.0.0:8000"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        exitCode: 0,
        log: [
          'Process SpawnProcess-1:',
          'Traceback (most recent call last):',
          '  File "/usr/local/lib/python3.11/dist-packages/hypercorn/utils.py", line 99, in load_application',
          '    module = import_module(import_name)',
          '             ^^^^^^^^^^^^^^^^^^^^^^^^^^',
          '  File "<frozen importlib._bootstrap>", line 1142, in _find_and_load_unlocked',
          "ModuleNotFoundError: No module named 'mian'",
          '',
          'During handling of the above exception, another exception occurred:',
          '',
          'Traceback (most recent call last):',
          '  File "/usr/lib/python3.11/multiprocessing/process.py", line 314, in _bootstrap',
          '    self.run()',
          '  File "/usr/local/lib/python3.11/dist-packages/hypercorn/utils.py", line 102, in load_application',
          '    raise NoAppError(f"Cannot load application from \'{path}\', module not found.")',
          "hypercorn.utils.NoAppError: Cannot load application from 'mian:app', module not found.",
        ],
      },
      place: 'Dockerfile:7',
    },
    {
      title: 'a start script that was not copied',
      dockerfile: servedBy('["python", "serve.py"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        exitCode: 2,
        log: ["python: can't open file '/app/serve.py': [Errno 2] No such file or directory"],
      },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'the server itself is what Python does not find',
      is: 'server-not-installed',
      dockerfile: servedBy('["python", "-m", "uvicorn", "app:app"]'),
      files: { 'requirements.txt': 'fastapi==0.165.0\n', 'app.py': application },
      saw: { exitCode: 1, log: ['/usr/local/bin/python: No module named uvicorn'] },
    },
  ],
};

function saidIn(symptoms: Symptoms): { readonly module: string; readonly line?: string } | undefined {
  const { log, facts } = symptoms;
  if (!symptoms.gaveUp) return undefined;
  const written = log.filter((line) => line.trim() !== '');
  for (const [lines, sentences] of [
    [written.slice(-mostLines), serversSay],
    [written.slice(-3), pythonSays],
  ] as const) {
    for (const line of lines.toReversed()) {
      const module = sentences.map((sentence) => sentence.exec(line)?.[1]).find((found) => found !== undefined);
      if (module !== undefined && !isServerModule(module, facts)) return { module, line: line.trim() };
    }
  }
  // Python names the package that it did not find, and the server was told of a module in it.
  const missing = missingModule(symptoms);
  return missing?.kind === 'application' ? { module: serverOf(facts)?.app?.module ?? missing.name } : undefined;
}

/** `python -m uvicorn` without uvicorn says the same of the server. */
function isServerModule(module: string, facts: Facts): boolean {
  return (
    module === serverOf(facts)?.program.text ||
    /^(?:uvicorn|gunicorn|hypercorn|granian|fastapi|daphne|waitress)$/.test(module)
  );
}

function told(symptoms: Symptoms, module: string, line: string | undefined): Recognised {
  const { facts, container } = symptoms;
  const app = serverOf(facts)?.app;
  const place = app?.location ?? startPlace(facts);
  const headline = `the server finds no module \`${module}\``;
  const remedy = remedyOf(facts, module);
  return {
    headline: headline.length <= 55 ? headline : 'the server does not find the application',
    title: `the image has no \`${module}\` where the server looks for it`,
    ...remedy,
    ...(place === undefined ? {} : { location: place }),
    evidence: [
      ...(container === undefined ? [] : exitEvidence(container)),
      ...(line === undefined ? logTail(symptoms, 4) : logLines(symptoms, [line])),
    ],
    explains: ['worker-crash-loop', 'startup-failed', 'server-not-installed'],
  };
}

function remedyOf(facts: Facts, module: string): Pick<Recognised, 'why' | 'advice' | 'fix'> {
  const why = `It starts in \`${workdirOf(facts)}\` and imports from there.`;
  const dotted = module.replace(/^\.\//, '').replace(/\.py$/, '').replaceAll('/', '.');
  if (dotted !== module && !module.startsWith('/')) {
    return {
      why: 'A module is named as Python imports it: with dots, without `.py`.',
      ...spelling(facts, module, dotted),
    };
  }
  const modules = modulesIn(facts);
  const here = modules.get(dotted);
  if (here !== undefined) return { why, ...notCopied(facts, here) };
  const below = [...modules].find(([name]) => name.endsWith(`.${dotted}`));
  if (below !== undefined) return { why, ...inFolder(facts, dotted, below) };
  const near = onlyNearest(dotted, modules.keys());
  if (near !== undefined) return { why: `${why} There is a \`${near}\`.`, ...spelling(facts, module, near) };
  const [served] = applicationsOf(facts, modules);
  return {
    why,
    advice:
      served === undefined
        ? `Copy \`${dotted.replaceAll('.', '/')}.py\` to where the server starts, or name the module that holds the application.`
        : `Name the module that holds the application: there is \`${served}\`.`,
  };
}

function spelling(facts: Facts, wrong: string, right: string): Pick<Recognised, 'advice' | 'fix'> {
  const advice = `Write \`${right}\` instead of \`${wrong}\`.`;
  const location = moduleLocation(facts, wrong);
  if (location === undefined) return { advice };
  const fix: Fix = { title: `Serve \`${right}\``, safety: 'safe', edits: [{ location, text: right }] };
  return { advice, fix };
}

/** Of the module alone, in the word `module:name`. */
function moduleLocation(facts: Facts, module: string): Location | undefined {
  const app = serverOf(facts)?.app;
  if (app === undefined || !app.literal || app.kind !== 'import' || app.module !== module) return undefined;
  return { ...app.location, endLine: app.location.line, endColumn: app.location.column + module.length };
}

function notCopied(facts: Facts, file: string): Pick<Recognised, 'advice'> {
  const path = facts.context.reportPath(file);
  const at = facts.imageFiles?.imagePath(file);
  if (at !== undefined)
    return {
      advice: `\`${path}\` is \`${at}\` in the image: let the server start in the folder above its package, by WORKDIR or \`--app-dir\`.`,
    };
  return facts.context.isIgnored(file)
    ? { advice: `\`.dockerignore\` keeps \`${path}\` from the image: let it pass.` }
    : { advice: `Copy \`${path}\` into the image.` };
}

function inFolder(facts: Facts, module: string, [name, file]: readonly [string, string]): Pick<Recognised, 'advice'> {
  const folder = name.slice(0, -module.length - 1).replaceAll('.', '/');
  if (facts.imageFiles?.imagePath(file) === undefined) return notCopied(facts, file);
  const option = serverOf(facts)?.server === 'gunicorn' ? `--chdir ${folder}` : `--app-dir ${folder}`;
  return {
    advice: `\`${facts.context.reportPath(file)}\` lies in \`${folder}\`: add \`${option}\`, or write \`${name}\`.`,
  };
}

/** The Python modules of the context by the name they have from its top. */
function modulesIn(facts: Facts): ReadonlyMap<string, string> {
  const modules = new Map<string, string>();
  for (const file of facts.context.listing.files) {
    if (!file.endsWith('.py') || /(?:^|\/)(?:tests?|\.?venv|site-packages)\//.test(file)) continue;
    modules.set(file.replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.'), file);
  }
  return modules;
}

/** `module:name` of what looks like an application in the files that the image holds. */
function applicationsOf(facts: Facts, modules: ReadonlyMap<string, string>): readonly string[] {
  return [...modules].slice(0, mostModules).flatMap(([module, file]) => {
    const text = facts.imageFiles?.imagePath(file) === undefined ? undefined : facts.context.readText(file);
    return text === undefined ? [] : applicationsIn(text).map(({ name }) => `${module}:${name}`);
  });
}

function workdirOf(facts: Facts): string {
  const workdir = facts.finalState?.workdir;
  return workdir?.known === true ? workdir.text : "the image's working directory";
}
