/** What was set, and from which position of the stage on; positions ascend. */
export interface Entry<Value> {
  readonly position: number;
  readonly value: Value;
}

/** What was in force just before `position`: what an instruction sets is seen by the next one. */
export function before<Value>(history: readonly Entry<Value>[] | undefined, position: number): Value | undefined {
  if (history === undefined) return undefined;
  let low = 0;
  let high = history.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((history[middle]?.position ?? Infinity) < position) low = middle + 1;
    else high = middle;
  }
  return history[low - 1]?.value;
}
