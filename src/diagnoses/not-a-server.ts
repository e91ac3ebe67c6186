import { exchangeEvidence, logTail, socketEvidence, threadEvidence } from '../symptoms/evidence.ts';
import { current } from '../symptoms/running/listening.ts';
import { serverOf, startPlace } from '../symptoms/start.ts';
import { servesInPython } from '../symptoms/running/starting.ts';
import { hasBegun } from '../symptoms/running/startup.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import type { Diagnosis } from './diagnosis.ts';
import { servedBy } from './example.ts';

export const notAServer: Diagnosis = {
  id: 'not-a-server',
  blames: 'image',
  summary: 'what the container runs is alive and opens no port',
  why: 'The command of the image starts something else than a server: a worker, a scheduler, a shell, or a script that never comes to the line that serves. It runs, so Docker is content, and nobody ever answers.',
  references: ['https://docs.docker.com/reference/dockerfile/#cmd'],
  moments: ['silent'],
  general: true,
  *recognise(symptoms) {
    const { container, facts } = symptoms;
    if (container?.wait.ended !== 'deadline' || container.sockets.length === 0) return;
    if (current(container).some(({ family }) => family.startsWith('ipv')) || mayServe(symptoms)) return;
    const place = startPlace(facts);
    const [first] = container.processes;
    const runs = first === undefined ? 'what the container runs' : `\`${shortened(first.command)}\``;
    yield {
      headline: 'what the container runs opens no port',
      title: `${runs} is alive, and opens no port`,
      why: 'No process of the container is a server that is known here, and nothing listens on any port.',
      advice:
        'Let CMD start the server; where a worker is meant, try the image with `expect: running 10s` under `with:`.',
      ...(place === undefined ? {} : { location: place }),
      evidence: [
        ...socketEvidence(container),
        ...exchangeEvidence(container),
        ...logTail(symptoms, 8),
        ...threadEvidence(container),
      ],
    };
  },
  examples: [
    {
      title: 'a loop that does its work and serves nothing',
      dockerfile: servedBy('["python", "app.py"]'),
      files: { 'app.py': 'import time\n\nwhile True:\n    time.sleep(1)\n' },
      saw: {
        listening: [],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['closed', 'reset'],
        processes: ['python app.py'],
        threads: [
          'Current thread 0x00007fb0c9428040 (most recent call first):',
          '  File "/app/app.py", line 4 in <module>',
        ],
      },
      place: 'Dockerfile:7',
    },
    {
      title: 'a container that is only kept alive',
      dockerfile: servedBy('["sleep", "infinity"]'),
      saw: { listening: [], waitedMs: 60_000, ended: 'deadline', answers: ['reset'], processes: ['sleep infinity'] },
      place: 'Dockerfile:7',
    },
    {
      title: 'a worker of a queue',
      dockerfile: servedBy('["celery", "-A", "app", "worker"]'),
      saw: {
        log: ['[tasks]', '  . app.weigh_anchor', 'celery@4f2a ready.'],
        listening: [],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['reset'],
        processes: ['/usr/bin/python3 /usr/local/bin/celery -A app worker'],
      },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'a script that will serve, and has not come so far',
      is: 'still-starting',
      dockerfile: servedBy('["python", "app.py"]'),
      files: { 'app.py': 'import uvicorn\n\nload()\nuvicorn.run("ships:app", host="0.0.0.0")\n' },
      saw: {
        listening: [],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['reset'],
        processes: ['busy python app.py'],
      },
    },
    {
      title: 'the sockets could not be read',
      is: 'unknown',
      dockerfile: servedBy('["sleep", "infinity"]'),
      saw: { waitedMs: 60_000, ended: 'deadline', answers: ['reset'] },
    },
  ],
};

const servers = /(?:^|[\s/])(?:uvicorn|gunicorn|hypercorn|granian|fastapi|daphne|waitress-serve|uwsgi|nginx)\b/;

/** A server is named somewhere, so that it may still come to serve. */
function mayServe({ facts, log, container }: Symptoms): boolean {
  return (
    serverOf(facts) !== undefined ||
    hasBegun(log) ||
    servesInPython(facts) ||
    container?.processes.some(({ command }) => servers.test(command)) === true
  );
}

function shortened(command: string): string {
  const text = command.replaceAll('`', "'");
  return text.length > 50 ? `${text.slice(0, 49)}…` : text;
}
