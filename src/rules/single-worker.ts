import type { ServerName } from '../servers/server.ts';
import { addOption, rewriteValue } from './command-edit.ts';
import { defineRule, dockerfile } from './rule.ts';

export const singleWorker = defineRule({
  id: 'single-worker',
  aliases: [],
  severity: 'off',
  summary: 'one process serves all requests',
  why: 'One process of Python uses one core, and a request that blocks holds up all others. Where nothing starts several containers side by side, the other cores of the machine stay idle.',
  references: [
    'https://uvicorn.dev/deployment/#built-in',
    'https://fastapi.tiangolo.com/deployment/server-workers/',
    'https://fastapi.tiangolo.com/deployment/docker/#one-load-balancer-multiple-worker-containers',
  ],
  bad: [
    {
      title: 'no `--workers`',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--workers", "4"]
        `,
    },
    {
      title: 'a variable that says one',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ENV WEB_CONCURRENCY=1
        WORKDIR /app
        COPY app.py .
        CMD exec gunicorn -k uvicorn.workers.UvicornWorker -b 0.0.0.0:8000 app:app
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        ENV WEB_CONCURRENCY=4
        WORKDIR /app
        COPY app.py .
        CMD exec gunicorn -k uvicorn.workers.UvicornWorker -b 0.0.0.0:8000 app:app
        `,
    },
  ],
  good: [
    {
      title: 'several workers',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--workers", "4"]
        `,
    },
    {
      title: 'a number that only the run can tell',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD exec uvicorn app:app --host 0.0.0.0 --workers $WORKERS
        `,
    },
    {
      title: 'a server that reloads, and so has one worker whatever it is told',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--reload"]
        `,
    },
  ],
  on: ['CMD', 'ENTRYPOINT'],
  *check(instruction, { facts }) {
    const { startCommand } = facts;
    const server = startCommand?.server;
    if (server === undefined || startCommand?.instruction !== instruction) return;
    const { workers, reload } = server;
    if (workers.kind === 'unknown' || workers.value !== 1 || reload.kind === 'unknown' || reload.value) return;
    const source = workers.kind === 'given' ? workers.source : undefined;
    const edit = source === undefined ? addOption(server, '--workers', wanted) : rewriteValue(source, wanted);
    yield {
      at: source?.location ?? server.program.location,
      title: `${server.server} serves with one worker`,
      advice: `Set ${numberSetBy[server.server]} to the number of cores, or start as many containers; give none of the workers less memory than the application needs.`,
      ...(edit === undefined
        ? {}
        : { fix: { title: `Serve with ${wanted} workers`, safety: 'unsafe', edits: [edit] } }),
    };
  },
});

/** What the servers' own documentation starts with; the right number is that of the machine. */
const wanted = '4';

const numberSetBy: Readonly<Record<ServerName, string>> = {
  uvicorn: '`--workers` or `WEB_CONCURRENCY`',
  fastapi: '`--workers` or `WEB_CONCURRENCY`',
  gunicorn: '`--workers` or `WEB_CONCURRENCY`',
  hypercorn: '`--workers`',
  granian: '`--workers` or `GRANIAN_WORKERS`',
};
