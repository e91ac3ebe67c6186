/** A source with wildcards as COPY takes it, which is Go's filepath.Match: none of them matches a slash. */
export function hasWildcard(text: string): boolean {
  return /[*?[]/.test(text);
}

/**
 * Undefined where the pattern is malformed. What stands between two `*` is taken where it comes first, for good (a group that is only
 * looked ahead to is not tried again): with backtracking, a row of `*` that a stranger wrote would take longer than anyone waits.
 */
export function wildcard(pattern: string): RegExp | undefined {
  const pieces: string[] = [''];
  for (const [piece, escaped] of pattern.matchAll(/\\(.)|\*+|\?|\[\^?(?:\\.|[^\]\\])+\]|[\s\S]/g)) {
    if (piece.startsWith('*')) pieces.push('');
    else pieces[pieces.length - 1] += escaped === undefined ? oneCharacter(piece) : literally(escaped);
  }
  const [first = '', ...others] = pieces;
  const last = others.pop();
  const between = others.map((piece, index) => `(?=([^/]*?${piece}))\\${index + 1}`).join('');
  try {
    return new RegExp(`^${first}${between}${last === undefined ? '' : `[^/]*${last}`}$`, 'u');
  } catch {
    return undefined; // a class such as [z-a]: Go refuses it too
  }
}

function oneCharacter(piece: string): string {
  if (piece === '?') return '[^/]';
  return piece.length > 1 && piece.startsWith('[') ? piece : literally(piece);
}

function literally(character: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
}
