import type { Span } from '../finding.ts';
import { skipSpaces, trimSpaces } from './blanks.ts';
import { directiveAt } from './directives.ts';
import { bodyReader } from './heredoc-body.ts';
import { readHeredocs } from './heredocs.ts';
import { type Line, linesOf } from './lines.ts';
import { longLineRefusals } from './long-line.ts';
import type { Comment, Directive, Escape, GrammarProblem, Heredoc, Segment } from './model.ts';
import type { Mapped } from './segments.ts';
import { type Split, split } from './split.ts';

/** A Dockerfile cut into instructions by BuildKit's discipline of lines, before anything inside them is looked at. */
export interface Reading {
  readonly text: string;
  readonly escape: Escape;
  readonly directives: readonly Directive[];
  readonly comments: readonly Comment[];
  readonly instructions: readonly RawInstruction[];
  readonly warnings: readonly string[];
  /** What BuildKit's parser refuses while it reads lines. */
  readonly refusals: readonly GrammarProblem[];
  /** What it only warns of. */
  readonly complaints: readonly GrammarProblem[];
}

/** A logical line and what belongs to it. */
export interface RawInstruction extends Mapped {
  readonly split: Split;
  /** Counted from 1; the last is that of the last heredoc's closing name. */
  readonly lines: readonly [number, number];
  /** Behind the last line, without its line break. */
  readonly end: number;
  readonly continuations: readonly Continuation[];
  readonly heredocs: readonly Heredoc[];
}

/** Two lines joined: the escape character, and the line that goes on, behind comments and empty lines. */
export interface Continuation {
  readonly escape: number;
  readonly next: number;
}

export function read(text: string, lineStarts: readonly number[]): Reading {
  const lines = linesOf(text, lineStarts);
  const reader: Reader = {
    text,
    lines,
    bodyOf: bodyReader(text, lines),
    index: 0,
    escape: '\\',
    directives: [],
    directivesEnded: false,
    comments: [],
    warnings: [],
    refusals: [],
    complaints: [],
  };
  const instructions: RawInstruction[] = [];
  while (reader.index < lines.length) {
    const instruction = readInstruction(reader);
    if (instruction !== undefined) instructions.push(instruction);
  }
  const { escape, directives, comments, warnings, complaints } = reader;
  const refusals = [...reader.refusals, ...longLineRefusals(text, lines)];
  return { text, escape, directives, comments, instructions, warnings, refusals, complaints };
}

export interface Reader {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly bodyOf: ReturnType<typeof bodyReader>;
  /** Of the line that is read next. */
  index: number;
  escape: Escape;
  readonly directives: Directive[];
  directivesEnded: boolean;
  readonly comments: Comment[];
  readonly warnings: string[];
  readonly refusals: GrammarProblem[];
  readonly complaints: GrammarProblem[];
}

/** Reads one logical line with its heredocs; nothing for a comment, a directive or an empty line. */
function readInstruction(reader: Reader): RawInstruction | undefined {
  const { text } = reader;
  const firstIndex = reader.index;
  const first = reader.lines[firstIndex];
  reader.index += 1;
  if (first === undefined) return undefined;
  const start = skipSpaces(text, first.start, first.end);
  if (readComment(reader, start, first.end)) return undefined;
  reader.directivesEnded = true;
  if (start === first.end) return undefined;

  const { pieces, continuations, emptyLines, end } = readContinued(reader, start, first);
  const logical = join(text, pieces, start);
  complainOfEmptyLines(reader, logical.text, emptyLines);
  const parts = split(logical.text, 0, logical.text.length, reader.escape);
  const { heredocs, end: bodiesEnd } = readHeredocs(reader, logical, parts);
  return {
    ...logical,
    split: parts,
    lines: [firstIndex + 1, reader.index],
    end: Math.max(end, bodiesEnd),
    continuations,
    heredocs,
  };
}

interface Continued {
  readonly pieces: readonly Span[];
  readonly continuations: readonly Continuation[];
  /** Those that follow each other are one. */
  readonly emptyLines: readonly Span[];
  readonly end: number;
}

