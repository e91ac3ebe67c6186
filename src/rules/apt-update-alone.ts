import { aptPrograms, isUpdate } from '../facts/apt-commands.ts';
import { updateWhereInstalled } from './apt-update-edits.ts';
import { defineRule, dockerfile } from './rule.ts';

export const aptUpdateAlone = defineRule({
  id: 'apt-update-alone',
  aliases: [],
  severity: 'warning',
  summary: '`apt-get update` and `apt-get install` are separate RUNs',
  why: 'The layer with the lists comes from the cache for as long as its own line stays the same. A package that is added later is then looked for in old lists, and the build fails on a version that the archive no longer has, or installs one with known holes.',
  references: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
  bad: [
    {
      title: 'two RUNs',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN apt-get update
        RUN apt-get install -y --no-install-recommends git
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        RUN apt-get update && apt-get install -y --no-install-recommends git
        `,
    },
    {
      title: 'the lists of an earlier installation',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN apt-get update && apt-get install -y --no-install-recommends curl
        WORKDIR /app
        RUN apt-get install -y --no-install-recommends git
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        RUN apt-get update && apt-get install -y --no-install-recommends curl
        WORKDIR /app
        RUN apt-get update && apt-get install -y --no-install-recommends git
        `,
    },
  ],
  good: [
    {
      title: 'one RUN',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
        `,
    },
    {
      title: 'each RUN fetches its own lists',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
        RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
        `,
    },
  ],
  on: ['RUN'],
  programs: aptPrograms,
  *check(instruction, { dockerfile: file, facts }) {
    const later = facts.apt.laterInstalls(instruction);
    const update = facts.apt.commandsOf(instruction).findLast(isUpdate);
    if (update === undefined || later.length === 0) return;
    const [first] = later;
    const edits = updateWhereInstalled(instruction, facts, file);
    yield {
      at: update.command.location,
      title: `\`${update.program.text} update\` stands in another \`RUN\` than \`${first?.apt.program.text ?? 'apt-get'} ${first?.apt.verb.text ?? 'install'}\``,
      advice: `Write \`${update.program.text} update\` into the \`RUN\` that installs.`,
      places: later.map(({ apt }) => ({ at: apt.command.location, note: 'installs from those lists' })),
      ...(edits === undefined
        ? {}
        : { fix: { title: 'Fetch the lists where they are used', safety: 'unsafe', edits: edits.edits } }),
    };
  },
});
