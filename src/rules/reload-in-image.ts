import type { CommandWord, GivenOption, ServerCommand } from '../servers/server.ts';
import { rewriteValue, takeAway, type ClaimEdit } from './command-edit.ts';
import { defineRule, dockerfile, type Claim } from './rule.ts';
import type { Dockerfile } from '../dockerfile/model.ts';

export const reloadInImage = defineRule({
  id: 'reload-in-image',
  aliases: [],
  severity: 'warning',
  summary: 'the shipped server watches its files and restarts when one changes',
  why: 'In an image no file changes: a second process watches for nothing, takes memory and time, and one worker serves, whatever `--workers` says. An import error leaves the watcher running, so the container looks alive and answers nothing.',
  references: ['https://uvicorn.dev/settings/#development', 'https://fastapi.tiangolo.com/deployment/docker/'],
  bad: [
    {
      title: 'the option of uvicorn',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--reload", "--port", "8000"]
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]
        `,
    },
    {
      title: 'the development mode of fastapi',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY main.py .
        CMD ["fastapi", "dev", "main.py", "--host", "0.0.0.0"]
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY main.py .
        CMD ["fastapi", "run", "main.py", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'a variable that the server reads',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ENV UVICORN_RELOAD=true
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        ENV UVICORN_RELOAD=false
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'on a line of its own',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD exec uvicorn app:app \
            --reload \
            --host 0.0.0.0
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD exec uvicorn app:app \
            --host 0.0.0.0
        `,
    },
  ],
  good: [
    {
      title: 'workers instead',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--workers", "4"]
        `,
    },
    {
      title: 'a stage for development that is not the image',
      dockerfile: dockerfile`
        FROM python:3.12-slim AS development
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--reload"]
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
  ],
  on: ['CMD', 'ENTRYPOINT'],
  *check(instruction, { dockerfile: file, facts }) {
    const { startCommand } = facts;
    const server = startCommand?.server;
    if (server === undefined || startCommand?.instruction !== instruction) return;
    const { reload } = server;
    if (reload.kind === 'unknown' || !reload.value) return;
    const { reason, edits } = whence(server, file);
    const workers = server.workers.kind === 'given' && server.workers.value > 1;
    yield {
      at: reason.at,
      title: `${reason.title}${workers ? ', and the workers are ignored' : ''}`,
      advice: reason.advice,
      ...(edits.length === 0 ? {} : { fix: { title: 'Serve without watching', safety: 'safe', edits } }),
    };
  },
});

interface Whence {
  readonly reason: Pick<Claim, 'at' | 'title' | 'advice'>;
  /** None where there is no way without a person. */
  readonly edits: readonly ClaimEdit[];
}

function whence(server: ServerCommand, file: Dockerfile): Whence {
  const option = server.options.findLast(({ name }) => name === '--reload');
  if (option !== undefined) {
    return {
      reason: {
        at: server.reload.kind === 'given' ? server.reload.source.location : server.program.location,
        title: `${server.server} is started with \`--reload\``,
        advice: 'Take `--reload` out of the image; give it on the command line of the development machine.',
      },
      edits: server.options
        .filter(({ name }) => name === '--reload')
        .flatMap((each) => withoutOption(each, server, file) ?? []),
    };
  }
  const mode = server.arguments.find(({ text }) => text === 'dev');
  if (server.reload.kind === 'given') {
    const { source } = server.reload;
    return {
      reason: {
        at: source.location,
        title: `${server.server} reloads because \`${source.name}\` is set`,
        advice: `Take \`${source.name}\` out of the image, or set it to \`false\`.`,
      },
      edits: [rewriteValue(source, 'false') ?? []].flat(),
    };
  }
  return {
    reason: {
      at: mode?.location ?? server.program.location,
      title: 'the image runs `fastapi dev`, the development mode',
      advice: 'Write `fastapi run`.',
    },
    edits: mode?.literal === true ? [{ at: mode.location, text: 'run' }] : [],
  };
}

function withoutOption(option: GivenOption, server: ServerCommand, file: Dockerfile): ClaimEdit | undefined {
  const [first] = option.words;
  const all: readonly CommandWord[] = [server.program, ...server.arguments];
  const before = first === undefined ? undefined : all[all.indexOf(first) - 1];
  return before === undefined ? undefined : takeAway(before, option.words, file);
}
