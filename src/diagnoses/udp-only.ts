import type { ContainerObservation } from '../observation.ts';
import { exchangeEvidence, logTail } from '../symptoms/evidence.ts';
import { current, heldFor } from '../symptoms/running/listening.ts';
import { serverOf, startPlace } from '../symptoms/start.ts';
import type { Diagnosis } from './diagnosis.ts';
import { servedBy } from './example.ts';

/** Who has the asked port by UDP, and nothing by TCP for so long, means it. */
const stableMs = 2_000;

export const udpOnly: Diagnosis = {
  id: 'udp-only',
  blames: 'image',
  summary: 'what runs takes UDP packets and no TCP connections',
  why: 'HTTP needs a TCP connection, and a published port is one of TCP unless `/udp` stands behind it. A program that takes packets alone never answers an HTTP request.',
  references: ['https://docs.docker.com/engine/network/port-publishing/'],
  moments: ['silent'],
  early: true,
  *recognise(symptoms) {
    const { container, facts } = symptoms;
    if (container === undefined || serverOf(facts) !== undefined) return;
    const port = udpPort(container);
    if (port === undefined) return;
    const place = startPlace(facts);
    yield {
      headline: `it takes UDP packets on port ${port}, and no connection`,
      title: `what runs takes UDP packets on port ${port}, and no TCP connection`,
      why: 'HTTP is spoken over TCP, and nothing listens there.',
      advice:
        'Start what serves HTTP; where UDP is meant, try the image with `expect: running 5s` under `with:`, which asks no port.',
      ...(place === undefined ? {} : { location: place }),
      evidence: [
        { kind: 'exchange', request: 'listening sockets', outcome: `UDP port ${port}, and none of TCP`, ms: 0 },
        ...exchangeEvidence(container),
        ...logTail(symptoms, 6),
      ],
    };
  },
  examples: [
    {
      title: 'a server for UDP on the asked port',
      dockerfile: servedBy('["python", "app.py"]'),
      files: { 'app.py': 'import socket\n\nserver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n' },
      saw: { listening: ['udp:0.0.0.0:8000'], waitedMs: 5_000, ended: 'decided', answers: ['closed', 'reset'] },
      place: 'Dockerfile:7',
    },
    {
      title: 'on another port, for the whole time',
      dockerfile: servedBy('["./serve"]'),
      saw: { listening: ['udp:0.0.0.0:5353'], waitedMs: 60_000, ended: 'deadline', answers: ['closed'] },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'a client has a UDP socket, and the server listens on another port',
      is: 'port-mismatch',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "9000"]'),
      saw: {
        log: ['INFO:     Uvicorn running on http://0.0.0.0:9000 (Press CTRL+C to quit)'],
        listening: ['udp:0.0.0.0:41234', '0.0.0.0:9000'],
        waitedMs: 2_600,
        ended: 'decided',
        answers: ['reset'],
      },
    },
  ],
};

function udpPort(container: ContainerObservation): number | undefined {
  const held = heldFor(
    container,
    (listening) =>
      listening.some(({ family }) => family === 'udp') && !listening.some(({ family }) => family.startsWith('ipv')),
  );
  const ports = current(container).flatMap(({ family, port }) => (family === 'udp' ? [port] : []));
  if (ports.includes(container.port) && held >= stableMs) return container.port;
  return container.wait.ended === 'deadline' && held > 0 ? ports[0] : undefined;
}
