import type { Facts } from '../../facts/facts.ts';
import type { Location } from '../../finding.ts';
import { linePlace } from '../place.ts';
import type { Symptoms } from '../symptoms.ts';

/** A line of the repository's Python that reads a variable of the environment. */
export interface EnvironmentRead {
  readonly name: string;
  /** What the value is assigned to: `url` of `url = os.getenv("DATABASE_URL")`. */
  readonly target?: string;
  readonly location: Location;
}

const mostFiles = 60;
const read =
  /(?:^\s*(?<target>[A-Za-z_][\w.]*)\s*(?::[^=]+)?=(?!=).*?)?\b(?:environ(?:\.get\(|\.pop\(|\[)|getenv\(|config\(|env(?:\.\w+)?\()\s*["'](?<name>[A-Za-z_]\w*)["'](?<fallback>\s*,\s*(?!["']["']|None\b|cast\b)\S)?/;

export function environmentReads(facts: Facts): readonly EnvironmentRead[] {
  const files = facts.context.listing.files.filter(
    (file) => file.endsWith('.py') && !/(?:^|\/)(?:tests?|\.?venv|site-packages)\//.test(file),
  );
  return files.slice(0, mostFiles).flatMap((file) => {
    const text = facts.context.readText(file);
    if (text === undefined || !/environ|getenv|config\(|\benv\b/.test(text)) return [];
    return text.split(/\r\n|\n|\r/).flatMap((line, index): readonly EnvironmentRead[] => {
      const { name, target, fallback } = read.exec(line)?.groups ?? {};
      const place = name === undefined ? undefined : linePlace(facts, file, index + 1);
      // With a value to fall back on it is never missing.
      if (name === undefined || place === undefined || fallback !== undefined) return [];
      return [{ name, location: place.location, ...(target === undefined ? {} : { target }) }];
    });
  });
}

/** The container has it, and it is not empty. */
export function isSet(name: string, { container }: Pick<Symptoms, 'container'>): boolean {
  const given = [...(container?.image.environment ?? []), ...(container?.create.argv ?? [])];
  return given.some((entry) => {
    const at = entry.indexOf(`${name}=`);
    return (at === 0 || /^(?:-e|--env=)$/.test(entry.slice(0, Math.max(0, at)))) && entry.length > at + name.length + 1;
  });
}
