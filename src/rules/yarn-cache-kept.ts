import { foldersOutsideLayer } from '../facts/outside-layer.ts';
import { reachesAnImage } from '../facts/reaches-image.ts';
import type { RunCommand } from '../facts/run-shell.ts';
import { programName } from '../servers/index.ts';
import { defineRule, dockerfile } from './rule.ts';
import { appendCommand } from './run-end.ts';

export const yarnCacheKept = defineRule({
  id: 'yarn-cache-kept',
  aliases: ['DL3060'],
  severity: 'notice',
  summary: "yarn's cache stays in the image",
  why: 'It holds every package a second time, and a layer never installs again. Only what the same RUN removes is not in the layer; a cache mount keeps it on the machine that builds, where it does help.',
  references: [
    'https://classic.yarnpkg.com/lang/en/docs/cli/cache/',
    'https://docs.docker.com/build/cache/optimize/#use-cache-mounts',
  ],
  bad: [
    {
      title: 'nothing is removed',
      dockerfile: dockerfile`
        FROM node:22-slim
        WORKDIR /app
        COPY package.json yarn.lock ./
        RUN yarn install --frozen-lockfile
        `,
      fixed: dockerfile`
        FROM node:22-slim
        WORKDIR /app
        COPY package.json yarn.lock ./
        RUN yarn install --frozen-lockfile && yarn cache clean
        `,
    },
  ],
  good: [
    {
      title: 'removed in the same RUN',
      dockerfile: dockerfile`
        FROM node:22-slim
        RUN yarn install --frozen-lockfile && yarn cache clean
        `,
    },
    {
      title: 'kept in a cache mount',
      dockerfile: dockerfile`
        FROM node:22-slim
        RUN --mount=type=cache,target=/usr/local/share/.cache/yarn yarn install --frozen-lockfile
        `,
    },
    {
      title: 'in a stage whose layers are not in the image',
      dockerfile: dockerfile`
        FROM node:22-slim AS build
        RUN yarn install --frozen-lockfile
        FROM node:22-slim
        COPY --from=build /app/dist /app
        `,
    },
  ],
  on: ['RUN'],
  alsoOnBuild: true,
  programs: ['yarn', 'yarnpkg'],
  *check(instruction, { facts, dockerfile: file }) {
    const shell = facts.shellOf(instruction);
    const installs = shell.commands.filter((command) => verbOf(command) === 'install');
    const [first] = installs;
    const last = installs.at(-1);
    if (first === undefined || last === undefined || !reachesAnImage(instruction, facts)) return;
    if (foldersOutsideLayer(instruction, facts).some((folder) => /yarn|\/\.cache$/.test(folder))) return;
    if (shell.commands.slice(shell.commands.indexOf(last)).some(removesCache)) return;
    const edit = appendCommand(instruction, 'yarn cache clean', shell, file);
    yield {
      at: first.location,
      title: '`yarn install` leaves its cache in the image',
      advice: 'End this `RUN` with `yarn cache clean`.',
      ...(edit === undefined
        ? {}
        : { fix: { title: 'Remove the cache at the end of the RUN', safety: 'safe', edits: [edit] } }),
    };
  },
});

function verbOf({ words: [program, ...rest] }: RunCommand): string | undefined {
  if (!/^yarn(?:pkg)?$/.test(programName(program?.text ?? ''))) return undefined;
  return rest.find(({ text }, index) => !text.startsWith('-') && rest[index - 1]?.text !== '--cwd')?.text;
}

function removesCache(command: RunCommand): boolean {
  const [program, ...rest] = command.words;
  if (verbOf(command) === 'cache') return rest.some(({ text }) => text === 'clean' || text === 'clear');
  return (
    programName(program?.text ?? '') === 'rm' &&
    rest.some(({ text }) => /\.cache(?:\/\*?|\/yarn.*)?$|^\/?\.yarn/.test(text))
  );
}
