import type { Instruction, Word } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';
import type { RunCommand } from '../facts/run-shell.ts';
import type { Stage } from '../facts/stages.ts';
import { hasArchiveName, lastPart } from './archive-name.ts';
import { defineRule, dockerfile, type Claim } from './rule.ts';

export const copiedArchive = defineRule({
  id: 'copied-archive',
  aliases: ['DL3010'],
  severity: 'notice',
  summary: 'an archive is copied and unpacked by a later RUN',
  why: 'The packed archive stays in the layer of `COPY` even where the `RUN` deletes it. `ADD` unpacks an archive of the context by itself and leaves nothing behind.',
  references: [
    'https://docs.docker.com/reference/dockerfile/#adding-local-tar-archives',
    'https://docs.docker.com/build/building/best-practices/#add-or-copy',
  ],
  bad: [
    {
      title: 'tar in the next RUN',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        COPY data.tar.gz /srv/
        RUN tar -xzf /srv/data.tar.gz -C /srv && rm /srv/data.tar.gz
        `,
    },
    {
      title: 'under another name',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /srv
        COPY build/data-1.2.tar data.tar
        RUN tar xf data.tar
        `,
    },
  ],
  good: [
    {
      title: 'ADD',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ADD data.tar.gz /srv/
        `,
    },
    {
      title: 'an archive of another stage, which ADD cannot reach',
      dockerfile: dockerfile`
        FROM python:3.12-slim AS build
        FROM python:3.12-slim
        COPY --from=build /data.tar.gz /srv/
        RUN tar -xzf /srv/data.tar.gz
        `,
    },
    {
      title: 'an archive that stays packed',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        COPY data.tar.gz /srv/
        RUN tar -tzf /srv/data.tar.gz && tar -czf /srv/other.tar.gz /srv
        `,
    },
  ],
  on: 'file',
  *check({ facts }) {
    for (const stage of facts.stages) yield* checkStage(stage, facts);
  },
});

function* checkStage(stage: Stage, facts: Facts): Iterable<Claim> {
  const copied = new Map<string, Word>();
  for (const instruction of stage.instructions) {
    if (instruction.keyword === 'COPY') {
      for (const [name, word] of archivesOf(instruction, facts)) copied.set(name, word);
      continue;
    }
    if (instruction.keyword !== 'RUN' || copied.size === 0) continue;
    for (const command of facts.shellOf(instruction).commands) {
      if (!unpacks(command)) continue;
      for (const argument of command.words.slice(1)) {
        const word = copied.get(lastPart(argument.text.replace(/^--file=/, '')));
        if (word === undefined) continue;
        for (const [name, other] of copied) if (other === word) copied.delete(name);
        yield {
          at: word.span,
          title: `\`${lastPart(bare(word))}\` is copied only to be unpacked`,
          advice: 'Write `ADD` with the folder into which it is to be unpacked, and drop `tar`.',
          places: [{ at: argument.location, note: 'is unpacked here' }],
        };
      }
    }
  }
}

/** By the names under which a later command may speak of them: that of the source, and that of the destination. */
function* archivesOf(instruction: Instruction, facts: Facts): Iterable<readonly [string, Word]> {
  if (facts.copyOf(instruction)?.from.kind !== 'context') return;
  const words = instruction.exec ?? instruction.words;
  const destination = words.at(-1);
  const archives = words.slice(0, -1).filter((word) => hasArchiveName(bare(word)));
  for (const word of archives) yield [lastPart(bare(word)), word];
  const [only] = archives;
  if (archives.length === 1 && only !== undefined && destination !== undefined && hasArchiveName(bare(destination)))
    yield [lastPart(bare(destination)), only];
}

/** Without quotes; backslashes stay, for on Windows they part folders. */
function bare({ text }: Word): string {
  return text.replaceAll(/^["']|["']$/g, '');
}

/** `tar -xf`, `tar xf`, `tar --extract`. */
function unpacks({ words }: RunCommand): boolean {
  const [program, first, ...others] = words;
  if (program === undefined || first === undefined || !/(?:^|[/\\])(?:bsd)?tar(?:\.exe)?$/.test(program.text))
    return false;
  return (
    /^-?[a-zA-Z]*x/.test(first.text) ||
    [first, ...others].some(({ text }) => /^(?:-[a-zA-Z]*x[a-zA-Z]*|--extract|--get)$/.test(text))
  );
}
