import { defineRule, dockerfile } from './rule.ts';

export const instructionBeforeFrom = defineRule({
  id: 'instruction-before-from',
  aliases: ['DL3061'],
  severity: 'error',
  summary: 'something else than ARG stands before the first FROM',
  why: 'There is no image yet that it could concern, so BuildKit refuses the file.',
  references: ['https://docs.docker.com/reference/dockerfile/#format'],
  bad: [
    {
      title: 'a label above FROM',
      dockerfile: dockerfile`
        LABEL org.opencontainers.image.title="app"
        FROM python:3.12-slim
        `,
    },
  ],
  good: [
    {
      title: 'the label below FROM',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL org.opencontainers.image.title="app"
        `,
    },
    {
      title: 'ARG above FROM',
      dockerfile: dockerfile`
        # syntax=docker/dockerfile:1
        ARG VERSION=3.12
        FROM python:\${VERSION}-slim
        `,
    },
  ],
  on: 'file',
  *check({ dockerfile: file }) {
    const firstFrom = file.instructions.findIndex(({ keyword }) => keyword === 'FROM');
    if (firstFrom === -1) return;
    const [first, ...others] = file.instructions.slice(0, firstFrom).filter(({ keyword }) => keyword !== 'ARG');
    if (first === undefined) return;
    yield {
      at: first.keywordSpan,
      title: `\`${first.keyword}\` stands before the first \`FROM\``,
      advice: 'Move it below `FROM`.',
      places: others.map(({ keyword, keywordSpan }) => ({ at: keywordSpan, note: `\`${keyword}\` too` })),
    };
  },
});
