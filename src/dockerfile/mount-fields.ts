/** One `key=value` of `RUN --mount=`, or a word alone such as `ro`. */
export interface MountField {
  /** As written. */
  readonly text: string;
  /** In small letters; the whole word where there is no `=`. */
  readonly key: string;
  readonly value?: string;
}

/** The fields in order; undefined where quotes stand inside, which BuildKit reads as CSV has them. */
export function mountFields(value: string): readonly MountField[] | undefined {
  if (value.includes('"')) return undefined;
  return value.split(',').map((text) => {
    const equals = text.indexOf('=');
    if (equals === -1) return { text, key: text.toLowerCase() };
    return { text, key: text.slice(0, equals).toLowerCase(), value: text.slice(equals + 1) };
  });
}

/** What the last field of one of these keys says; undefined where there is none. */
export function lastValue(fields: readonly MountField[], keys: readonly string[]): string | undefined {
  return fields.findLast(({ key, value }) => value !== undefined && keys.includes(key))?.value;
}

export const targetKeys = ['target', 'dst', 'destination'];
export const sourceKeys = ['source', 'src'];
