import type { ContainerObservation } from '../observation.ts';
import { logTail, socketEvidence } from '../symptoms/evidence.ts';
import { current, heldFor, nothingChanges } from '../symptoms/running/listening.ts';
import { serverName, serverOf, startPlace } from '../symptoms/start.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import type { Diagnosis } from './diagnosis.ts';
import { application, requirements, servedBy } from './example.ts';

/** A server that says so, or was told so, opens no port after it. */
const stableMs = 500;
const announced =
  /Uvicorn running on unix socket|Listening at: unix:|Running on (?:http:\/\/)?unix:|running on socket/i;

export const unixSocketOnly: Diagnosis = {
  id: 'unix-socket-only',
  blames: 'image',
  summary: 'the server listens on a unix socket and on no port',
  why: 'A unix socket is a file inside the container: a proxy beside the server reaches it, and a published port does not. Nobody outside the container gets an answer.',
  references: ['https://www.uvicorn.org/settings/#socket-binding'],
  moments: ['silent'],
  early: true,
  *recognise(symptoms) {
    const { container, facts } = symptoms;
    if (container === undefined || !listensNowhereElse(symptoms, container)) return;
    const socket = current(container).find(({ family }) => family === 'unix');
    if (socket === undefined) return;
    const told = serverOf(facts)?.addresses.find(({ kind }) => kind === 'unix');
    const place = told?.kind === 'unix' ? told.source.location : startPlace(facts);
    yield {
      headline: `it listens on a unix socket and on no port`,
      title: `${serverName(symptoms)} listens on the unix socket \`${socket.address}\` and on no port`,
      why: `Docker forwards port ${container.port} of the container, where nothing listens.`,
      advice: `Let it listen on \`0.0.0.0\` and port ${container.port} instead, or put the proxy that knows the socket into the image.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: [...socketEvidence(container), ...logTail(symptoms, 6)],
    };
  },
  examples: [
    {
      title: 'uvicorn with --uds',
      dockerfile: servedBy('["uvicorn", "app:app", "--uds", "/tmp/app.sock"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        log: [
          'INFO:     Application startup complete.',
          'INFO:     Uvicorn running on unix socket /tmp/app.sock (Press CTRL+C to quit)',
        ],
        listening: ['unix:/tmp/app.sock'],
        waitedMs: 1_600,
        ended: 'decided',
        answers: ['closed'],
      },
      place: 'Dockerfile:7',
    },
    {
      title: 'gunicorn, told in a variable',
      dockerfile: servedBy('gunicorn app:app $OPTIONS'),
      saw: {
        log: ['[2026-11-24 09:05:22 +0000] [1] [INFO] Listening at: unix:/run/app.sock (1)'],
        listening: ['unix:/run/app.sock'],
        waitedMs: 12_000,
        ended: 'decided',
        answers: ['closed'],
      },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'a script starts nginx after the server',
      is: 'still-starting',
      dockerfile: servedBy('["sh", "-c", "uvicorn app:app --uds /run/app.sock & migrate && nginx"]'),
      saw: {
        log: [
          'INFO:     Uvicorn running on unix socket /run/app.sock (Press CTRL+C to quit)',
          'INFO:     Started server process [7]',
        ],
        listening: ['50000@unix:/run/app.sock'],
        waitedMs: 52_000,
        lastLineAtMs: 51_000,
        ended: 'deadline',
        answers: ['closed'],
      },
    },
    {
      title: 'a supervisor has a socket of its own, and the application still starts',
      is: 'still-starting',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      saw: {
        log: ['INFO:     Waiting for application startup.'],
        listening: ['unix:/run/supervisor.sock'],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['reset'],
      },
    },
  ],
};

function listensNowhereElse({ facts, log }: Symptoms, container: ContainerObservation): boolean {
  const held = heldFor(
    container,
    (listening) =>
      listening.some(({ family }) => family === 'unix') && !listening.some(({ family }) => family.startsWith('ipv')),
  );
  const { startCommand } = facts;
  const server = startCommand?.server;
  const isTold = server?.addresses.some(({ kind }) => kind === 'unix') === true;
  // A script may start a proxy after the server: then only time tells.
  if (isTold && startCommand?.launchers.length === 0) return held >= stableMs;
  if (isTold || log.some((line) => announced.test(line))) return nothingChanges(container, held);
  // Something beside the application may have it, so a command line that names a port has the word until the end.
  return container.wait.ended === 'deadline' && held > 0 && server === undefined;
}
