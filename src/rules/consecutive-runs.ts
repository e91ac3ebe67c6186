import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';
import { programName } from '../servers/index.ts';
import { defineRule, dockerfile, type ClaimFix } from './rule.ts';

export const consecutiveRuns = defineRule({
  id: 'consecutive-runs',
  aliases: ['DL3059'],
  severity: 'notice',
  summary: 'RUNs of one command each follow each other',
  why: 'Each makes a layer of its own, and what a later one removes stays in the layer below. Apart they are worth it only where the first one changes more seldom than the second.',
  references: ['https://docs.docker.com/build/building/best-practices/#run'],
  bad: [
    {
      title: 'two commands, two layers',
      dockerfile: dockerfile`
        FROM debian:12
        RUN mkdir /data
        # The server's own user.
        RUN chown 1000 /data
        `,
      fixed: dockerfile`
        FROM debian:12
        RUN mkdir /data \
        # The server's own user.
            && chown 1000 /data
        `,
    },
  ],
  good: [
    {
      title: 'one RUN',
      dockerfile: dockerfile`
        FROM debian:12
        RUN mkdir /data && chown 1000 /data
        `,
    },
    {
      title: 'an instruction between them',
      dockerfile: dockerfile`
        FROM debian:12
        RUN mkdir /data
        WORKDIR /data
        RUN chown 1000 .
        `,
    },
    {
      title: 'different mounts',
      dockerfile: dockerfile`
        FROM debian:12
        RUN --mount=type=secret,id=token /opt/fetch.sh
        RUN /opt/install.sh
        `,
    },
  ],
  on: 'file',
  *check({ facts, dockerfile: file }) {
    const instructions = facts.target?.instructions ?? [];
    let previous: Instruction | undefined;
    for (const instruction of instructions) {
      if (
        previous !== undefined &&
        instruction.keyword === 'RUN' &&
        flagsOf(previous) === flagsOf(instruction) &&
        isSingle(previous, facts) &&
        isSingle(instruction, facts)
      ) {
        const fix = fixFor(previous, instruction, facts, file);
        yield {
          at: instruction.keywordSpan,
          title: 'this `RUN` could be part of the one before it',
          advice: 'Join the two with `&&`, unless the layers are meant to be cached apart.',
          ...(fix === undefined ? {} : { fix }),
        };
      }
      previous = instruction.keyword === 'RUN' ? instruction : undefined;
    }
  },
});

function flagsOf({ flags }: Instruction): string {
  return flags
    .map(({ name, value }) => `${name}=${value ?? ''}`)
    .toSorted()
    .join(' ');
}

/** One command; what that hands to a shell of its own is a part of it. */
function isSingle(instruction: Instruction, facts: Facts): boolean {
  if (instruction.exec !== undefined) return true;
  // Windows PowerShell has no `&&`.
  if (/^(?:powershell|pwsh)(?:\.exe)?$/i.test(programName(facts.stateAt(instruction)?.shell.words[0] ?? '')))
    return false;
  const { commands } = facts.shellOf(instruction);
  const end = commands[0]?.shell?.span.end ?? Infinity;
  return commands.every(({ shell }) => shell === undefined || shell.span.end <= end);
}

/** Only plain shell forms, whose state does not reach the other: no `cd`, no variables, nothing in the background. */
function fixFor(one: Instruction, other: Instruction, facts: Facts, file: Dockerfile): ClaimFix | undefined {
  if (![one, other].every((each) => isPlain(each, facts))) return undefined;
  const [first] = facts.shellOf(one).commands;
  const [second] = facts.shellOf(other).commands;
  const start = first?.shell?.span.end;
  const end = second?.shell?.span.start;
  if (start === undefined || end === undefined) return undefined;
  const between = file.text.slice(start, other.span.start);
  const comments = between.split('\n').filter((line) => line.trim().startsWith('#'));
  const rest = file.text.slice(other.span.start, end);
  if (between.split('\n')[0]?.trim() !== '' || rest.includes('\n')) return undefined;
  const lines = [` ${file.escape}`, ...comments.map((line) => line.trimEnd()), '    && '];
  return {
    title: 'Join it with the RUN before it',
    safety: 'unsafe',
    edits: [{ at: { start, end }, text: lines.join('\n') }],
  };
}

function isPlain(instruction: Instruction, facts: Facts): boolean {
  const { commands, readable } = facts.shellOf(instruction);
  const [command] = commands;
  if (!readable || instruction.exec !== undefined || instruction.heredocs.length > 0) return false;
  if (command?.shell === undefined || command.shell.connector !== undefined || command.shell.within.length > 0)
    return false;
  const changesShell = /^(?:cd|export|set|unset|umask|source|\.|alias|exec|exit|return|trap|eval|ulimit|pushd|popd)$/;
  const [word] = command.shell.words;
  return word !== undefined && !command.shell.negated && !changesShell.test(word.value);
}
