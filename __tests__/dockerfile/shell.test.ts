import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { parseShell } from '../../src/dockerfile/shell.ts';
import { shellTextOf } from '../../src/dockerfile/shell-text.ts';

/** The commands of a Dockerfile's only instruction: words as the source has them, connector, enclosures. */
function commandsOf(instruction: string): readonly string[] {
  const dockerfile = parseDockerfile(instruction, 'Dockerfile');
  const text = dockerfile.instructions.map(shellTextOf)[0];
  if (text === undefined) return ['no shell text'];
  const script = parseShell(text);
  return [
    ...script.commands.map(({ words, connector, within }) =>
      [...words.map(({ span }) => dockerfile.text.slice(span.start, span.end)), connector ?? '.', ...within].join(' '),
    ),
    ...(script.problem === undefined ? [] : [`problem: ${script.problem.message}`]),
  ];
}

describe('shell text', () => {
  it('is read through continuations and comments, each word at its place in the source', () => {
    expect(
      commandsOf(
        'RUN --mount=type=cache,target=/x apt-get update \\\n  # why\n  && apt-get install -y "git" \\\n     curl',
      ),
    ).toEqual(['apt-get update &&', 'apt-get install -y "git" curl .']);
  });

  it('says what follows each command, and what encloses it', () => {
    expect(
      commandsOf('RUN (cd /x; make) | tee log || true; if test -f a; then b; fi; for i in 1 2; do c "$i" & done'),
    ).toEqual([
      'cd /x ; subshell',
      'make | subshell',
      'tee log ||',
      'true ;',
      'test -f a . condition',
      'b . if',
      'c "$i" & loop',
    ]);
  });

  it('finds the commands of substitutions', () => {
    expect(commandsOf('RUN export V="$(curl -s x | head)" && echo $V')).toEqual([
      'export V="$(curl -s x | head)" &&',
      'curl -s x | substitution',
      'head . substitution',
      'echo $V .',
    ]);
  });

  it('is the body where RUN is a heredoc alone, and its input where a command stands before', () => {
    expect(commandsOf('RUN <<EOF\nset -e\npip install x\nEOF\n')).toEqual(['set -e ;', 'pip install x .']);
    expect(commandsOf('RUN <<EOF\n#!/usr/bin/env python3\nprint(1)\nEOF\n')).toEqual(['no shell text']);
    expect(commandsOf('RUN <<EOF\n#!/bin/bash\necho 1\nEOF\n')).toEqual(['echo 1 .']);
    expect(commandsOf('RUN python3 <<EOF && echo done\nprint(1)\nEOF\n')).toEqual(['python3 &&', 'echo done .']);
  });

  it('is none in exec form, and leaves out the words of HEALTHCHECK', () => {
    expect(commandsOf('CMD ["uvicorn", "app:app"]')).toEqual(['no shell text']);
    expect(commandsOf('HEALTHCHECK --interval=3s CMD curl -f x || exit 1')).toEqual(['curl -f x ||', 'exit 1 .']);
    expect(commandsOf('HEALTHCHECK NONE')).toEqual([]);
  });

  it('tells values that are known from those that only the run knows', () => {
    const script = parseShell({
      text: `A=1 run 'it''s' "$B" \${C:-d} *.txt --x=\${E}`,
      segments: [{ text: 0, source: 0, length: 100 }],
    });
    const [command] = script.commands;
    expect(command?.assignments.map(({ name, value }) => [name, value?.value])).toEqual([['A', '1']]);
    expect(command?.words.map(({ value, known }) => [value, known])).toEqual([
      ['run', true],
      ['its', true],
      ['$B', false],
      ['${C:-d}', false],
      ['*.txt', true],
      ['--x=${E}', false],
    ]);
    expect(command?.words.at(-1)?.pieces).toEqual([
      { kind: 'text', text: '--x=' },
      { kind: 'variable', name: 'E', text: '${E}' },
    ]);
  });

  it('that cannot be read is told, and never throws', () => {
    expect(commandsOf('RUN echo "open')).toEqual(expect.arrayContaining([expect.stringMatching(/^problem: /)]));
    expect(commandsOf(`RUN ${'('.repeat(300)}a${')'.repeat(300)}`)).toEqual(['problem: nested deeper than 200']);
    expect(commandsOf(`RUN ${'if a; then '.repeat(300)}`)).toEqual(['problem: nested deeper than 200']);
    expect(commandsOf(`RUN a ${'"<<" '.repeat(1000)}`)).toEqual(['problem: more than 1000 heredocs']);
    expect(commandsOf(`RUN ${'coproc '.repeat(50_000)}`)).toEqual(['problem: nested deeper than 200']);
    expect(commandsOf(`RUN python3 <<E\n${'for a in b:\n'.repeat(300)}E\n`)).toEqual(['python3 .']);
  });

  it('keeps what a redirection redirects, and the places inside heredocs', () => {
    const text = 'RUN cat <<A >/x 2>&1 &&\\\n  tee <<-B\none\r\nA\n\ttwo $(date)\n\tB\n';
    const dockerfile = parseDockerfile(text, 'Dockerfile');
    const mapped = dockerfile.instructions.map(shellTextOf)[0];
    if (mapped === undefined) throw new Error('no shell text');
    const { commands, problem } = parseShell(mapped);
    expect(problem).toBeUndefined();
    expect(
      commands.map(({ span, redirections }) => [
        text.slice(span.start, span.end),
        redirections.map(({ operator, descriptor, target, body }) => [operator, descriptor, target?.value, body?.text]),
      ]),
    ).toEqual([
      [
        'cat <<A >/x 2>&1',
        [
          ['<<', undefined, undefined, 'one\r\n'],
          ['>', undefined, '/x', undefined],
          ['>&', 2, '1', undefined],
        ],
      ],
      ['tee <<-B', [['<<-', undefined, undefined, 'two $(date)\n']]],
      ['date', []],
    ]);
  });

  it('knows the interpreter of a heredoc whose tabs are stripped, and of one with a quoted name', () => {
    expect(commandsOf('RUN <<-EOF\n\t#!/usr/bin/env python3\n\tprint(1)\n\tEOF\n')).toEqual(['no shell text']);
    expect(commandsOf('RUN <<"E F"\nmake\nE F\n')).toEqual(['make .']);
  });
});
