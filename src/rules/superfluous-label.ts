import { labelNameSpan } from './label-values.ts';
import { defineRule, dockerfile } from './rule.ts';

const settings = { labelSchema: new Map([['maintainer', 'text' as const]]), strictLabels: true };

export const superfluousLabel = defineRule({
  id: 'superfluous-label',
  aliases: ['DL3050'],
  severity: 'notice',
  summary: 'A label is set that the schema does not have',
  why: 'The configuration allows the labels of its schema and no others (`strict-labels`), so that whoever reads labels can rely on their names. A name beside it is a slip of the pen, or belongs into the schema.',
  references: ['https://docs.docker.com/reference/dockerfile/#label'],
  bad: [
    {
      title: 'a slip of the pen',
      settings,
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL maintainer="jane.doe@example.com" maintaner="jane.doe@example.com"
        `,
    },
  ],
  good: [
    {
      title: 'a label of the schema',
      settings,
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL maintainer="jane.doe@example.com"
        `,
    },
    {
      title: 'others are allowed',
      settings: { labelSchema: settings.labelSchema },
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL maintainer="jane.doe@example.com" note="anything"
        `,
    },
  ],
  on: ['LABEL'],
  alsoOnBuild: true,
  *check(instruction, { dockerfile: file, settings: { labelSchema, strictLabels } }) {
    if (!strictLabels) return;
    for (const label of instruction.assignments) {
      if (labelSchema.has(label.name)) continue;
      yield {
        at: labelNameSpan(label, file),
        title: `label \`${label.name}\` is not in the label schema`,
        advice: `Delete the label, or write \`${label.name}\` into \`label-schema\`.`,
      };
    }
  },
});
