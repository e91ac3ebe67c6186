import { imageWithout } from '../facts/base-programs.ts';
import type { Facts } from '../facts/facts.ts';
import type { RunCommand } from '../facts/run-shell.ts';
import type { Location } from '../finding.ts';
import { programName } from '../servers/index.ts';
import { pieceOf } from '../servers/piece.ts';
import type { CommandWord } from '../servers/server.ts';
import { defineRule, dockerfile } from './rule.ts';

export const brokenHealthcheck = defineRule({
  id: 'broken-healthcheck',
  aliases: [],
  severity: 'warning',
  summary: 'the health check fails however well the server is',
  why: 'Docker then calls the container unhealthy for ever: Swarm kills it and starts another, Compose never starts what waits for it, and a check that is always red tells nothing.',
  references: ['https://docs.docker.com/reference/dockerfile/#healthcheck'],
  bad: [
    {
      title: 'a port on which nothing listens',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        HEALTHCHECK CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://localhost:8080/health')"]
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]
        `,
    },
    {
      title: 'curl, which a slim image does not have',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        HEALTHCHECK --interval=30s CMD curl --fail http://localhost:8000/health || exit 1
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]
        `,
    },
    {
      title: 'no port, which means 80',
      dockerfile: dockerfile`
        FROM python:3.12-alpine
        WORKDIR /app
        COPY app.py .
        HEALTHCHECK CMD wget -q --spider http://127.0.0.1/
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
  ],
  good: [
    {
      title: 'the port of the server, asked by Python',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        HEALTHCHECK CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/health')"]
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'curl, which was installed',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
        WORKDIR /app
        COPY app.py .
        ENV PORT=9000
        HEALTHCHECK CMD curl -f http://localhost:$PORT/ || exit 1
        CMD exec uvicorn app:app --host 0.0.0.0 --port $PORT
        `,
    },
    {
      title: 'a port that only the run can tell',
      dockerfile: dockerfile`
        FROM python:3.12-alpine
        WORKDIR /app
        COPY app.py .
        HEALTHCHECK CMD wget -q --spider http://127.0.0.1:\${PORT}/
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'a check that a later one replaces',
      dockerfile: dockerfile`
        FROM python:3.12-slim AS base
        HEALTHCHECK CMD curl -f http://localhost:8000/
        FROM base
        HEALTHCHECK NONE
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
  ],
  on: ['HEALTHCHECK'],
  *check(instruction, { facts }) {
    if (facts.imageInstructions.findLast(({ keyword }) => keyword === 'HEALTHCHECK') !== instruction) return;
    const { commands } = facts.shellOf(instruction);
    const ports = portsOf(facts);
    for (const command of commands) {
      const program = clientOf(command);
      const image = program === undefined ? undefined : imageWithout(program.name, facts);
      if (program !== undefined && image !== undefined) {
        yield {
          at: program.at,
          title: `the health check calls \`${program.name}\`, which \`${image}\` does not have`,
          advice: `Ask by Python instead, as in \`python -c "import urllib.request as r; r.urlopen('http://127.0.0.1:${ports?.[0] ?? 8000}/')"\`, or install \`${program.name}\`.`,
        };
      }
      if (ports === undefined) continue;
      for (const { port, at, written } of portsAsked(command)) {
        if (ports.includes(port)) continue;
        yield {
          at,
          title: `the health check asks port ${port}${written ? '' : ', for it names none'}, and ${facts.startCommand?.server?.server ?? 'the server'} listens on ${ports.join(', ')}`,
          advice: `Ask port ${ports[0] ?? ''}.`,
        };
      }
    }
  },
});

/** Where the server listens for certain; undefined where one of its addresses is not known, or is no TCP port. */
function portsOf({ startCommand }: Facts): readonly number[] | undefined {
  const addresses = startCommand?.server?.addresses ?? [];
  const ports = addresses.flatMap((address) =>
    address.kind === 'tcp' && address.port.kind !== 'unknown' ? [address.port.value] : [],
  );
  return ports.length === 0 || ports.length < addresses.length ? undefined : ports;
}

function clientOf({ words }: RunCommand): { readonly name: 'curl' | 'wget'; readonly at: Location } | undefined {
  const [first] = words;
  const name = programName(first?.text ?? '');
  return first !== undefined && (name === 'curl' || name === 'wget') ? { name, at: first.location } : undefined;
}

interface Asked {
  readonly port: number;
  readonly at: Location;
  readonly written: boolean;
}

/** `http://localhost:8000/…` wherever it stands in a word; without the scheme only where a client takes it so. */
const address =
  /(?:(?<scheme>https?):\/\/|^)(?<host>localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1?\])(?::(?<port>[^/?#'"\s,)]*))?(?=[/?#'"\s,)]|$)/gi;

function portsAsked(command: RunCommand): readonly Asked[] {
  const client = clientOf(command);
  if (
    client !== undefined &&
    command.words.some(({ text }) => /^--(?:unix-socket|proxy|connect-to|resolve)/.test(text))
  )
    return [];
  return command.words.slice(1).flatMap((word) => askedIn(word, client !== undefined));
}

function askedIn(word: CommandWord, isClient: boolean): readonly Asked[] {
  return [...word.text.matchAll(address)].flatMap((match): readonly Asked[] => {
    const { scheme, port } = match.groups ?? {};
    if (scheme === undefined && !isClient) return [];
    const end = match.index + match[0].length;
    const { location: at } = pieceOf(word, match.index, end);
    // A colon without a number, or a variable behind it: the port is put together elsewhere.
    if (port === undefined)
      return word.text[end] === '$' ? [] : [{ port: scheme?.toLowerCase() === 'https' ? 443 : 80, at, written: false }];
    return /^\d+$/.test(port) ? [{ port: Number(port), at, written: true }] : [];
  });
}
