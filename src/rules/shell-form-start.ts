import type { Instruction } from '../dockerfile/model.ts';
import type { ShellLauncher } from '../facts/launch.ts';
import { isPosixShell, shellTextOf } from '../dockerfile/shell-text.ts';
import { isOnWindows } from '../facts/base-family.ts';
import type { Facts } from '../facts/facts.ts';
import { execForm, plainWords } from './plain-command.ts';
import { defineRule, dockerfile, type ClaimFix } from './rule.ts';

export const shellFormStart = defineRule({
  id: 'shell-form-start',
  aliases: ['DL3025', 'JSONArgsRecommended'],
  severity: 'warning',
  summary: 'the container is started through a shell, so its program never sees SIGTERM',
  why: 'Docker sends SIGTERM to the shell, which does not pass it on: `docker stop` waits ten seconds and kills the program in the middle of its work.',
  references: [
    'https://docs.docker.com/reference/dockerfile/#shell-and-exec-form',
    'https://docs.docker.com/reference/build-checks/json-args-recommended/',
  ],
  bad: [
    {
      title: 'a plain command line',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD uvicorn app:app --host 0.0.0.0 --port 8000
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]
        `,
    },
    {
      title: 'a variable that needs the shell',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD alembic upgrade head && uvicorn app:app --host 0.0.0.0 --port \${PORT:-8000}
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD alembic upgrade head && exec uvicorn app:app --host 0.0.0.0 --port \${PORT:-8000}
        `,
    },
    {
      title: 'an ENTRYPOINT, which drops CMD besides',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        ENTRYPOINT python \
            -m uvicorn "app:app"
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        ENTRYPOINT ["python", "-m", "uvicorn", "app:app"]
        `,
    },
    {
      title: 'two programs in a pipe',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD uvicorn app:app --host 0.0.0.0 | tee /tmp/log
        `,
    },
    {
      title: 'bash, which becomes its last command, so that only the habit is wrong',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        SHELL ["/bin/bash", "-o", "pipefail", "-c"]
        WORKDIR /app
        COPY app.py .
        CMD uvicorn app:app --host 0.0.0.0
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        SHELL ["/bin/bash", "-o", "pipefail", "-c"]
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
  ],
  good: [
    {
      title: 'exec form',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]
        `,
    },
    {
      title: 'a shell that becomes the server',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD exec uvicorn app:app --host 0.0.0.0 --port $PORT
        `,
    },
  ],
  on: ['CMD', 'ENTRYPOINT'],
  *check(instruction, { facts }) {
    const [first] = instruction.words;
    const last = instruction.words.at(-1);
    if (instruction.exec !== undefined || first === undefined || last === undefined) return;
    if (isOnWindows(instruction, facts)) return;
    const shell = facts.stateAt(instruction)?.shell.words ?? [];
    const text = isPosixShell(shell) ? shellTextOf(instruction) : undefined;
    const launcher = launcherOf(instruction, facts);
    if (launcher?.replaced === 'exec' || beginsWithExec(instruction)) return;
    const becomes = launcher?.replaced === 'bash';
    const fix = text === undefined ? undefined : fixOf(instruction, facts, launcher);
    yield {
      at: { start: first.span.start, end: last.span.end },
      title: `\`${instruction.keyword}\` is in the shell form${becomes ? '' : ', so the program never sees SIGTERM'}`,
      ...(becomes ? bashWords : {}),
      advice:
        fix?.title === writeExec
          ? 'Write `exec` before the last command, so that the shell becomes it.'
          : 'Write a JSON array, one string a word; where a shell is needed, let its last command begin with `exec`.',
      ...(fix === undefined ? {} : { fix }),
    };
  },
});

const writeExec = 'Let the shell become the program';

const bashWords = {
  severity: 'notice',
  why: 'Here bash becomes its last command, so that one gets the signals; as soon as a pipe, a second command behind it or another shell comes in, it does not any more.',
} as const;

/** Only what starts the image is followed to its program; of other stages the text is all that is known. */
function launcherOf(instruction: Instruction, facts: Facts): ShellLauncher | undefined {
  const start = facts.startCommand;
  if (start === undefined || (start.entrypoint !== instruction && start.command !== instruction)) return undefined;
  return start.launchers.find(
    (launcher): launcher is ShellLauncher => launcher.kind === 'shell' && launcher.by === 'form',
  );
}

/** hadolint is quiet then too. */
function beginsWithExec(instruction: Instruction): boolean {
  return /^exec\s/.test(instruction.text.slice(instruction.argumentsStart).trimStart());
}

function fixOf(instruction: Instruction, facts: Facts, launcher: ShellLauncher | undefined): ClaimFix | undefined {
  const words = plainWords(instruction, facts);
  const [first] = instruction.words;
  const last = instruction.words.at(-1);
  if (words !== undefined && first !== undefined && last !== undefined) {
    return {
      title: 'Write the exec form',
      safety: 'safe',
      edits: [
        {
          at: { start: first.span.start, end: last.span.end },
          text: execForm(words),
        },
      ],
    };
  }
  if (launcher?.simple !== true || launcher.commandLocation === undefined || launcher.replaced !== 'no')
    return undefined;
  const { path, line, column } = launcher.commandLocation;
  const at = { path, line, column, endLine: line, endColumn: column };
  return { title: writeExec, safety: 'safe', edits: [{ at, text: 'exec ' }] };
}
