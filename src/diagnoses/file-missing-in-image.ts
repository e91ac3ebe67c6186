import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import type { Facts } from '../facts/facts.ts';
import type { Location } from '../finding.ts';
import { absentReason, type AbsentReason } from '../symptoms/files/absent-reason.ts';
import { exitEvidence, logLines } from '../symptoms/evidence.ts';
import { fileTrouble, type FileTrouble } from '../symptoms/files/file-trouble.ts';
import { missingModule } from '../symptoms/python/missing-module.ts';
import { moduleFiles } from '../symptoms/python/module-files.ts';
import { raisedAt, raisedEvidence } from '../symptoms/python/raised.ts';
import { scriptLine } from '../symptoms/start/script-line.ts';
import { startPlace } from '../symptoms/start.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import type { Diagnosis, Recognised } from './diagnosis.ts';
import { application, importTraceback, requirements, servedBy } from './example.ts';
import { fileRemedy } from './file-remedy.ts';

export const fileMissingInImage: Diagnosis = {
  id: 'file-missing-in-image',
  blames: 'image',
  summary: 'the application needs a file or a program that the image does not have',
  why: 'An image has only what its base image has, what COPY and ADD bring, and what RUN makes. A file that lies in the repository and is not copied, or that `.dockerignore` names, is absent; a relative path counts from the working directory of the container.',
  references: [
    'https://docs.docker.com/reference/dockerfile/#copy',
    'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  ],
  moments: ['exit', 'silent', 'answer'],
  early: true,
  *recognise(symptoms) {
    const module = missingModule(symptoms);
    if (module?.kind === 'repository') {
      const [file] = moduleFiles(module.name, symptoms.facts);
      if (
        file === undefined ||
        moduleFiles(module.name, symptoms.facts).some(
          (each) => symptoms.facts.imageFiles?.imagePath(each) !== undefined,
        )
      )
        return;
      const kind = symptoms.facts.context.isIgnored(file) ? 'ignored' : 'not-copied';
      // Of a package the whole folder is wanted.
      const wanted = file.replace(/\/__init__\.py$/, '');
      yield told(
        symptoms,
        { kind: 'absent', what: 'file', path: symptoms.facts.context.reportPath(wanted) },
        { kind, file: wanted },
      );
      return;
    }
    const trouble = fileTrouble(symptoms);
    if (trouble?.kind === 'absent') yield told(symptoms, trouble, reasonOf(trouble, symptoms.facts));
  },
  examples: [
    {
      title: 'a file that no COPY brings',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]').replace('COPY . .', 'COPY app.py .'),
      files: {
        'requirements.txt': requirements,
        'app.py': 'ships = open("ships.json").read()\n',
        'ships.json': '[]\n',
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    ships = open("ships.json").read()',
          '            ^^^^^^^^^^^^^^^^^^',
          "FileNotFoundError: [Errno 2] No such file or directory: 'ships.json'",
        ),
      },
      place: 'app.py:1',
    },
    {
      title: 'a folder that Starlette is to serve',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': "app.mount('/s', StaticFiles(directory='static'))\n",
        'static/ship.css': '',
        '.dockerignore': 'static\n',
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          "    app.mount('/s', StaticFiles(directory='static'))",
          '  File "/usr/local/lib/python3.11/dist-packages/starlette/staticfiles.py", line 57, in __init__',
          '    raise RuntimeError(f"Directory \'{directory}\' does not exist")',
          "RuntimeError: Directory 'static' does not exist",
        ),
      },
      place: 'app.py:1',
    },
    {
      title: 'a file that the server is told of',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--env-file", ".env"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        exitCode: 2,
        log: [
          'Usage: uvicorn [OPTIONS] APP',
          "Try 'uvicorn --help' for help.",
          '',
          "Error: Invalid value for '--env-file': Path '.env' does not exist.",
        ],
      },
      place: 'Dockerfile:7',
    },
    {
      title: 'the configuration of a manager of processes',
      dockerfile: servedBy('["supervisord", "-n", "-c", "/etc/supervisord.conf"]'),
      files: { 'requirements.txt': requirements, 'app.py': application, 'supervisord.conf': '[supervisord]\n' },
      saw: {
        exitCode: 2,
        log: ['Error: could not find config file /etc/supervisord.conf', 'For help, use /usr/local/bin/supervisord -h'],
      },
      place: 'Dockerfile:7',
    },
    {
      title: 'a Procfile',
      dockerfile: servedBy('["honcho", "start"]').replace('COPY . .', 'COPY app.py .'),
      files: { 'requirements.txt': requirements, 'app.py': application, Procfile: 'web: uvicorn app:app\n' },
      saw: { exitCode: 1, log: ['2026-11-24 13:34:03 [1] [ERROR] Procfile does not exist or is not a file'] },
      place: 'Dockerfile:7',
    },
    {
      title: 'a folder that a script goes to',
      dockerfile: servedBy('["./entrypoint.sh"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': application,
        'entrypoint.sh': '#!/bin/sh\nset -e\ncd /srv/ships\n',
      },
      saw: { exitCode: 2, log: ["./entrypoint.sh: 3: cd: can't cd to /srv/ships"] },
      place: 'entrypoint.sh:3',
    },
    {
      title: 'what a script reads',
      dockerfile: servedBy('["./entrypoint.sh"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': application,
        'entrypoint.sh': '#!/bin/sh\nset -e\n. /app/config/env.sh\n',
      },
      saw: { exitCode: 2, log: ['./entrypoint.sh: 3: .: cannot open /app/config/env.sh: No such file'] },
      place: 'entrypoint.sh:3',
    },
    {
      title: 'a certificate, whose name Python does not tell',
      dockerfile: servedBy('["uvicorn", "app:app", "--ssl-keyfile", "tls/key.pem", "--ssl-certfile", "tls/ships.pem"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        exitCode: 1,
        log: [
          'Traceback (most recent call last):',
          '  File "/usr/local/bin/uvicorn", line 8, in <module>',
          '    sys.exit(main())',
          '  File "/usr/local/lib/python3.11/dist-packages/uvicorn/config.py", line 112, in create_ssl_context',
          '    ctx.load_cert_chain(certfile, keyfile, get_password)',
          'FileNotFoundError: [Errno 2] No such file or directory',
        ],
      },
      place: 'Dockerfile:7',
    },
    {
      title: 'a folder into which the server is to go',
      dockerfile: servedBy('["gunicorn", "--chdir", "apps", "main:app", "-k", "uvicorn_worker.UvicornWorker"]'),
      files: { 'requirements.txt': requirements, 'app/main.py': application },
      saw: { exitCode: 1, log: ['', "Error: can't chdir to 'apps'"] },
      place: 'Dockerfile:7',
    },
    {
      title: 'a package of the repository that no COPY brings',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]').replace('COPY . .', 'COPY app.py .'),
      files: {
        'requirements.txt': requirements,
        'app.py': 'from fleet.ships import ships\n',
        'fleet/__init__.py': '',
        'fleet/ships.py': 'ships = []\n',
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    from fleet.ships import ships',
          "ModuleNotFoundError: No module named 'fleet'",
        ),
      },
      place: 'app.py:1',
      advice: 'Copy `fleet` into the image.',
    },
    {
      title: 'a module of the repository that no COPY brings',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]').replace('COPY . .', 'COPY app.py .'),
      files: { 'requirements.txt': requirements, 'app.py': 'import fleet\n', 'fleet.py': 'ships = []\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    import fleet',
          "ModuleNotFoundError: No module named 'fleet'",
        ),
      },
      place: 'app.py:1',
    },
    {
      title: 'a module of a package that `.dockerignore` keeps out',
      dockerfile: servedBy('["uvicorn", "app.main:app", "--host", "0.0.0.0"]'),
      files: {
        'requirements.txt': requirements,
        'app/__init__.py': '',
        'app/main.py': 'from app.models import Ship\n',
        'app/models.py': 'class Ship: ...\n',
        '.dockerignore': '**/models*\n',
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app/main.py", line 1, in <module>',
          '    from app.models import Ship',
          "ModuleNotFoundError: No module named 'app.models'",
        ),
      },
      place: 'app/main.py:1',
    },
    {
      title: 'a program that the application runs',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': "subprocess.run(['ffmpeg', '-version'])\n" },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          "    subprocess.run(['ffmpeg', '-version'])",
          '  File "/usr/lib/python3.11/subprocess.py", line 1901, in _execute_child',
          '    raise child_exception_type(errno_num, err_msg, err_filename)',
          "FileNotFoundError: [Errno 2] No such file or directory: 'ffmpeg'",
        ),
      },
      place: 'app.py:1',
    },
    {
      title: 'a database in a folder that is not there',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': "db = sqlite3.connect('data/ships.db')\n" },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          "    db = sqlite3.connect('data/ships.db')",
          'sqlite3.OperationalError: unable to open database file',
        ),
      },
      place: 'app.py:1',
    },
  ],
  confusions: [
    {
      title: 'the file is there, and the user may not open it',
      is: 'read-permission-denied',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]').replace('EXPOSE 8000', 'USER 1000'),
      files: { 'requirements.txt': requirements, 'app.py': 'ships = open("ships.json")\n', 'ships.json': '' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    ships = open("ships.json")',
          "PermissionError: [Errno 13] Permission denied: 'ships.json'",
        ),
      },
    },
    {
      title: 'the script that the container is to start',
      is: 'app-module-not-found',
      dockerfile: servedBy('["python", "serve.py"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: { exitCode: 2, log: ["python: can't open file '/app/serve.py': [Errno 2] No such file or directory"] },
    },
  ],
};

