import { aptPrograms, type AptCommand } from '../facts/apt-commands.ts';
import { programName } from '../servers/index.ts';
import { addBehind } from './command-edit.ts';
import { defineRule, dockerfile } from './rule.ts';

export const aptWithoutYes = defineRule({
  id: 'apt-without-yes',
  aliases: ['DL3014'],
  severity: 'warning',
  summary: 'apt asks before it installs, and a build has nobody to answer',
  why: 'A build has no terminal, so apt takes the question for a no and aborts. It asks as soon as more is installed than what is named, which a new version of a package can bring about.',
  references: [
    'https://manpages.debian.org/bookworm/apt/apt-get.8.en.html',
    'https://docs.docker.com/build/building/best-practices/#apt-get',
  ],
  bad: [
    {
      title: 'no `-y`',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN apt-get update \
            && apt-get install --no-install-recommends git \
            && rm -rf /var/lib/apt/lists/*
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        RUN apt-get update \
            && apt-get install -y --no-install-recommends git \
            && rm -rf /var/lib/apt/lists/*
        `,
    },
    {
      title: '`DEBIAN_FRONTEND` silences packages, not apt itself',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ARG DEBIAN_FRONTEND=noninteractive
        RUN apt-get update && apt-get upgrade && rm -rf /var/lib/apt/lists/*
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        ARG DEBIAN_FRONTEND=noninteractive
        RUN apt-get update && apt-get upgrade -y && rm -rf /var/lib/apt/lists/*
        `,
    },
  ],
  good: [
    {
      title: '`-y`, wherever it stands',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN apt-get update && apt-get -y install --no-install-recommends git && rm -rf /var/lib/apt/lists/*
        `,
    },
    {
      title: '`-qq` implies it',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN apt-get update && apt-get install -qq --no-install-recommends git && rm -rf /var/lib/apt/lists/*
        `,
    },
    {
      title: 'a program answers',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN apt-get update && yes | apt-get install --no-install-recommends git && rm -rf /var/lib/apt/lists/*
        `,
    },
  ],
  on: ['RUN'],
  alsoOnBuild: true,
  programs: aptPrograms,
  *check(instruction, { facts }) {
    const found = facts.apt
      .commandsOf(instruction)
      .filter(({ verb, asksNothing, isAnswered }) => asking.has(verb.text) && !asksNothing && !isAnswered);
    const aliases = found.some(isInstallation) ? ['DL3014'] : [];
    for (const apt of found) {
      yield {
        at: apt.command.location,
        title: `\`${apt.program.text} ${apt.verb.text}\` asks before it goes on, and a build cannot answer`,
        advice: `Write \`${apt.program.text} ${apt.verb.text} -y\`.`,
        aliases,
        fix: { title: 'Answer yes in advance', safety: 'safe', edits: [addBehind(apt.verb, '-y')] },
      };
    }
  },
});

/** The commands that ask: apt-get(8), apt(8), aptitude(8). */
const asking: ReadonlySet<string> = new Set([
  'install',
  'reinstall',
  'remove',
  'purge',
  'autoremove',
  'autopurge',
  'upgrade',
  'safe-upgrade',
  'dist-upgrade',
  'full-upgrade',
  'build-dep',
]);

/** hadolint's number is about `apt-get install` alone. */
function isInstallation({ program, verb }: AptCommand): boolean {
  return verb.text === 'install' && programName(program.text) === 'apt-get';
}
