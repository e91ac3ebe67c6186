import type { Segment } from '../dockerfile/model.ts';
import { cutSegments, sourceOffset, textOffset, type Mapped } from '../dockerfile/segments.ts';
import type { ShellWord } from '../dockerfile/shell-model.ts';

/**
 * What the program is handed for a word of shell text, as a text of its own that knows its places: the script behind `sh -c`.
 * Expansions stand as they are written. Undefined where the quotes cannot be taken off letter by letter: `$'…'`, quotes inside
 * of `"$(…)"`.
 */
export function unquotedText(word: Pick<ShellWord, 'text' | 'value' | 'span'>, script: Mapped): Mapped | undefined {
  const { text: written, value } = word;
  const start = textOffset(script, word.span.start);
  const inside = written.slice(1, -1);
  if (inside === value && /^(?<quote>["']).*\k<quote>$/s.test(written))
    return { text: value, segments: cutSegments(script.segments, start + 1, start + 1 + inside.length) };
  const letters = [...lettersOf(written)];
  const text = letters.map((index) => written[index]).join('');
  if (text !== value) return undefined;
  const segments: Segment[] = [];
  for (const [at, index] of letters.entries()) {
    const source = sourceOffset(script, start + index);
    const last = segments.at(-1);
    if (last !== undefined && last.source + last.length === source)
      segments[segments.length - 1] = { ...last, length: last.length + 1 };
    else segments.push({ text: at, source, length: 1 });
  }
  return { text, segments };
}

/** The places of the letters that are left when quotes and backslashes have done their work. */
function* lettersOf(written: string): Iterable<number> {
  let quote = '';
  for (let index = 0; index < written.length; index += 1) {
    const letter = written[index] ?? '';
    const next = written[index + 1] ?? '';
    if (letter === quote) quote = '';
    else if (quote === '' && (letter === '"' || letter === "'")) quote = letter;
    else if (letter === '\\' && quote !== "'" && (quote === '' || /["\\$`\n]/.test(next))) {
      index += 1;
      if (next !== '\n') yield index;
    } else yield index;
  }
}
