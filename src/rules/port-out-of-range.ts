import { defineRule, dockerfile } from './rule.ts';

export const portOutOfRange = defineRule({
  id: 'port-out-of-range',
  aliases: ['DL3011'],
  severity: 'error',
  summary: 'EXPOSE names a port above 65535',
  why: 'There is no such port, so no server listens on it, and Docker refuses the line.',
  references: ['https://docs.docker.com/reference/dockerfile/#expose'],
  bad: [
    {
      title: 'a zero too many',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        EXPOSE 80000
        `,
    },
    {
      title: 'the end of a range',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ARG PORT=65530
        EXPOSE \${PORT}-65540/tcp
        `,
    },
  ],
  good: [
    {
      title: 'the highest port',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        EXPOSE 8000 65535/udp
        `,
    },
    {
      title: 'a port that only the build knows',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ARG PORT
        EXPOSE $PORT
        `,
    },
  ],
  on: ['EXPOSE'],
  *check(instruction, { facts }) {
    const state = facts.stateAt(instruction);
    for (const word of instruction.words) {
      const expanded = state?.expand(word.text);
      if (expanded?.known !== true) continue;
      const port = portsIn(expanded.text).find((digits) => Number(digits) > highest);
      if (port === undefined) continue;
      yield {
        at: word.span,
        title: `there is no port \`${port}\`: the highest is ${highest}`,
        advice: 'Write the port on which the server listens.',
      };
    }
  },
});

const highest = 65_535;

/** `8000`, `8000-8010`, `8000/tcp`. */
function portsIn(text: string): readonly string[] {
  const [, first, last] = /^(\d+)(?:-(\d+))?(?:\/\w+)?$/.exec(text) ?? [];
  return [first, last].filter((digits) => digits !== undefined);
}
