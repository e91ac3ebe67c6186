import type { Address, ServerCommand, ServerName } from '../servers/server.ts';
import { addOption, rewriteValue, type ClaimEdit } from './command-edit.ts';
import { defineRule, dockerfile } from './rule.ts';

export const loopbackHost = defineRule({
  id: 'loopback-host',
  aliases: [],
  severity: 'error',
  summary: 'the server listens on the loopback address, where nobody outside the container can reach it',
  why: "Docker forwards a published port to the container's network address, and nothing listens there: every request is reset, however healthy the log looks.",
  references: [
    'https://docs.docker.com/engine/network/port-publishing/',
    'https://uvicorn.dev/settings/#socket-binding',
  ],
  bad: [
    {
      title: 'no host, and the server takes its default',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--port", "8000"]
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--port", "8000", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'the loopback address by name',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["python", "-m", "uvicorn", "app:app", "--host=localhost"]
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["python", "-m", "uvicorn", "app:app", "--host=0.0.0.0"]
        `,
    },
    {
      title: 'a variable that the server reads',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ENV UVICORN_HOST=127.0.0.1
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app"]
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        ENV UVICORN_HOST=0.0.0.0
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app"]
        `,
    },
    {
      title: 'gunicorn, which has the same default',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD exec gunicorn app:app -k uvicorn_worker.UvicornWorker
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD exec gunicorn app:app -k uvicorn_worker.UvicornWorker --bind 0.0.0.0:8000
        `,
    },
    {
      title: "the server's own configuration file",
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py gunicorn.conf.py ./
        CMD ["gunicorn", "app:app"]
        `,
      files: { 'app.py': 'app = None\n', 'gunicorn.conf.py': 'workers = 2\nbind = "127.0.0.1:8000"\n' },
      fixedFiles: { 'gunicorn.conf.py': 'workers = 2\nbind = "0.0.0.0:8000"\n' },
    },
  ],
  good: [
    {
      title: 'all addresses',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]
        `,
    },
    {
      title: '`fastapi run`, which listens on all addresses of its own accord',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY main.py .
        CMD ["fastapi", "run", "main.py", "--port", "80"]
        `,
    },
    {
      title: 'a host that only the run can tell',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD exec uvicorn app:app --host $HOST
        `,
    },
    {
      title: 'a unix socket for a proxy beside it',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--uds", "/run/app/app.sock"]
        `,
    },
  ],
  on: ['CMD', 'ENTRYPOINT'],
  *check(instruction, { facts }) {
    const { startCommand } = facts;
    const server = startCommand?.server;
    if (server === undefined || startCommand?.instruction !== instruction) return;
    const loopback = server.addresses.map((address) => loopbackOf(address));
    if (loopback.length === 0 || loopback.includes(undefined)) return;
    for (const [index, address] of server.addresses.entries()) {
      const host = loopback[index];
      if (host === undefined || address.kind !== 'tcp') continue;
      const source = address.host.kind === 'given' ? address.host.source : undefined;
      const edit = source === undefined ? missingHost(server) : rewriteValue(source, '0.0.0.0');
      yield {
        at: source?.location ?? server.program.location,
        title:
          source === undefined
            ? `${server.server} listens on \`${host}\`, its default, where nobody outside the container can reach it`
            : `${server.server} listens on \`${host}\`, where nobody outside the container can reach it`,
        advice:
          source === undefined
            ? `Add \`${missingHostArguments[server.server].join(' ')}\`.`
            : `Write \`0.0.0.0\` instead of \`${host}\`.`,
        ...(edit === undefined || isBracketed(host, source?.name)
          ? {}
          : { fix: { title: 'Listen on all addresses', safety: 'safe', edits: [edit] } }),
      };
    }
  },
});

const missingHostArguments: Readonly<Record<ServerName, readonly string[]>> = {
  uvicorn: ['--host', '0.0.0.0'],
  fastapi: ['--host', '0.0.0.0'],
  granian: ['--host', '0.0.0.0'],
  gunicorn: ['--bind', '0.0.0.0:8000'],
  hypercorn: ['--bind', '0.0.0.0:8000'],
};

function missingHost(server: ServerCommand): ClaimEdit | undefined {
  return addOption(server, ...missingHostArguments[server.server]);
}

/** The host, where it is a loopback address for certain. */
function loopbackOf(address: Address): string | undefined {
  if (address.kind !== 'tcp' || address.host.kind === 'unknown') return undefined;
  const { value } = address.host;
  return /^(?:127(?:\.\d+){1,3}|localhost|::1|\[::1\])$/i.test(value.trim()) ? value : undefined;
}

/** `[::1]:8000`: the brackets are not part of the value. */
function isBracketed(host: string, option: string | undefined): boolean {
  return host.includes(':') && (option === '--bind' || option === 'bind');
}
