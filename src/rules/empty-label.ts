import { labelsOfSchema } from './label-values.ts';
import { defineRule, dockerfile } from './rule.ts';

const settings = { labelSchema: new Map([['maintainer', 'text' as const]]) };

export const emptyLabel = defineRule({
  id: 'empty-label',
  aliases: ['DL3051'],
  severity: 'warning',
  summary: 'A label that the image must have is empty',
  why: 'The label schema of the configuration wants this label because somebody reads it. An empty one passes for present and tells nothing.',
  references: ['https://docs.docker.com/reference/dockerfile/#label'],
  bad: [
    {
      title: 'no value',
      settings,
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL maintainer=""
        `,
    },
  ],
  good: [
    {
      title: 'a value',
      settings,
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL maintainer="jane.doe@example.com"
        `,
    },
    {
      title: 'a label that nobody demands',
      settings,
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL maintainer="jane.doe@example.com" note=""
        `,
    },
  ],
  on: ['LABEL'],
  alsoOnBuild: true,
  *check(instruction, scene) {
    for (const { name, text, at } of labelsOfSchema(instruction, scene)) {
      if (text.trim() === '')
        yield { at, title: `label \`${name}\` is empty`, advice: `Write a value for \`${name}\`.` };
    }
  },
});
