import { isBlank, isSpace } from './blanks.ts';
import type { Escape } from './model.ts';

/** Offsets of one word in a logical text. */
export interface WordRange {
  readonly start: number;
  readonly end: number;
}

/** Words as FROM, COPY, EXPOSE have them: split at blanks, whatever stands around them. */
export function blankSeparated(text: string, start: number, end: number): readonly WordRange[] {
  const words: WordRange[] = [];
  let from = -1;
  for (let at = start; at <= end; at += 1) {
    const ends = at === end || isBlank(text.charCodeAt(at));
    if (ends && from !== -1) words.push({ start: from, end: at });
    if (ends) from = -1;
    else if (from === -1) from = at;
  }
  return words;
}

/** Words as ENV, LABEL and ARG have them: split at spaces that are neither quoted nor escaped. */
export function quoteAware(text: string, start: number, end: number, escape: Escape): readonly WordRange[] {
  const words: WordRange[] = [];
  let from = -1;
  let quote = '';
  for (let at = start; at < end; at += 1) {
    const character = text.charAt(at);
    if (quote === '' && isSpace(text.charCodeAt(at))) {
      if (from !== -1) words.push({ start: from, end: at });
      from = -1;
      continue;
    }
    if (from === -1) from = at;
    if (character === escape && quote !== "'") {
      if (at + 1 === end) return ending(text, words, from, end, escape);
      at += 1;
    } else if (quote === '' && (character === '"' || character === "'")) {
      quote = character;
    } else if (character === quote) {
      quote = '';
    }
  }
  if (from !== -1) words.push({ start: from, end });
  return words;
}

/** An escape character at the very end is dropped, and a word that is nothing else with it. */
function ending(
  text: string,
  words: readonly WordRange[],
  from: number,
  end: number,
  escape: Escape,
): readonly WordRange[] {
  return text.slice(from, end) === escape ? words : [...words, { start: from, end: end - 1 }];
}
