import type { Instruction } from '../dockerfile/model.ts';
import { isPosixShell, shellTextOf } from '../dockerfile/shell-text.ts';
import type { Facts } from '../facts/facts.ts';
import { execForm, plainWords } from './plain-command.ts';
import { defineRule, dockerfile, type ClaimFix } from './rule.ts';

export const shellFormHealthcheck = defineRule({
  id: 'shell-form-healthcheck',
  aliases: ['DL3025'],
  severity: 'notice',
  summary: 'the health check runs through a shell',
  why: 'A shell is started for each check, an image without one is never healthy, and a check that takes too long is ended by its shell while the program it started goes on.',
  references: [
    'https://docs.docker.com/reference/dockerfile/#healthcheck',
    'https://docs.docker.com/reference/dockerfile/#shell-and-exec-form',
  ],
  bad: [
    {
      title: 'a plain command line',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        COPY check.py .
        HEALTHCHECK --interval=30s CMD python check.py --port 8000
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        COPY check.py .
        HEALTHCHECK --interval=30s CMD ["python", "check.py", "--port", "8000"]
        `,
    },
    {
      title: 'a command that needs the shell',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        HEALTHCHECK CMD curl --fail http://127.0.0.1:8000/ || exit 1
        `,
    },
  ],
  good: [
    {
      title: 'exec form',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        COPY check.py .
        HEALTHCHECK CMD ["python", "check.py"]
        `,
    },
    {
      title: 'a shell that becomes the check',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        HEALTHCHECK CMD exec curl --fail http://127.0.0.1:$PORT/
        `,
    },
    {
      title: 'no health check',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        HEALTHCHECK NONE
        `,
    },
  ],
  on: ['HEALTHCHECK'],
  *check(instruction, { facts }) {
    const [type, first] = instruction.words;
    const last = instruction.words.at(-1);
    if (instruction.exec !== undefined || type?.value.toUpperCase() !== 'CMD') return;
    if (first === undefined || last === undefined || first.value === 'exec') return;
    const at = { start: first.span.start, end: last.span.end };
    const fix = fixOf(instruction, at, facts);
    yield {
      at,
      title: '`HEALTHCHECK` is in the shell form',
      advice:
        fix === undefined
          ? 'Write a JSON array, one string a word; any exit code but 0 makes the container unhealthy, so `|| exit 1` is not needed.'
          : `Write \`CMD ${fix.edits.map(({ text }) => text).join('')}\`.`,
      ...(fix === undefined ? {} : { fix }),
    };
  },
});

function fixOf(
  instruction: Instruction,
  at: { readonly start: number; readonly end: number },
  facts: Facts,
): ClaimFix | undefined {
  const shell = facts.stateAt(instruction)?.shell.words ?? [];
  const text = isPosixShell(shell) ? shellTextOf(instruction) : undefined;
  const words = text === undefined ? undefined : plainWords(instruction, facts);
  return words === undefined
    ? undefined
    : { title: 'Write the exec form', safety: 'safe', edits: [{ at, text: execForm(words) }] };
}
