import { defineRule, dockerfile } from './rule.ts';

export const inlineIgnore = defineRule({
  id: 'inline-ignore',
  aliases: ['DL1001'],
  severity: 'off',
  summary: 'a comment in the Dockerfile silences a check',
  why: 'Where a team decides in one configuration file what is ignored, a comment goes past that decision and past its review.',
  references: ['https://github.com/hadolint/hadolint#inline-ignores'],
  bad: [
    {
      title: "hadolint's comment",
      dockerfile: dockerfile`
        FROM python:3.12-slim
        # hadolint ignore=DL3003
        RUN cd /srv && make
        `,
    },
    {
      title: 'our own',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        # sea-trial ignore=DL3000 an old layout
        WORKDIR app
        `,
    },
  ],
  good: [
    {
      title: 'other comments',
      dockerfile: dockerfile`
        # syntax=docker/dockerfile:1
        # hadolint shell=powershell
        FROM python:3.12-slim
        # ignore=nothing
        RUN make
        `,
    },
  ],
  on: 'file',
  *check({ dockerfile: file }) {
    for (const { text, span } of file.comments) {
      const [, tool] = /^(hadolint|sea-trial)\s+(?:global\s+)?ignore(?:-file)?\s*=/i.exec(text) ?? [];
      if (tool === undefined) continue;
      yield {
        at: span,
        ...(tool.toLowerCase() === 'hadolint' ? {} : { aliases: [] }),
        title: 'a comment silences a check',
        advice: 'Mend what it silences, or move the decision into the configuration file.',
      };
    }
  },
});
