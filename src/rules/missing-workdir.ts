import type { Instruction, Word } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';
import type { Stage } from '../facts/stages.ts';
import type { BuildState } from '../facts/state.ts';
import { lineAbove } from './command-edit.ts';
import { defineRule, dockerfile, type Claim, type Place } from './rule.ts';

export const missingWorkdir = defineRule({
  id: 'missing-workdir',
  aliases: ['DL3045'],
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
      title: 'a relative path, and whatever folder the base image works in',
      dockerfile: dockerfile`
        FROM registry.example.com/platform/python:3.12
        COPY . .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'the same for an image that is built on this one',
      dockerfile: dockerfile`
        FROM registry.example.com/platform/python:3.12
        ONBUILD COPY requirements.txt requirements.txt
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
        COPY . /app
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'a working directory for the images that are built on this one',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ONBUILD WORKDIR /app
        ONBUILD COPY . .
        `,
    },
  ],
  on: 'file',
  *check({ dockerfile: file, facts }) {
    for (const stage of facts.stages) {
      if (!facts.graph.used.has(stage)) continue;
      const places = stage.instructions.flatMap((instruction) => worksInRoot(instruction, facts) ?? []);
      const [first, ...others] = places;
      if (first === undefined) {
        yield* copiesSomewhere(stage, facts);
        continue;
      }
      yield {
        at: first.at,
        aliases: places.some(({ instruction }) => instruction.keyword === 'COPY') ? ['DL3045'] : [],
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
      const destination = relativeDestination(instruction, state);
      return destination === undefined ? undefined : { at: destination.span, instruction };
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

/** What the last word of COPY and ADD is relative to is not certain where no WORKDIR stands in this file. */
function* copiesSomewhere(stage: Stage, facts: Facts): Iterable<Claim> {
  const destinations = stage.instructions.flatMap((each) => {
    const instruction = each.trigger ?? each;
    const state = instruction.keyword === 'COPY' ? facts.stateAt(instruction) : undefined;
    if (state === undefined || state.workdir.setBy !== undefined) return [];
    return relativeDestination(instruction, state) ?? [];
  });
  const [first, ...others] = destinations;
  if (first === undefined) return;
  yield {
    at: first.span,
    severity: 'notice',
    title: `\`${first.value}\` is relative, and no \`WORKDIR\` says to what`,
    why: 'The files then land wherever the base image happens to work, and move when it changes.',
    advice: 'Write a `WORKDIR` above, or the whole path.',
    places: others.map(({ span }) => ({ at: span, note: 'is relative too' })),
  };
}

function relativeDestination(instruction: Instruction, state: BuildState): Word | undefined {
  const last = (instruction.exec ?? instruction.words).at(-1);
  const expanded = last === undefined ? undefined : state.expand(last.value);
  return expanded?.known === true && /^(?![/\\]|[A-Za-z]:)/.test(expanded.text) ? last : undefined;
}
