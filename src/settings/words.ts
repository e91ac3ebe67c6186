import { UserError } from '../errors.ts';
import type { Placed } from './given.ts';

/** Splits a text into words as a shell does, quotes and backslashes understood; nothing is expanded. */
export function readWords(value: Placed): readonly string[] {
  const { text } = value;
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const next = text.charAt(at + 1);
    // Inside double quotes a backslash stands for itself, unless the next character would mean something there.
    const escapes = character === '\\' && quote !== "'" && next !== '' && (quote === '' || /["\\$`\n]/.test(next));
    if (escapes) {
      word = `${word ?? ''}${next === '\n' ? '' : next}`;
      at += 1;
    } else if (character === quote) quote = '';
    else if (quote === '' && (character === '"' || character === "'")) {
      quote = character;
      word ??= '';
    } else if (quote === '' && /\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = `${word ?? ''}${character}`;
  }
  if (quote !== '')
    throw new UserError(`the quote ${quote} is opened and never closed.`, { place: value.place, hint: 'Close it.' });
  return word === undefined ? words : [...words, word];
}
