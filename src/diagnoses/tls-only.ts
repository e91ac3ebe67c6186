import type { Facts } from '../facts/facts.ts';
import type { Location } from '../finding.ts';
import { exchangeEvidence, logTail, socketEvidence } from '../symptoms/evidence.ts';
import { failsBy, tellingAnswer, type Answer } from '../symptoms/running/requests.ts';
import { anyServer, serverName, serverOf, startPlace } from '../symptoms/start.ts';
import type { Diagnosis } from './diagnosis.ts';
import { application, requirements, servedBy } from './example.ts';

export const tlsOnly: Diagnosis = {
  id: 'tls-only',
  blames: 'image',
  summary: 'the server speaks TLS alone, and the trial asks in plain HTTP',
  why: 'Whoever connects without TLS is disconnected without a word. In a container TLS is usually the matter of the proxy in front: the certificate then lives there, and is renewed there.',
  references: ['https://fastapi.tiangolo.com/deployment/https/'],
  moments: ['silent', 'answer', 'serve'],
  early: true,
  *recognise(symptoms) {
    const { container, facts, moment } = symptoms;
    if (container === undefined) return;
    const refused = moment === 'silent' ? undefined : tellingAnswer(container, isRefusal);
    const isProven = moment === 'silent' && container.tls?.kind === 'handshake';
    if (!isProven && refused === undefined) return;
    const protocol = container.tls?.kind === 'handshake' ? container.tls.protocol : undefined;
    const place = optionPlace(facts) ?? startPlace(facts);
    const server = serverName(symptoms);
    yield {
      headline: `${server === anyServer ? 'it' : server} speaks TLS alone on port ${container.port}`,
      title: `port ${container.port} speaks TLS, and plain HTTP gets no answer there`,
      why:
        refused === undefined
          ? 'Each plain request was disconnected without a byte, and a TLS handshake on the same port succeeded.'
          : `It answers ${refused.answer.status} that plain HTTP was sent to a port of HTTPS.`,
      advice:
        'Serve plain HTTP in the container and leave TLS to the proxy in front; where TLS is meant, try the image with `expect: tcp` under `with:`.',
      ...(place === undefined ? {} : { location: place }),
      evidence: [
        ...(protocol === undefined
          ? []
          : [{ kind: 'exchange' as const, request: 'TLS handshake', outcome: `succeeded with ${protocol}`, ms: 0 }]),
        ...exchangeEvidence(container),
        ...socketEvidence(container),
        ...logTail(symptoms, 4),
      ],
      explains: ['probe-failed', 'redirect-to-https'],
      severity: moment === 'silent' || failsBy(container, isRefusal) ? 'error' : 'warning',
    };
  },
  examples: [
    {
      title: 'uvicorn with a certificate',
      dockerfile: servedBy(
        '["uvicorn", "app:app", "--host", "0.0.0.0", "--ssl-keyfile", "key.pem", "--ssl-certfile", "certificate.pem"]',
      ),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        log: ['INFO:     Uvicorn running on https://0.0.0.0:8000 (Press CTRL+C to quit)'],
        listening: ['0.0.0.0:8000'],
        waitedMs: 2_000,
        ended: 'decided',
        answers: ['closed'],
        tls: 'TLSv1.3',
      },
      place: 'Dockerfile:7',
    },
    {
      title: 'nginx says so itself',
      dockerfile: servedBy('["nginx", "-g", "daemon off;"]'),
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: [
          {
            outcome: '400',
            headers: { server: 'nginx/1.24.0' },
            body: '<html><head><title>400 The plain HTTP request was sent to HTTPS port</title></head>',
          },
        ],
      },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'nothing answers, and a handshake does not either',
      is: 'unknown',
      dockerfile: servedBy('["./serve"]'),
      saw: { listening: ['0.0.0.0:8000'], waitedMs: 60_000, ended: 'deadline', answers: ['closed'] },
    },
    {
      title: '400 for another reason',
      is: undefined,
      dockerfile: servedBy('["./serve"]'),
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: [{ outcome: '400', body: 'the header X-Ship is missing' }],
      },
    },
  ],
};

/** nginx, Go and Caddy, Apache, Jetty. */
function isRefusal({ status, body }: Answer): boolean {
  return (
    status === 400 &&
    /plain HTTP request was sent to HTTPS port|HTTP request to an HTTPS server|speaking plain HTTP to an SSL-enabled/i.test(
      body,
    )
  );
}

function optionPlace(facts: Facts): Location | undefined {
  const option = serverOf(facts)?.options.find(({ name }) => /^--(?:ssl-)?(?:certfile|certificate)$/.test(name));
  return option?.words[0]?.location;
}
