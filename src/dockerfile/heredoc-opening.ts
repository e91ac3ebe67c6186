import { lex } from './lexer.ts';

/** `<<NAME` in an instruction's logical text. */
export interface HeredocOpening {
  readonly name: string;
  readonly strip: boolean;
  readonly expand: boolean;
  readonly start: number;
  readonly end: number;
}

/** The heredocs that the logical text of a RUN, COPY or ADD opens, in order. */
export function heredocOpenings(text: string): readonly HeredocOpening[] {
  if (!text.includes('<<')) return [];
  // BuildKit reads with a backslash here whatever the escape directive says. Where the quotes do not match, there are no words.
  const { words } = lex(text, { escape: '\\', lookup: unset, keepQuotes: true, keepEscapes: true, keepUnset: true });
  return words.flatMap((word) => {
    const opening = openingOf(word.text);
    return opening === undefined ? [] : [{ ...opening, start: word.start, end: word.end }];
  });
}

/** Whether a word of COPY or ADD stands for a heredoc. */
export function isHeredocWord(word: string): boolean {
  return openingOf(word) !== undefined;
}

function openingOf(word: string): Pick<HeredocOpening, 'name' | 'strip' | 'expand'> | undefined {
  const head = /^\d*<<(-?)[\t\n\f\r ]*/.exec(word);
  const rest = head === null ? '' : word.slice(head[0].length);
  if (head === null || rest === '' || rest.includes('<')) return undefined;
  const plain = lex(rest, { escape: '\\', lookup: unset, keepUnset: true });
  const name = plain.words[0]?.text;
  if (plain.words.length !== 1 || name === undefined) return undefined;
  const raw = lex(rest, { escape: '\\', lookup: unset, keepUnset: true, keepQuotes: true }).words[0]?.text ?? '';
  return { name, strip: head[1] === '-', expand: quotes(name) === quotes(raw) };
}

function quotes(text: string): number {
  return text.split('').filter((character) => character === '"' || character === "'").length;
}

function unset(): undefined {
  return undefined;
}
