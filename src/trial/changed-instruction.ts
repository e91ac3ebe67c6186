/** Of these a stage has one that counts, so another one is the same one changed. */
const single: ReadonlySet<string> = new Set([
  'CMD',
  'ENTRYPOINT',
  'HEALTHCHECK',
  'USER',
  'FROM',
  'WORKDIR',
  'STOPSIGNAL',
]);
const leastShared = 1 / 3;

/** Whether a line reads like another one that somebody has edited: the same keyword, and enough of the same words. */
export function isEdited(before: string, after: string): boolean {
  const [keywordBefore, ...old] = wordsOf(before);
  const [keywordAfter, ...now] = wordsOf(after);
  if (keywordBefore === undefined || keywordBefore !== keywordAfter) return false;
  if (single.has(keywordBefore.toUpperCase())) return true;
  const known = new Set(old);
  const shared = new Set(now.filter((word) => known.has(word))).size;
  return shared / new Set([...old, ...now]).size >= leastShared;
}

function wordsOf(line: string): readonly string[] {
  return line
    .trim()
    .split(/[\s"',[\]\\]+/)
    .filter((word) => word !== '');
}
