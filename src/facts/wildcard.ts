/** A source with wildcards as COPY takes it, which is Go's filepath.Match: none of them matches a slash. */
export function hasWildcard(text: string): boolean {
  return /[*?[]/.test(text);
}

/** Undefined where the pattern is malformed. */
export function wildcard(pattern: string): RegExp | undefined {
  const source = pattern.replaceAll(
    /\\(.)|\*|\?|\[\^?(?:\\.|[^\]\\])+\]|[\s\S]/g,
    (piece: string, escaped?: string) => {
      if (escaped !== undefined) return literally(escaped);
      if (piece === '*') return '[^/]*';
      if (piece === '?') return '[^/]';
      return piece.length > 1 && piece.startsWith('[') ? piece : literally(piece);
    },
  );
  try {
    return new RegExp(`^${source}$`, 'u');
  } catch {
    return undefined; // a class such as [z-a]: Go refuses it too
  }
}

function literally(character: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
}
