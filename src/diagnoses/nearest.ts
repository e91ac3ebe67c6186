/** The one candidate that is a slip of the pen away; undefined where none or several are. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const allowed = name.length > 4 ? 2 : 1;
  const near = [...new Set(candidates)].filter(
    (candidate) =>
      candidate !== name && Math.abs(candidate.length - name.length) <= allowed && distance(name, candidate) <= allowed,
  );
  return near.length === 1 ? near[0] : undefined;
}

/** Insertions, deletions, replacements and swapped neighbours. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      next.push(best);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
