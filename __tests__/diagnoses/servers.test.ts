import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { diagnose, diagnoseEarly } from '../../src/diagnoses/diagnose.ts';
import { observe } from '../support/observation.ts';

/** Logs of real runs: uvicorn 0.54, gunicorn 27, hypercorn 0.18, granian 2.8, fastapi-cli 0.0.34. */
const folder = new URL('logs/', import.meta.url);

const files = {
  'requirements.txt': 'fastapi==0.165.0\n',
  'good.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n',
  'imp.py': 'from fastapi import FastAPI\nimport nothere\napp = FastAPI()\n',
  'syn.py': 'from fastapi import FastAPI\napp = FastAPI(\n',
  'settings.py': 'from fastapi import FastAPI\n\n\n\n\nsettings = Settings()\n',
  'life.py': '\n\n\n\n    raise RuntimeError("the register is empty")\n',
  'conn.py': '\n\n\n\n\n    socket.create_connection(("127.0.0.1", 5432), timeout=5)\n',
  'group.py': 'import asyncio\n\n\n\n    raise KeyError("fram")\n\n\n\n\n    async with asyncio.TaskGroup() as g:\n',
  'chain2.py': 'from fastapi import FastAPI\n\n    {}["a"]\n\n    import nothere\n',
};

/** What each case is: the application that was served, the cause, and its place, the Dockerfile's last line where none is given. */
const cases: Readonly<Record<string, { readonly app: string; readonly cause: string; readonly place?: string }>> = {
  'no-module': { app: 'mian:app', cause: 'app-module-not-found' },
  'no-package': { app: 'nopkg.main:app', cause: 'app-module-not-found' },
  'no-attribute': { app: 'good:application', cause: 'app-attribute-not-found' },
  import: { app: 'imp:app', cause: 'missing-requirement', place: 'imp.py:2' },
  syntax: { app: 'syn:app', cause: 'syntax-error', place: 'syn.py:2' },
  settings: { app: 'settings:app', cause: 'missing-environment-variable', place: 'settings.py:6' },
  lifespan: { app: 'life:app', cause: 'startup-failed', place: 'life.py:5' },
  connection: { app: 'conn:app', cause: 'backing-service-unreachable', place: 'conn.py:6' },
  group: { app: 'group:app', cause: 'startup-failed', place: 'group.py:5' },
  chained: { app: 'chain2:app', cause: 'missing-requirement', place: 'chain2.py:5' },
};

const commands: Readonly<Record<string, (app: string) => readonly string[]>> = {
  uvicorn: (app) => ['uvicorn', app, '--host', '0.0.0.0'],
  'uvicorn-with-4-workers': (app) => ['uvicorn', app, '--host', '0.0.0.0', '--workers', '4'],
  gunicorn: (app) => ['gunicorn', '-k', 'asgi', app, '-b', '0.0.0.0:8000', '--workers', '2'],
  hypercorn: (app) => ['hypercorn', app, '-b', '0.0.0.0:8000'],
  granian: (app) => ['granian', '--interface', 'asgi', '--host', '0.0.0.0', app],
  fastapi: (app) => ['fastapi', 'run', `${app.replace(/:.*/, '')}.py`],
};

/** uvicorn with several workers goes on for ever; the others end, hypercorn with 0. */
const goesOn = new Set(['uvicorn-with-4-workers-import']);

const recorded = readdirSync(folder).map((file) => {
  const name = file.replace(/\.log$/, '');
  const server =
    Object.keys(commands).findLast((each) => name.startsWith(`${each}-`) && name.slice(each.length + 1) in cases) ?? '';
  return { name, file, server, kind: name.slice(server.length + 1) };
});

test.each(recorded)('the log of $name names its cause', ({ name, file, server, kind }) => {
  const { app, cause, place = 'Dockerfile:6' } = cases[kind] ?? { app: '', cause: '' };
  const command = commands[server]?.(app) ?? [];
  const log = readFileSync(new URL(file, folder), 'utf8').split('\n').slice(0, -1);
  const seen = observe({
    dockerfile: `FROM python:3.11-slim\nWORKDIR /app\nCOPY requirements.txt .\nRUN pip install --no-cache-dir -r requirements.txt\nCOPY . .\nCMD ${JSON.stringify(command)}\n`,
    files,
    saw: goesOn.has(name)
      ? { log, waitedMs: 1_500, ended: 'decided', answers: ['reset'] }
      : { log, exitCode: server === 'hypercorn' ? 0 : 1 },
  });
  const [root] = diagnose(seen).findings;
  expect({ check: root?.check, place: `${root?.location?.path}:${root?.location?.line}` }).toEqual({
    check: cause,
    place,
  });
});

test('of what goes on, the cause is told without waiting for the deadline', () => {
  const log = readFileSync(new URL('uvicorn-with-4-workers-import.log', folder), 'utf8').split('\n');
  const dockerfile = 'FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\nCMD ["uvicorn", "imp:app", "--workers", "4"]\n';
  const seen = observe({ dockerfile, files, saw: { log, waitedMs: 1_500, ended: 'decided' } });
  expect(diagnoseEarly(seen)?.check).toBe('missing-requirement');
});

test('every server and every case is among the recorded ones', () => {
  expect(new Set(recorded.map(({ server }) => server))).toEqual(new Set(Object.keys(commands)));
  expect(new Set(recorded.map(({ kind }) => kind))).toEqual(new Set(Object.keys(cases)));
});
