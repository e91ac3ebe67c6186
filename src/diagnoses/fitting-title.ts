const longestTitle = 90;

/** The title that says most and still fits one line: the first of them that does, else as much of the last as fits. */
export function fittingTitle(...candidates: readonly [string, ...string[]]): string {
  const last = candidates.at(-1) ?? candidates[0];
  return candidates.find((each) => each.length <= longestTitle) ?? `${last.slice(0, longestTitle - 1)}…`;
}
