import { isPlainBase } from '../facts/base-image.ts';
import { lineage } from '../facts/stages.ts';
import { lineAbove } from './command-edit.ts';
import { defineRule, dockerfile } from './rule.ts';

export const missingExpose = defineRule({
  id: 'missing-expose',
  aliases: [],
  severity: 'notice',
  summary: 'the port that the server listens on is not documented by EXPOSE',
  why: '`EXPOSE` is what `docker run -P`, compose files, proxies and readers take the port from; without it each has to be told.',
  references: ['https://docs.docker.com/reference/dockerfile/#expose'],
  bad: [
    {
      title: 'a port on the command line alone',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8080"]
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        EXPOSE 8080
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8080"]
        `,
    },
  ],
  good: [
    {
      title: 'the port is documented',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        EXPOSE 8080
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8080"]
        `,
    },
    {
      title: 'a port that only the run can tell',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD exec uvicorn app:app --host 0.0.0.0 --port $PORT
        `,
    },
  ],
  on: ['CMD', 'ENTRYPOINT'],
  *check(instruction, { dockerfile: file, facts }) {
    const { startCommand, exposed, target } = facts;
    const server = startCommand?.server;
    if (server === undefined || target === undefined || startCommand?.instruction !== instruction) return;
    // A base image that is not known may expose the port itself.
    const bottom = lineage(target).at(-1);
    if (exposed.ports.length > 0 || exposed.incomplete || bottom === undefined || !isPlainBase(bottom.base)) return;
    const [address] = server.addresses;
    if (address?.kind !== 'tcp' || address.port.kind === 'unknown' || address.port.value === 0) return;
    const port = address.port.value;
    yield {
      at: address.port.kind === 'given' ? address.port.source.location : server.program.location,
      title: `port ${port} is not documented by \`EXPOSE\``,
      advice: `Add \`EXPOSE ${port}\`.`,
      fix: {
        title: `Expose port ${port}`,
        safety: 'safe',
        edits: [lineAbove(instruction, file, `EXPOSE ${port}`)],
      },
    };
  },
});
