import { describe, expect, it } from 'vitest';
import { locationOf, offsetOf } from '../../src/dockerfile/location.ts';
import type { Dockerfile } from '../../src/dockerfile/model.ts';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { sourceSpan, textOffset } from '../../src/dockerfile/segments.ts';
import type { Span } from '../../src/finding.ts';

function read(text: string): Dockerfile & { at(span: Span): string } {
  return { ...parseDockerfile(text, 'Dockerfile'), at: ({ start, end }) => text.slice(start, end) };
}

describe('lines', () => {
  it('keeps directives at the top and takes everything behind them for comments', () => {
    const file = read('# Syntax = docker/dockerfile:1 \n# escape=`\n# why=not\n# check=skip=all\nFROM a `\n  AS b\n');
    expect(file.directives.map(({ name, value, span }) => [name, value, file.at(span)])).toEqual([
      ['syntax', 'docker/dockerfile:1', '# Syntax = docker/dockerfile:1'],
      ['escape', '`', '# escape=`'],
    ]);
    expect(file.comments.map(({ text, span }) => [text, file.at(span)])).toEqual([
      ['why=not', '# why=not'],
      ['check=skip=all', '# check=skip=all'],
    ]);
    expect(file.escape).toBe('`');
    expect(file.instructions.map(({ text }) => text)).toEqual(['FROM a   AS b']);
  });

  it('keeps comments between the lines of an instruction, and none from a heredoc', () => {
    const file = read('FROM a\nRUN b \\\n  # one\\\n  c\nRUN <<E\n# two\nE\n#three');
    expect(file.comments.map(({ text, span }) => [text, file.at(span)])).toEqual([
      ['one\\', '# one\\'],
      ['three', '#three'],
    ]);
  });

  it('ends an instruction behind its last line, in files of either line ending, with or without a byte order mark', () => {
    const file = read('\uFEFFFROM a\r\nRUN b \\\r\n c\r\n\r\nRUN <<E\r\nx\r\nE\r\n');
    expect(file.instructions.map(({ span }) => file.at(span))).toEqual([
      'FROM a',
      'RUN b \\\r\n c',
      'RUN <<E\r\nx\r\nE',
    ]);
    expect(file.instructions.map(({ lines }) => lines)).toEqual([
      [1, 1],
      [2, 3],
      [5, 7],
    ]);
  });
});

describe('heredocs', () => {
  it('have the spans of their body and of their opening', () => {
    const file = read('FROM a\nCOPY --chmod=755 <<-"A" \\\n  <<B /x/\n\tone\n\tA\ntwo\nB\n');
    const heredocs = file.instructions[1]?.heredocs ?? [];
    expect(
      heredocs.map(({ name, strip, expand, span, opening }) => [name, strip, expand, file.at(span), file.at(opening)]),
    ).toEqual([
      ['A', true, false, '\tone\n', '<<-"A"'],
      ['B', false, true, 'two\n', '<<B'],
    ]);
  });

  it('are not opened by what BuildKit’s lexer drops: a name before a substitution', () => {
    const file = read('FROM a\nRUN <<E${b:-c}\nRUN d<<E "<<E" <<<E\n');
    expect(file.instructions.map(({ heredocs }) => heredocs)).toEqual([[], [], []]);
    expect(file.problems).toEqual([]);
  });

  it('whose closing name is only indented are read to there, and the fix moves it', () => {
    const file = read('FROM a\nRUN <<EOF\n  echo\n  EOF\nCMD b\n');
    expect(file.refusal).toEqual({
      severity: 'error',
      message: 'unterminated heredoc',
      advice: 'Write `EOF` at the very beginning of its line, with nothing behind it.',
      span: { start: 11, end: 16 },
      fix: { title: 'Close the heredoc with EOF', span: { start: 24, end: 29 }, text: 'EOF' },
    });
    expect(file.instructions.map(({ text, lines }) => [text, lines])).toEqual([
      ['FROM a', [1, 1]],
      ['RUN <<EOF', [2, 4]],
      ['CMD b', [5, 5]],
    ]);
  });

  it('that never end give way to the next line that looks like an instruction', () => {
    const file = read('FROM a\nRUN x=$((1 <<2))\necho\nCMD b\n');
    expect(file.refusal?.message).toBe('unterminated heredoc');
    expect(file.problems.map(({ message }) => message)).toEqual(['unterminated heredoc']);
    expect(file.instructions.map(({ text }) => text)).toEqual(['FROM a', 'RUN x=$((1 <<2))', 'CMD b']);
  });
});

describe('places', () => {
  const text = 'FROM a\nRUN echo 💥 \\\n  # c\n\n  world\n';
  const file = parseDockerfile(text, 'sub/Dockerfile');
  const run = file.instructions[1];

  it('lead from the logical text to the source and back, over continuations and comments', () => {
    if (run === undefined) throw new Error('no RUN');
    expect(run.text).toBe('RUN echo 💥   world');
    const start = run.text.indexOf('world');
    const span = sourceSpan(run, start, start + 5);
    expect(text.slice(span.start, span.end)).toBe('world');
    expect(textOffset(run, span.start)).toBe(start);
    const across = sourceSpan(run, 4, run.text.length);
    expect(text.slice(across.start, across.end)).toBe('echo 💥 \\\n  # c\n\n  world');
    expect(textOffset(run, text.indexOf('#'))).toBe(run.text.indexOf('  world'));
    expect(sourceSpan(run, 9, 9)).toEqual({ start: text.indexOf('💥'), end: text.indexOf('💥') });
  });

  it('count lines and columns from 1, columns in UTF-16 units, the end exclusive', () => {
    if (run === undefined) throw new Error('no RUN');
    expect(locationOf(file, run.span)).toEqual({
      path: 'sub/Dockerfile',
      line: 2,
      column: 1,
      endLine: 5,
      endColumn: 8,
    });
    const bang = { start: text.indexOf('💥'), end: text.indexOf('💥') + 2 };
    expect(locationOf(file, bang)).toEqual({ path: 'sub/Dockerfile', line: 2, column: 10, endLine: 2, endColumn: 12 });
    expect(locationOf(file, { start: text.length, end: text.length })).toMatchObject({ line: 6, column: 1 });
    expect([offsetOf(file, 2, 10), offsetOf(file, 99, 1)]).toEqual([bang.start, text.length]);
  });
});
