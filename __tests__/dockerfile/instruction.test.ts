import { describe, expect, it } from 'vitest';
import type { Instruction } from '../../src/dockerfile/model.ts';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';

/** The only instruction of a text, and the source of what it consists of. */
function only(text: string): {
  instruction: Instruction;
  sources: (parts: readonly { span: { start: number; end: number } }[]) => readonly string[];
} {
  const [instruction] = parseDockerfile(text, 'Dockerfile').instructions;
  if (instruction === undefined) throw new Error('no instruction');
  return { instruction, sources: (parts) => parts.map(({ span }) => text.slice(span.start, span.end)) };
}

describe('the parts of an instruction', () => {
  it('are words at their places, split at blanks whatever stands around them', () => {
    const { instruction, sources } = only('fr\\\nom  "a b"\t$X \\\n # c\n as\\\nx\n');
    expect(instruction.keyword).toBe('FROM');
    expect(sources([{ span: instruction.keywordSpan }])).toEqual(['fr\\\nom']);
    expect(instruction.words.map(({ text, value }) => [text, value])).toEqual([
      ['"a', '"a'],
      ['b"', 'b"'],
      ['$X', '$X'],
      ['asx', 'asx'],
    ]);
    expect(sources(instruction.words)).toEqual(['"a', 'b"', '$X', 'as\\\nx']);
  });

  it('have values without quotes and escapes, variables as written', () => {
    const { instruction } = only(`COPY 'a' "$B" c\\ d e"f" \${G:-"h"} /x\n`);
    expect(instruction.words.map(({ value }) => value)).toEqual(['a', '$B', 'c', 'd', 'ef', '${G:-h}', '/x']);
  });

  it('are flags with unquoted values, on every instruction, and only before the first word', () => {
    const { instruction, sources } = only('CMD --a="b c" --d --e= \\\n  --f=\\"g x --h=i\n');
    expect(instruction.flags.map(({ name, value }) => [name, value])).toEqual([
      ['a', 'b c'],
      ['d', undefined],
      ['e', ''],
      ['f', '"g'],
    ]);
    expect(sources(instruction.flags)).toEqual(['--a="b c"', '--d', '--e=', '--f=\\"g']);
    expect(instruction.text.slice(instruction.argumentsStart)).toBe('x --h=i');
    expect(instruction.words.map(({ text }) => text)).toEqual(['x', '--h=i']);
  });

  it('are no flags behind two dashes alone', () => {
    const { instruction } = only('COPY --link -- --from=b c\n');
    expect(instruction.flags.map(({ name }) => name)).toEqual(['link']);
    expect(instruction.words.map(({ text }) => text)).toEqual(['--from=b', 'c']);
  });

  it.each([
    ['EXPOSE a\\\n\n  \\ \n# c\n\nb\\\n#d\nc\n', ['a', 'bc']],
    ['EXPOSE a\\\n  \\\n\\ \n# c\nb\n', ['a', 'b']],
    ['EXPOSE a\\\n\\ \n  b \\\n', ['a', 'b']],
    ['ARG a \\\n\\\u0085\nEXPOSE b\n', ['a']],
  ])('are words that end where the logical text says, whatever stands between its lines: %j', (text, expected) => {
    expect(only(text).instruction.words.map((word) => word.text)).toEqual(expected);
  });

  it('are the strings of the exec form, also where a comment stands inside', () => {
    const { instruction, sources } = only('ENTRYPOINT ["sh", \\\n  # why\n  "-c", "a \\"b\\" \\u0041"]\n');
    expect(instruction.exec?.map(({ value }) => value)).toEqual(['sh', '-c', 'a "b" A']);
    expect(sources(instruction.exec ?? [])).toEqual(['"sh"', '"-c"', '"a \\"b\\" \\u0041"']);
    expect(instruction.words).toEqual([]);
  });

  it('are the pairs of ENV, LABEL and ARG, quotes kept in the values', () => {
    const env = only('ENV A=1 "B"="x \\\n y" C=a\\ b D=\n');
    expect(env.instruction.assignments.map(({ name, value, legacy }) => [name, value, legacy])).toEqual([
      ['A', '1', false],
      ['B', '"x  y"', false],
      ['C', 'a\\ b', false],
      ['D', '', false],
    ]);
    expect(env.sources(env.instruction.assignments)).toEqual(['A=1', '"B"="x \\\n y"', 'C=a\\ b', 'D=']);
    expect(env.sources(env.instruction.assignments.map(({ valueSpan }) => ({ span: valueSpan })))).toEqual([
      '1',
      '"x \\\n y"',
      'a\\ b',
      '',
    ]);
    const old = only('ENV NAME  the "whole" rest \n');
    expect(old.instruction.assignments).toEqual([
      {
        name: 'NAME',
        value: 'the "whole" rest',
        span: { start: 4, end: 26 },
        valueSpan: { start: 10, end: 26 },
        legacy: true,
      },
    ]);
    expect(only('ARG A B=c\n').instruction.assignments.map(({ name, value }) => [name, value])).toEqual([
      ['A', undefined],
      ['B', 'c'],
    ]);
  });

  it('are what ONBUILD registers, with its own text and the places of the source', () => {
    const text = 'ONBUILD  copy --from=a \\\n  b <<E /c/\nx\nE\n';
    const { instruction, sources } = only(text);
    const { trigger } = instruction;
    if (trigger === undefined) throw new Error('no trigger');
    expect(instruction.words).toEqual([]);
    expect([trigger.keyword, trigger.text, trigger.lines]).toEqual(['COPY', 'copy --from=a   b <<E /c/', [1, 4]]);
    expect(trigger.flags.map(({ name, value }) => [name, value])).toEqual([['from', 'a']]);
    expect(sources(trigger.words)).toEqual(['b', '<<E', '/c/']);
    expect(sources([trigger])).toEqual(['copy --from=a \\\n  b <<E /c/\nx\nE']);
    expect(trigger.heredocs.map(({ content }) => content)).toEqual(['x\n']);
  });

  it('are the same for an instruction that is too long to be given to dockerfile-ast', () => {
    const lines = Array.from({ length: 4000 }, (_, index) => `a${index} \\\n  "b c"\\\n  # d\n`).join('');
    const long = only(`COPY ${lines} e\n`);
    const short = only('COPY a0 \\\n  "b c"\\\n  # d\n e\n');
    expect(long.instruction.text.length).toBeGreaterThan(32_768);
    expect(short.sources(short.instruction.words)).toEqual(['a0', '"b', 'c"', 'e']);
    expect(long.sources(long.instruction.words).slice(0, 6)).toEqual(
      ['a0', '"b', 'c"a1', '"b', 'c"a2', '"b'].map((word) => word.replace('c"a', 'c"\\\n  # d\na')),
    );
    expect(long.instruction.words).toHaveLength(8002);
  });
});
