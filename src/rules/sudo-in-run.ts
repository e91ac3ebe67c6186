import type { Dockerfile } from '../dockerfile/model.ts';
import type { RunCommand } from '../facts/run-shell.ts';
import type { BuildState } from '../facts/state.ts';
import { defineRule, dockerfile, type ClaimFix } from './rule.ts';

export const sudoInRun = defineRule({
  id: 'sudo-in-run',
  aliases: ['DL3004'],
  severity: 'warning',
  summary: 'sudo in a RUN',
  why: 'A build is root until USER says otherwise, so sudo only changes the environment and the home folder on the way. In an image that is there to serve, sudo is a way back to root.',
  references: ['https://docs.docker.com/build/building/best-practices/#user'],
  bad: [
    {
      title: 'as root already',
      dockerfile: dockerfile`
        FROM debian:12
        RUN sudo mkdir /data && sudo chown 1000 /data
        `,
      fixed: dockerfile`
        FROM debian:12
        RUN mkdir /data && chown 1000 /data
        `,
    },
    {
      title: 'as another user',
      dockerfile: dockerfile`
        FROM debian:12
        USER app
        RUN sudo mkdir /data
        `,
    },
  ],
  good: [
    {
      title: 'what needs root stands before USER',
      dockerfile: dockerfile`
        FROM debian:12
        RUN mkdir /data && chown 1000 /data
        USER 1000
        `,
    },
  ],
  on: ['RUN'],
  alsoOnBuild: true,
  *check(instruction, { facts, dockerfile: file }) {
    const user = facts.stateAt(instruction)?.user;
    for (const command of facts.shellOf(instruction).commands) {
      const { shell, words, location } = command;
      // What only starts the program is taken off its words: `exec sudo make` is `make`.
      const starters = shell?.words.slice(0, Math.max(1, shell.words.length - words.length)).map(({ value }) => value);
      const at = (starters ?? words.slice(0, 1).map(({ text }) => text)).indexOf('sudo');
      if (at === -1) continue;
      const fix = isRoot(user) ? fixFor(command, at, file) : undefined;
      const next = words[0]?.text === 'sudo' ? words[1]?.text : words[0]?.text;
      yield {
        at: location,
        title: next === undefined ? '`sudo` in a build' : `\`${next}\` is called through \`sudo\``,
        advice: isRoot(user)
          ? 'Delete `sudo`: the build is root here.'
          : 'Put what needs root before `USER`, or between `USER root` and the user of the image.',
        ...(fix === undefined ? {} : { fix }),
      };
    }
  },
});

function isRoot(user: BuildState['user'] | undefined): boolean {
  return user?.known === true && /^(?:root|0)(?::|$)/.test(user.text);
}

/** Only where no option says whom it becomes, and nothing else is lost on the way. */
function fixFor({ shell }: RunCommand, at: number, file: Dockerfile): ClaimFix | undefined {
  const [sudo, ...others] = shell?.words.slice(at) ?? [];
  const next = others.find(({ value }) => value !== 'sudo');
  if (sudo === undefined || next === undefined || !/^[\w./]+$/.test(next.value)) return undefined;
  const start = sudo.span.start;
  const end = next.span.start;
  if (file.text.slice(start, end).includes('#')) return undefined;
  return { title: 'Call it without sudo', safety: 'safe', edits: [{ at: { start, end }, text: '' }] };
}
