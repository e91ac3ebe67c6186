import { joinPath } from '../facts/image-path.ts';
import { defineRule, dockerfile } from './rule.ts';

export const relativeWorkdir = defineRule({
  id: 'relative-workdir',
  aliases: ['DL3000', 'WorkdirRelativePath'],
  severity: 'warning',
  summary: 'WORKDIR is not absolute',
  why: 'Where it leads depends on the lines above and on the base image, so a change there moves the application without a word.',
  references: [
    'https://docs.docker.com/reference/dockerfile/#workdir',
    'https://docs.docker.com/reference/build-checks/workdir-relative-path/',
  ],
  bad: [
    {
      title: 'relative to what the base image has',
      dockerfile: dockerfile`
        FROM registry.example.com/platform/python:3.12
        WORKDIR app
        `,
    },
    {
      title: 'relative to the line above',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /srv
        WORKDIR app
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /srv
        WORKDIR /srv/app
        `,
    },
  ],
  good: [
    {
      title: 'absolute',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /srv/app
        `,
    },
    {
      title: 'a variable',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ENV HOME=/home/app
        WORKDIR $HOME
        WORKDIR \${SOMEWHERE}/app
        `,
    },
    {
      title: 'absolute on Windows',
      dockerfile: dockerfile`
        # escape=\`
        FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
        WORKDIR "C:\app"
        WORKDIR "C:\"
        `,
    },
  ],
  on: ['WORKDIR'],
  *check(instruction, { facts }) {
    const state = facts.stateAt(instruction);
    const [word] = instruction.words;
    if (state === undefined || word === undefined) return;
    const expanded = state.expand(instruction.text.slice(instruction.argumentsStart).trim());
    const text = expanded.known ? expanded.text : word.value;
    // On Windows a closing quote behind a backslash is escaped, so the opening one is still there.
    if (/^["']?(?:[/\\$]|[A-Za-z]:)/.test(text) || text === '') return;
    const { workdir } = state;
    const absolute = expanded.known && workdir.known ? joinPath(workdir.text, expanded.text) : undefined;
    const last = instruction.words.at(-1) ?? word;
    yield {
      at: { start: word.span.start, end: last.span.end },
      title: `\`WORKDIR ${text}\` is not absolute`,
      advice: absolute === undefined ? 'Write the whole path.' : `Write \`WORKDIR ${absolute}\`.`,
      ...(absolute === undefined || /[\s"'\\`]/.test(absolute) || instruction.words.length > 1
        ? {}
        : {
            fix: {
              title: 'Write the whole path',
              safety: 'safe',
              edits: [{ at: word.span, text: absolute }],
            },
          }),
    };
  },
});
