import { wrongLabels } from './label-values.ts';
import { defineRule, dockerfile } from './rule.ts';

const settings = { labelSchema: new Map([['org.opencontainers.image.source', 'url' as const]]) };

export const labelNotUrl = defineRule({
  id: 'label-not-url',
  aliases: ['DL3052'],
  severity: 'warning',
  summary: 'A label that must hold a URL holds something else',
  why: 'Registries and catalogues make links of such labels, and this one leads nowhere. The label schema of the configuration wants a URL.',
  references: ['https://specs.opencontainers.org/image-spec/annotations/', 'https://url.spec.whatwg.org/'],
  bad: [
    {
      title: 'no scheme',
      settings,
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL org.opencontainers.image.source="example.com/shop"
        `,
    },
  ],
  good: [
    {
      title: 'an address',
      settings,
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL org.opencontainers.image.source="https://example.com/shop"
        `,
    },
    {
      title: 'only the build knows it',
      settings,
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ARG SOURCE
        LABEL org.opencontainers.image.source=$SOURCE
        `,
    },
  ],
  on: ['LABEL'],
  alsoOnBuild: true,
  *check(instruction, scene) {
    for (const { name, text, at } of wrongLabels(instruction, scene, 'url', isUrl)) {
      yield {
        at,
        title: `label \`${name}\` is \`${text}\`, which is no URL`,
        advice: 'Write the whole address, with its scheme: `https://…`.',
      };
    }
  },
});

function isUrl(text: string): boolean {
  return !/\s/.test(text) && URL.canParse(text);
}
