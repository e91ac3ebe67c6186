import type { Facts } from '../facts/facts.ts';
import { normalizedName } from '../facts/requirements.ts';
import type { Location } from '../finding.ts';
import { failedPlace } from './place.ts';
import type { Symptoms } from './symptoms.ts';

/** What an installer asked an index for and did not get. */
export interface MissingDistribution {
  /** As the installer says it: `fastapi==0.999.0`. */
  readonly requirement: string;
  readonly name: string;
  /** Those that the index offers, oldest first; undefined where the installer does not say. */
  readonly versions?: readonly string[];
  /** The index knows nothing of that name. */
  readonly nothing: boolean;
  /** The lines that say so. */
  readonly lines: readonly string[];
}

export function missingDistribution(log: readonly string[]): MissingDistribution | undefined {
  // pip asks for other Pythons' versions before it gives up: then the version exists, and Python is the matter.
  for (const line of log) {
    const found = pipSays(line) ?? uvSays(line) ?? poetrySays(line);
    if (found === undefined) continue;
    if (log.some((each) => isOtherPython(each, found.requirement))) return undefined;
    const more = log.filter((each) => /No matching distribution found for/.test(each));
    return { ...found, lines: [line.trim(), ...more.map((each) => each.trim())] };
  }
  return undefined;
}

/** Where the requirement is asked for: a line of a requirements file or of pyproject.toml, a word of the RUN; else the RUN. */
export function requirementLocation(
  facts: Facts,
  build: Symptoms['build'],
  { name, requirement }: MissingDistribution,
): Location | undefined {
  const declared = facts.python.declared(name);
  const same = declared.find(({ specifier }) => specifier !== '' && compact(requirement).includes(compact(specifier)));
  return (same ?? declared[0])?.location ?? failedPlace(facts, build?.failure.line);
}

type Found = Omit<MissingDistribution, 'lines'>;

function pipSays(line: string): Found | undefined {
  const match =
    /Could not find a version that satisfies the requirement (?<requirement>\S[^(]*)\((?:from (?!versions)[^)]*\) \()?from versions: (?<versions>[^)]*)/.exec(
      line,
    );
  const { versions = '' } = match?.groups ?? {};
  const requirement = match?.groups?.['requirement']?.trim();
  if (requirement === undefined) return undefined;
  const nothing = versions.trim() === 'none';
  return {
    requirement,
    name: nameOf(requirement),
    nothing,
    ...(nothing ? {} : { versions: versions.split(',').map((version) => version.trim()) }),
  };
}

function uvSays(line: string): Found | undefined {
  const end = line.search(/ was not found in the (?:package registry|provided package locations)/);
  const absent = end < 0 ? undefined : line.slice(0, end).split(' ').at(-1);
  if (absent !== undefined) return { requirement: absent, name: absent, nothing: true };
  const requirement =
    /there (?:is no version|are no versions) of (?<requirement>[\w.[\]-]+(?:[=<>!~]=?[\w.*,<>=!~]+)?)/.exec(line)
      ?.groups?.['requirement'];
  return requirement === undefined ? undefined : { requirement, name: nameOf(requirement), nothing: false };
}

/** Poetry says the same of a name that nobody has and of a version that is not there. */
function poetrySays(line: string): Found | undefined {
  const { name, version } =
    /depends on (?<name>[\w.-]+) \((?<version>[^)]+)\) which doesn't match any versions/.exec(line)?.groups ?? {};
  if (name === undefined || version === undefined) return undefined;
  return { requirement: /^\d/.test(version) ? `${name}==${version}` : `${name}${version}`, name, nothing: false };
}

function isOtherPython(line: string, requirement: string): boolean {
  if (!/Ignored the following (?:yanked )?versions? that require a different python version/i.test(line)) return false;
  const wanted = /==\s*([\w.]+)/.exec(requirement)?.[1];
  return (
    wanted === undefined ||
    new RegExp(`(?:^|[\\s:;])${wanted.replaceAll('.', String.raw`\.`)}\\s+Requires-Python`).test(line)
  );
}

function nameOf(requirement: string): string {
  return normalizedName(/^[\w.-]+/.exec(requirement)?.[0] ?? requirement);
}

function compact(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
