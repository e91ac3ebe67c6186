import type { Facts } from '../facts/facts.ts';
import type { Fix, Location } from '../finding.ts';
import type { ListeningSocket } from '../observation.ts';
import { announcementOf } from '../symptoms/running/announced.ts';
import type { Diagnosis, Recognised } from './diagnosis.ts';
import { exchangeEvidence, logTail, socketEvidence } from '../symptoms/evidence.ts';
import { application, requirements, servedBy } from './example.ts';
import { current, heldFor, isLoopback, isReachable, isTcp, nothingChanges } from '../symptoms/running/listening.ts';
import { findCallArgument, findCallWithout, findVariable } from '../symptoms/python/python-call.ts';
import { anyServer, namedPorts, serverName, startPlace, tcpAddresses } from '../symptoms/start.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

/** A listener on the asked port is the server's; one elsewhere may be something beside it, and has to be announced. */
const stableMs = { asked: 300, announced: 1_500 };

export const loopbackHost: Diagnosis = {
  id: 'loopback-host',
  blames: 'image',
  summary: 'the server listens on 127.0.0.1, so it accepts connections from inside its own container only',
  why: 'Docker forwards a published port to the address that the container has in its network. A server that listens on 127.0.0.1 does not accept there, so nobody outside reaches it, however well it runs. It is the default of uvicorn, gunicorn, hypercorn and granian.',
  references: ['https://www.uvicorn.org/deployment/docker/', 'https://docs.docker.com/engine/network/'],
  moments: ['silent'],
  early: true,
  *recognise(symptoms) {
    const { container } = symptoms;
    if (container === undefined) return;
    const socket = loopbackSocket(symptoms);
    if (socket !== undefined) yield told(symptoms, container.port, socket);
  },
  examples: [
    {
      title: 'uvicorn is told to listen on 127.0.0.1',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "127.0.0.1", "--port", "8000", "--workers", "4"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        log: [
          'INFO:     Uvicorn running on http://127.0.0.1:8000 (Press CTRL+C to quit)',
          'INFO:     Started parent process [1]',
          'INFO:     Started server process [8]',
          'INFO:     Waiting for application startup.',
          'INFO:     Application startup complete.',
        ],
        listening: ['127.0.0.1:8000'],
        waitedMs: 1_400,
        ended: 'decided',
        answers: ['reset'],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000", "--workers", "4"]',
    },
    {
      title: 'uvicorn is not told where to listen, which means 127.0.0.1',
      dockerfile: servedBy('["uvicorn", "app:app"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        log: [
          'INFO:     Started server process [1]',
          'INFO:     Waiting for application startup.',
          'INFO:     Application startup complete.',
          'INFO:     Uvicorn running on http://127.0.0.1:8000 (Press CTRL+C to quit)',
        ],
        listening: ['127.0.0.1:8000'],
        waitedMs: 1_400,
        ended: 'decided',
        answers: ['reset'],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]',
    },
    {
      title: 'the application starts the server itself, on localhost',
      dockerfile: servedBy('["python", "app.py"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': `import uvicorn\n${application}\nif __name__ == "__main__":\n    uvicorn.run(app, host="localhost", port=8000)\n`,
      },
      saw: {
        log: ['INFO:     Uvicorn running on http://localhost:8000 (Press CTRL+C to quit)'],
        listening: ['127.0.0.1:8000', '[::1]:8000'],
        waitedMs: 1_400,
        ended: 'decided',
        answers: ['reset'],
      },
      place: 'app.py:12',
      fixed: '    uvicorn.run(app, host="0.0.0.0", port=8000)',
    },
    {
      title: 'a variable that falls back on loopback',
      dockerfile: servedBy('["python", "main.py"]'),
      files: {
        'requirements.txt': requirements,
        'main.py':
          'import os\nimport uvicorn\n\nuvicorn.run("app:app", host=os.getenv("BIND_HOST", "127.0.0.1"), port=8000)\n',
      },
      saw: { listening: ['127.0.0.1:8000'], waitedMs: 1_400, ended: 'decided', answers: ['reset'] },
      place: 'main.py:4',
      fixed: 'uvicorn.run("app:app", host=os.getenv("BIND_HOST", "0.0.0.0"), port=8000)',
    },
    {
      title: 'a call that leaves the host to its default',
      dockerfile: servedBy('["python", "main.py"]'),
      files: {
        'requirements.txt': 'quart==0.20.0\n',
        'main.py': 'from quart import Quart\n\napp = Quart(__name__)\n\napp.run(port=8000)\n',
      },
      saw: { listening: ['127.0.0.1:8000'], waitedMs: 1_400, ended: 'decided', answers: ['reset'] },
      place: 'main.py:5',
      fixed: 'app.run(port=8000, host="0.0.0.0")',
    },
    {
      title: 'the settings hold the host, and a database has one as well',
      dockerfile: servedBy('["python", "main.py"]'),
      files: {
        'requirements.txt': requirements,
        'main.py':
          'import uvicorn\nfrom config import settings\nuvicorn.run("app:app", host=settings.host, port=settings.port)\n',
        'config.py':
          'class Settings(BaseSettings):\n    redis_host: str = "localhost"\n    host: str = Field(default="127.0.0.1")\n    port: int = 8000\n',
      },
      saw: { listening: ['127.0.0.1:8000'], waitedMs: 1_400, ended: 'decided', answers: ['reset'] },
      place: 'config.py:3',
      fixed: '    host: str = Field(default="0.0.0.0")',
    },
    {
      title: 'loopback, and on another port than the one that is asked',
      dockerfile: servedBy('["uvicorn", "app:app", "--port", "9000"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        log: ['INFO:     Uvicorn running on http://127.0.0.1:9000 (Press CTRL+C to quit)'],
        listening: ['127.0.0.1:9000'],
        waitedMs: 2_600,
        ended: 'decided',
        answers: ['reset'],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "9000"]',
    },
    {
      title: 'a server that says nothing, on another port',
      dockerfile: servedBy('["python", "-m", "http.server", "5000", "--bind", "127.0.0.1"]'),
      saw: {
        listening: ['127.0.0.1:5000'],
        waitedMs: 12_000,
        ended: 'decided',
        answers: ['closed'],
      },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'the wildcard of IPv4 is there as well',
      is: 'unknown',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      saw: {
        log: ['INFO:     Application startup complete.'],
        listening: ['127.0.0.1:8000', '0.0.0.0:8000'],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['closed'],
      },
    },
    {
      title: 'a debugger listens on loopback while the application still starts',
      is: 'still-starting',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      saw: {
        log: ['INFO:     Started server process [1]', 'INFO:     Waiting for application startup.'],
        listening: ['127.0.0.1:5678'],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['reset'],
      },
    },
  ],
};

