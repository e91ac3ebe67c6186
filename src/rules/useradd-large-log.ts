import { programName } from '../servers/index.ts';
import { grammarOf, readArguments } from '../servers/options.ts';
import { addBehind } from './command-edit.ts';
import { defineRule, dockerfile } from './rule.ts';

export const useraddLargeLog = defineRule({
  id: 'useradd-large-log',
  aliases: ['DL3046'],
  severity: 'warning',
  summary: '`useradd` with a high user id and without `-l` makes a huge file',
  why: '`useradd` writes to /var/log/lastlog and faillog, at a place that is counted by the user id: their size grows with it to gigabytes, and a layer stores them without the holes.',
  references: [
    'https://docs.docker.com/build/building/best-practices/#user',
    'https://manpages.debian.org/bookworm/passwd/useradd.8.en.html',
  ],
  bad: [
    {
      title: 'an id of nine digits',
      dockerfile: dockerfile`
        FROM debian:12
        RUN useradd --uid 100000001 app
        `,
      fixed: dockerfile`
        FROM debian:12
        RUN useradd -l --uid 100000001 app
        `,
    },
  ],
  good: [
    {
      title: '`-l`',
      dockerfile: dockerfile`
        FROM debian:12
        RUN useradd --no-log-init --uid 100000001 app
        `,
    },
    {
      title: 'a small id',
      dockerfile: dockerfile`
        FROM debian:12
        RUN useradd --uid 10001 app
        `,
    },
  ],
  on: ['RUN'],
  alsoOnBuild: true,
  programs: ['useradd'],
  *check(instruction, { facts }) {
    for (const { words, location } of facts.shellOf(instruction).commands) {
      const [program, ...rest] = words;
      if (program === undefined || programName(program.text) !== 'useradd') continue;
      const { options } = readArguments(rest, grammar);
      const uid = options.findLast(({ name }) => name === '--uid')?.value;
      if (uid?.known !== true || !/^\d{6,}$/.test(uid.text)) continue;
      if (options.some(({ name }) => name === '--no-log-init')) continue;
      yield {
        at: location,
        title: `\`useradd\` with the user id ${uid.text} makes a log file as large as the id`,
        advice: 'Write `useradd -l`, or take an id below 100000.',
        fix: { title: 'Do not enter the user in the log', safety: 'safe', edits: [addBehind(program, '-l')] },
      };
    }
  },
});

const grammar = grammarOf({
  values: [
    ['--uid', '-u'],
    ['--gid', '-g'],
    ['--groups', '-G'],
    ['--home-dir', '-d', '--home'],
    ['--base-dir', '-b'],
    ['--comment', '-c'],
    ['--expiredate', '-e'],
    ['--inactive', '-f'],
    ['--skel', '-k'],
    ['--key', '-K'],
    ['--password', '-p'],
    ['--root', '-R'],
    ['--prefix', '-P'],
    ['--shell', '-s'],
    ['--selinux-user', '-Z'],
  ],
  flags: [['--no-log-init', '-l']],
  abbreviations: true,
});
