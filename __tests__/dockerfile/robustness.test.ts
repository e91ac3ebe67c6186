import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locationOf } from '../../src/dockerfile/location.ts';
import type { Instruction } from '../../src/dockerfile/model.ts';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { parseShell } from '../../src/dockerfile/shell.ts';
import { shellTextOf } from '../../src/dockerfile/shell-text.ts';

const piece = fc.constantFrom(
  ...'FROM|RUN|CMD|COPY|ENV|ONBUILD|HEALTHCHECK|LABEL|EXPOSE| |  |\t|\n|\r\n|\r|\\|\\\n|`|#|# escape=`\n|# check=skip=x\n|<<EOF|<<-"E F"|EOF|\nEOF\n|["a", "b"]|["a"|\'|"|$X|${X:-y}|${X#p}|--from=x|--mount=type=cache|a=b|&&|;|(|)|{|$(|é|💥|\u2028|\uFEFF|\v|\f|\0'.split(
    '|',
  ),
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

function withTriggers(instruction: Instruction): readonly Instruction[] {
  return [instruction, ...(instruction.trigger === undefined ? [] : withTriggers(instruction.trigger))];
}

function blankSeparated({ text: logical, argumentsStart }: Instruction): readonly string[] {
  const words = logical.slice(argumentsStart).replace(/[\t-\r \u0085\u00A0\u2000-\u200A\u2028\u2029\u3000]+$/, '');
  return words.split(/[\t\v\f\r ]+/).filter((word) => word !== '');
}

describe('whatever the text', () => {
  it('nothing throws, every span lies in the file, and the segments give the logical text back', () => {
    fc.assert(
      fc.property(text, (source) => {
        const dockerfile = parseDockerfile(source, 'Dockerfile');
        const inside = ({ start, end }: { start: number; end: number }): boolean =>
          0 <= start && start <= end && end <= source.length;
        for (const problem of dockerfile.problems) {
          expect(inside(problem.span)).toBe(true);
          expect(locationOf(dockerfile, problem.span).line).toBeGreaterThan(0);
        }
        for (const instruction of dockerfile.instructions.flatMap(withTriggers)) {
          const parts = [
            instruction,
            ...instruction.words,
            ...(instruction.exec ?? []),
            ...instruction.flags,
            ...instruction.heredocs,
          ];
          expect(parts.every(({ span }) => inside(span))).toBe(true);
          const joined = instruction.segments
            .map(({ source: from, length }) => source.slice(from, from + length))
            .join('');
          expect(joined).toBe(instruction.text);
          const isBlankSeparated =
            !['ENV', 'LABEL', 'ARG', 'ONBUILD'].includes(instruction.keyword) && instruction.exec === undefined;
          const words = instruction.words.map((word) => word.text);
          expect(words).toEqual(isBlankSeparated ? blankSeparated(instruction) : words);
          const shell = shellTextOf(instruction);
          const commands = shell === undefined ? [] : parseShell(shell).commands;
          expect(commands.every(({ span }) => inside(span))).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the time it takes', () => {
  it.each([
    ['20,000 instructions', `FROM x\n${'RUN apt-get update && apt-get install -y git\n'.repeat(20_000)}`],
    ['one RUN of 50,000 continued lines', `FROM x\nRUN a ${'\\\n  && b'.repeat(50_000)}\n`],
    ['100,000 comments', `FROM x\n${'# a comment\n'.repeat(100_000)}RUN a\n`],
    ['50,000 opened heredocs', `FROM x\nRUN ${'<<A '.repeat(50_000)}\n`],
    ['a long JSON array', `FROM x\nCMD [${'"a", '.repeat(100_000)}"b"]\n`],
    ['20,000 unterminated heredocs', `FROM x\n${'RUN a << 2b\n'.repeat(20_000)}`],
    ['a chain of 100,000 ONBUILD', `FROM x\n${'ONBUILD '.repeat(100_000)}RUN a\n`],
    ['substitutions in substitutions', `FROM x\nRUN <<${'${a:-'.repeat(200_000)}\n`],
    ['a heredoc of empty lines', `FROM x\nRUN <<E\n${'\n'.repeat(500_000)}E\n`],
    ['a directive with a gap', `# syntax=a${' '.repeat(500_000)}b\nFROM x\n`],
    ['an array of arrays', `FROM x\nCMD ${'['.repeat(500_000)}\n`],
    ['COPY of 100,000 files', `FROM x\nCOPY ${'a \\\n'.repeat(100_000)} /b/\n`],
    ['100,000 unknown keywords', `FROM x\n${'foo bar\n'.repeat(100_000)}`],
    ['escapes without end', `FROM x\nRUN a\\\n${'\\\n'.repeat(500_000)}`],
    ['a long line of quotes', `FROM x\nENV A=${'"\\'.repeat(200_000)}\n`],
  ])('grows with the length alone: %s', (_, source) => {
    const began = performance.now();
    const dockerfile = parseDockerfile(source, 'Dockerfile');
    for (const instruction of dockerfile.instructions) {
      const shell = shellTextOf(instruction);
      if (shell !== undefined) parseShell(shell);
    }
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
