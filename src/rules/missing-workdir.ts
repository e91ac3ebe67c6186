import type { Instruction } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';
import type { Place } from './rule.ts';
import { lineAbove } from './command-edit.ts';
import { defineRule, dockerfile } from './rule.ts';

export const missingWorkdir = defineRule({
  id: 'missing-workdir',
  aliases: [],
  severity: 'warning',
  summary: 'the application works in `/`, among the folders of the system',
  why: 'Files of the application mix with those of the system: a folder `lib` or `bin` of the repository lands on the one that is there, and Python takes `/` for the place of the modules.',
  references: ['https://docs.docker.com/reference/dockerfile/#workdir'],
  bad: [
    {
      title: 'the source is copied into the root folder',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        COPY . .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'the server finds its module in the root folder',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        COPY app.py /app.py
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
      files: { 'app.py': 'app = None\n' },
    },
  ],
  good: [
    {
      title: 'a folder of its own',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'absolute paths, and the server is told where its module is',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        COPY . /app
        CMD ["uvicorn", "app:app", "--app-dir", "/app", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'a base image that brings a working directory, for all that is known',
      dockerfile: dockerfile`
        FROM registry.example.com/platform/python:3.12
        COPY . .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
  ],
  on: 'file',
  *check({ dockerfile: file, facts }) {
    for (const stage of facts.stages) {
      if (!facts.graph.used.has(stage)) continue;
      const places = stage.instructions.flatMap((instruction) => worksInRoot(instruction, facts) ?? []);
      const [first, ...others] = places;
      if (first === undefined) continue;
      yield {
        at: first.at,
        title: 'the application works in `/`, for no `WORKDIR` is set',
        advice: 'Write `WORKDIR /app` below `FROM`.',
        places: others.map(({ at }) => ({ at, note: 'works in `/` too' })),
        // Where files were put into `/` by name, another working directory would only lose them.
        ...(first.instruction.keyword === 'COPY' || first.instruction.keyword === 'ADD'
          ? {
              fix: {
                title: 'Work in /app',
                safety: 'unsafe',
                edits: [lineAbove(first.instruction, file, 'WORKDIR /app')],
              },
            }
          : {}),
      };
    }
  },
});

/** Where an instruction takes `/` for its own: a relative destination, a relative path of an install, a module beside the server. */
function worksInRoot(
  instruction: Instruction,
  facts: Facts,
): { readonly at: Place; readonly instruction: Instruction } | undefined {
  const state = facts.stateAt(instruction);
  if (state?.workdir.known !== true || state.workdir.text !== '/' || state.workdir.setBy !== undefined)
    return undefined;
  switch (instruction.keyword) {
    case 'COPY':
    case 'ADD': {
      const last = (instruction.exec ?? instruction.words).at(-1);
      const expanded = last === undefined ? undefined : state.expand(last.value);
      return last !== undefined && expanded?.known === true && /^(?![/\\]|[A-Za-z]:)/.test(expanded.text)
        ? { at: last.span, instruction }
        : undefined;
    }
    case 'CMD':
    case 'ENTRYPOINT': {
      const start = facts.startCommand;
      if (start?.instruction !== instruction || start.server?.app === undefined) return undefined;
      const directory = start.server.appDirectory;
      const elsewhere = directory.kind !== 'default' || facts.appModule?.state !== 'found' || start.workdir !== '/';
      return elsewhere ? undefined : { at: start.server.app.location, instruction };
    }
    default:
      return undefined;
  }
}
