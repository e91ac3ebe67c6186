export class PatternError extends Error {
  override readonly name = 'PatternError';
}

/** `${value#pattern}`; `greedy` is `##`. */
export function trimPrefix(pattern: string, value: string, greedy: boolean): string {
  const parts = parse(pattern);
  const characters = Array.from(value);
  const ends = prefixEnds(parts, characters, 0);
  const end = greedy ? ends.lastIndexOf(true) : ends.indexOf(true);
  return end === -1 ? value : characters.slice(end).join('');
}

/** `${value%pattern}`; `greedy` is `%%`. The same from behind, as BuildKit does it. */
export function trimSuffix(pattern: string, value: string, greedy: boolean): string {
  return reversed(trimPrefix(reversedPattern(pattern), reversed(value), greedy));
}

function reversed(text: string): string {
  return Array.from(text).toReversed().join('');
}

/** Backwards, but for the backslashes: each stays before what it escapes. */
function reversedPattern(pattern: string): string {
  const characters = Array.from(pattern);
  const pairs: string[] = [];
  for (let at = 0; at < characters.length; at += 1) {
    const isEscape = characters[at] === '\\' && at + 1 < characters.length;
    pairs.push(isEscape ? `\\${characters[at + 1] ?? ''}` : (characters[at] ?? ''));
    if (isEscape) at += 1;
  }
  return pairs.toReversed().join('');
}

/** `${value/pattern/replacement}`, or `//` for every match. Matches are the leftmost and the longest. */
export function replaceMatches(pattern: string, value: string, replacement: string, all: boolean): string {
  const parts = parse(pattern);
  const characters = Array.from(value);
  limit(parts.length * characters.length * characters.length);
  let result = '';
  let at = 0;
  let lastEnd = -1;
  while (at <= characters.length) {
    const end = prefixEnds(parts, characters, at).lastIndexOf(true);
    const isMatch = end !== -1 && !(end === at && at === lastEnd);
    if (isMatch) {
      result += replacement;
      lastEnd = end;
      if (!all) return result + characters.slice(end).join('');
    }
    if (isMatch && end > at) {
      at = end;
    } else {
      result += characters[at] ?? '';
      at += 1;
    }
  }
  return result;
}

type Part =
  | { readonly kind: 'star' }
  | { readonly kind: 'any' }
  | { readonly kind: 'literal'; readonly character: string };

/** BuildKit's small language: `*`, `?` and a backslash before either or before itself; the slash and the brace may be escaped. */
function parse(pattern: string): readonly Part[] {
  const parts: Part[] = [];
  const characters = Array.from(pattern);
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? '';
    if (character === '*') {
      if (parts.at(-1)?.kind !== 'star') parts.push({ kind: 'star' });
    } else if (character === '?') {
      parts.push({ kind: 'any' });
    } else if (character === '\\') {
      const next = characters[at + 1];
      if (next === '}' || next === '/') continue;
      if (next !== '*' && next !== '?' && next !== '\\') {
        throw new PatternError(`invalid pattern (${pattern}) in substitution: invalid escape '\\${next ?? '\uFFFD'}'`);
      }
      parts.push({ kind: 'literal', character: next });
      at += 1;
    } else {
      parts.push({ kind: 'literal', character });
    }
  }
  return parts;
}

/** For every offset whether the pattern matches from `start` up to it; a dot in BuildKit's expression does not match a line feed. */
function prefixEnds(parts: readonly Part[], characters: readonly string[], start: number): boolean[] {
  limit(parts.length * characters.length);
  let ends: boolean[] = Array.from({ length: characters.length + 1 }, (_, index) => index === start);
  for (const part of parts) {
    const next: boolean[] = Array.from({ length: characters.length + 1 }, () => false);
    for (let index = start; index <= characters.length; index += 1) {
      const character = characters[index - 1];
      if (part.kind === 'star') {
        next[index] = ends[index] === true || (index > start && next[index - 1] === true && character !== '\n');
      } else if (index > start && ends[index - 1] === true) {
        next[index] = part.kind === 'literal' ? character === part.character : character !== '\n';
      }
    }
    ends = next;
  }
  return ends;
}

/** A Dockerfile from a stranger must not keep us busy: what a person writes needs a few hundred steps. */
function limit(steps: number): void {
  if (steps > 20_000_000) throw new PatternError('the pattern and the value are too long to be tried');
}
