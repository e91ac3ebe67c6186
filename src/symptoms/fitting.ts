/** The first line of a report holds this much. */
const longestHeadline = 55;
/** And a line of a list of findings this. */
const longestTitle = 90;

type Candidates = readonly string[];

/** The headline that says most and still fits: the first of them that does, else the last. */
export function fittingHeadline(...candidates: Candidates): string {
  return candidates.find((each) => each.length <= longestHeadline) ?? lastOf(candidates);
}

/** The title that says most and still fits: the first of them that does, else as much of the last as fits. */
export function fittingTitle(...candidates: Candidates): string {
  return candidates.find((each) => each.length <= longestTitle) ?? `${lastOf(candidates).slice(0, longestTitle - 1)}…`;
}

function lastOf(candidates: Candidates): string {
  return candidates.at(-1) ?? '';
}
