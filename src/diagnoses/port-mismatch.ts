import { exposes } from '../facts/exposed-ports.ts';
import type { Facts } from '../facts/facts.ts';
import type { Fix, Location } from '../finding.ts';
import type { ContainerObservation, ListeningSocket } from '../observation.ts';
import { announcementOf } from '../symptoms/running/announced.ts';
import type { Diagnosis, Recognised } from './diagnosis.ts';
import { exchangeEvidence, logTail, socketEvidence } from '../symptoms/evidence.ts';
import { application, requirements, servedBy } from './example.ts';
import { current, heldFor, isReachable, isTcp, nothingChanges } from '../symptoms/running/listening.ts';
import { findCallArgument, findVariable } from '../symptoms/python/python-call.ts';
import { namedPorts, serverName, serverOf, startPlace, tcpAddresses } from '../symptoms/start.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

/** How long it has to listen there, and nowhere else that would do, by how surely that port is the server's. */
const stableMs = { named: 1_000, announced: 2_500 };

export const portMismatch: Diagnosis = {
  id: 'port-mismatch',
  blames: 'image',
  summary: 'the server listens on another port than the one that is published',
  why: 'Docker forwards a published port to the same number inside the container. Where the server listens on another one, connections end in nothing; EXPOSE is a promise to readers and tools, and opens no port.',
  references: [
    'https://docs.docker.com/reference/dockerfile/#expose',
    'https://docs.docker.com/engine/network/port-publishing/',
  ],
  moments: ['silent'],
  early: true,
  *recognise(symptoms) {
    const { container } = symptoms;
    if (container === undefined) return;
    const socket = otherSocket(symptoms, container);
    if (socket !== undefined) yield findingAt(symptoms, container, socket.port);
  },
  examples: [
    {
      title: 'uvicorn listens on 9000 while EXPOSE promises 8000',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "9000"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        log: [
          'INFO:     Started server process [1]',
          'INFO:     Waiting for application startup.',
          'INFO:     Application startup complete.',
          'INFO:     Uvicorn running on http://0.0.0.0:9000 (Press CTRL+C to quit)',
        ],
        listening: ['0.0.0.0:9000'],
        waitedMs: 2_100,
        ended: 'decided',
        answers: ['reset'],
      },
      place: 'Dockerfile:7',
      fixed: 'EXPOSE 9000',
    },
    {
      title: 'the application starts the server itself, on 9000',
      dockerfile: servedBy('["python", "server.py"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': application,
        'server.py':
          'import uvicorn\n\nif __name__ == "__main__":\n    uvicorn.run("app:app", host="0.0.0.0", port=9000)\n',
      },
      saw: {
        log: ['INFO:     Uvicorn running on http://0.0.0.0:9000 (Press CTRL+C to quit)'],
        listening: ['0.0.0.0:9000'],
        waitedMs: 3_700,
        ended: 'decided',
        answers: ['reset'],
      },
      place: 'server.py:4',
      fixed: 'EXPOSE 9000',
    },
    {
      title: 'a variable of the image, which the application reads',
      dockerfile: servedBy('["python", "server.py"]').replace('EXPOSE 8000', 'ENV PORT=8080'),
      files: {
        'requirements.txt': requirements,
        'server.py':
          'import os\nimport uvicorn\n\nuvicorn.run("app:app", host="0.0.0.0", port=int(os.environ.get("PORT", "8000")))\n',
      },
      saw: {
        log: ['INFO:     Uvicorn running on http://0.0.0.0:8080 (Press CTRL+C to quit)'],
        listening: ['0.0.0.0:8080'],
        waitedMs: 3_700,
        ended: 'decided',
        answers: ['reset'],
      },
      place: 'Dockerfile:6',
    },
    {
      title: 'it is up just before the time is over',
      dockerfile: servedBy('["python", "server.py"]'),
      files: {
        'requirements.txt': requirements,
        'server.py':
          'p = ArgumentParser()\np.add_argument("--port", type=int, default=5000)\nuvicorn.run("app:app", host="0.0.0.0", port=p.parse_args().port)\n',
      },
      saw: {
        log: ['INFO:     Uvicorn running on http://0.0.0.0:5000 (Press CTRL+C to quit)'],
        listening: ['9600@0.0.0.0:5000'],
        lastLineAtMs: 9_600,
        waitedMs: 10_000,
        ended: 'deadline',
        answers: ['reset'],
      },
      place: 'server.py:2',
    },
    {
      title: 'a server of its own that says nothing',
      dockerfile: servedBy('["./serve"]'),
      saw: { listening: ['0.0.0.0:3000'], waitedMs: 12_000, ended: 'decided', answers: ['reset'] },
      place: 'Dockerfile:7',
      fixed: 'EXPOSE 3000',
    },
  ],
  confusions: [
    {
      title: 'a healthy application opens the port of its metrics first',
      is: 'still-starting',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      saw: {
        log: ['INFO:     Started server process [1]', 'INFO:     Waiting for application startup.'],
        listening: ['0.0.0.0:9000'],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['reset'],
      },
    },
    {
      title: 'it says that the metrics are there, and is not up yet itself',
      is: 'unknown',
      dockerfile: servedBy('["./serve"]'),
      saw: {
        log: ['prometheus metrics server listening on 0.0.0.0:9000'],
        listening: ['0.0.0.0:9000'],
        waitedMs: 5_000,
        lastLineAtMs: 4_000,
        ended: 'deadline',
        answers: ['reset'],
      },
    },
  ],
};