function loopbackSocket({ container, facts, log }: Symptoms): ListeningSocket | undefined {
  if (container === undefined) return undefined;
  const { port } = container;
  const isAt = (wanted: number) => (listening: readonly ListeningSocket[]) =>
    listening.some((socket) => isTcp(socket) && socket.port === wanted && isLoopback(socket)) &&
    !listening.some(
      (socket) => isTcp(socket) && isReachable(socket) && (socket.port === wanted || socket.port === port),
    );
  if (heldFor(container, isAt(port)) >= stableMs.asked)
    return current(container).find((socket) => socket.port === port);
  // A command line that names the asked port will listen there in the end, whatever it opens before.
  const promised = namedPorts(facts).has(port);
  return current(container).find(
    (socket) =>
      isTcp(socket) &&
      isLoopback(socket) &&
      (announcementOf(log, socket.port) === undefined
        ? !promised && nothingChanges(container, heldFor(container, isAt(socket.port)))
        : heldFor(container, isAt(socket.port)) >= stableMs.announced),
  );
}

function told(symptoms: Symptoms, asked: number, socket: ListeningSocket): Recognised {
  const { facts, container } = symptoms;
  const server = serverName(symptoms);
  const remedy = remedyOf(symptoms, socket);
  const place = remedy?.location ?? startPlace(facts);
  const elsewhere = socket.port === asked ? '' : ` It is also another port than ${asked}: see to both.`;
  return {
    headline: `${server === anyServer ? 'it' : server} listens on ${socket.address}, where nobody can reach it`,
    title: 'the server accepts connections from inside its own container only',
    why: `Docker forwards port ${asked} to the container's network address, and nothing listens there.`,
    advice: `${remedy?.advice ?? 'Tell the server to listen on `0.0.0.0`.'}${elsewhere}`,
    ...(place === undefined ? {} : { location: place }),
    evidence:
      container === undefined
        ? []
        : [...socketEvidence(container), ...exchangeEvidence(container), ...logTail(symptoms, 6)],
    explains: ['port-mismatch'],
    ...(remedy?.fix === undefined ? {} : { fix: remedy.fix }),
  };
}

