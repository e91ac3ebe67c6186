import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import path from 'node:path';
import { exitEvidence, logLines } from '../symptoms/evidence.ts';
import { fileTrouble, imagePathOf } from '../symptoms/files/file-trouble.ts';
import { raisedAt, raisedEvidence } from '../symptoms/python/raised.ts';
import { runningUser } from '../symptoms/files/running-user.ts';
import { startPlace } from '../symptoms/start.ts';
import type { Diagnosis } from './diagnosis.ts';
import { application, importTraceback, requirements, servedBy } from './example.ts';

const asUser = servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]').replace('EXPOSE 8000', 'USER 1000');

export const writePermissionDenied: Diagnosis = {
  id: 'write-permission-denied',
  blames: 'image',
  summary: 'the user that the container runs as may not write where the application writes',
  why: 'COPY and WORKDIR make files and folders that belong to root, whatever USER says. A process of another user may read them, and not change or add any.',
  references: [
    'https://docs.docker.com/reference/dockerfile/#user',
    'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod',
  ],
  moments: ['exit', 'silent', 'answer'],
  early: true,
  *recognise(symptoms) {
    const { fatal, facts, container } = symptoms;
    const trouble = fileTrouble(symptoms);
    if (trouble?.kind !== 'unwritable') return;
    const user = runningUser(symptoms);
    const who = user === undefined ? 'the user of the container' : `user \`${user}\``;
    const target = trouble.path === undefined ? undefined : (imagePathOf(trouble.path, facts) ?? trouble.path);
    const what =
      trouble.what === 'temporary'
        ? 'any folder for temporary files'
        : target === undefined
          ? 'there'
          : `\`${target}\``;
    const folder = target === undefined ? undefined : /\.\w+$/.test(target) ? path.posix.dirname(target) : target;
    const place = fatal === undefined ? startPlace(facts) : raisedAt(fatal, symptoms);
    const owner = user ?? 'app';
    yield {
      headline: fittingHeadline(
        `${who} may not write ${what}`,
        `${who} may not write where it has to`,
        'the user may not write where it has to',
      ),
      title: fittingTitle(
        `${who} may not write ${what}, and the application does`,
        'the user of the container may not write where the application writes',
      ),
      why: 'What COPY and WORKDIR make belongs to root, and only root may write there.',
      advice:
        folder === undefined
          ? `Give the folder to \`${owner}\` before USER, or write to one that belongs to it.`
          : `Make and give the folder before USER: \`RUN mkdir -p ${folder} && chown ${owner} ${folder}\`; or write elsewhere.`,
      ...(place === undefined ? {} : { location: place }),
      evidence:
        fatal === undefined
          ? [
              ...(container === undefined ? [] : exitEvidence(container)),
              ...(trouble.line === undefined ? [] : logLines(symptoms, [trouble.line])),
            ]
          : raisedEvidence(fatal, symptoms),
      explains: ['worker-crash-loop', 'startup-failed', 'unhandled-exception'],
    };
  },
  examples: [
    {
      title: 'uv, for a user without a home',
      dockerfile: servedBy('["uv", "run", "uvicorn", "app:app", "--host", "0.0.0.0"]').replace(
        'EXPOSE 8000',
        'USER app',
      ),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        exitCode: 2,
        log: [
          'error: Failed to initialize cache at `/home/app/.cache/uv`',
          '  cause: failed to create directory `/home/app/.cache/uv`: Permission denied (os error 13)',
        ],
      },
      place: 'Dockerfile:7',
    },
    {
      title: 'a folder for data beside the application',
      dockerfile: asUser,
      files: { 'requirements.txt': requirements, 'app.py': 'import os\n\nos.makedirs("/app/data", exist_ok=True)\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 3, in <module>',
          '    os.makedirs("/app/data", exist_ok=True)',
          '  File "<frozen os>", line 225, in makedirs',
          "PermissionError: [Errno 13] Permission denied: '/app/data'",
        ),
      },
      place: 'app.py:3',
    },
    {
      title: 'a log file',
      dockerfile: asUser,
      files: { 'requirements.txt': requirements, 'app.py': 'logging.basicConfig(filename="/var/log/ships.log")\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    logging.basicConfig(filename="/var/log/ships.log")',
          '  File "/usr/lib/python3.11/logging/__init__.py", line 1213, in _open',
          '    return open_func(self.baseFilename, self.mode,',
          "PermissionError: [Errno 13] Permission denied: '/var/log/ships.log'",
        ),
      },
      place: 'app.py:1',
    },
    {
      title: 'SQLite, in its own words',
      dockerfile: asUser,
      files: {
        'requirements.txt': requirements,
        'app.py': 'db = sqlite3.connect("/app/ships.db")\ndb.execute("insert into ships values (1)")\n',
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 2, in <module>',
          '    db.execute("insert into ships values (1)")',
          'sqlite3.OperationalError: attempt to write a readonly database',
        ),
      },
      place: 'app.py:2',
    },
    {
      title: 'the shell that prepares the start',
      dockerfile: servedBy('mkdir /app/data && exec uvicorn app:app --host 0.0.0.0').replace(
        'EXPOSE 8000',
        'USER 1000',
      ),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: { exitCode: 1, log: ['mkdir: cannot create directory ‘/app/data’: Permission denied'] },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'the whole file system is read-only, by an option of the run',
      is: 'read-only-file-system',
      dockerfile: asUser,
      files: { 'requirements.txt': requirements, 'app.py': 'log = open("/app/ships.log", "a")\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    log = open("/app/ships.log", "a")',
          "OSError: [Errno 30] Read-only file system: '/app/ships.log'",
        ),
      },
    },
    {
      title: 'what gunicorn prints of a user without a home, and serves all the same',
      is: 'still-starting',
      dockerfile: servedBy('["gunicorn", "-k", "asgi", "app:app", "-b", "0.0.0.0:8000"]').replace(
        'EXPOSE 8000',
        'USER 1000',
      ),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        log: [
          '[2026-11-24 12:02:48 +0000] [7] [INFO] Booting worker with pid: 7',
          "[2026-11-24 12:02:48 +0000] [1] [ERROR] Control server error: [Errno 13] Permission denied: '/.gunicorn'",
        ],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['reset'],
      },
    },
  ],
};
