/** The first line of a report holds this much. */
const longestHeadline = 55;

/** The headline that says most and still fits: the first of them that does, else the last. */
export function fittingHeadline(...candidates: readonly [string, ...string[]]): string {
  return candidates.find((each) => each.length <= longestHeadline) ?? candidates.at(-1) ?? candidates[0];
}
