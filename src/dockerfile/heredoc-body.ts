import type { Span } from '../finding.ts';
import { keywords } from './keywords.ts';
import type { Line } from './lines.ts';

export interface Body {
  /** Whether the closing name was found. */
  readonly terminated: boolean;
  readonly span: Span;
  /** The index of the line to read on with: behind the closing name, else the next one that looks like an instruction. */
  readonly next: number;
  /** Where a line only looks like the closing name. */
  readonly fix?: { readonly span: Span; readonly text: string };
}

/**
 * Finds the body of a heredoc that begins at the line with index `from`. Lines are looked up by their text: a file of a thousand
 * unterminated heredocs is not searched to its end a thousand times.
 */
export function bodyReader(text: string, lines: readonly Line[]): (name: string, strip: boolean, from: number) => Body {
  let index: LineIndex | undefined;
  return (name, strip, from) => {
    index ??= indexOf(text, lines);
    const start = lines[from]?.start ?? text.length;
    const closing = firstFrom((strip ? index.withoutTabs : index.plain).get(name), from);
    if (closing !== undefined) {
      return { terminated: true, span: { start, end: lines[closing]?.start ?? start }, next: closing + 1 };
    }
    const almost = firstFrom(index.trimmed.get(name.trim()), from);
    const instruction = firstFrom(index.instructions, from) ?? lines.length;
    const line = almost === undefined ? undefined : lines[almost];
    if (almost === undefined || line === undefined || instruction < almost) {
      return { terminated: false, span: { start, end: lines[instruction]?.start ?? text.length }, next: instruction };
    }
    const fix = { span: { start: line.start, end: line.end }, text: name };
    return { terminated: false, span: { start, end: line.start }, next: almost + 1, fix };
  };
}

interface LineIndex {
  readonly plain: ReadonlyMap<string, readonly number[]>;
  readonly withoutTabs: ReadonlyMap<string, readonly number[]>;
  readonly trimmed: ReadonlyMap<string, readonly number[]>;
  /** Lines that begin with a keyword in capitals. */
  readonly instructions: readonly number[];
}

function indexOf(text: string, lines: readonly Line[]): LineIndex {
  const plain = new Map<string, number[]>();
  const withoutTabs = new Map<string, number[]>();
  const trimmed = new Map<string, number[]>();
  const instructions: number[] = [];
  for (const [index, line] of lines.entries()) {
    const content = text.slice(line.start, line.end);
    put(plain, content, index);
    put(withoutTabs, content.replace(/^\t+/, ''), index);
    put(trimmed, content.trim(), index);
    const word = /^[A-Z]+(?=\s)/.exec(content)?.[0];
    if (word !== undefined && keywords.has(word)) instructions.push(index);
  }
  return { plain, withoutTabs, trimmed, instructions };
}

function put(map: Map<string, number[]>, key: string, value: number): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

/** The first of the ascending numbers that is not below `from`. */
function firstFrom(numbers: readonly number[] | undefined, from: number): number | undefined {
  let low = 0;
  let high = numbers?.length ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers?.[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return numbers?.[low];
}
