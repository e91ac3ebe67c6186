import { defineRule, dockerfile } from './rule.ts';

export const reservedStageName = defineRule({
  id: 'reserved-stage-name',
  aliases: ['DL3063', 'ReservedStageName'],
  severity: 'warning',
  summary: 'a stage has a name that Docker keeps for itself',
  why: '`scratch` is the empty image and `context` the build context, so `FROM` and `--from` with that name do not mean the stage, and a later BuildKit may refuse it.',
  references: ['https://docs.docker.com/reference/build-checks/reserved-stage-name/'],
  bad: [
    {
      title: 'the name of the empty image',
      dockerfile: dockerfile`
        FROM python:3.12-slim AS scratch
        `,
    },
    {
      title: 'the name of the build context',
      dockerfile: dockerfile`
        FROM python:3.12-slim AS context
        `,
    },
  ],
  good: [
    {
      title: 'a name of its own',
      dockerfile: dockerfile`
        FROM scratch AS context-files
        `,
    },
  ],
  on: ['FROM'],
  *check({ words }) {
    const [, as, name] = words;
    if (as?.value.toLowerCase() !== 'as' || name === undefined) return;
    if (!/^(?:scratch|context)$/i.test(name.value)) return;
    yield {
      at: name.span,
      title: `\`${name.value}\` is reserved and no name for a stage`,
      advice: 'Name the stage after what it makes, and name it so in `FROM` and `--from` as well.',
    };
  },
});