function otherSocket({ facts, log }: Symptoms, container: ContainerObservation): ListeningSocket | undefined {
  const { port } = container;
  const isAt = (wanted: number) => (listening: readonly ListeningSocket[]) =>
    listening.some((socket) => isTcp(socket) && socket.port === wanted && isReachable(socket)) &&
    !listening.some((socket) => isTcp(socket) && socket.port === port);
  const others = current(container).filter((socket) => isTcp(socket) && isReachable(socket) && socket.port !== port);
  const named = namedPorts(facts);
  // A command line that names the asked port will listen there in the end, whatever it opens before.
  if (named.has(port)) return undefined;
  const isOver = container.wait.ended === 'deadline';
  return others.find((socket) => {
    const held = heldFor(container, isAt(socket.port));
    const announced = announcementOf(log, socket.port) !== undefined;
    if (isOver && (announced || named.has(socket.port))) return true;
    if (named.has(socket.port) || (announced && serverOf(facts) !== undefined)) return held >= stableMs.named;
    if (announced) return held >= stableMs.announced;
    return nothingChanges(container, held);
  });
}

function findingAt(symptoms: Symptoms, container: ContainerObservation, port: number): Recognised {
  const { facts } = symptoms;
  const server = serverName(symptoms);
  const asked = container.port;
  const place = portPlace(facts, port);
  const fix = exposeFix(facts, asked, port);
  const promise = exposes(facts.exposed, asked) ? `EXPOSE promises ${asked}` : `${asked} is published`;
  return {
    headline: `${server} listens on port ${port}, ${promise}`,
    title: `${server} listens on port ${port}, and port ${asked} is asked`,
    why: `Docker forwards to port ${asked} of the container, where nothing listens.`,
    advice: `Let ${server} listen on ${asked}, or ${fix === undefined ? `publish ${port}` : `write \`EXPOSE ${port}\``}.`,
    ...(place === undefined ? {} : { location: place }),
    evidence: [...socketEvidence(container), ...exchangeEvidence(container), ...logTail(symptoms, 6)],
    ...(fix === undefined ? {} : { fix }),
  };
}

/** Where the server is told that port: on its command line, in a variable, in Python. */
function portPlace(facts: Facts, port: number): Location | undefined {
  for (const address of tcpAddresses(facts)) {
    if (address.port.kind === 'given' && address.port.value === port) return address.port.source.location;
    if (address.port.kind === 'unknown' && address.port.source !== undefined) return address.port.source.location;
  }
  if (serverOf(facts) !== undefined) return startPlace(facts);
  const isIt = (value: string): boolean => Number(value) === port;
  return findVariable(facts, /PORT/i, isIt) ?? findCallArgument(facts, 'port', isIt)?.location ?? startPlace(facts);
}

/** Where nobody published anything on purpose, the port that EXPOSE names is the one that is asked. */
function exposeFix(facts: Facts, asked: number, port: number): Fix | undefined {
  if (facts.publish !== undefined || exposes(facts.exposed, port)) return undefined;
  const wrong = facts.exposed.ports.find(
    ({ first, last, protocol }) => first === asked && last === asked && protocol === 'tcp',
  );
  if (wrong?.number === undefined) return undefined;
  return { title: `Expose port ${port}`, safety: 'safe', edits: [{ location: wrong.number, text: `${port}` }] };
}
