import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import { aptPrograms, isInstall, isUpdate } from '../facts/apt-commands.ts';
import type { Facts } from '../facts/facts.ts';
import { reachesAnImage } from '../facts/reaches-image.ts';
import { updateWhereInstalled } from './apt-update-edits.ts';
import { defineRule, dockerfile, type Claim, type ClaimFix } from './rule.ts';
import { appendCommand } from './run-end.ts';

export const aptListsLeft = defineRule({
  id: 'apt-lists-left',
  aliases: ['DL3009'],
  severity: 'notice',
  summary: "apt's package lists stay in the image",
  why: 'Nothing in a running container reads them, and every pull carries them along. Only what the same RUN removes is not in the layer; `apt-get clean` leaves the lists where they are.',
  references: [
    'https://docs.docker.com/build/building/best-practices/#apt-get',
    'https://docs.docker.com/reference/dockerfile/#run---mounttypecache',
  ],
  bad: [
    {
      title: 'nothing is removed',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN apt-get update && apt-get install -y git
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*
        `,
    },
    {
      title: '`apt-get clean` removes packages, not lists',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN apt-get update \
            && apt-get install -y --no-install-recommends \
                git \
                # for the health check
                curl \
            && apt-get clean
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        RUN apt-get update \
            && apt-get install -y --no-install-recommends \
                git \
                # for the health check
                curl \
            && apt-get clean \
            && rm -rf /var/lib/apt/lists/*
        `,
    },
    {
      title: 'removed by a later RUN, so they stay in the layer below',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN <<EOF
        set -e
        apt-get update
        apt-get install -y git
        EOF
        RUN rm -rf /var/lib/apt/lists/*
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        RUN <<EOF
        set -e
        apt-get update
        apt-get install -y git
        rm -rf /var/lib/apt/lists/*
        EOF
        RUN rm -rf /var/lib/apt/lists/*
        `,
    },
    {
      title: 'the lists are in a cache mount, the packages are kept and are not',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN rm -f /etc/apt/apt.conf.d/docker-clean
        RUN --mount=type=cache,target=/var/lib/apt \
            apt-get update && apt-get install -y git
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        RUN rm -f /etc/apt/apt.conf.d/docker-clean
        RUN --mount=type=cache,target=/var/lib/apt \
            apt-get update && apt-get install -y git \
            && apt-get clean
        `,
    },
  ],
  good: [
    {
      title: 'lists and packages in cache mounts',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN rm -f /etc/apt/apt.conf.d/docker-clean
        RUN --mount=type=cache,target=/var/cache/apt --mount=type=cache,target=/var/lib/apt \
            apt-get update && apt-get install -y git
        `,
    },
    {
      title: 'removed in the same RUN',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*
        `,
    },
    {
      title: 'kept in a cache mount',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
            --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
            apt-get update && apt-get install -y git
        `,
    },
    {
      title: 'in a stage whose layers are not in the image',
      dockerfile: dockerfile`
        FROM python:3.12 AS build
        RUN apt-get update && apt-get install -y gcc
        RUN pip wheel --wheel-dir /wheels uvicorn==0.30.0
        FROM python:3.12-slim
        COPY --from=build /wheels /wheels
        `,
    },
  ],
  on: ['RUN'],
  alsoOnBuild: true,
  programs: aptPrograms,
  *check(instruction, { dockerfile: file, facts }) {
    const { apt } = facts;
    const updates = apt.commandsOf(instruction).filter(isUpdate);
    const [first, ...others] = updates;
    if (!reachesAnImage(instruction, facts)) return;
    if (first === undefined || !apt.leavesLists(instruction)) {
      yield* archivesLeft(instruction, facts, file);
      return;
    }
    const later = apt.laterInstalls(instruction);
    const fix = fixFor(instruction, removal(first.sudo), facts, file);
    yield {
      at: first.command.location,
      title: `\`${first.program.text} update\` leaves its package lists in the image`,
      advice: 'End this `RUN` with `rm -rf /var/lib/apt/lists/*`.',
      places: [
        ...others.map(({ command }) => ({ at: command.location, note: 'fetches package lists too' })),
        ...later.map(({ apt: { command } }) => ({
          at: command.location,
          note: 'needs these lists, for it has no update of its own',
        })),
      ],
      ...(fix === undefined ? {} : { fix }),
    };
  },
});

/** The lists are taken care of, but the packages that were fetched are not. */
function* archivesLeft(instruction: Instruction, facts: Facts, file: Dockerfile): Iterable<Claim> {
  const { apt } = facts;
  const install = apt.commandsOf(instruction).find(isInstall);
  if (install === undefined || !apt.leavesArchives(instruction)) return;
  const edit = appendCommand(
    instruction,
    `${install.sudo ? 'sudo ' : ''}apt-get clean`,
    facts.shellOf(instruction),
    file,
  );
  yield {
    at: install.command.location,
    title: `\`${install.program.text} ${install.verb.text}\` leaves the packages it fetched in the image`,
    why: 'Debian images delete them by `/etc/apt/apt.conf.d/docker-clean`; that file is removed here, and their folder `/var/cache/apt` is in no cache mount.',
    advice: 'Mount `/var/cache/apt` as a cache too, or end this `RUN` with `apt-get clean`.',
    ...(edit === undefined
      ? {}
      : { fix: { title: 'Delete the packages at the end of the RUN', safety: 'safe', edits: [edit] } }),
  };
}

/** Lists that root fetched only root can remove. */
function removal(sudo: boolean): string {
  return `${sudo ? 'sudo ' : ''}rm -rf /var/lib/apt/lists/*`;
}

/** A later RUN that lives on these lists has to fetch its own then, which is why that fix is not safe. */
function fixFor(instruction: Instruction, command: string, facts: Facts, file: Dockerfile): ClaimFix | undefined {
  const edit = appendCommand(instruction, command, facts.shellOf(instruction), file);
  if (facts.apt.laterInstalls(instruction).length === 0)
    return edit === undefined
      ? undefined
      : { title: 'Remove the package lists at the end of the RUN', safety: 'safe', edits: [edit] };
  const updates = updateWhereInstalled(instruction, facts, file);
  if (updates === undefined || (edit === undefined && !updates.removesRun)) return undefined;
  return {
    title: 'Fetch the package lists where they are used, and nowhere else',
    safety: 'unsafe',
    edits: [...updates.edits, ...(updates.removesRun || edit === undefined ? [] : [edit])],
  };
}
