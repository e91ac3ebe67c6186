import { wrongLabels } from './label-values.ts';
import { defineRule, dockerfile } from './rule.ts';

const settings = { labelSchema: new Map([['org.opencontainers.image.revision', 'hash' as const]]) };

export const labelNotGitHash = defineRule({
  id: 'label-not-git-hash',
  aliases: ['DL3055'],
  severity: 'warning',
  summary: 'A label that must hold a commit holds no hash of Git',
  why: 'From this label one finds the commit that an image was built from, and this value names none. The label schema of the configuration wants a hash.',
  references: ['https://specs.opencontainers.org/image-spec/annotations/', 'https://git-scm.com/docs/gitrevisions'],
  bad: [
    {
      title: 'a branch',
      settings,
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL org.opencontainers.image.revision="main"
        `,
    },
  ],
  good: [
    {
      title: 'a short hash',
      settings,
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL org.opencontainers.image.revision="2dbfae9"
        `,
    },
    {
      title: 'from a build argument',
      settings,
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ARG REVISION
        LABEL org.opencontainers.image.revision=$REVISION
        `,
    },
  ],
  on: ['LABEL'],
  alsoOnBuild: true,
  *check(instruction, scene) {
    for (const { name, text, at } of wrongLabels(instruction, scene, 'hash', isHash)) {
      yield {
        at,
        title: `label \`${name}\` is \`${text}\`, which is no hash of Git`,
        advice: 'Write the hash of the commit, whole or its first seven digits at least.',
      };
    }
  },
});

/** SHA-1, abbreviated or not, or SHA-256. */
function isHash(text: string): boolean {
  return /^(?:[0-9a-f]{7,40}|[0-9a-f]{64})$/i.test(text);
}
