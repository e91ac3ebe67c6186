import { exposes } from '../facts/exposed-ports.ts';
import type { Facts } from '../facts/facts.ts';
import type { Location } from '../finding.ts';
import type { ServerCommand, SettingSource } from '../servers/server.ts';
import { defineRule, dockerfile, type Claim } from './rule.ts';

export const portMismatch = defineRule({
  id: 'port-mismatch',
  aliases: [],
  severity: 'error',
  summary: 'the server listens on another port than the one that EXPOSE or the published port names',
  why: 'Whoever publishes the documented port reaches nothing: the connection is accepted by Docker and then reset, for inside the container nobody listens there.',
  references: ['https://docs.docker.com/reference/dockerfile/#expose', 'https://uvicorn.dev/settings/#socket-binding'],
  bad: [
    {
      title: 'EXPOSE and the command line disagree',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        EXPOSE 8000
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "9000"]
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        EXPOSE 9000
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "9000"]
        `,
    },
    {
      title: 'no port is given, and the default is not the one that is exposed',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        EXPOSE 80/tcp
        CMD exec uvicorn app:app --host 0.0.0.0
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        EXPOSE 8000/tcp
        CMD exec uvicorn app:app --host 0.0.0.0
        `,
    },
    {
      title: 'another port is published',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "9000"]
        `,
      publish: [8000],
    },
  ],
  good: [
    {
      title: 'the same port everywhere',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        EXPOSE 8080
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8080"]
        `,
      publish: [8080],
    },
    {
      title: 'one of several exposed ports',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        EXPOSE 9090 8000-8010
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8001"]
        `,
    },
    {
      title: 'a port that only the run can tell',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        EXPOSE 8000
        CMD exec uvicorn app:app --host 0.0.0.0 --port $PORT
        `,
    },
    {
      title: 'the same variable in both places',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ENV PORT=8080
        WORKDIR /app
        COPY app.py .
        EXPOSE $PORT
        CMD exec uvicorn app:app --host 0.0.0.0 --port $PORT
        `,
    },
  ],
  on: ['CMD', 'ENTRYPOINT'],
  *check(instruction, { facts }) {
    const { startCommand, publish, exposed } = facts;
    const server = startCommand?.server;
    if (server === undefined || startCommand?.instruction !== instruction) return;
    const ports = knownPorts(server);
    const [port] = ports;
    if (port === undefined) return;
    const unpublished = publish !== undefined && !publish.some((each) => ports.some(({ number }) => number === each));
    const documented = exposed.ports.filter(({ protocol }) => protocol === 'tcp');
    const unexposed =
      documented.length > 0 && !exposed.incomplete && !ports.some(({ number }) => exposes(exposed, number));
    if (unpublished) yield publishedClaim(server, port, publish);
    else if (unexposed) {
      const claim = exposedClaim(server, port, facts);
      // Where the right port is published all the same, the image serves, and only its documentation is wrong.
      yield publish === undefined ? claim : { ...claim, severity: 'warning' };
    }
  },
});

interface KnownPort {
  readonly number: number;
  readonly at: Location;
  readonly source?: SettingSource;
}

/** Empty where one of the server's ports is not known, so that nothing is certain. */
function knownPorts(server: ServerCommand): readonly KnownPort[] {
  const ports: KnownPort[] = [];
  for (const address of server.addresses) {
    if (address.kind !== 'tcp' || address.port.kind === 'unknown' || address.port.value === 0) return [];
    const source = address.port.kind === 'given' ? address.port.source : undefined;
    ports.push({
      number: address.port.value,
      at: source?.location ?? server.program.location,
      ...(source === undefined ? {} : { source }),
    });
  }
  return ports;
}

function listening(server: ServerCommand, port: KnownPort): string {
  return `${server.server} listens on port ${port.number}${port.source === undefined ? ', its default' : ''}`;
}

function publishedClaim(server: ServerCommand, port: KnownPort, publish: readonly number[]): Claim {
  const published = publish.join(', ');
  return {
    at: port.at,
    title: `${listening(server, port)}, and port ${published} is published`,
    advice: `Publish port ${port.number} of the container, or start the server with \`--port ${publish[0] ?? 8000}\`.`,
  };
}

function exposedClaim(server: ServerCommand, port: KnownPort, facts: Facts): Claim {
  const documented = facts.exposed.ports.filter(({ protocol }) => protocol === 'tcp');
  const [only] = documented;
  const number = documented.length === 1 ? only?.number : undefined;
  const named = documented.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
  return {
    at: port.at,
    title: `${listening(server, port)}, and \`EXPOSE\` names ${named}`,
    advice: `Write \`EXPOSE ${port.number}\`, or start the server on port ${named}.`,
    places: documented.map(({ location }) => ({ at: location, note: 'the port that is documented' })),
    ...(number === undefined
      ? {}
      : {
          fix: {
            title: `Expose port ${port.number}`,
            safety: 'safe',
            edits: [{ at: number, text: String(port.number) }],
          },
        }),
  };
}
