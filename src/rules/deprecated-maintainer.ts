import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';
import { defineRule, dockerfile, type ClaimFix } from './rule.ts';

export const deprecatedMaintainer = defineRule({
  id: 'deprecated-maintainer',
  aliases: ['DL4000', 'MaintainerDeprecated'],
  severity: 'warning',
  summary: 'MAINTAINER is deprecated',
  why: 'Docker has kept it only for old files, and no registry shows it. A label says the same, and tools read it.',
  references: [
    'https://docs.docker.com/reference/build-checks/maintainer-deprecated/',
    'https://docs.docker.com/reference/dockerfile/#maintainer-deprecated',
  ],
  bad: [
    {
      title: 'a name and an address',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        MAINTAINER The "Web" Team <web@example.com>
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        LABEL org.opencontainers.image.authors="The \"Web\" Team <web@example.com>"
        `,
    },
    {
      title: 'in quotes',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        maintainer "Web Team"
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        label org.opencontainers.image.authors="Web Team"
        `,
    },
  ],
  good: [
    {
      title: 'a label',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL org.opencontainers.image.authors="web@example.com"
        `,
    },
  ],
  on: ['MAINTAINER'],
  *check(instruction, { dockerfile: file, facts }) {
    const fix = asLabel(instruction, file, facts);
    yield {
      at: instruction.keywordSpan,
      title: '`MAINTAINER` is deprecated',
      advice: 'Write `LABEL org.opencontainers.image.authors="…"`.',
      ...(fix === undefined ? {} : { fix }),
    };
  },
});

/** Undefined above the first FROM, where a label may not stand either, and where a comment inside would go. */
function asLabel(instruction: Instruction, file: Dockerfile, facts: Facts): ClaimFix | undefined {
  const { span, keywordSpan } = instruction;
  const author = instruction.text.slice(instruction.argumentsStart).trim();
  const hasComment = /^[ \t]*#/m.test(file.text.slice(span.start, span.end));
  if (author === '' || hasComment || facts.placeOf(instruction) === undefined) return undefined;
  const bare = /^"[^"]*"$/.test(author) ? author.slice(1, -1) : author;
  const escaped = bare.replaceAll(/["$\\`]/g, (letter) =>
    letter === '"' || letter === '$' || letter === file.escape ? `${file.escape}${letter}` : letter,
  );
  const written = file.text.slice(keywordSpan.start, keywordSpan.end);
  const keyword = written === written.toLowerCase() ? 'label' : 'LABEL';
  return {
    title: 'Write a label',
    safety: 'safe',
    edits: [{ at: span, text: `${keyword} org.opencontainers.image.authors="${escaped}"` }],
  };
}
