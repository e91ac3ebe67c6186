import { lineSpan } from '../dockerfile/location.ts';
import type { Dockerfile } from '../dockerfile/model.ts';
import type { ShellLauncher } from '../facts/launch.ts';
import type { Location } from '../finding.ts';
import { defineRule, dockerfile } from './rule.ts';

export const shellWithoutExec = defineRule({
  id: 'shell-without-exec',
  aliases: [],
  severity: 'warning',
  summary: 'a shell starts the server and stays in front of it, so the server never sees SIGTERM',
  why: 'Docker sends SIGTERM to the shell, which does not pass it on: `docker stop` waits ten seconds and kills the server in the middle of its requests.',
  references: [
    'https://docs.docker.com/reference/dockerfile/#shell-form-entrypoint-example',
    'https://docs.docker.com/reference/cli/docker/container/stop/',
  ],
  bad: [
    {
      title: 'sh, which waits for its command',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["sh", "-c", "uvicorn app:app --host 0.0.0.0 --port \${PORT:-8000}"]
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["sh", "-c", "exec uvicorn app:app --host 0.0.0.0 --port \${PORT:-8000}"]
        `,
    },
    {
      title: 'after another command, behind tini',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        ENTRYPOINT ["tini", "--"]
        CMD ["/bin/sh", "-ec", "alembic upgrade head\nLOG=1 uvicorn \"app:app\" --host 0.0.0.0"]
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        ENTRYPOINT ["tini", "--"]
        CMD ["/bin/sh", "-ec", "alembic upgrade head\nLOG=1 exec uvicorn \"app:app\" --host 0.0.0.0"]
        `,
    },
  ],
  good: [
    {
      title: 'a shell that becomes the server',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["sh", "-c", "exec uvicorn app:app --host 0.0.0.0 --port \${PORT:-8000}"]
        `,
    },
    {
      title: 'bash, which becomes its last command of itself',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["bash", "-c", "alembic upgrade head && uvicorn app:app --host 0.0.0.0"]
        `,
    },
    {
      title: 'no shell',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
  ],
  on: ['CMD', 'ENTRYPOINT'],
  *check(instruction, { facts, dockerfile: file }) {
    const start = facts.startCommand;
    if (start?.instruction !== instruction || start.words.length === 0) return;
    const launcher = start.launchers.find(
      (each): each is ShellLauncher => each.kind === 'shell' && each.by === 'argument' && each.replaced === 'no',
    );
    if (launcher === undefined) return;
    const { commandLocation, simple } = launcher;
    const server = start.server?.server ?? start.words[0]?.text ?? 'the program';
    yield {
      at: commandLocation ?? launcher.location,
      title: `\`${launcher.shell} -c\` starts \`${server}\` without \`exec\``,
      advice: simple
        ? 'Write `exec` before the last command, so that the shell becomes it.'
        : 'Start the server by `exec` as the last command, without a pipe.',
      ...(commandLocation === undefined || !simple || isBareWord(commandLocation, file)
        ? {}
        : {
            fix: {
              title: 'Let the shell become the server',
              safety: 'safe',
              edits: [
                {
                  at: { ...commandLocation, endLine: commandLocation.line, endColumn: commandLocation.column },
                  text: 'exec ',
                },
              ],
            },
          }),
    };
  },
});

/** In `sh -c start` the command is a word without quotes, and another word before it would take its place. */
function isBareWord({ path, line, column }: Location, file: Dockerfile): boolean {
  const { start } = lineSpan(file, line);
  return path === file.path && /\s-[A-Za-z]*c\s+$/.test(file.text.slice(start, start + column - 1));
}
