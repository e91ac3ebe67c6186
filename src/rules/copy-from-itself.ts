import { goInteger } from '../dockerfile/go-values.ts';
import { defineRule, dockerfile } from './rule.ts';

export const copyFromItself = defineRule({
  id: 'copy-from-itself',
  aliases: ['DL3023'],
  severity: 'error',
  summary: 'COPY takes files from its own stage',
  why: 'A stage is there to be copied from only when it is finished, so BuildKit refuses the circle and builds nothing.',
  references: ['https://docs.docker.com/reference/dockerfile/#copy---from'],
  bad: [
    {
      title: 'its own name',
      dockerfile: dockerfile`
        FROM python:3.12-slim AS app
        COPY --from=app /wheels /srv/
        `,
    },
  ],
  good: [
    {
      title: 'another stage',
      dockerfile: dockerfile`
        FROM python:3.12-slim AS build
        FROM python:3.12-slim AS app
        COPY --from=build /wheels /srv/
        `,
    },
    {
      title: 'the build context',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        COPY app.py /srv/
        `,
    },
  ],
  on: ['COPY'],
  *check(instruction, { facts }) {
    const flag = instruction.flags.findLast(({ name }) => name === 'from');
    const stage = facts.placeOf(instruction)?.stage;
    const name = flag?.value?.toLowerCase() ?? '';
    if (flag === undefined || stage?.from === undefined) return;
    if (name !== stage.name && goInteger(name) !== stage.index) return;
    yield {
      at: flag.span,
      title: `\`COPY\` takes files from \`${name}\`, which is its own stage`,
      advice: 'Name the stage that has the files, or copy inside of this one by `RUN cp`.',
    };
  },
});
