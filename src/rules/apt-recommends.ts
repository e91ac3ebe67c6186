import { aptPrograms, isInstall, type AptCommand } from '../facts/apt-commands.ts';
import { packageName, recommendedBy } from '../facts/debian-recommends.ts';
import { programName } from '../servers/index.ts';
import type { CommandWord } from '../servers/server.ts';
import { addBehind } from './command-edit.ts';
import { defineRule, dockerfile } from './rule.ts';

export const aptRecommends = defineRule({
  id: 'apt-recommends',
  aliases: ['DL3015'],
  severity: 'notice',
  summary: 'apt installs what packages recommend as well',
  why: 'Recommended packages make an image larger and widen what can be attacked, while few servers use them. Some are needed all the same: without ca-certificates git fetches nothing over HTTPS.',
  references: [
    'https://manpages.debian.org/bookworm/apt/apt-get.8.en.html',
    'https://www.debian.org/doc/debian-policy/ch-relationships.html#binary-dependencies-depends-recommends-suggests-enhances-pre-depends',
  ],
  bad: [
    {
      title: 'git brings an ssh client, patch and less',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
        `,
    },
  ],
  good: [
    {
      title: 'only what is needed, and what is needed is named',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN apt-get update \
            && apt-get install -y --no-install-recommends ca-certificates git \
            && rm -rf /var/lib/apt/lists/*
        `,
    },
    {
      title: "said once, in apt's own configuration",
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN echo 'APT::Install-Recommends "false";' > /etc/apt/apt.conf.d/99-lean \
            && apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*
        `,
    },
    {
      title: 'in a stage whose layers are not in the image',
      dockerfile: dockerfile`
        FROM python:3.12 AS build
        RUN apt-get update && apt-get install -y gcc
        FROM python:3.12-slim
        COPY --from=build /wheels /wheels
        `,
    },
  ],
  on: ['RUN'],
  alsoOnBuild: true,
  programs: aptPrograms,
  *check(instruction, { facts }) {
    if (!facts.isInImage(instruction)) return;
    const found = facts.apt
      .commandsOf(instruction)
      .filter((apt) => isInstall(apt) && apt.takesRecommended && apt.packages.length > 0);
    // hadolint's number is about `apt-get install` alone.
    const isHadolints = found.some(
      ({ program, verb }) => programName(program.text) === 'apt-get' && verb.text === 'install',
    );
    for (const apt of found) {
      const brought = broughtBy(apt);
      // An option of the command's own has the last word, so that another one before it would change nothing.
      const isWanted = apt.options.some(({ name }) => name === '--install-recommends');
      yield {
        at: apt.command.location,
        aliases: isHadolints ? ['DL3015'] : [],
        title: `\`${apt.program.text} ${apt.verb.text}\` also installs what its packages recommend${brought.length === 0 ? '' : `: ${brought.join('; ')}`}`,
        advice:
          'Write `--no-install-recommends` behind `install`, and name those of the recommended packages that the application needs.',
        ...(isWanted
          ? {}
          : {
              fix: {
                title: 'Install no recommended packages',
                safety: 'unsafe',
                edits: [addBehind(lastOption(apt), '--no-install-recommends')],
              },
            }),
      };
    }
  },
});

/** `git brings an ssh client, patch and less`, for the packages of which it is known, those left out that are named anyway. */
function broughtBy({ packages }: AptCommand): readonly string[] {
  const named = new Set(packages.map(({ text }) => packageName(text)));
  return [...named].flatMap((name) => {
    const others = recommendedBy(name).filter((other) => !named.has(other));
    return others.length === 0 ? [] : [`${name} brings ${listed(others)}`];
  });
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Behind `install -y`, where people write it; behind `install` where no option follows. */
function lastOption({ command, verb }: AptCommand): CommandWord {
  const index = command.words.indexOf(verb);
  const next = command.words[index + 1];
  return next !== undefined && /^-[yq]+$|^--(?:assume-)?yes$/.test(next.text) ? next : verb;
}
