import { defineRule, dockerfile } from './rule.ts';

export const forbiddenTrigger = defineRule({
  id: 'forbidden-trigger',
  aliases: ['DL3043'],
  severity: 'error',
  summary: 'ONBUILD registers an instruction that it must not',
  why: 'ONBUILD cannot register another ONBUILD, a FROM or a MAINTAINER; BuildKit refuses the file.',
  references: ['https://docs.docker.com/reference/dockerfile/#onbuild-limitations'],
  bad: [
    {
      title: 'an ONBUILD of its own',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ONBUILD ONBUILD RUN pip install --no-cache-dir -r requirements.txt
        `,
    },
    {
      title: 'a FROM',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ONBUILD FROM debian:12-slim
        `,
    },
  ],
  good: [
    {
      title: 'a RUN',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ONBUILD RUN pip install --no-cache-dir -r requirements.txt
        `,
    },
  ],
  on: ['ONBUILD'],
  *check({ trigger }) {
    const keyword = trigger?.keyword.trim() ?? '';
    if (trigger === undefined || !/^(?:ONBUILD|FROM|MAINTAINER)$/.test(keyword)) return;
    yield {
      at: trigger.keywordSpan,
      title: `\`ONBUILD\` cannot register ${keyword === 'ONBUILD' ? 'another `ONBUILD`' : `\`${keyword}\``}`,
      advice: keyword === 'ONBUILD' ? 'Delete one of the two.' : 'Delete the line.',
    };
  },
});
