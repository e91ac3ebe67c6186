import type { Finding } from '../finding.ts';

/** By path, line, column, check; what has no place comes first. */
export function inOrder(findings: readonly Finding[]): readonly Finding[];
export function inOrder<Item>(items: readonly Item[], findingOf: (item: Item) => Finding): readonly Item[];
export function inOrder<Item extends Finding>(
  items: readonly Item[],
  findingOf: (item: Item) => Finding = (item) => item,
): readonly Item[] {
  return items.toSorted((one, other) => compare(findingOf(one), findingOf(other)));
}

function compare(one: Finding, other: Finding): number {
  const [here, there] = [one.location, other.location];
  return (
    compareTexts(here?.path ?? '', there?.path ?? '') ||
    (here?.line ?? 0) - (there?.line ?? 0) ||
    (here?.column ?? 0) - (there?.column ?? 0) ||
    compareTexts(one.check, other.check)
  );
}

/** By code units: the same order on every machine. */
function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
