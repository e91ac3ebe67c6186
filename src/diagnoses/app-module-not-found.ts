import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import type { Facts } from '../facts/facts.ts';
import type { Diagnosis, Recognised } from './diagnosis.ts';
import { exitEvidence, logLines, logTail } from '../symptoms/evidence.ts';
import { defaultFile, moduleRemedy, namedModule } from './app-module-remedy.ts';
import { application, importTraceback, requirements, servedBy, workerTraceback } from './example.ts';
import { missingModule } from '../symptoms/python/missing-module.ts';
import { serverOf, startPlace } from '../symptoms/start.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

/** How each server says that there is nothing of that name to serve. The first group is the name. */
const serversSay: readonly RegExp[] = [
  /Error loading ASGI app\. Could not import module "([^"]+)"/,
  /Cannot load application from '([^':]+)[^']*', module not found/,
  /^RuntimeError: Could not import '([^']+)'\.?$/,
  /Invalid argument passed --app '([^':]+)[^']*': Module not found/,
  /Import string "([^":]+)" must be in format "<module>:<attribute>"/,
];

/** How Python says it of the program itself, in its last words; earlier ones may be of a step that did not matter. */
const pythonSays: readonly RegExp[] = [
  /^\s*Path does not exist ([\w./-]+)\s*$/,
  /^\s*Could not find (a default file) to run/,
  /Error while finding module specification for '([^']+)'/,
  /python[\d.]*: No module named ([\w.]+)$/,
  /python[\d.]*: No module named ([\w.]+\.__main__); '[\w.]+' is a package and cannot be directly executed$/,
  /python[\d.]*: can't open file '([^']+)': \[Errno 2\]/,
  /can't find '__main__' module in '([^']+)'/,
];

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
      title: 'COPY brings what is in the folder, and not the folder that makes the package',
      dockerfile: servedBy('["gunicorn", "ships.main:app", "-k", "uvicorn_worker.UvicornWorker"]').replace(
        'COPY . .',
        'COPY ships/ .',
      ),
      files: { 'requirements.txt': requirements, 'ships/main.py': application },
      saw: {
        exitCode: 3,
        log: importTraceback("ModuleNotFoundError: No module named 'ships'"),
      },
      place: 'Dockerfile:7',
      advice: 'write `main:app`',
    },
    {
      title: 'the command line of Litestar',
      dockerfile: servedBy('["litestar", "--app", "web:app", "run", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': 'litestar==2.18.0\n', 'src/web.py': 'app = Litestar([])\n' },
      saw: { exitCode: 1, log: [" Invalid argument passed --app 'web:app': Module not found"] },
      place: 'Dockerfile:7',
      advice: '`src.web`',
    },
    {
      title: 'a package without `__main__.py` behind `python -m`',
      dockerfile: servedBy('["python", "-m", "ships"]'),
      files: { 'requirements.txt': requirements, 'ships/__init__.py': '', 'ships/main.py': application },
      saw: {
        exitCode: 1,
        log: [
          "/usr/local/bin/python: No module named ships.__main__; 'ships' is a package and cannot be directly executed",
        ],
      },
      place: 'Dockerfile:7',
      advice: '__main__.py',
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
      title: 'the name of a file, and no application behind a colon',
      dockerfile: servedBy('["uvicorn", "app.py", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        exitCode: 3,
        log: ['ERROR:    Error loading ASGI app. Import string "app.py" must be in format "<module>:<attribute>".'],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]',
    },
    {
      title: 'capital letters that the file does not have',
      dockerfile: servedBy('["uvicorn", "Fleet:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'fleet.py': application },
      saw: { exitCode: 3, log: ['ERROR:    Error loading ASGI app. Could not import module "Fleet".'] },
      place: 'Dockerfile:7',
      fixed: 'CMD ["uvicorn", "fleet:app", "--host", "0.0.0.0"]',
    },
    {
      title: 'under daphne, which lets Python say it',
      dockerfile: servedBy('["daphne", "-b", "0.0.0.0", "mian:app"]'),
      files: { 'requirements.txt': `${requirements}daphne==4.2.3\n`, 'main.py': application },
      saw: {
        exitCode: 1,
        log: [
          'Traceback (most recent call last):',
          '  File "/usr/local/bin/daphne", line 8, in <module>',
          '    sys.exit(CommandLineInterface.entrypoint())',
          '  File "/usr/local/lib/python3.11/dist-packages/daphne/utils.py", line 12, in import_by_path',
          '    target = importlib.import_module(module_path)',
          '  File "/usr/lib/python3.11/importlib/__init__.py", line 126, in import_module',
          '    return _bootstrap._gcd_import(name[level:], package, level)',
          '  File "<frozen importlib._bootstrap>", line 1142, in _find_and_load_unlocked',
          "ModuleNotFoundError: No module named 'mian'",
        ],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["daphne", "-b", "0.0.0.0", "main:app"]',
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
    {
      title: 'a module that Python is to run',
      dockerfile: servedBy('["python", "-m", "mian"]'),
      files: { 'requirements.txt': requirements, 'main.py': application },
      saw: { exitCode: 1, log: ['/usr/local/bin/python: No module named mian'] },
      place: 'Dockerfile:7',
      fixed: 'CMD ["python", "-m", "main"]',
    },
    {
      title: 'fastapi finds no file by itself',
      dockerfile: servedBy('["fastapi", "run"]'),
      files: { 'requirements.txt': requirements, 'ships.py': application },
      saw: {
        exitCode: 1,
        log: [
          '',
          ' ⚡️ Starting FastAPI in production mode',
          ' ',
          '    Could not find a default file to run, please provide an explicit path',
          '',
        ],
      },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'a script runs a module as a step before the start',
      is: 'command-not-found',
      dockerfile: servedBy('python -m alembic upgrade head && exec uvicorn app:app --host 0.0.0.0'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: { exitCode: 1, log: ['/usr/local/bin/python: No module named alembic'] },
    },
    {
      title: 'the module is there, and what it imports is not',
      is: 'missing-requirement',
      dockerfile: servedBy('["daphne", "-b", "0.0.0.0", "main:app"]'),
      files: { 'requirements.txt': requirements, 'main.py': 'import httpx\n' },
      saw: {
        exitCode: 1,
        log: [
          'Traceback (most recent call last):',
          '  File "/usr/local/lib/python3.11/dist-packages/daphne/utils.py", line 12, in import_by_path',
          '    target = importlib.import_module(module_path)',
          '  File "/usr/lib/python3.11/importlib/__init__.py", line 126, in import_module',
          '    return _bootstrap._gcd_import(name[level:], package, level)',
          '  File "/app/main.py", line 1, in <module>',
          '    import httpx',
          "ModuleNotFoundError: No module named 'httpx'",
        ],
      },
    },
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
      if (module !== undefined && !isServerModule(module, facts) && !isOfAnother(line, module, facts))
        return { module, line: line.trim() };
    }
  }
  // Python names the package that it did not find, and the server was told of a module in it.
  const missing = missingModule(symptoms);
  return missing?.kind === 'application' ? { module: serverOf(facts)?.app?.module ?? missing.name } : undefined;
}

/** `python -m alembic` of a script is a step before the start, and what is missing there is a program. */
function isOfAnother(line: string, module: string, { startCommand }: Facts): boolean {
  const words = startCommand?.words ?? [];
  return (
    /: No module named /.test(line) &&
    words.length > 0 &&
    !words.some(({ text }) => text.split('.')[0] === module.split('.')[0])
  );
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
  const place = namedModule(facts, module)?.location ?? startPlace(facts);
  const remedy = moduleRemedy(facts, module);
  return {
    headline:
      module === defaultFile
        ? 'the server finds no application by itself'
        : fittingHeadline(`the server finds no module \`${module}\``, 'the server does not find the application'),
    title:
      module === defaultFile
        ? 'no file has a name by which the server finds the application itself'
        : fittingTitle(
            `the image has no \`${module}\` where the server looks for it`,
            'the image has no application where the server looks for it',
          ),
    ...remedy,
    ...(place === undefined ? {} : { location: place }),
    evidence: [
      ...(container === undefined ? [] : exitEvidence(container)),
      ...(line === undefined ? logTail(symptoms, 4) : logLines(symptoms, [line])),
    ],
    explains: ['worker-crash-loop', 'startup-failed', 'server-not-installed', 'command-not-found'],
  };
}