function reasonOf({ path, what }: FileTrouble, facts: Facts): AbsentReason {
  return path === undefined || what !== 'file' ? { kind: 'nowhere' } : absentReason(path, facts);
}

function told(symptoms: Symptoms, trouble: FileTrouble, reason: AbsentReason): Recognised {
  const { fatal, facts, container } = symptoms;
  const { path, line } = trouble;
  const name = path === undefined ? 'a file' : `\`${path}\``;
  const place =
    fatal === undefined
      ? ((line === undefined ? undefined : scriptLine(line, facts)) ?? wordOf(facts, path) ?? startPlace(facts))
      : (wordOf(facts, path) ?? raisedAt(fatal, symptoms));
  return {
    headline: fittingHeadline(
      `${name} is not in the image${trouble.what === 'program' ? ', and it is run' : ''}`,
      `${name} is not in the image`,
      'a file that it needs is not in the image',
    ),
    title: fittingTitle(
      trouble.what === 'program'
        ? `the application runs ${name}, which the image does not have`
        : `the application needs ${name}, which is not where it looks for it`,
      'the application needs a file that is not where it looks for it',
    ),
    ...fileRemedy(trouble, reason, facts),
    ...(place === undefined ? {} : { location: place }),
    evidence:
      fatal === undefined
        ? [
            ...(container === undefined ? [] : exitEvidence(container)),
            ...(line === undefined ? [] : logLines(symptoms, [line])),
          ]
        : raisedEvidence(fatal, symptoms),
    explains: ['worker-crash-loop', 'startup-failed', 'unhandled-exception', 'bad-server-option'],
  };
}

/** The word of the command that names the file. */
function wordOf({ startCommand }: Facts, path: string | undefined): Location | undefined {
  if (path === undefined) return undefined;
  return startCommand?.words
    .slice(1)
    .find(({ text }) => text === path || text.endsWith(`=${path}`) || text === `file:${path}`)?.location;
}
