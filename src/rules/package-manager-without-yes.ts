import { packageCommandsOf, packageManagers, type PackageManager } from '../facts/package-commands.ts';
import { addBehind } from './command-edit.ts';
import { defineRule, dockerfile } from './rule.ts';

export const packageManagerWithoutYes = defineRule({
  id: 'package-manager-without-yes',
  aliases: ['DL3030', 'DL3034', 'DL3038'],
  severity: 'warning',
  summary: 'yum, dnf or zypper asks before it installs, and a build has nobody to answer',
  why: 'A build has no terminal, so the question is taken for a no and the build fails, or nothing is installed.',
  references: [
    'https://dnf.readthedocs.io/en/latest/command_ref.html#options',
    'https://en.opensuse.org/SDB:Zypper_manual',
  ],
  bad: [
    {
      title: 'dnf',
      dockerfile: dockerfile`
        FROM fedora:41
        RUN dnf install git-2.47.0 && dnf clean all
        `,
      fixed: dockerfile`
        FROM fedora:41
        RUN dnf install -y git-2.47.0 && dnf clean all
        `,
    },
    {
      title: 'yum and zypper',
      dockerfile: dockerfile`
        FROM centos:7 AS build
        RUN yum install gcc-4.8.5 && yum clean all
        FROM opensuse/leap:15.6
        RUN zypper install git=2.43.0 && zypper clean
        `,
      fixed: dockerfile`
        FROM centos:7 AS build
        RUN yum install -y gcc-4.8.5 && yum clean all
        FROM opensuse/leap:15.6
        RUN zypper install -y git=2.43.0 && zypper clean
        `,
    },
  ],
  good: [
    {
      title: '`-y`',
      dockerfile: dockerfile`
        FROM fedora:41
        RUN dnf -y install git-2.47.0 && dnf clean all
        `,
    },
    {
      title: "zypper's own option for all its commands",
      dockerfile: dockerfile`
        FROM opensuse/leap:15.6
        RUN zypper --non-interactive install git=2.43.0 && zypper clean
        `,
    },
  ],
  on: ['RUN'],
  alsoOnBuild: true,
  programs: packageManagers,
  *check(instruction, { facts }) {
    for (const { command, manager, verb, title, asks } of packageCommandsOf(instruction, facts)) {
      if (!asks) continue;
      const { words } = command;
      // Behind `--` all is a name, and an option in front of it belongs to the program itself.
      const closed = words.slice(0, words.indexOf(verb)).some(({ text }) => text === '--');
      yield {
        at: command.location,
        aliases: [aliasOf[manager]],
        title: `\`${title}\` asks before it goes on, and a build cannot answer`,
        advice: `Write \`${title} -y\`.`,
        ...(closed ? {} : { fix: { title: 'Answer yes in advance', safety: 'safe', edits: [addBehind(verb, '-y')] } }),
      };
    }
  },
});

/** apk never asks. */
const aliasOf: Readonly<Record<PackageManager, string>> = {
  yum: 'DL3030',
  dnf: 'DL3038',
  microdnf: 'DL3038',
  zypper: 'DL3034',
  apk: '',
};
