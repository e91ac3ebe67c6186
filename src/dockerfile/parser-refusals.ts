import { goQuoted } from './go-quoted.ts';
import type { Layout } from './layout.ts';
import type { GrammarProblem } from './model.ts';
import { type Mapped, sourceSpan } from './segments.ts';

/** What BuildKit's parser refuses inside a single instruction: arrays of other things than strings, and pairs without `=`. */
export function parserRefusals(whole: Mapped, layout: Layout | undefined): readonly GrammarProblem[] {
  if (layout === undefined) return [];
  const { keyword, split, words } = layout;
  if (keyword === 'ONBUILD') return parserRefusals(whole, layout.trigger ?? layout.innermost);
  if (layout.isBadArray) {
    return [
      {
        severity: 'error',
        message: 'when using JSON array syntax, arrays must be comprised of strings only',
        advice: 'Put every element of the array in double quotes.',
        span: sourceSpan(whole, split.argumentsStart, split.argumentsEnd),
      },
    ];
  }
  const [first] = words;
  if ((keyword !== 'ENV' && keyword !== 'LABEL') || first === undefined) return [];
  const texts = words.map(({ start, end }) => whole.text.slice(start, end));
  if (texts[0]?.includes('=') !== true) {
    if (/[\t\v\f\r ]/.test(whole.text.slice(split.argumentsStart, split.argumentsEnd))) return [];
    return [
      {
        severity: 'error',
        message: `${keyword} must have two arguments`,
        advice: 'Write `name=value`.',
        span: sourceSpan(whole, first.start, first.end),
      },
    ];
  }
  const odd = words[texts.findIndex((text) => !text.includes('='))];
  if (odd === undefined) return [];
  const text = whole.text.slice(odd.start, odd.end);
  return [
    {
      severity: 'error',
      message: `Syntax error - can't find = in ${goQuoted(text)}. Must be of the form: name=value`,
      advice: 'Put quotes around a value with blanks in it, or write `name=value` for each pair.',
      span: sourceSpan(whole, odd.start, odd.end),
    },
  ];
}
