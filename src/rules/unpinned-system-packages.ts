import {
  packageCommandsOf,
  packageManagers,
  type PackageCommand,
  type PackageManager,
} from '../facts/package-commands.ts';
import type { CommandWord } from '../servers/server.ts';
import { defineRule, dockerfile } from './rule.ts';
import { unpinnedClaim } from './unpinned-claim.ts';

export const unpinnedSystemPackages = defineRule({
  id: 'unpinned-system-packages',
  aliases: ['DL3018', 'DL3033', 'DL3037', 'DL3041'],
  severity: 'notice',
  summary: 'apk, yum, dnf or zypper installs packages without a version',
  why: 'Two builds of the same commit can bring different packages. A pin has its price: distributions take old versions out of their archives, and then the build fails until the pin is raised.',
  references: [
    'https://docs.docker.com/build/building/best-practices/#run',
    'https://dnf.readthedocs.io/en/latest/command_ref.html#specifying-packages',
    'https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper',
  ],
  bad: [
    {
      title: 'apk, one of two',
      dockerfile: dockerfile`
        FROM alpine:3.20
        RUN apk add --no-cache git=2.45.2-r0 curl
        `,
    },
    {
      title: 'dnf, a module',
      dockerfile: dockerfile`
        FROM fedora:41
        RUN dnf module install -y nodejs && dnf clean all
        `,
    },
  ],
  good: [
    {
      title: 'versions',
      dockerfile: dockerfile`
        FROM alpine:3.20
        RUN apk add --no-cache git=2.45.2-r0 'curl~8.9'
        `,
    },
    {
      title: 'a version in a variable',
      dockerfile: dockerfile`
        FROM fedora:41
        ARG GIT_VERSION
        RUN dnf install -y "git-core-\${GIT_VERSION}" && dnf clean all
        `,
    },
  ],
  on: ['RUN'],
  alsoOnBuild: true,
  programs: packageManagers,
  *check(instruction, { facts }) {
    for (const found of packageCommandsOf(instruction, facts)) {
      const unpinned = found.packages.filter((word) => !isPinned(word, found));
      const { alias, pinned } = habits[found.manager];
      const claim = unpinnedClaim(
        found.title,
        unpinned,
        (name) => `Name the version that is meant, such as \`${found.modules ? `${name}:1` : pinned(name)}\`.`,
      );
      if (claim !== undefined) yield { ...claim, aliases: [alias] };
    }
  },
});

const redHat = (name: string): string => `${name}-1.2.3`;

const habits: Readonly<Record<PackageManager, { readonly alias: string; readonly pinned: (name: string) => string }>> =
  {
    yum: { alias: 'DL3033', pinned: redHat },
    dnf: { alias: 'DL3041', pinned: redHat },
    microdnf: { alias: 'DL3041', pinned: redHat },
    zypper: { alias: 'DL3037', pinned: (name) => `${name}=1.2.3` },
    apk: { alias: 'DL3018', pinned: (name) => `${name}=1.2.3-r0` },
  };

function isPinned({ text }: CommandWord, { manager, modules }: PackageCommand): boolean {
  if (modules) return text.includes(':');
  if (manager === 'apk') return /[=~<>]/.test(text);
  if (manager === 'zypper') return /[=<>]/.test(text);
  // name-[epoch:]version[-release]: a version begins with a digit, and what follows it holds one (java-11-openjdk is a name).
  return /-(?:\d[^-]*(?:-[^-]*\d[^-]*)?|\$.*)$/.test(text);
}
