import type { AptCommand } from '../facts/apt-commands.ts';
import { programName } from '../servers/index.ts';
import { defineRule, dockerfile, type ClaimFix } from './rule.ts';

export const aptInsteadOfAptGet = defineRule({
  id: 'apt-instead-of-apt-get',
  aliases: ['DL3027'],
  severity: 'warning',
  summary: '`apt` in a build, where `apt-get` is made for programs',
  why: 'apt is made for people at a terminal: it warns in the log that its interface may change, and from release to release it does. apt-get and apt-cache do the same and stay as they are.',
  references: [
    'https://manpages.debian.org/bookworm/apt/apt.8.en.html#SCRIPT_USAGE_AND_DIFFERENCES_FROM_OTHER_APT_TOOLS',
  ],
  bad: [
    {
      title: '`apt install`',
      dockerfile: dockerfile`
        FROM debian:12
        RUN apt update \
            && apt install -y --no-install-recommends git \
            && rm -rf /var/lib/apt/lists/*
        `,
      fixed: dockerfile`
        FROM debian:12
        RUN apt-get update \
            && apt-get install -y --no-install-recommends git \
            && rm -rf /var/lib/apt/lists/*
        `,
    },
  ],
  good: [
    {
      title: '`apt-get`',
      dockerfile: dockerfile`
        FROM debian:12
        RUN apt-get update \
            && apt-get install -y --no-install-recommends git \
            && rm -rf /var/lib/apt/lists/*
        `,
    },
  ],
  on: ['RUN'],
  alsoOnBuild: true,
  programs: ['apt'],
  *check(instruction, { facts }) {
    for (const apt of facts.apt.commandsOf(instruction)) {
      if (programName(apt.program.text) !== 'apt') continue;
      const { verb } = apt;
      const stable = replacements.get(verb.text);
      const fix = fixFor(apt);
      yield {
        at: apt.command.location,
        title: `\`apt ${verb.text}\` is made for people at a terminal`,
        advice: `Write \`${stable === undefined ? 'apt-get` or `apt-cache' : stable.join(' ')}\`.`,
        ...(fix === undefined ? {} : { fix }),
      };
    }
  },
});

type Replacement = readonly [program: string, verb: string];

/** What each command of apt is called where programs call it. `list`, `edit-sources` have no such counterpart. */
const replacements: ReadonlyMap<string, Replacement> = new Map<string, Replacement>([
  ...['install', 'reinstall', 'update', 'remove', 'purge', 'autoremove', 'autopurge', 'clean', 'autoclean'].map(
    (verb) => [verb, ['apt-get', verb]] as const,
  ),
  ...['build-dep', 'download', 'source', 'satisfy', 'dist-upgrade', 'distclean'].map(
    (verb) => [verb, ['apt-get', verb]] as const,
  ),
  ['full-upgrade', ['apt-get', 'dist-upgrade']],
  // apt also installs new packages that an upgrade needs; apt-get holds such an upgrade back unless told otherwise.
  ['upgrade', ['apt-get', 'upgrade --with-new-pkgs']],
  ...['search', 'policy', 'depends', 'rdepends', 'show', 'showsrc'].map((verb) => [verb, ['apt-cache', verb]] as const),
]);

function fixFor({ program, verb }: AptCommand): ClaimFix | undefined {
  const stable = replacements.get(verb.text);
  if (stable === undefined || !program.literal || !verb.literal) return undefined;
  const [name, words] = stable;
  if (words.includes(' ') && verb.form === 'json') return undefined;
  const start = program.location.endColumn - 'apt'.length;
  return {
    title: `Call ${name}`,
    safety: 'safe',
    edits: [
      { at: { ...program.location, column: start }, text: name },
      ...(words === verb.text ? [] : [{ at: verb.location, text: words }]),
    ],
  };
}
