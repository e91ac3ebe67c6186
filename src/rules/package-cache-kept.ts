import { isOutsideLayer } from '../facts/outside-layer.ts';
import { packageCommandsOf, packageManagers, type PackageManager } from '../facts/package-commands.ts';
import { reachesAnImage } from '../facts/reaches-image.ts';
import type { RunCommand } from '../facts/run-shell.ts';
import { programName } from '../servers/index.ts';
import { defineRule, dockerfile } from './rule.ts';
import { appendCommand, type EndEdit } from './run-end.ts';

export const packageCacheKept = defineRule({
  id: 'package-cache-kept',
  aliases: ['DL3032', 'DL3036', 'DL3040'],
  severity: 'warning',
  summary: 'the cache of yum, dnf or zypper stays in the image',
  why: 'Nothing in a running container reads it, and every pull carries it along. Only what the same RUN removes is not in the layer.',
  references: [
    'https://dnf.readthedocs.io/en/latest/command_ref.html#clean-command',
    'https://docs.docker.com/build/building/best-practices/#run',
  ],
  bad: [
    {
      title: 'nothing is removed',
      dockerfile: dockerfile`
        FROM fedora:41
        RUN dnf install -y git-2.47.0
        `,
      fixed: dockerfile`
        FROM fedora:41
        RUN dnf install -y git-2.47.0 && dnf clean all
        `,
    },
    {
      title: 'zypper, over several lines',
      dockerfile: dockerfile`
        FROM opensuse/leap:15.6
        RUN zypper refresh \
            && zypper install -y git=2.43.0
        `,
      fixed: dockerfile`
        FROM opensuse/leap:15.6
        RUN zypper refresh \
            && zypper install -y git=2.43.0 \
            && zypper clean --all
        `,
    },
  ],
  good: [
    {
      title: 'removed in the same RUN',
      dockerfile: dockerfile`
        FROM fedora:41
        RUN dnf install -y git-2.47.0 && dnf clean all
        `,
    },
    {
      title: 'kept in a cache mount',
      dockerfile: dockerfile`
        FROM fedora:41
        RUN --mount=type=cache,target=/var/cache/libdnf5 dnf install -y git-2.47.0
        `,
    },
    {
      title: 'in a stage whose layers are not in the image',
      dockerfile: dockerfile`
        FROM fedora:41 AS build
        RUN dnf install -y gcc-14.2.1
        FROM fedora:41
        COPY --from=build /wheels /wheels
        `,
    },
  ],
  on: ['RUN'],
  alsoOnBuild: true,
  programs: packageManagers,
  *check(instruction, { facts, dockerfile: file }) {
    const used = packageCommandsOf(instruction, facts);
    const installs = used.filter(({ action }) => action !== 'clean' && action !== 'other');
    if (installs.length === 0 || !reachesAnImage(instruction, facts)) return;
    const shell = facts.shellOf(instruction);
    // One command can end a RUN; where two managers leave a cache, the second waits for the next round.
    let mended = false;
    for (const { alias, cleanUp, folders, removed, manager } of habits) {
      const own = installs.filter((each) => each.manager === manager);
      const [first] = own;
      const last = own.at(-1);
      if (first === undefined || last === undefined) continue;
      if (folders.some((folder) => isOutsideLayer(instruction, folder, facts))) continue;
      if (used.slice(used.indexOf(last)).some((each) => each.manager === manager && each.action === 'clean')) continue;
      if (shell.commands.slice(shell.commands.indexOf(last.command)).some((each) => removesCache(each, removed)))
        continue;
      const command = `${first.sudo ? 'sudo ' : ''}${cleanUp}`;
      const edit: EndEdit | undefined = mended ? undefined : appendCommand(instruction, command, shell, file);
      mended ||= edit !== undefined;
      yield {
        at: first.command.location,
        aliases: [alias],
        title: `\`${first.title}\` leaves its cache in the image`,
        advice: `End this \`RUN\` with \`${cleanUp}\`.`,
        ...(edit === undefined
          ? {}
          : { fix: { title: 'Remove the cache at the end of the RUN', safety: 'safe', edits: [edit] } }),
      };
    }
  },
});

interface Habits {
  readonly manager: PackageManager;
  readonly alias: string;
  readonly cleanUp: string;
  /** Where it keeps its cache, by one version or another. */
  readonly folders: readonly string[];
  /** Folders below /var/cache whose removal is taken for a clean-up. */
  readonly removed: RegExp;
}

const yumAndDnf = /\b(?:yum|dnf)\b/;
const allOfDnf = /\b(?:yum|dnf|libdnf5)\b/;

const habits: readonly Habits[] = [
  {
    manager: 'yum',
    alias: 'DL3032',
    cleanUp: 'yum clean all',
    folders: ['/var/cache/yum', '/var/cache/dnf'],
    removed: yumAndDnf,
  },
  {
    manager: 'dnf',
    alias: 'DL3040',
    cleanUp: 'dnf clean all',
    folders: ['/var/cache/dnf', '/var/cache/libdnf5'],
    removed: allOfDnf,
  },
  {
    manager: 'microdnf',
    alias: 'DL3040',
    cleanUp: 'microdnf clean all',
    folders: ['/var/cache/yum', '/var/cache/dnf', '/var/cache/libdnf5'],
    removed: allOfDnf,
  },
  {
    manager: 'zypper',
    alias: 'DL3036',
    cleanUp: 'zypper clean --all',
    folders: ['/var/cache/zypp'],
    removed: /\bzypp\b/,
  },
];

function removesCache({ words: [program, ...rest] }: RunCommand, removed: RegExp): boolean {
  return (
    programName(program?.text ?? '') === 'rm' &&
    rest.some(({ text }) => {
      const [whole, inside] = /^\/var\/cache(?:\/(.*))?$/.exec(text) ?? [];
      return whole !== undefined && (inside === undefined || /^\*?$/.test(inside) || removed.test(inside));
    })
  );
}
