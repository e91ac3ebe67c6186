import { wrongLabels } from './label-values.ts';
import { defineRule, dockerfile } from './rule.ts';

const settings = { labelSchema: new Map([['org.opencontainers.image.created', 'rfc3339' as const]]) };

export const labelNotTime = defineRule({
  id: 'label-not-time',
  aliases: ['DL3053'],
  severity: 'warning',
  summary: 'A label that must hold a point in time is not in the form of RFC 3339',
  why: 'Programs that sort or expire images by this label cannot read it. The label schema of the configuration wants a date with time and offset.',
  references: [
    'https://specs.opencontainers.org/image-spec/annotations/',
    'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  ],
  bad: [
    {
      title: 'a date alone',
      settings,
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL org.opencontainers.image.created="2026-01-31"
        `,
    },
    {
      title: 'a day that does not exist',
      settings,
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL org.opencontainers.image.created="2026-02-30T09:30:00Z"
        `,
    },
  ],
  good: [
    {
      title: 'with a fraction and an offset',
      settings,
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL org.opencontainers.image.created="2026-01-31T09:30:00.25+01:00"
        `,
    },
  ],
  on: ['LABEL'],
  alsoOnBuild: true,
  *check(instruction, scene) {
    for (const { name, text, at } of wrongLabels(instruction, scene, 'rfc3339', isTime)) {
      yield {
        at,
        title: `label \`${name}\` is \`${text}\`, which is no time of RFC 3339`,
        advice: 'Write date, time and offset: `2026-01-31T09:30:00Z`.',
      };
    }
  },
});

const form =
  /^(?<day>\d{4}-\d{2}-\d{2})[Tt ](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

function isTime(text: string): boolean {
  const day = form.exec(text)?.groups?.['day'];
  if (day === undefined) return false;
  const midnight = new Date(`${day}T00:00:00Z`);
  // A day too many of a month would be the next month's.
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}
