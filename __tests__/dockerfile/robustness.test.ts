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
          const shell = shellTextOf(instruction);
          if (shell !== undefined) for (const { span } of parseShell(shell).commands) expect(inside(span)).toBe(true);
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
