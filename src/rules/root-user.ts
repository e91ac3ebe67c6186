import { officialName } from '../facts/base-image.ts';
import type { Facts } from '../facts/facts.ts';
import { lineage } from '../facts/stages.ts';
import { lineAbove } from './command-edit.ts';
import { defineRule, dockerfile, type Claim, type ClaimFix } from './rule.ts';
import type { Dockerfile, Instruction } from '../dockerfile/model.ts';

export const rootUser = defineRule({
  id: 'root-user',
  aliases: ['DL3002'],
  severity: 'warning',
  summary: 'the container runs as root',
  why: 'A flaw in the application then owns everything in the container, and a flaw in the kernel or a careless mount the host as well.',
  references: [
    'https://docs.docker.com/reference/dockerfile/#user',
    'https://docs.docker.com/build/building/best-practices/#user',
  ],
  bad: [
    {
      title: 'no USER at all',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        RUN useradd --create-home --uid 1000 app
        USER 1000
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'back to root at the end',
      dockerfile: dockerfile`
        FROM python:3.12-alpine
        RUN adduser -D app
        USER app
        WORKDIR /app
        COPY app.py .
        USER root
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'a stage beside the image that ends as root',
      dockerfile: dockerfile`
        FROM python:3.12-slim AS test
        USER root
        RUN pip install --no-cache-dir pytest==8.3.3
        FROM python:3.12-slim
        USER 1000:1000
        CMD ["python", "-m", "http.server"]
        `,
    },
  ],
  good: [
    {
      title: 'a user of its own',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN useradd --create-home app
        WORKDIR /app
        COPY app.py .
        USER app
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'a user by number, from a stage below',
      dockerfile: dockerfile`
        FROM python:3.12-slim AS base
        USER 1000:1000
        FROM base
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'a base image whose user is not known',
      dockerfile: dockerfile`
        FROM registry.example.com/platform/python:3.12
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'a stage below that needs root for its own work',
      dockerfile: dockerfile`
        FROM registry.example.com/platform/python:3.12 AS base
        USER root
        RUN mkdir /data
        FROM base
        USER app
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'an entrypoint that gives root away',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        ENTRYPOINT ["gosu", "app"]
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
  ],
  on: 'file',
  *check({ dockerfile: file, facts }) {
    yield* stagesBeside(facts);
    const { finalState, target } = facts;
    if (finalState === undefined || target === undefined) return;
    const { user } = finalState;
    if (!user.known || !isRoot(user.text) || becomesAnother(facts)) return;
    const start = facts.startCommand;
    const server = start?.server === undefined ? 'the container' : 'the server';
    const title = `${server} runs as root (uid 0)`;
    if (user.setBy !== undefined) {
      yield {
        at: user.setBy.span,
        title: `${server} runs as root: the last \`USER\` is \`${user.text}\``,
        advice: 'Switch to another user with `USER` behind the last step that needs root.',
      };
      return;
    }
    const command = facts.imageInstructions.findLast(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
    const fix = command === undefined ? undefined : createUser(command, file, facts);
    const at = (command ?? target.from)?.span;
    if (at === undefined) return;
    yield {
      at,
      aliases: [],
      title,
      advice: 'Create a user and switch to it with `USER`.',
      ...(fix === undefined ? {} : { fix }),
    };
  },
});

/** Nothing is built on them here, so each would be an image of its own: `docker build --target`. */
function* stagesBeside(facts: Facts): Iterable<Claim> {
  const below = new Set(facts.stages.map(({ base }) => (base.kind === 'stage' ? base.stage : undefined)));
  for (const stage of facts.stages) {
    if (stage === facts.target || below.has(stage)) continue;
    const last = stage.instructions.findLast(({ keyword }) => keyword === 'USER');
    const user = last?.words[0]?.value;
    if (last === undefined || user === undefined || !isRoot(user)) continue;
    yield {
      at: last.span,
      severity: 'notice',
      title: `the stage ${stage.name === undefined ? stage.index : `\`${stage.name}\``} ends as root: its last \`USER\` is \`${user}\``,
      why: 'Built with `--target`, it is an image whose program owns everything in the container.',
      advice: 'Switch to another user with `USER` behind the last step of the stage that needs root.',
    };
  }
}

/** As USER has it: a name or a number, and perhaps a group. */
function isRoot(user: string): boolean {
  const [name = ''] = user.split(':');
  return name === '' || name === 'root' || /^0+$/.test(name);
}

/** gosu, su-exec and their like stand between Docker and the program. */
function becomesAnother(facts: Facts): boolean {
  return (facts.startCommand?.launchers ?? []).some(
    (launcher) => launcher.kind === 'wrapper' && launcher.user !== undefined && !isRoot(launcher.user),
  );
}

/** Only where the image's own tools are known, and only in the stage that becomes the image. */
function createUser(command: Instruction, file: Dockerfile, facts: Facts): ClaimFix | undefined {
  const { target } = facts;
  if (target === undefined || facts.placeOf(command)?.stage !== target) return undefined;
  const base = lineage(target).at(-1)?.base;
  if (base?.kind !== 'image' || officialName(base.reference) !== 'python') return undefined;
  const create =
    base.reference.tag?.includes('alpine') === true
      ? 'RUN adduser -D -u 1000 app'
      : 'RUN useradd --create-home --uid 1000 app';
  return {
    title: 'Create the user `app` and run as it',
    safety: 'unsafe',
    edits: [lineAbove(firstOfStart(facts, command), file, `${create}\nUSER 1000`)],
  };
}

/** CMD and ENTRYPOINT stay together. */
function firstOfStart(facts: Facts, command: Instruction): Instruction {
  const start = facts.target?.instructions.filter(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
  return start?.at(-2) !== undefined && start.at(-1) === command ? (start.at(-2) ?? command) : command;
}
