/** Whether a path is among the given patterns, in which `*` stands for anything, slashes too. */
export function excludes(patterns: readonly string[]): (path: string) => boolean {
  return (path) => patterns.some((pattern) => matches(path, pattern));
}

/** Piece by piece, each where it comes first: a pattern of many `*` takes no longer than the path is long. */
function matches(path: string, pattern: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return path === first;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const piece of others) {
    const found = path.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return path.length - at >= last.length && path.endsWith(last);
}
