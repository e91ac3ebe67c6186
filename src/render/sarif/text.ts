import { cleanLine } from '../clean.ts';
import { capitalised, plain, stopped } from '../prose.ts';

/**
 * A sentence as SARIF's plain text, in which viewers make links of `[words](target)`: what others wrote makes none, for the brackets
 * are parted from the parenthesis, which a reader sees.
 */
export function sentence(prose: string): string {
  return unlinked(stopped(capitalised(plain(prose))));
}

/** The same for text that is none of our sentences. */
export function unlinked(text: string): string {
  return cleanLine(text).replaceAll('](', '] (');
}
