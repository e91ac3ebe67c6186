/**
 * The name that is a slip of the hand away from `word`, ignoring case: two letters at most, and fewer than half of them. Undefined
 * where none is, or where the word is one itself.
 */
export function nearest(word: string, names: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let least = Math.min(3, Math.ceil(wanted.length / 2));
  for (const name of names) {
    const candidate = name.toLowerCase();
    if (candidate === wanted) return undefined;
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const distance = editDistance(wanted, candidate);
    if (distance < least) {
      best = name;
      least = distance;
    }
  }
  return best;
}

/** The one name that is a slip of the hand away, letter case counted; undefined where none or several are. */
export function onlyNearest(word: string, names: Iterable<string>): string | undefined {
  const allowed = word.length > 4 ? 2 : 1;
  const near = [...new Set(names)].filter(
    (name) => name !== word && Math.abs(name.length - word.length) <= allowed && editDistance(word, name) <= allowed,
  );
  return near.length === 1 ? near[0] : undefined;
}

/** How many letters must be added, dropped, replaced or swapped with their neighbour. */
function editDistance(one: string, other: string): number {
  let before: readonly number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let index = 0; index < one.length; index += 1) {
    const next = [index + 1];
    for (let column = 0; column < other.length; column += 1) {
      const replaced = (row[column] ?? 0) + (one[index] === other[column] ? 0 : 1);
      const isSwapped = index > 0 && column > 0 && one[index] === other[column - 1] && one[index - 1] === other[column];
      const swapped = isSwapped ? (before[column - 1] ?? 0) + 1 : replaced;
      next.push(Math.min(replaced, swapped, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row.at(-1) ?? 0;
}
