import { lex } from './lexer.ts';
import type { Escape } from './model.ts';

/** What became of a text with variables. */
export type Expansion =
  | { readonly known: true; readonly text: string }
  | {
      readonly known: false;
      /** As BuildKit would have it with the missing variables empty; empty where `error` is set. */
      readonly text: string;
      /** The variables without a value on which the text depends, in order. */
      readonly missing: readonly string[];
      /** BuildKit's words where it refuses the text: `X: is not allowed to be unset`. */
      readonly error?: string;
    };

/**
 * Expands a word as it stands in the Dockerfile (`Word.text`, `Assignment.value`): quotes and escapes are processed, variables
 * replaced. A variable for which `lookup` has no value makes the result unknown, unless a modifier such as `:-` stands in for it.
 */
export function expand(text: string, lookup: (name: string) => string | undefined, escape: Escape = '\\'): Expansion {
  if (!/[$"'`\\]/.test(text)) return { known: true, text };
  const { text: result, missing, error } = lex(text, { escape, lookup });
  if (error !== undefined) return { known: false, text: '', missing, error };
  return missing.length === 0 ? { known: true, text: result } : { known: false, text: result, missing };
}
