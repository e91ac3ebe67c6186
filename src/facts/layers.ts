/** Names and what they stand for, where each layer adds to the one below, which others may share. */
export interface Layer<Value> {
  readonly own: ReadonlyMap<string, Value>;
  readonly below: Layer<Value> | undefined;
}

/**
 * What is added hides what stands below. A layer takes in those below it that are not clearly larger: so a name is found in a few
 * steps even on thousands of layers, and is copied only a few times.
 */
export function layered<Value>(
  below: Layer<Value> | undefined,
  added: ReadonlyMap<string, Value>,
): Layer<Value> | undefined {
  if (added.size === 0) return below;
  const taken = [added];
  let { size } = added;
  let rest = below;
  while (rest !== undefined && rest.own.size <= 2 * size) {
    taken.push(rest.own);
    size += rest.own.size;
    rest = rest.below;
  }
  return { own: taken.length === 1 ? added : new Map(taken.toReversed().flatMap((each) => [...each])), below: rest };
}

/** The topmost; undefined where no layer has the name. */
export function inLayers<Value>(layer: Layer<Value> | undefined, name: string): Value | undefined {
  for (let each = layer; each !== undefined; each = each.below) {
    const found = each.own.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}
