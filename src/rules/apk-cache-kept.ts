import { isOutsideLayer } from '../facts/outside-layer.ts';
import { packageCommandsOf } from '../facts/package-commands.ts';
import { reachesAnImage } from '../facts/reaches-image.ts';
import { programName } from '../servers/index.ts';
import { addBehind } from './command-edit.ts';
import { defineRule, dockerfile } from './rule.ts';

export const apkCacheKept = defineRule({
  id: 'apk-cache-kept',
  aliases: ['DL3019'],
  severity: 'notice',
  summary: "apk's package index stays in the image",
  why: 'Nothing in a running container reads it, and every pull carries it along. With `--no-cache` apk fetches the index, uses it and keeps nothing, so that no `apk update` is needed either.',
  references: ['https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper'],
  bad: [
    {
      title: 'no `--no-cache`',
      dockerfile: dockerfile`
        FROM alpine:3.20
        RUN apk add git=2.45.2-r0
        `,
      fixed: dockerfile`
        FROM alpine:3.20
        RUN apk add --no-cache git=2.45.2-r0
        `,
    },
  ],
  good: [
    {
      title: '`--no-cache`',
      dockerfile: dockerfile`
        FROM alpine:3.20
        RUN apk add --no-cache git=2.45.2-r0
        `,
    },
    {
      title: 'kept in a cache mount',
      dockerfile: dockerfile`
        FROM alpine:3.20
        RUN --mount=type=cache,target=/var/cache/apk apk add git=2.45.2-r0
        `,
    },
    {
      title: 'removed in the same RUN',
      dockerfile: dockerfile`
        FROM alpine:3.20
        RUN apk update && apk add git=2.45.2-r0 && rm -rf /var/cache/apk/*
        `,
    },
  ],
  on: ['RUN'],
  alsoOnBuild: true,
  programs: ['apk'],
  *check(instruction, { facts }) {
    const installs = packageCommandsOf(instruction, facts).filter(
      ({ manager, action, options, open }) =>
        manager === 'apk' && action === 'install' && !open && !options.has('--no-cache'),
    );
    const last = installs.at(-1);
    if (last === undefined || !reachesAnImage(instruction, facts)) return;
    if (['/var/cache/apk', '/etc/apk/cache'].some((folder) => isOutsideLayer(instruction, folder, facts))) return;
    const { commands } = facts.shellOf(instruction);
    const removed = commands
      .slice(commands.indexOf(last.command))
      .some(
        ({ words: [program, ...rest] }) =>
          programName(program?.text ?? '') === 'rm' &&
          rest.some(({ text }) => /^\/var\/cache(?:\/?\*?|\/\S*\bapk\b.*)$/.test(text)),
      );
    if (removed) return;
    for (const { command, title, verb } of installs) {
      yield {
        at: command.location,
        title: `\`${title}\` leaves its package index in the image`,
        advice: `Write \`${title} --no-cache\`.`,
        fix: { title: 'Keep no package index', safety: 'safe', edits: [addBehind(verb, '--no-cache')] },
      };
    }
  },
});
