import { nearest } from '../nearest.ts';
import { isForeignName } from '../rules/foreign-names.ts';
import { rules } from '../rules/index.ts';
import { quoted, type Placed } from './given.ts';

/** What the engine itself says of comments that ignore. */
const aboutIgnores = ['unknown-ignore', 'unused-ignore', 'ignore-without-reason'];

/** Ids that no check has are told, with the nearest one. */
export async function unknownChecks(given: readonly Placed[]): Promise<readonly string[]> {
  const known = new Set([...rules.flatMap(({ id, aliases }) => [id, ...aliases]), ...aboutIgnores]);
  const doubtful = given.filter(({ text }) => !isForeignName(text) && !has(known, text));
  if (doubtful.length === 0) return [];
  // Many files, so they are loaded where a rule is not what is meant.
  const [{ diagnoses }, { probes }] = await Promise.all([
    import('../diagnoses/index.ts'),
    import('../probes/index.ts'),
  ]);
  for (const { id } of [...diagnoses, ...probes]) known.add(id);
  return doubtful
    .filter(({ text }) => !has(known, text))
    .map(({ text, place }) => {
      const near = nearest(text, known);
      return `${place}: ${quoted(text)} is no check, so it has no effect. ${
        near === undefined ? 'Write the id of a check as it stands in a finding.' : `Write ${quoted(near)}.`
      }`;
    });
}

function has(known: ReadonlySet<string>, text: string): boolean {
  return known.has(text) || known.has(text.toLowerCase()) || known.has(text.toUpperCase());
}
