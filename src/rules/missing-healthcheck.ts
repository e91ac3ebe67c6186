import { defineRule, dockerfile } from './rule.ts';

export const missingHealthcheck = defineRule({
  id: 'missing-healthcheck',
  aliases: ['DL3057'],
  severity: 'off',
  summary: 'nothing tells Docker whether the server still answers',
  why: 'Docker then calls a container healthy as long as its process lives, also when it hangs. Compose and Swarm wait for a health check before they start what depends on it; Kubernetes reads its own probes and ignores this one.',
  references: ['https://docs.docker.com/reference/dockerfile/#healthcheck'],
  bad: [
    {
      title: 'no HEALTHCHECK',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'one in a stage that is not the image',
      dockerfile: dockerfile`
        FROM python:3.12-slim AS build
        HEALTHCHECK CMD ["python", "-c", "pass"]
        FROM python:3.12-slim
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
  ],
  good: [
    {
      title: 'a request to the server',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        HEALTHCHECK CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/')"]
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'one that comes from the stage below',
      dockerfile: dockerfile`
        FROM python:3.12-slim AS base
        HEALTHCHECK CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/')"]
        FROM base
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'a declared absence',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        HEALTHCHECK NONE
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
  ],
  on: 'file',
  *check({ facts }) {
    const { target, imageInstructions } = facts;
    const first = target?.from ?? target?.instructions[0];
    if (first === undefined || imageInstructions.some(({ keyword }) => keyword === 'HEALTHCHECK')) return;
    const last = first.words.at(-1);
    yield {
      at: {
        start: first.keywordSpan.start,
        end: first === target?.from && last !== undefined ? last.span.end : first.keywordSpan.end,
      },
      title: 'the image has no `HEALTHCHECK`',
      advice:
        'Add a `HEALTHCHECK` that asks the server itself, with a program that the image has; `HEALTHCHECK NONE` says that none is wanted.',
    };
  },
});
