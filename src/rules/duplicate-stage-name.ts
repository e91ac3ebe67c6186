import type { Instruction, Word } from '../dockerfile/model.ts';
import { defineRule, dockerfile } from './rule.ts';

export const duplicateStageName = defineRule({
  id: 'duplicate-stage-name',
  aliases: ['DL3024', 'DuplicateStageName'],
  severity: 'warning',
  summary: 'two stages have the same name',
  why: 'From the second one on the name means the later stage, so the earlier one can no longer be named and `--target` never builds it.',
  references: ['https://docs.docker.com/reference/build-checks/duplicate-stage-name/'],
  bad: [
    {
      title: 'the same name twice, in other letters',
      dockerfile: dockerfile`
        FROM python:3.12-slim AS build
        FROM python:3.13-slim AS Build
        `,
    },
  ],
  good: [
    {
      title: 'two names',
      dockerfile: dockerfile`
        FROM python:3.12-slim AS build
        FROM python:3.12-slim AS runtime
        `,
    },
  ],
  on: 'file',
  *check({ facts }) {
    const named = new Map<string, Word>();
    for (const { from } of facts.stages) {
      const word = from === undefined ? undefined : nameOf(from);
      if (word === undefined) continue;
      const name = word.value.toLowerCase();
      const earlier = named.get(name);
      named.set(name, word);
      if (earlier === undefined) continue;
      yield {
        at: word.span,
        title: `an earlier stage is named \`${word.value}\` too`,
        advice: 'Give each stage a name of its own.',
        places: [{ at: earlier.span, note: 'the earlier stage of that name' }],
      };
    }
  },
});

function nameOf({ words }: Instruction): Word | undefined {
  const [, as, name] = words;
  return as?.value.toLowerCase() === 'as' ? name : undefined;
}
