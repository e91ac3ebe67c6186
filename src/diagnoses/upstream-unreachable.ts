import type { ContainerObservation } from '../observation.ts';
import { announcementOf } from '../symptoms/running/announced.ts';
import { exchangeEvidence, logLines, logTail, socketEvidence } from '../symptoms/evidence.ts';
import { fittingTitle } from '../symptoms/fitting.ts';
import { current, heldFor, isTcp } from '../symptoms/running/listening.ts';
import { tellingAnswer, type Answer } from '../symptoms/running/requests.ts';
import { startPlace } from '../symptoms/start.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import type { Diagnosis } from './diagnosis.ts';
import { servedBy } from './example.ts';

/** The application behind the proxy is up, and on another port: nothing will change any more. */
const stableMs = 8_000;
const upstreamPatterns = [
  /upstream: "?https?:\/\/(?<address>[^/"\s,]+)/,
  /connecting to upstream:? "?https?:\/\/(?<address>[^/"\s,]+)/,
  /dial tcp (?<address>[\d.]+:\d+|\[[^\]]+\]:\d+): connect: connection refused/,
  /AH00957: https?: attempt to connect to (?<address>\S+:\d+)/,
];

export const upstreamUnreachable: Diagnosis = {
  id: 'upstream-unreachable',
  blames: 'image',
  summary: 'a proxy in the image answers, and does not reach the application behind it',
  why: 'Two programs share the container: a proxy that has the port, and the application behind it. The proxy answers 502 or 504 as long as nobody listens where it forwards to: the application has ended, or listens elsewhere.',
  references: ['https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass'],
  moments: ['silent', 'answer'],
  early: true,
  *recognise(symptoms) {
    const { container, facts, log } = symptoms;
    if (container === undefined) return;
    const found = tellingAnswer(container, isFromProxy);
    if (found === undefined) return;
    if (symptoms.moment === 'silent' && container.wait.ended !== 'deadline' && !isSettled(symptoms, container)) return;
    const told = log.findLast((line) => upstreamPatterns.some((pattern) => pattern.test(line)));
    const upstream = upstreamPatterns.map((pattern) => pattern.exec(told ?? '')?.groups?.['address']).find(Boolean);
    const others = otherPorts(container);
    const place = startPlace(facts);
    const proxy = proxyName(found.answer);
    const { status } = found.answer;
    yield {
      headline: `${proxy} answers ${status}, nobody is behind it`,
      title: fittingTitle(
        ...(upstream === undefined ? [] : [`${proxy} answers ${status}: it does not reach \`${upstream}\``]),
        `${proxy} answers ${status}: it does not reach the application`,
      ),
      why:
        others.length === 0
          ? 'Nothing else in the container listens on a port: the application behind the proxy has ended, or was not started.'
          : `The application listens on ${others.join(' and ')}, and the proxy forwards ${upstream === undefined ? 'elsewhere' : `to \`${upstream}\``}.`,
      advice:
        others.length === 0
          ? 'Start the application beside the proxy, and let the container end when it ends.'
          : 'Let the proxy forward to the port that the application listens on.',
      ...(place === undefined ? {} : { location: place }),
      evidence: [
        ...exchangeEvidence(container),
        ...socketEvidence(container),
        ...(told === undefined ? logTail(symptoms, 8) : logLines(symptoms, [told])),
      ],
      explains: ['probe-failed', 'unhandled-exception'],
    };
  },
  examples: [
    {
      title: 'nginx forwards to 8001, and the application listens on 8002',
      dockerfile: servedBy('["/start.sh"]'),
      saw: {
        log: [
          'INFO:     Uvicorn running on http://127.0.0.1:8002 (Press CTRL+C to quit)',
          '2026/11/24 09:05:22 [error] 8#8: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 172.17.0.1, server: , request: "GET / HTTP/1.1", upstream: "http://127.0.0.1:8001/", host: "127.0.0.1:8000"',
        ],
        listening: ['0.0.0.0:8000', '127.0.0.1:8002'],
        waitedMs: 10_000,
        ended: 'decided',
        answers: [{ outcome: '502', headers: { server: 'nginx/1.24.0' } }],
      },
      place: 'Dockerfile:7',
    },
    {
      title: 'the application has ended, and Caddy runs on',
      dockerfile: servedBy('["/start.sh"]'),
      saw: {
        listening: ['[::]:8000'],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: [{ outcome: '502', headers: { server: 'Caddy' } }],
      },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'another service of the container listens, and the application has not come so far',
      is: 'unknown',
      dockerfile: servedBy('["/start.sh"]'),
      saw: {
        log: ['INFO:     Started server process [12]', 'INFO:     Waiting for application startup.'],
        listening: ['0.0.0.0:8000', '127.0.0.1:6379'],
        waitedMs: 20_000,
        ended: 'decided',
        answers: [{ outcome: '502', headers: { server: 'nginx/1.24.0' } }],
      },
    },
    {
      title: 'the server itself refuses because it has too much to do',
      is: 'concurrency-limit',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--limit-concurrency", "1"]'),
      saw: {
        log: ['WARNING:  Exceeded concurrency limit.'],
        listening: ['0.0.0.0:8000'],
        waitedMs: 2_000,
        ended: 'decided',
        answers: [{ outcome: '503', headers: { server: 'uvicorn' } }],
      },
    },
  ],
};

function isFromProxy({ status, headers }: Answer): boolean {
  return status === 502 || status === 504 || (status === 503 && knownProxy(headers['server']) !== undefined);
}

function knownProxy(server = ''): string | undefined {
  return /nginx|openresty|caddy|apache|envoy|traefik|haproxy|lighttpd/i.exec(server)?.[0];
}

function proxyName({ headers }: Answer): string {
  const name = knownProxy(headers['server']);
  return name === undefined ? 'the proxy' : `\`${name}\``;
}

/** An application that says where it listens has come to its end of starting; other ports may be of anything. */
function isSettled({ log }: Symptoms, container: ContainerObservation): boolean {
  const announced = otherPorts(container).filter((port) => announcementOf(log, port) !== undefined);
  return announced.some(
    (port) => heldFor(container, (listening) => listening.some((socket) => socket.port === port)) >= stableMs,
  );
}

function otherPorts(container: ContainerObservation): readonly number[] {
  const ports = current(container).flatMap((socket) =>
    isTcp(socket) && socket.port !== container.port ? [socket.port] : [],
  );
  return [...new Set(ports)];
}
