import { applicationsIn } from '../facts/python-module.ts';
import type { Facts } from '../facts/facts.ts';
import type { Diagnosis, Recognised } from './diagnosis.ts';
import { deathsIn } from '../symptoms/crash-loop.ts';
import { exitEvidence, logTail } from '../symptoms/evidence.ts';
import { application, requirements, servedBy } from './example.ts';
import { startedScript } from '../symptoms/python-call.ts';
import { serverOf, startPlace } from '../symptoms/start.ts';
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
    if (container?.state?.exitCode !== 0 || container.state.oomKilled || fatal !== undefined) return;
    if (log.some((line) => begun.test(line)) || deathsIn(symptoms) > 0) return;
    // A server that was started for certain says why it ended, or ends with 0 whatever happened, as hypercorn does.
    if (serverOf(symptoms.facts) !== undefined || isInBackground(symptoms.facts)) return;
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

/** `… &`, `nohup`, `--daemon`: something was started, and its first process ended. */
export function isInBackground({ startCommand, dockerfile }: Facts): boolean {
  if (startCommand === undefined) return false;
  const { start, end } = startCommand.instruction.span;
  const texts = [dockerfile.text.slice(start, end)];
  return texts.some((text) =>
    /(?<![&>|])&(?![&>\d])\s*(?:["'\]]|$)|\bnohup\b|\s--daemon\b|"--daemon"|\bservice \w+ start\b/m.test(text),
  );
}

function told(symptoms: Symptoms): Recognised {
  const { facts, container } = symptoms;
  const place = startPlace(facts);
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
          : 'A container lives as long as its first process, and that one has done its work.'
        : `\`${served.path}\` defines the application \`${served.name}\` and ends: nothing in it starts a server.`,
    advice:
      served === undefined
        ? 'Let CMD start the server, and keep it in the foreground.'
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
