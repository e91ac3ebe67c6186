import type { Span } from '../finding.ts';
import { isBlank, skipBlanks } from './blanks.ts';
import type { Layout } from './layout.ts';
import { lex } from './lexer.ts';
import type { Assignment, Escape, Flag, Instruction, Word } from './model.ts';
import type { RawInstruction } from './read.ts';
import { cutSegments, type Mapped, sourceSpan } from './segments.ts';
import type { SplitFlag } from './split.ts';
import type { WordRange } from './words.ts';

/** Where dockerfile-ast finds an instruction's keyword in the mask. */
export interface ParsedNode {
  readonly keyword: Span;
  readonly trigger?: ParsedNode;
}

/**
 * Puts an instruction together: the keyword's range from dockerfile-ast's node, words and values from the original text. Where the
 * node is missing (an empty keyword), the keyword of which the mask is made is taken.
 */
export function buildInstruction(
  raw: RawInstruction,
  layout: Layout,
  node: ParsedNode | undefined,
  escape: Escape,
): Instruction {
  return build({ raw, escape, whole: raw, layout, node });
}

interface Parts {
  readonly raw: RawInstruction;
  readonly escape: Escape;
  /** The logical line; the layout's offsets count in it, also those of a trigger. */
  readonly whole: Mapped;
  readonly layout: Layout;
  readonly node: ParsedNode | undefined;
}

function build(parts: Parts): Instruction {
  const { raw, whole, layout, node, escape } = parts;
  const { split, trigger } = layout;
  // A trigger's text begins with its own keyword.
  const base = layout.split === raw.split ? 0 : split.keywordStart;
  const keywordSpan = node?.keyword ?? sourceSpan(whole, split.keywordStart, split.keywordEnd);
  return {
    keyword: layout.keyword,
    keywordSpan,
    span: { start: keywordSpan.start, end: raw.end },
    lines: raw.lines,
    flags: split.flags.map((flag) => flagOf(whole, flag)),
    text: whole.text.slice(base),
    argumentsStart: split.argumentsStart - base,
    words: layout.words.map((range) => wordOf(whole, range, escape)),
    ...(layout.exec === undefined
      ? {}
      : {
          exec: layout.exec.map(({ value, start, end }) => ({
            value,
            text: whole.text.slice(start, end),
            span: sourceSpan(whole, start, end),
          })),
        }),
    assignments: assignmentsOf(whole, layout, escape),
    heredocs: raw.heredocs,
    ...(trigger === undefined ? {} : { trigger: build({ ...parts, layout: trigger, node: node?.trigger }) }),
    segments: base === 0 ? whole.segments : cutSegments(whole.segments, base, whole.text.length),
  };
}

function flagOf(whole: Mapped, flag: SplitFlag): Flag {
  const span = sourceSpan(whole, flag.start, flag.end);
  const equals = flag.text.indexOf('=');
  if (equals === -1) return { name: flag.text.slice(2), span };
  return { name: flag.text.slice(2, equals), value: flag.text.slice(equals + 1), span };
}

function wordOf(whole: Mapped, { start, end }: WordRange, escape: Escape): Word {
  const text = whole.text.slice(start, end);
  return { value: unquoted(text, escape), text, span: sourceSpan(whole, start, end) };
}

/** Without quotes and escapes, variables as written; text whose quotes do not match is left alone. */
function unquoted(text: string, escape: Escape): string {
  if (!/["'`\\]/.test(text)) return text;
  const { text: plain, error } = lex(text, { escape, lookup: () => undefined, keepUnset: true });
  return error === undefined ? plain : text;
}

function assignmentsOf(whole: Mapped, layout: Layout, escape: Escape): readonly Assignment[] {
  if (!['ENV', 'LABEL', 'ARG'].includes(layout.keyword)) return [];
  const ranges = layout.words;
  const [first] = ranges;
  if (layout.keyword === 'ARG' || first === undefined || whole.text.slice(first.start, first.end).includes('=')) {
    return ranges.map((range) => assignmentOf(whole, range, escape));
  }
  // `ENV name value`: BuildKit splits at the first blank, whether it is quoted or not.
  const { argumentsStart: start, argumentsEnd: end } = layout.split;
  let nameEnd = start;
  while (nameEnd < end && !isBlank(whole.text.charCodeAt(nameEnd))) nameEnd += 1;
  return [
    assignment(whole, { start, end: nameEnd }, { start: skipBlanks(whole.text, nameEnd, end), end }, true, escape),
  ];
}

function assignmentOf(whole: Mapped, { start, end }: WordRange, escape: Escape): Assignment {
  const equals = whole.text.slice(start, end).indexOf('=');
  if (equals === -1) return assignment(whole, { start, end }, undefined, false, escape);
  return assignment(whole, { start, end: start + equals }, { start: start + equals + 1, end }, false, escape);
}

function assignment(
  whole: Mapped,
  name: WordRange,
  value: WordRange | undefined,
  legacy: boolean,
  escape: Escape,
): Assignment {
  const end = value?.end ?? name.end;
  const span = sourceSpan(whole, name.start, end);
  return {
    name: unquoted(whole.text.slice(name.start, name.end), escape),
    ...(value === undefined ? {} : { value: whole.text.slice(value.start, value.end) }),
    span,
    valueSpan:
      value === undefined || value.start === value.end
        ? { start: span.end, end: span.end }
        : sourceSpan(whole, value.start, value.end),
    legacy,
  };
}
