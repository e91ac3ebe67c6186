import type { CommandWord } from '../servers/server.ts';
import type { Claim } from './rule.ts';

/** What an installation names without a version: one claim, at the first of them. Undefined where nothing is. */
export function unpinnedClaim(
  title: string,
  unpinned: readonly CommandWord[],
  advice: (name: string) => string,
): Claim | undefined {
  const [first, ...others] = unpinned;
  if (first === undefined) return undefined;
  return {
    at: first.whole,
    title: `\`${title}\` names no version of ${listed(unpinned)}`,
    advice: advice(first.text),
    places: others.map((word) => ({ at: word.whole, note: `\`${word.text}\` has no version either` })),
  };
}

/** As many names as fit one line. */
function listed(words: readonly CommandWord[]): string {
  const names = words.map(({ text }) => `\`${text}\``);
  const [first = '', second] = names;
  if (second === undefined) return first;
  return names.length === 2 ? `${first} and ${second}` : `${first} and ${names.length - 1} others`;
}
