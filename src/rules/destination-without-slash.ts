import type { Instruction, Word } from '../dockerfile/model.ts';
import { defineRule, dockerfile } from './rule.ts';

export const destinationWithoutSlash = defineRule({
  id: 'destination-without-slash',
  aliases: ['DL3021'],
  severity: 'warning',
  summary: 'several files are copied to a destination that is not written as a folder',
  why: 'Only a slash at the end says that the destination is a folder. Without it builders disagree: some refuse the line, and some write one file over the other under that name.',
  references: ['https://docs.docker.com/reference/dockerfile/#destination'],
  bad: [
    {
      title: 'two files',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        COPY app.py models.py /srv/app
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        COPY app.py models.py /srv/app/
        `,
    },
    {
      title: 'in the JSON form',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        COPY ["app.py", "models.py", "/srv/the app"]
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        COPY ["app.py", "models.py", "/srv/the app/"]
        `,
    },
  ],
  good: [
    {
      title: 'a slash, and the working directory',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /srv
        COPY app.py models.py /srv/app/
        COPY pyproject.toml uv.lock .
        `,
    },
    {
      title: 'one file',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        COPY app.py /srv/main.py
        `,
    },
    {
      title: 'a folder that only the build knows',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ARG HOME
        COPY app.py models.py $HOME
        `,
    },
  ],
  on: ['COPY', 'ADD'],
  *check(instruction, { facts }) {
    const words = instruction.exec ?? instruction.words;
    const last = words.at(-1);
    if (last === undefined || words.length < 3) return;
    const expanded = facts.stateAt(instruction)?.expand(isJson(instruction, last) ? last.value : last.text);
    if (expanded?.known !== true || /[/\\]$|(?:^|[/\\])\.{1,2}$/.test(expanded.text)) return;
    // `<<` would open a heredoc as soon as something stands behind it.
    if (last.text.includes('<<')) return;
    const written = last.text.replaceAll(/^["']|["']$/g, '');
    const end = last.span.end - (/["']$/.test(last.text) ? 1 : 0);
    yield {
      at: last.span,
      ...(instruction.keyword === 'ADD' ? { aliases: [] } : {}),
      title: `\`${written}\` is to hold ${words.length - 1} sources, and no slash says that it is a folder`,
      advice: `Write \`${written}/\`.`,
      fix: {
        title: 'End the destination with a slash',
        safety: 'safe',
        edits: [{ at: { start: end, end }, text: '/' }],
      },
    };
  },
});

/** A JSON string's backslashes are JSON's, not the shell's. */
function isJson(instruction: Instruction, word: Word): boolean {
  return instruction.exec !== undefined && word.text.includes('\\');
}