/** The lines that escape characters join; comments and empty lines between them belong to the instruction and not to its text. */
function readContinued(reader: Reader, start: number, first: Line): Continued {
  const { text, escape } = reader;
  let escapeAt = continuationAt(text, start, first.end, escape);
  const pieces = [{ start, end: escapeAt ?? first.end }];
  const continuations: Continuation[] = [];
  const emptyLines: Span[] = [];
  let { end } = first;
  while (escapeAt !== undefined) {
    const line = reader.lines[reader.index];
    if (line === undefined) break;
    reader.index += 1;
    end = line.end;
    const filled = skipSpaces(text, line.start, line.end);
    if (readComment(reader, filled, line.end)) continue;
    if (filled === line.end) {
      const above = emptyLines.at(-1);
      if (above?.end === line.start) emptyLines[emptyLines.length - 1] = { start: above.start, end: line.next };
      else emptyLines.push({ start: line.start, end: line.next });
      continue;
    }
    continuations.push({ escape: escapeAt, next: line.start });
    escapeAt = continuationAt(text, line.start, line.end, escape);
    pieces.push({ start: line.start, end: escapeAt ?? line.end });
  }
  return { pieces, continuations, emptyLines, end };
}

/**
 * Where the line's continuation character stands: the last character but blanks, unless another stands before it. BuildKit does
 * not count further back, so that three of them do not continue either.
 */
function continuationAt(text: string, start: number, end: number, escape: Escape): number | undefined {
  let at = end - 1;
  while (at >= start && (text[at] === ' ' || text[at] === '\t')) at -= 1;
  if (at < start || text[at] !== escape) return undefined;
  return at > start && text[at - 1] === escape ? undefined : at;
}

/** The pieces as one text. Joined once: a long instruction must not be copied at each of its lines. */
function join(source: string, pieces: readonly Span[], start: number): Mapped {
  const segments: Segment[] = [];
  let length = 0;
  for (const piece of pieces) {
    if (piece.end > piece.start) segments.push({ text: length, source: piece.start, length: piece.end - piece.start });
    length += piece.end - piece.start;
  }
  if (segments.length === 0) segments.push({ text: 0, source: start, length: 0 });
  return { text: pieces.map((piece) => source.slice(piece.start, piece.end)).join(''), segments };
}

/** Whether a comment stands there; it is kept, as a directive while those are still allowed. */
function readComment(reader: Reader, start: number, end: number): boolean {
  const { text } = reader;
  if (start >= end || text[start] !== '#') return false;
  const directive = reader.directivesEnded ? undefined : directiveAt(text, start, end);
  if (directive === undefined) {
    reader.directivesEnded = true;
    reader.comments.push({ text: trimSpaces(text.slice(start + 1, end)), span: { start, end } });
  } else {
    obey(reader, directive);
  }
  return true;
}

function obey(reader: Reader, directive: Directive): void {
  const { name, value, span } = directive;
  if (reader.directives.some((earlier) => earlier.name === name)) {
    const message = `only one ${name} parser directive can be used`;
    reader.refusals.push({ severity: 'error', message, advice: 'Delete this line.', span });
    return;
  }
  reader.directives.push(directive);
  if (name !== 'escape') return;
  if (value === '\\' || value === '`') {
    reader.escape = value;
    return;
  }
  const advice = 'Write a backslash or a backtick behind `escape=`, or delete this line.';
  const message = `invalid escape token '${value}' does not match \` or \\`;
  reader.refusals.push({ severity: 'error', message, advice, span });
}

function complainOfEmptyLines(reader: Reader, logical: string, empty: readonly Span[]): void {
  if (empty.length > 0) reader.warnings.push(`Empty continuation line found in: ${logical}`);
  for (const span of empty) {
    reader.complaints.push({
      severity: 'warning',
      buildkitCheck: 'NoEmptyContinuation',
      message: 'Empty continuation line',
      advice: 'Delete the empty line, or write a `#` there: BuildKit has announced that it will refuse it.',
      span,
      fix: { title: 'Delete the empty line', span, text: '' },
    });
  }
}
