import { programName } from '../servers/index.ts';
import { defineRule, dockerfile } from './rule.ts';

export const pointlessCommand = defineRule({
  id: 'pointless-command',
  aliases: ['DL3001'],
  severity: 'notice',
  summary: 'a command that makes no sense while an image is built',
  why: 'It wants a terminal, an init system, or processes that outlive it; a RUN has none of them, and only the files that it leaves reach the image.',
  references: ['https://docs.docker.com/reference/dockerfile/#run'],
  bad: [
    {
      title: 'a service that is gone when the RUN ends',
      dockerfile: dockerfile`
        FROM debian:12
        RUN service postgresql start
        `,
    },
  ],
  good: [
    {
      title: 'installed, not called',
      dockerfile: dockerfile`
        FROM debian:12
        RUN apt-get update \
            && apt-get install -y --no-install-recommends ssh vim \
            && rm -rf /var/lib/apt/lists/*
        `,
    },
  ],
  on: ['RUN'],
  alsoOnBuild: true,
  *check(instruction, { facts }) {
    for (const { words, location } of facts.shellOf(instruction).commands) {
      const name = programName(words[0]?.text ?? '');
      const advice = advices.get(name);
      if (advice === undefined) continue;
      yield { at: location, title: `\`${name}\` does nothing for an image while it is built`, advice };
    }
  },
});

const interactive = 'Delete it: nobody sees what it shows.';
const processes = 'Delete it: no process outlives its RUN.';

const advices: ReadonlyMap<string, string> = new Map([
  ['free', interactive],
  ['kill', processes],
  ['mount', 'Delete it, and use `RUN --mount=…` where files are needed for one step only.'],
  ['ps', interactive],
  ['service', 'Delete it, and start the service when the container starts.'],
  ['shutdown', processes],
  ['ssh', 'Copy what is needed into the image, or fetch it with `RUN --mount=type=ssh`.'],
  ['top', interactive],
  ['vim', 'Change the file by a command that needs no terminal, such as `sed -i`.'],
]);
