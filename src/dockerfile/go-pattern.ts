/** Whether Go's filepath.Match reads the pattern: each set is closed and has something in it, and each escape has its character. */
export function isGoPattern(pattern: string): boolean {
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    if (character === '\\') {
      at += 1;
      if (at >= pattern.length) return false;
    } else if (character === '[') {
      const end = endOfSet(pattern, at + 1);
      if (end === undefined) return false;
      at = end;
    }
  }
  return true;
}

/** Where the set's `]` stands; undefined where it is no set. */
function endOfSet(pattern: string, start: number): number | undefined {
  let at = pattern.charAt(start) === '^' ? start + 1 : start;
  for (let members = 0; ; members += 1) {
    if (members > 0 && pattern.charAt(at) === ']') return at;
    const low = behindMember(pattern, at);
    if (low === undefined) return undefined;
    const high = pattern.charAt(low) === '-' ? behindMember(pattern, low + 1) : low;
    if (high === undefined) return undefined;
    at = high;
  }
}

function behindMember(pattern: string, at: number): number | undefined {
  const first = pattern.charAt(at);
  if (first === '-' || first === ']') return undefined;
  const next = first === '\\' ? at + 2 : at + 1;
  return next < pattern.length ? next : undefined;
}
