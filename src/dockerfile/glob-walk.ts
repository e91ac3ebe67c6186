type Token =
  /** `*`: anything but a slash. */
  | { readonly kind: 'star' }
  /** `**` at the end: anything. */
  | { readonly kind: 'rest' }
  /** `**` elsewhere, with the slash behind it: nothing, or anything that ends with a slash. */
  | { readonly kind: 'folders' }
  | { readonly kind: 'one'; readonly takes: (character: string) => boolean };

/**
 * A pattern of .dockerignore as a function that tells whether it matches a path or a folder above it, in time that grows with
 * their lengths alone: patterns come from strangers.
 */
export function walkGlob(pattern: string): (path: string) => boolean {
  const tokens = tokensOf(pattern);
  return (path) => {
    const characters = Array.from(path);
    const reached = tokens.reduce<readonly boolean[]>(
      (ends, token) => step(token, ends, characters),
      characters.map(() => false).toSpliced(0, 0, true),
    );
    return reached.some((isEnd, index) => isEnd && (index === characters.length || characters[index] === '/'));
  };
}

/** From where the tokens before it may have ended to where this one may end. */
function step(token: Token, ends: readonly boolean[], characters: readonly string[]): readonly boolean[] {
  const next = ends.map(() => false);
  let isAnyBefore = false;
  for (const [index, isEnd] of ends.entries()) {
    const before = characters[index - 1];
    switch (token.kind) {
      case 'star':
        next[index] = isEnd || (next[index - 1] === true && before !== '/');
        break;
      case 'rest':
        next[index] = isEnd || next[index - 1] === true;
        break;
      case 'folders':
        next[index] = isEnd || (isAnyBefore && before === '/');
        break;
      case 'one':
        next[index] = ends[index - 1] === true && before !== undefined && token.takes(before);
        break;
    }
    isAnyBefore ||= isEnd;
  }
  return next;
}

function tokensOf(pattern: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < pattern.length) {
    const [token, length] = tokenAt(pattern, at);
    tokens.push(token);
    at += length;
  }
  return tokens;
}

function tokenAt(pattern: string, at: number): readonly [Token, number] {
  const character = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
  if (character === '*') {
    if (pattern[at + 1] !== '*') return [{ kind: 'star' }, 1];
    const length = pattern[at + 2] === '/' ? 3 : 2;
    return [{ kind: at + length === pattern.length ? 'rest' : 'folders' }, length];
  }
  if (character === '?') return [{ kind: 'one', takes: (other) => other !== '/' }, 1];
  const set = character === '[' ? /^\[(\^?)((?:\\.|[^\]\\])+)\]/su.exec(pattern.slice(at)) : null;
  if (set !== null) return [setOf(set[1] === '^', set[2] ?? ''), set[0].length];
  const literal = character === '\\' ? String.fromCodePoint(pattern.codePointAt(at + 1) ?? 0x5c) : character;
  return [
    { kind: 'one', takes: (other) => other === literal },
    character === '\\' ? 1 + literal.length : literal.length,
  ];
}

/** `[a-z_]`. */
function setOf(isNegated: boolean, inside: string): Token {
  const characters = Array.from(inside.replace(/\\(.)/gsu, '$1'));
  const takes = (other: string): boolean =>
    characters.some((character, index) => {
      if (characters[index - 1] === '-' && index > 1) {
        const from = characters[index - 2] ?? character;
        return from <= other && other <= character;
      }
      return character === other;
    });
  return { kind: 'one', takes: (other) => takes(other) !== isNegated };
}
