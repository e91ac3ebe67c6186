import type { Facts } from '../facts/facts.ts';
import type { Fix, Location } from '../finding.ts';
import type { ContainerObservation, ListeningSocket } from '../observation.ts';
import { exchangeEvidence, logTail, socketEvidence } from '../symptoms/evidence.ts';
import { current, heldFor, isLoopback, isTcp } from '../symptoms/running/listening.ts';
import { findCallArgument } from '../symptoms/python/python-call.ts';
import { sentWhileListening } from '../symptoms/running/requests.ts';
import { anyServer, serverName, startPlace, tcpAddresses } from '../symptoms/start.ts';
import type { Diagnosis } from './diagnosis.ts';
import { application, requirements, servedBy } from './example.ts';

const stableMs = 300;

export const ipv6OnlyHost: Diagnosis = {
  id: 'ipv6-only-host',
  blames: 'image',
  summary: 'the server listens on an IPv6 address alone, and Docker forwards to the IPv4 address of the container',
  why: 'Python opens an IPv6 socket for IPv6 only, so `::` means all addresses of IPv6 and none of IPv4. Docker forwards a published port to the IPv4 address of the container, unless the network was made with IPv6.',
  references: [
    'https://docs.docker.com/engine/daemon/ipv6/',
    'https://docs.python.org/3/library/asyncio-eventloop.html#asyncio.loop.create_server',
  ],
  moments: ['silent'],
  early: true,
  *recognise(symptoms) {
    const { container, facts } = symptoms;
    const socket = container === undefined ? undefined : ipv6Socket(container);
    if (container === undefined || socket === undefined) return;
    const remedy = remedyOf(facts);
    const place = remedy?.location ?? startPlace(facts);
    const server = serverName(symptoms);
    yield {
      headline: `${server === anyServer ? 'it' : server} listens on \`${socket.address}\`, which is IPv6 alone`,
      title: `the server listens on \`${socket.address}\`, and nobody listens on IPv4`,
      why: `Docker forwards port ${container.port} to the IPv4 address of the container, where nothing listens.`,
      advice:
        remedy === undefined
          ? 'Tell the server to listen on `0.0.0.0`.'
          : `Write \`0.0.0.0\` instead of \`${remedy.host}\`.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: [...socketEvidence(container), ...exchangeEvidence(container), ...logTail(symptoms, 6)],
      explains: ['loopback-host', 'port-mismatch'],
      ...(remedy?.fix === undefined ? {} : { fix: remedy.fix }),
    };
  },
  examples: [
    {
      title: 'uvicorn on `::`',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "::", "--port", "8000"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        log: [
          'INFO:     Application startup complete.',
          'INFO:     Uvicorn running on http://[::]:8000 (Press CTRL+C to quit)',
        ],
        listening: ['[::]:8000'],
        waitedMs: 1_600,
        ended: 'decided',
        answers: ['closed', 'reset'],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]',
    },
    {
      title: 'hypercorn on the loopback address of IPv6',
      dockerfile: servedBy('["hypercorn", "app:app", "--bind", "[::1]:8000"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: { listening: ['[::1]:8000'], waitedMs: 1_600, ended: 'decided', answers: ['reset'] },
      place: 'Dockerfile:7',
      fixed: 'CMD ["hypercorn", "app:app", "--bind", "0.0.0.0:8000"]',
    },
  ],
  confusions: [
    {
      title: 'the loopback addresses of both',
      is: 'loopback-host',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "localhost"]'),
      files: { 'app.py': application },
      saw: {
        listening: ['127.0.0.1:8000', '[::1]:8000'],
        waitedMs: 1_600,
        ended: 'decided',
        answers: ['reset'],
      },
    },
    {
      title: 'gunicorn listens on both by `::`, accepts, and still imports',
      is: 'still-starting',
      dockerfile: servedBy('["gunicorn", "-k", "asgi", "app:app", "-b", "[::]:8000"]'),
      saw: {
        log: ['[2026-11-24 09:05:22 +0000] [7] [INFO] Booting worker with pid: 7'],
        listening: ['[::]:8000'],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['timeout'],
      },
    },
  ],
};

/** One socket of IPv6 that takes those of IPv4 too would accept: only where every request is turned away it does not. */
function ipv6Socket(container: ContainerObservation): ListeningSocket | undefined {
  const isAlone = (listening: readonly ListeningSocket[]): boolean => {
    const there = listening.filter((socket) => isTcp(socket) && socket.port === container.port);
    return there.length > 0 && there.every(({ family, address }) => family === 'ipv6' && !/^::ffff:/i.test(address));
  };
  if (heldFor(container, isAlone) < stableMs) return undefined;
  const socket = current(container).find(({ family, port }) => family === 'ipv6' && port === container.port);
  if (socket !== undefined && isLoopback(socket)) return socket;
  const sent = sentWhileListening(container);
  const isRefused = sent.every(({ outcome }) => ['closed', 'reset', 'refused'].includes(outcome.kind));
  return sent.length > 0 && isRefused && container.tls?.kind !== 'handshake' ? socket : undefined;
}

interface Remedy {
  readonly host: string;
  readonly location: Location;
  readonly fix?: Fix;
}

function remedyOf(facts: Facts): Remedy | undefined {
  for (const { host } of tcpAddresses(facts)) {
    if (host.kind !== 'given' || !host.value.includes(':')) continue;
    const { location, literal, name } = host.source;
    const at = /bind/.test(name) && !host.value.startsWith('[') ? withBrackets(location) : location;
    return { host: host.value, location, ...(literal ? { fix: replaced(at) } : {}) };
  }
  const found = findCallArgument(facts, 'host', (value) => /^\[?::1?\]?$/.test(value));
  return found === undefined
    ? undefined
    : { host: found.value, location: found.location, fix: replaced(found.location) };
}

/** `[::]:8000`: behind a port an address of IPv6 stands in brackets, which one of IPv4 must not have. */
function withBrackets(location: Location): Location {
  return { ...location, column: location.column - 1, endColumn: location.endColumn + 1 };
}

function replaced(location: Location): Fix {
  return { title: 'Listen on `0.0.0.0`', safety: 'safe', edits: [{ location, text: '0.0.0.0' }] };
}
