import { wrongLabels } from './label-values.ts';
import { defineRule, dockerfile } from './rule.ts';
import { isSpdxExpression } from './spdx-expression.ts';

const settings = { labelSchema: new Map([['org.opencontainers.image.licenses', 'spdx' as const]]) };

export const labelNotSpdx = defineRule({
  id: 'label-not-spdx',
  aliases: ['DL3054'],
  severity: 'warning',
  summary: 'A label that must hold a licence names none of the SPDX list',
  why: 'Programs that check licences know them by the names of the SPDX list, and take this image for one without a licence. The label schema of the configuration wants such a name.',
  references: ['https://specs.opencontainers.org/image-spec/annotations/', 'https://spdx.org/licenses/'],
  bad: [
    {
      title: 'a name of its own',
      settings,
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL org.opencontainers.image.licenses="Apache 2"
        `,
    },
  ],
  good: [
    {
      title: 'a name of the list',
      settings,
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL org.opencontainers.image.licenses="BSD-3-Clause"
        `,
    },
    {
      title: 'several',
      settings,
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL org.opencontainers.image.licenses="(MIT OR Apache-2.0) AND GPL-2.0-only WITH Classpath-exception-2.0"
        `,
    },
  ],
  on: ['LABEL'],
  alsoOnBuild: true,
  *check(instruction, scene) {
    for (const { name, text, at } of wrongLabels(instruction, scene, 'spdx', isSpdxExpression)) {
      yield {
        at,
        title: `label \`${name}\` is \`${text}\`, which is no licence of SPDX`,
        advice: 'Write the name as the SPDX list has it: `Apache-2.0`, or several: `MIT OR Apache-2.0`.',
      };
    }
  },
});
