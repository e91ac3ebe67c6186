import { aptPrograms, type AptCommand } from '../facts/apt-commands.ts';
import { programName } from '../servers/index.ts';
import type { CommandWord } from '../servers/server.ts';
import { defineRule, dockerfile } from './rule.ts';
import { unpinnedClaim } from './unpinned-claim.ts';

export const unpinnedAptPackages = defineRule({
  id: 'unpinned-apt-packages',
  aliases: ['DL3008'],
  severity: 'off',
  summary: 'apt installs packages without a version',
  why: "Two builds of the same commit can bring different packages. A pin has its price, which is why this check is off: Debian's and Ubuntu's archives hold one version of a package only, so with each security fix the build of a pinned one fails.",
  references: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
  bad: [
    {
      title: 'no version',
      dockerfile: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
        `,
    },
  ],
  good: [
    {
      title: 'a version',
      dockerfile: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y --no-install-recommends git=1:2.39.* && rm -rf /var/lib/apt/lists/*
        `,
    },
    {
      title: 'a file',
      dockerfile: dockerfile`
        FROM debian:12
        RUN apt-get install -y --no-install-recommends ./server.deb
        `,
    },
  ],
  on: ['RUN'],
  alsoOnBuild: true,
  programs: aptPrograms,
  *check(instruction, { facts }) {
    for (const apt of facts.apt.commandsOf(instruction)) {
      if (apt.verb.text !== 'install') continue;
      const name = programName(apt.program.text);
      const unpinned = apt.packages.filter((word) => !isPinned(word));
      const claim = unpinnedClaim(
        `${name} install`,
        unpinned,
        (first) => `Name the version that is meant, such as \`${first}=1.2.*\`.`,
      );
      if (claim !== undefined) yield { ...claim, aliases: aliasesOf(apt) };
    }
  },
});

/** hadolint's number is about apt-get alone. */
function aliasesOf({ program }: AptCommand): readonly string[] {
  return programName(program.text) === 'apt-get' ? ['DL3008'] : [];
}

/** A version, a release, a file, or what only the build can tell; `name-` removes. */
function isPinned({ text, known }: CommandWord): boolean {
  return /[=/]|\.deb$|-$/.test(text) || (!known && text.startsWith('$'));
}
