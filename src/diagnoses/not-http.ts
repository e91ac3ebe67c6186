import { exchangeEvidence, logTail, socketEvidence } from '../symptoms/evidence.ts';
import { listeningForMs, sentWhileListening } from '../symptoms/running/requests.ts';
import { startPlace } from '../symptoms/start.ts';
import type { Diagnosis } from './diagnosis.ts';
import { servedBy } from './example.ts';

/** What is on the port from the first is the same later; a program that greets and then serves HTTP was never seen. */
const stableMs = 1_000;
const leastAnswers = 5;

export const notHttp: Diagnosis = {
  id: 'not-http',
  blames: 'image',
  summary: 'what listens on the port answers, and not in HTTP',
  why: 'A server of another protocol has the port: gRPC speaks HTTP/2 from the first byte, databases and brokers greet in words of their own. A request in HTTP/1.1 gets no answer that means anything.',
  references: ['https://grpc.github.io/grpc/core/md_doc_connection-semantics-and-api.html'],
  moments: ['silent'],
  early: true,
  *recognise(symptoms) {
    const { container, facts } = symptoms;
    if (container === undefined || container.tls?.kind === 'handshake') return;
    const sent = sentWhileListening(container).filter(({ outcome }) => outcome.kind !== 'timeout');
    const other = sent.find(({ outcome }) => outcome.kind === 'not-http');
    if (other?.outcome.kind !== 'not-http' || !sent.every(({ outcome }) => outcome.kind === 'not-http')) return;
    const known = container.sockets.length > 0;
    if (other.times < leastAnswers || (known && listeningForMs(container) < stableMs)) return;
    const place = startPlace(facts);
    const http2 = /00 00 [\da-f]{2} 04\b/.test(other.outcome.detail);
    yield {
      headline: `port ${container.port} speaks ${http2 ? 'HTTP/2 alone, as gRPC does' : 'another protocol than HTTP'}`,
      title: `what listens on port ${container.port} answers, and not in HTTP`,
      why: http2
        ? 'It begins with a frame of HTTP/2, as gRPC does, and does not understand HTTP/1.1.'
        : 'The bytes that come back are of another protocol.',
      advice:
        'Publish the port of the HTTP server, or start one; where another protocol is meant, try the image with `expect: tcp` under `with:`.',
      ...(place === undefined ? {} : { location: place }),
      evidence: [...exchangeEvidence(container), ...socketEvidence(container), ...logTail(symptoms, 6)],
    };
  },
  examples: [
    {
      title: 'a server that greets',
      dockerfile: servedBy('["python", "app.py"]'),
      saw: {
        listening: ['0.0.0.0:8000'],
        waitedMs: 2_300,
        ended: 'decided',
        answers: [{ outcome: 'not-http', body: 'Expected HTTP/: "* READY ships 1.0"' }],
      },
      place: 'Dockerfile:7',
    },
    {
      title: 'gRPC',
      dockerfile: servedBy('["python", "server.py"]'),
      saw: {
        listening: ['0.0.0.0:8000'],
        waitedMs: 2_300,
        ended: 'decided',
        answers: [{ outcome: 'not-http', body: 'Expected HTTP/: 00 00 2a 04 00 00' }],
      },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'an alert of TLS is no HTTP either',
      is: 'tls-only',
      dockerfile: servedBy('["./serve"]'),
      saw: {
        listening: ['0.0.0.0:8000'],
        waitedMs: 2_300,
        ended: 'decided',
        answers: [{ outcome: 'not-http', body: 'Expected HTTP/: 15 03 01 00 02' }],
        tls: 'TLSv1.3',
      },
    },
  ],
};
