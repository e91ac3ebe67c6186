import { wrongLabels } from './label-values.ts';
import { defineRule, dockerfile } from './rule.ts';

const settings = { labelSchema: new Map([['maintainer', 'email' as const]]) };

export const labelNotEmail = defineRule({
  id: 'label-not-email',
  aliases: ['DL3058'],
  severity: 'warning',
  summary: 'A label that must hold a mail address holds something else',
  why: 'Whoever has trouble with the image writes to this address, and nothing arrives. The label schema of the configuration wants a mail address.',
  references: [
    'https://www.rfc-editor.org/rfc/rfc5322#section-3.4.1',
    'https://docs.docker.com/reference/dockerfile/#label',
  ],
  bad: [
    {
      title: 'a name',
      settings,
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL maintainer="Jane Doe"
        `,
    },
  ],
  good: [
    {
      title: 'an address',
      settings,
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL maintainer="jane.doe@example.com"
        `,
    },
  ],
  on: ['LABEL'],
  alsoOnBuild: true,
  *check(instruction, scene) {
    for (const { name, text, at } of wrongLabels(instruction, scene, 'email', isAddress)) {
      yield {
        at,
        title: `label \`${name}\` is \`${text}\`, which is no mail address`,
        advice: 'Write the bare address: `name@example.com`.',
      };
    }
  },
});

function isAddress(text: string): boolean {
  return /^(?:"[^"\s]+"|[^\s@"(),:;<>[\]\\]+)@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*$/.test(
    text,
  );
}
