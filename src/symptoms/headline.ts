/** What fits into the first line of a report. */
const longest = 55;

/** The first of these that fits; the last one always must. */
export function firstThatFits(...candidates: readonly string[]): string {
  return candidates.find((candidate) => candidate.length <= longest) ?? candidates.at(-1) ?? '';
}