interface Remedy {
  readonly location: Location;
  readonly advice: string;
  readonly fix?: Fix;
}

/** The word that says the host, wherever it stands; else the place where it is missing. */
function remedyOf({ facts }: Symptoms, socket: ListeningSocket): Remedy | undefined {
  const addresses = tcpAddresses(facts);
  for (const { host } of addresses) {
    if (host.kind !== 'given' || !isLoopbackName(host.value)) continue;
    const { location, literal, name } = host.source;
    const advice = `Write \`0.0.0.0\` instead of \`${host.value}\`.`;
    return literal
      ? { location, advice, fix: replaced(location, '0.0.0.0') }
      : { location, advice: `Give \`${name}\` the value \`0.0.0.0\`.` };
  }
  if (addresses.some(({ host }) => host.kind === 'default')) return addedHost(facts);
  return hostInSource(facts, socket);
}

/** An option behind the application, or behind the program where it stands elsewhere. */
function addedHost(facts: Facts): Remedy | undefined {
  const server = facts.startCommand?.server;
  if (server === undefined) return undefined;
  const { program, app } = server;
  const option = server.server === 'gunicorn' || server.server === 'hypercorn' ? '--bind' : '--host';
  const port = tcpAddresses(facts)[0]?.port;
  const value =
    option === '--host' ? '0.0.0.0' : `0.0.0.0:${port?.kind === 'unknown' || port === undefined ? 8000 : port.value}`;
  const advice = `Add \`${option} ${value}\`: the default is 127.0.0.1.`;
  const after =
    server.arguments.find(({ location }) => app !== undefined && sameStart(location, app.location)) ?? program;
  const end = { ...after.whole, line: after.whole.endLine, column: after.whole.endColumn };
  const text = after.form === 'json' ? `, "${option}", "${value}"` : ` ${option} ${value}`;
  return { location: program.location, advice, fix: { ...replaced(end, text), title: `Add \`${option} ${value}\`` } };
}

/** `uvicorn.run(app, host="localhost")`: in the script that CMD starts, or in a file beside it. */
function hostInSource(facts: Facts, socket: ListeningSocket): Remedy | undefined {
  const isWrong = (value: string): boolean => isLoopbackName(value) || value === socket.address;
  const variable = findVariable(facts, /HOST|ADDR|BIND|LISTEN/i, isWrong);
  if (variable !== undefined) return { location: variable, advice: 'Give the variable the value `0.0.0.0`.' };
  const found = findCallArgument(facts, 'host', isWrong);
  if (found === undefined) return addedArgument(facts);
  const advice = `Write \`0.0.0.0\` instead of \`${found.value}\`.`;
  return { location: found.location, advice, fix: replaced(found.location, '0.0.0.0') };
}

/** `app.run(port=8000)` of Quart, `uvicorn.run(app)`: the default is 127.0.0.1. */
function addedArgument(facts: Facts): Remedy | undefined {
  const call = facts.startCommand?.server === undefined ? findCallWithout(facts, 'host') : undefined;
  if (call === undefined) return undefined;
  const fix = replaced(call.location, `${call.isEmpty ? '' : ', '}host="0.0.0.0"`);
  return { location: call.location, advice: 'Add `host="0.0.0.0"`: the default is 127.0.0.1.', fix };
}

function isLoopbackName(host: string): boolean {
  return host === 'localhost' || isLoopback({ address: host.replaceAll(/[[\]]/g, '') });
}

function replaced(location: Location, text: string): Fix {
  return { title: 'Listen on `0.0.0.0`', safety: 'safe', edits: [{ location, text }] };
}

function sameStart(a: Location, b: Location): boolean {
  return a.path === b.path && a.line === b.line && a.column === b.column;
}
