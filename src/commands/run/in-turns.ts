export type Work<Item, Result> = (item: Item, index: number) => Promise<Result>;

/** As many at once as there are lanes. Hands on the results in the order of the items, however long each takes, and keeps none. */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  lanes: readonly Work<Item, Result>[],
  take: (result: Result) => void,
): Promise<void> {
  const early = new Map<number, { readonly result: Result }>();
  let next = 0;
  const waiting = items.entries();
  const follow = async (work: Work<Item, Result>): Promise<void> => {
    for (const [index, item] of waiting) {
      early.set(index, { result: await work(item, index) });
      for (let due = early.get(next); due !== undefined; due = early.get(next)) {
        early.delete(next);
        next += 1;
        take(due.result);
      }
    }
  };
  await Promise.all(lanes.map(follow));
}
