import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import path from 'node:path';
import { exitEvidence, logLines } from '../symptoms/evidence.ts';
import { fileTrouble, imagePathOf } from '../symptoms/files/file-trouble.ts';
import { raisedAt, raisedEvidence } from '../symptoms/python/raised.ts';
import { startPlace } from '../symptoms/start.ts';
import type { Diagnosis } from './diagnosis.ts';
import { application, importTraceback, requirements, servedBy } from './example.ts';

const served = servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]');

export const readOnlyFileSystem: Diagnosis = {
  id: 'read-only-file-system',
  blames: 'setup',
  summary: 'the container runs with a read-only file system, and the application writes to it',
  why: '`--read-only` lets nobody write but into volumes and into folders that `--tmpfs` names. Servers and libraries want at least a folder for temporary files.',
  references: ['https://docs.docker.com/reference/cli/docker/container/run/#read-only'],
  moments: ['exit', 'silent', 'answer'],
  early: true,
  *recognise(symptoms) {
    const { fatal, facts, container } = symptoms;
    const trouble = fileTrouble(symptoms);
    if (trouble?.kind !== 'read-only') return;
    const target = trouble.path === undefined ? undefined : (imagePathOf(trouble.path, facts) ?? trouble.path);
    const folder = target === undefined ? '/tmp' : /\.\w+$/.test(target) ? path.posix.dirname(target) : target;
    const what = trouble.what === 'temporary' ? 'a temporary file' : target === undefined ? 'a file' : `\`${target}\``;
    const place = fatal === undefined ? startPlace(facts) : raisedAt(fatal, symptoms);
    yield {
      headline: fittingHeadline(`it writes ${what} on a read-only file system`, 'it writes on a read-only file system'),
      title: fittingTitle(
        `the application writes ${what}, and its file system is read-only`,
        'the application writes, and its file system is read-only',
      ),
      why: 'The container was started with `--read-only`, or with a volume that is mounted so.',
      advice: `Give it a folder to write in: \`run-options: --read-only --tmpfs ${folder === '/app' || folder === '/' ? '/tmp' : folder}\` under \`with:\`${folder === '/app' || folder === '/' ? ', and let the application write there' : ''}.`,
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
      title: 'a log file',
      dockerfile: served,
      files: { 'requirements.txt': requirements, 'app.py': 'log = open("/app/ships.log", "a")\n' },
      saw: {
        options: ['--read-only'],
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    log = open("/app/ships.log", "a")',
          "OSError: [Errno 30] Read-only file system: '/app/ships.log'",
        ),
      },
      place: 'app.py:1',
    },
    {
      title: 'gunicorn, whose workers want a temporary file',
      dockerfile: servedBy('["gunicorn", "-k", "asgi", "app:app", "-b", "0.0.0.0:8000"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        options: ['--read-only'],
        exitCode: 255,
        log: [
          'Traceback (most recent call last):',
          '  File "/usr/local/bin/gunicorn", line 8, in <module>',
          '    sys.exit(run())',
          '  File "/usr/lib/python3.11/tempfile.py", line 362, in _get_default_tempdir',
          '    raise FileNotFoundError(_errno.ENOENT,',
          "FileNotFoundError: [Errno 2] No usable temporary directory found in ['/tmp', '/var/tmp', '/usr/tmp', '/app']",
        ],
      },
      place: 'Dockerfile:7',
    },
    {
      title: 'the shell that prepares the start',
      dockerfile: servedBy('echo started > /app/log.txt && exec uvicorn app:app --host 0.0.0.0'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        options: ['--read-only'],
        exitCode: 2,
        log: ['/bin/sh: 1: cannot create /app/log.txt: Read-only file system'],
      },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'the file system may be written, and this user may not',
      is: 'write-permission-denied',
      dockerfile: served.replace('EXPOSE 8000', 'USER 1000'),
      files: { 'requirements.txt': requirements, 'app.py': 'log = open("/app/ships.log", "a")\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    log = open("/app/ships.log", "a")',
          "PermissionError: [Errno 13] Permission denied: '/app/ships.log'",
        ),
      },
    },
  ],
};
