/** As Go's strconv.ParseBool reads it, and BuildKit by it; undefined where it refuses. */
export function goBoolean(text: string): boolean | undefined {
  return booleans.get(text);
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ...['1', 't', 'T', 'true', 'TRUE', 'True'].map((text) => [text, true] as const),
  ...['0', 'f', 'F', 'false', 'FALSE', 'False'].map((text) => [text, false] as const),
]);

/** As Go's strconv.Atoi reads it, but for its bounds; undefined where it is no number. */
export function goInteger(text: string): number | undefined {
  return /^[+-]?\d+$/.test(text) ? Number(text) : undefined;
}
