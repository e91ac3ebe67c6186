import { isUpdate, type LaterInstall } from '../facts/apt-commands.ts';
import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';
import { defineRule, dockerfile, type Place } from './rule.ts';

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
  *check(instruction, { dockerfile: file, facts }) {
    const later = facts.apt.laterInstalls(instruction);
    const update = facts.apt.commandsOf(instruction).findLast(isUpdate);
    if (update === undefined || later.length === 0) return;
    const [first] = later;
    const fixable = later.every(({ apt }) => apt.command.shell !== undefined);
    yield {
      at: update.command.location,
      title: `\`${update.program.text} update\` stands in another \`RUN\` than \`${first?.apt.program.text ?? 'apt-get'} ${first?.apt.verb.text ?? 'install'}\``,
      advice: `Write \`${update.program.text} update\` into the \`RUN\` that installs.`,
      places: later.map(({ apt }) => ({ at: apt.command.location, note: 'installs from those lists' })),
      ...(fixable
        ? {
            fix: {
              title: 'Fetch the lists where they are used',
              safety: 'unsafe',
              edits: [...firstOfEachRun(later).map(updateBefore), ...goneEdits(instruction, facts, file)],
            },
          }
        : {}),
    };
  },
});

function firstOfEachRun(later: readonly LaterInstall[]): readonly LaterInstall[] {
  return later.filter(({ instruction }, index) => later[index - 1]?.instruction !== instruction);
}

function updateBefore({ apt: { command, program, sudo } }: LaterInstall): { readonly at: Place; readonly text: string } {
  const { path, line, column } = command.location;
  return {
    at: { path, line, column, endLine: line, endColumn: column },
    text: `${sudo ? 'sudo ' : ''}${program.text} update && `,
  };
}

/** A RUN that does nothing else goes, with its line break; the comments above it stay. */
function goneEdits(
  instruction: Instruction,
  facts: Facts,
  file: Dockerfile,
): readonly { readonly at: Place; readonly text: string }[] {
  const { commands, readable } = facts.shellOf(instruction);
  if (!readable || instruction.heredocs.length > 0) return [];
  if (facts.apt.commandsOf(instruction).filter(isUpdate).length !== commands.length) return [];
  const end = file.text.indexOf('\n', instruction.span.end);
  return [{ at: { start: instruction.span.start, end: end === -1 ? file.text.length : end + 1 }, text: '' }];
}
