import { packageCommandsOf } from '../facts/package-commands.ts';
import { defineRule, dockerfile } from './rule.ts';

export const zypperDistUpgrade = defineRule({
  id: 'zypper-dist-upgrade',
  aliases: ['DL3035'],
  severity: 'warning',
  summary: 'zypper upgrades the whole distribution inside the image',
  why: 'It may replace, change the vendor of, and remove packages of the base image, differently on each day, and every replaced file is in the image twice. A newer base image brings the same, tested together.',
  references: ['https://en.opensuse.org/SDB:Zypper_manual'],
  bad: [
    {
      title: '`dist-upgrade`',
      dockerfile: dockerfile`
        FROM opensuse/leap:15.6
        RUN zypper --non-interactive dist-upgrade
        `,
    },
  ],
  good: [
    {
      title: 'a newer base image',
      dockerfile: dockerfile`
        FROM opensuse/leap:15.6
        RUN zypper --non-interactive install git=2.43.0 && zypper clean
        `,
    },
  ],
  on: ['RUN'],
  alsoOnBuild: true,
  programs: ['zypper'],
  *check(instruction, { facts }) {
    for (const { action, command, title } of packageCommandsOf(instruction, facts)) {
      if (action !== 'distribution upgrade') continue;
      yield {
        at: command.location,
        title: `\`${title}\` upgrades the whole distribution`,
        advice: 'Delete it, and raise the tag of the base image instead.',
      };
    }
  },
});
