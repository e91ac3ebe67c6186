import { applicationsIn } from '../facts/python-module.ts';
import type { Facts } from '../facts/facts.ts';
import type { Location } from '../finding.ts';
import type { Diagnosis, Recognised } from './diagnosis.ts';
import { deathsIn } from '../symptoms/running/crash-loop.ts';
import { endEvidence, exitEvidence, logTail } from '../symptoms/evidence.ts';
import { application, requirements, servedBy, startedBy } from './example.ts';
import { startedScript } from '../symptoms/python/python-call.ts';
import { inBackground } from '../symptoms/start/background.ts';
import { lastLine, serverOf, startPlace } from '../symptoms/start.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

/** A server that tells its beginning has begun, however it ended. */
const begun =
  /Uvicorn running on|Started (?:server|parent) process \[|Starting gunicorn|Starting granian|Running on https?:|Serving HTTP on|Starting FastAPI/;

export const nothingStarted: Diagnosis = {
  id: 'nothing-started',
  blames: 'image',
  summary: 'the command ends without an error, and nothing was started that could answer',
  why: 'A container lives as long as its first process. `python app.py` defines the application and ends, unless the file itself starts a server; so does a shell without a terminal.',
  references: ['https://fastapi.tiangolo.com/deployment/docker/'],
  moments: ['exit'],
  *recognise(symptoms) {
    const { container, fatal, log } = symptoms;
    if (container?.state?.exitCode !== 0 || fatal !== undefined) return;
    if (log.some((line) => begun.test(line)) || deathsIn(symptoms) > 0) return;
    // A server that was started for certain says why it ended, or ends with 0 whatever happened, as hypercorn does.
    if (serverOf(symptoms.facts) !== undefined || inBackground(symptoms.facts) !== undefined) return;
    yield told(symptoms);
  },
  examples: [
    {
      title: 'the file defines the application, and starts no server',
      dockerfile: servedBy('["python", "app.py"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: { exitCode: 0, log: [] },
      place: 'Dockerfile:7',
      fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]',
    },
    {
      title: 'a script that only prepares something',
      dockerfile: servedBy('["sh", "-c", "echo migrated"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: { exitCode: 0, log: ['migrated'] },
      place: 'Dockerfile:7',
    },
    {
      title: 'the Dockerfile names no command',
      dockerfile: startedBy(),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: { exitCode: 0, log: [] },
      place: 'Dockerfile:5',
    },
    {
      title: 'the guard around the start is misspelt',
      dockerfile: servedBy('["python", "app.py"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': `${application}\n\nif __name__ == "main":\n    uvicorn.run(app, host="0.0.0.0")\n`,
      },
      saw: { exitCode: 0, log: [] },
      place: 'app.py:11',
      fixed: 'if __name__ == "__main__":',
    },
  ],
  confusions: [
    {
      title: 'uvicorn with several workers ends with 0 when none can start',
      is: 'app-module-not-found',
      dockerfile: servedBy('["uvicorn", "mian:app", "--host", "0.0.0.0", "--workers", "4"]'),
      files: { 'app.py': application },
      saw: {
        exitCode: 0,
        log: [
          'INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)',
          'INFO:     Started parent process [1]',
          'ERROR:    Error loading ASGI app. Could not import module "mian".',
          'INFO:     Waiting for child process [9]',
          'ERROR:    Child process [9] failed to start, stopping the parent process.',
          'INFO:     Stopping parent process [1]',
        ],
      },
    },
    {
      title: 'the server runs in the background, and its shell ends',
      is: 'daemonised-server',
      dockerfile: servedBy('uvicorn app:app --host 0.0.0.0 &'),
      files: { 'app.py': application },
      saw: { exitCode: 0, log: [] },
    },
    {
      title: 'a server was there, and ended by itself',
      is: 'unknown',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--limit-max-requests", "1"]'),
      files: { 'app.py': application },
      saw: { exitCode: 0, log: ['INFO:     Started server process [1]', 'INFO:     Finished server process [1]'] },
    },
  ],
};

function told(symptoms: Symptoms): Recognised {
  const { facts, container } = symptoms;
  const guard = wrongGuard(facts);
  if (guard !== undefined) return guardedAway(symptoms, guard);
  const start = startPlace(facts);
  const place = start ?? lastLine(facts);
  const served = applicationOf(facts);
  const shell =
    ['python', 'python3', 'bash', 'sh', '/bin/bash', '/bin/sh'].includes(facts.startCommand?.words[0]?.text ?? '') &&
    facts.startCommand?.words.length === 1;
  return {
    headline: 'the container exits with code 0, nothing was started',
    title: 'its command ends without an error, and starts no server',
    why:
      served === undefined
        ? shell
          ? 'A shell without a terminal reads nothing and ends.'
          : start === undefined
            ? "The Dockerfile names no command, so that of the base image runs: Python's prompt, which ends without a terminal."
            : 'A container lives as long as its first process, and that one has done its work.'
        : `\`${served.path}\` defines the application \`${served.name}\` and ends: nothing in it starts a server.`,
    advice:
      served === undefined
        ? start === undefined
          ? 'Write one at its end: `CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]`.'
          : 'Let CMD start the server, and keep it in the foreground.'
        : `Start one: \`${served.command.join(' ')}\`.`,
    ...(place === undefined ? {} : { location: place }),
    evidence: container === undefined ? [] : [...exitEvidence(container), ...logTail(symptoms)],
    explains: ['missing-expose'],
    ...(served === undefined || place === undefined || facts.startCommand?.instruction.keyword !== 'CMD'
      ? {}
      : {
          fix: {
            title: `Start uvicorn`,
            safety: 'unsafe',
            edits: [{ location: place, text: `CMD ${JSON.stringify(served.command).replaceAll('","', '", "')}` }],
          },
        }),
  };
}

/** The application in the file that `python app.py` runs, where uvicorn is installed to serve it. */
function applicationOf(
  facts: Facts,
): { readonly path: string; readonly name: string; readonly command: readonly string[] } | undefined {
  const script = startedScript(facts);
  const text = script === undefined ? undefined : facts.context.readText(script);
  if (script === undefined || text === undefined || serverOf(facts) !== undefined) return undefined;
  const [first] = applicationsIn(text);
  if (first === undefined || facts.python.declared('uvicorn').length === 0) return undefined;
  const words = facts.startCommand?.words ?? [];
  const named = words.find(({ text: word }) => word.endsWith('.py'))?.text;
  const module =
    named === undefined || named.startsWith('/') ? undefined : named.replace(/\.py$/, '').replaceAll('/', '.');
  if (module === undefined) return undefined;
  const port = `${facts.exposed.ports[0]?.first ?? 8000}`;
  return {
    path: facts.context.reportPath(script),
    name: first.name,
    command: ['uvicorn', `${module}:${first.name}`, '--host', '0.0.0.0', '--port', port],
  };
}

interface Guard {
  readonly location: Location;
  readonly written: string;
}

/** `if __name__ == "main":` in the file that is run: never true, so what it guards never runs. */
function wrongGuard(facts: Facts): Guard | undefined {
  const script = startedScript(facts);
  const text = script === undefined ? undefined : facts.context.readText(script);
  if (script === undefined || text === undefined) return undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const match = /^if\s+__name__\s*==\s*(["'])(?<written>[^"']*)\1\s*:/d.exec(line);
    const written = match?.groups?.['written'];
    const [start, end] = match?.indices?.groups?.['written'] ?? [];
    if (written === undefined || written === '__main__' || start === undefined || end === undefined) continue;
    const at = { line: index + 1, column: start + 1, endLine: index + 1, endColumn: end + 1 };
    return { written, location: { path: facts.context.reportPath(script), ...at } };
  }
  return undefined;
}

function guardedAway(symptoms: Symptoms, { location, written }: Guard): Recognised {
  return {
    headline: 'the container exits with code 0, nothing was started',
    title: `\`__name__\` is never \`${written}\`, so nothing behind this line is run`,
    why: 'Of the file that is run, Python calls the name `__main__`.',
    advice: 'Write `"__main__"`.',
    location,
    evidence: endEvidence(symptoms),
    fix: { title: 'Write `__main__`', safety: 'safe', edits: [{ location, text: '__main__' }] },
  };
}
