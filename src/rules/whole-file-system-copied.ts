import { defineRule, dockerfile } from './rule.ts';

export const wholeFileSystemCopied = defineRule({
  id: 'whole-file-system-copied',
  aliases: ['DL3067'],
  severity: 'warning',
  summary: 'the whole file system of another stage is copied',
  why: 'Compilers, caches and secrets of that stage come along, and nothing is left of what a second stage is for. The layer holds every file once more and shares nothing with the base image.',
  references: ['https://docs.docker.com/build/building/multi-stage/'],
  bad: [
    {
      title: 'from root to root',
      dockerfile: dockerfile`
        FROM python:3.12 AS build
        FROM python:3.12-slim
        COPY --from=build / /
        `,
    },
  ],
  good: [
    {
      title: 'only what is needed',
      dockerfile: dockerfile`
        FROM python:3.12 AS build
        FROM python:3.12-slim
        COPY --from=build /opt/venv /opt/venv
        `,
    },
    {
      title: 'into a folder of its own',
      dockerfile: dockerfile`
        FROM python:3.12 AS build
        FROM python:3.12-slim
        COPY --from=build / /mnt/build
        `,
    },
  ],
  on: ['COPY'],
  *check(instruction, { facts }) {
    const copy = facts.copyOf(instruction);
    if (copy === undefined || copy.from.kind === 'context' || copy.destination !== '/') return;
    const root = copy.sources.find(({ text, known }) => known && /^\/+(?:\.\/*)?$/.test(text));
    if (root === undefined) return;
    yield {
      at: root.location,
      title: 'everything of the other stage is copied into this one',
      advice: 'Name the folders and files that the image needs.',
    };
  },
});
