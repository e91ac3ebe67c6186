import { appSources } from '../facts/app-sources.ts';
import { officialName } from '../facts/base-image.ts';
import type { Facts } from '../facts/facts.ts';
import { unflushedOutput } from '../facts/python-prints.ts';
import { lineage } from '../facts/stages.ts';
import type { StartCommand } from '../facts/start-command.ts';
import type { Location } from '../finding.ts';
import { lineAbove } from './command-edit.ts';
import { defineRule, dockerfile, type ClaimFix } from './rule.ts';

const unset = dockerfile`
  FROM python:3.12-slim
  WORKDIR /app
  COPY app.py .
  CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
  `;

const printing = 'from fastapi import FastAPI\n\napp = FastAPI()\nprint("loaded")\n';

export const bufferedOutput = defineRule({
  id: 'buffered-output',
  aliases: [],
  severity: 'notice',
  summary: 'what the application prints waits in a buffer, and is lost when the container is killed',
  why: 'Without a terminal Python keeps printed text back until 8 kB have come together, so `docker logs` shows it late, and what is still kept when the container is killed never appears. What goes through `logging` is not affected.',
  references: [
    'https://docs.python.org/3/using/cmdline.html#envvar-PYTHONUNBUFFERED',
    'https://docs.python.org/3/library/functions.html#print',
  ],
  bad: [
    {
      title: 'the application prints',
      dockerfile: unset,
      files: { 'app.py': printing },
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        ENV PYTHONUNBUFFERED=1
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'a module that it imports prints',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY src/ .
        # started by hand in development
        CMD ["uvicorn", "shop.main:app", "--host", "0.0.0.0"]
        `,
      files: {
        'src/shop/__init__.py': '',
        'src/shop/main.py': 'from . import routes\n\napp = routes.app\n',
        'src/shop/routes.py': 'import sys\n\ndef seen(name):\n    sys.stdout.write(f"seen {name}\\n")\n',
      },
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY src/ .
        ENV PYTHONUNBUFFERED=1
        # started by hand in development
        CMD ["uvicorn", "shop.main:app", "--host", "0.0.0.0"]
        `,
    },
  ],
  good: [
    {
      title: 'PYTHONUNBUFFERED',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ENV PYTHONUNBUFFERED=1
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
      files: { 'app.py': printing },
    },
    {
      title: '`python -u`',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["python", "-u", "-m", "uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
      files: { 'app.py': printing },
    },
    {
      title: 'nothing is printed, or it is flushed',
      dockerfile: unset,
      files: {
        'app.py': 'import logging\n\napp = None\nlogging.info("print(x)")  # print(y)\nprint("ready", flush=True)\n',
        'manage.py': 'print("not a part of the application")\n',
      },
    },
  ],
  on: 'file',
  *check({ dockerfile: file, facts }) {
    const start = facts.startCommand;
    if (start === undefined || isUnbuffered(start) || !isKnownBase(facts)) return;
    const places = unflushedPlaces(facts);
    const [first] = places;
    if (first === undefined) return;
    const inTarget = facts.placeOf(start.instruction)?.stage === facts.target;
    const fix: ClaimFix = {
      title: 'Set PYTHONUNBUFFERED',
      safety: 'safe',
      edits: [lineAbove(start.instruction, file, 'ENV PYTHONUNBUFFERED=1')],
    };
    yield {
      at: start.instruction.span,
      title: `what \`${first.path}\` prints waits in a buffer, for \`PYTHONUNBUFFERED\` is not set`,
      advice: 'Write `ENV PYTHONUNBUFFERED=1`.',
      places: places.slice(0, mostPlaces).map((at) => ({ at, note: 'writes to standard output and does not flush' })),
      ...(inTarget ? { fix } : {}),
    };
  },
});

const mostPlaces = 5;

/** Any text that is not empty sets it; `0` too. */
function isUnbuffered({ environment, server, words }: StartCommand): boolean {
  const value = environment('PYTHONUNBUFFERED');
  if (value !== undefined && (!value.known || value.text !== '')) return true;
  const end =
    server === undefined
      ? words.findIndex(({ text }, index) => index > 0 && !text.startsWith('-'))
      : words.indexOf(server.program);
  return words.slice(1, Math.max(1, end)).some(({ text }) => /^-[A-Za-z]*u[A-Za-z]*$/.test(text));
}

/** An image of somebody else may set it; of Docker's own and of uv's it is known that they do not. */
function isKnownBase({ target }: Facts): boolean {
  const base = target === undefined ? undefined : lineage(target).at(-1)?.base;
  if (base?.kind !== 'image') return false;
  const { reference } = base;
  return (
    officialName(reference) !== undefined || `${reference.registry}/${reference.repository}` === 'ghcr.io/astral-sh/uv'
  );
}

function unflushedPlaces(facts: Facts): readonly Location[] {
  const { modules, main } = appSources(facts);
  const outputs = modules.flatMap((path) => {
    const text = facts.context.readText(path);
    return text === undefined ? [] : [unflushedOutput(text, facts.context.reportPath(path), path === main)];
  });
  return outputs.some(({ flushesAll }) => flushesAll) ? [] : outputs.flatMap(({ places }) => places);
}
