/** A headline of the report's first line, and a title, have to fit one line. */
const mostCharacters = { headline: 55, title: 90 } as const;

/** The first wording that finds room; the last one has to. */
export function fitting(what: keyof typeof mostCharacters, ...wordings: readonly string[]): string {
  return wordings.find(({ length }) => length <= mostCharacters[what]) ?? wordings.at(-1) ?? '';
}
