import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import type { ShellLauncher } from '../facts/launch.ts';
import type { StartCommand } from '../facts/start-command.ts';
import { programName } from '../servers/index.ts';
import { defineRule, dockerfile } from './rule.ts';

export const entrypointWithoutExec = defineRule({
  id: 'entrypoint-without-exec',
  aliases: [],
  severity: 'warning',
  summary: 'the entrypoint script stays in front of the server, so the server never sees SIGTERM',
  why: 'Docker sends SIGTERM to the shell that runs the script, which does not pass it on: `docker stop` waits ten seconds and kills the server in the middle of its requests.',
  references: [
    'https://docs.docker.com/build/building/best-practices/#entrypoint',
    'https://docs.docker.com/reference/cli/docker/container/stop/',
  ],
  bad: [
    {
      title: 'a script that calls the command it is given',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        ENTRYPOINT ["./entrypoint.sh"]
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
      files: { 'app.py': 'app = None\n', 'entrypoint.sh': '#!/bin/sh\nset -e\nalembic upgrade head\n"$@"\n' },
      fixedFiles: { 'entrypoint.sh': '#!/bin/sh\nset -e\nalembic upgrade head\nexec "$@"\n' },
    },
    {
      title: 'a script that starts the server itself; bash becomes no last command of a file',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY start.sh app.py ./
        CMD ["bash", "start.sh"]
        `,
      files: { 'app.py': 'app = None\n', 'start.sh': 'uvicorn app:app --host 0.0.0.0 --port 8000\n' },
      fixedFiles: { 'start.sh': 'exec uvicorn app:app --host 0.0.0.0 --port 8000\n' },
    },
  ],
  good: [
    {
      title: 'a script that becomes the command it is given',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        ENTRYPOINT ["./entrypoint.sh"]
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
      files: { 'app.py': 'app = None\n', 'entrypoint.sh': '#!/bin/sh\nset -e\nexec "$@"\n' },
    },
    {
      title: 'a script that passes the signals on itself',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        ENTRYPOINT ["./entrypoint.sh"]
        `,
      files: {
        'app.py': 'app = None\n',
        'entrypoint.sh': '#!/bin/bash\ntrap "pkill uvicorn" TERM\nuvicorn app:app --host 0.0.0.0\n',
      },
    },
    {
      title: 'a script that is not in the context',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ENTRYPOINT ["/usr/local/bin/start"]
        `,
    },
  ],
  on: ['CMD', 'ENTRYPOINT'],
  *check(instruction, { dockerfile: file, facts }) {
    const start = facts.startCommand;
    const program = start?.words[0];
    if (start === undefined || program === undefined || notServing.has(programName(program.text))) return;
    const launcher = start.launchers.find(
      (each): each is ShellLauncher => each.kind === 'shell' && each.by === 'script' && each.replaced === 'no',
    );
    if (launcher?.path === undefined || launcher.traps) return;
    if (holderOf(launcher, start, file) !== instruction || launcher.commandLocation === undefined) return;
    const { commandLocation, simple, path } = launcher;
    const server = start.server?.server ?? programName(program.text);
    yield {
      at: commandLocation,
      title: `\`${path}\` starts \`${server}\` without \`exec\``,
      advice: simple
        ? 'Write `exec` before the last command, so that the shell becomes it.'
        : 'Start the server by `exec` as the last command, without a pipe.',
      places: [{ at: launcher.location, note: 'starts the script' }],
      ...(simple
        ? {
            fix: {
              title: 'Let the shell become the server',
              safety: 'unsafe',
              edits: [
                {
                  at: { ...commandLocation, endLine: commandLocation.line, endColumn: commandLocation.column },
                  text: 'exec ',
                },
              ],
            },
          }
        : {}),
    };
  },
});

/** Where the script's name stands; for a script that another one starts, what Docker starts first. */
function holderOf(launcher: ShellLauncher, start: StartCommand, { path }: Dockerfile): Instruction | undefined {
  const { location } = launcher;
  const candidates = [start.entrypoint, start.command].filter((each) => each !== undefined);
  const named = candidates.find(
    ({ lines: [first, last] }) => location.path === path && first <= location.line && location.line <= last,
  );
  return named ?? candidates[0];
}

/** What is last in a script and is no server: what waits for one in the background, or nothing at all. */
const notServing: ReadonlySet<string> = new Set(
  'wait sleep tail echo printf true false : exit return cd set trap fg kill test [ sh bash'.split(' '),
);
