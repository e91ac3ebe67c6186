import type { Facts } from '../../facts/facts.ts';
import { normalizedName } from '../../facts/requirements.ts';
import type { Location } from '../../finding.ts';
import { packagePlace } from './required-package.ts';
import type { Symptoms } from '../symptoms.ts';

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

/** Where an installer says at the same time that the Python at hand is the matter, `pythonMismatch` tells that, and is asked first. */
export function missingDistribution(log: readonly string[]): MissingDistribution | undefined {
  for (const line of log) {
    const found = pipSays(line) ?? uvSays(line) ?? poetrySays(line);
    if (found === undefined) continue;
    const more = log.filter((each) => /No matching distribution found for|^hint: Wheels are available for/.test(each));
    return { ...found, lines: [line.trim(), ...more.map((each) => each.trim())] };
  }
  return undefined;
}

/** Where the requirement is asked for: the line that names this very version, where several name the package. */
export function requirementLocation(
  facts: Facts,
  build: Symptoms['build'],
  { name, requirement }: MissingDistribution,
): Location | undefined {
  const same = facts.python
    .declared(name)
    .find(({ specifier }) => specifier !== '' && compact(requirement).includes(compact(specifier)));
  return same?.location ?? packagePlace(facts, build, name);
}

type Found = Omit<MissingDistribution, 'lines'>;

function pipSays(line: string): Found | undefined {
  const match =
    /Could not find a version that satisfies the requirement (?<requirement>\S[^(]*)\((?:from (?!versions)[^)]*\) \()?from versions: (?<versions>[^)]*)/.exec(
      line,
    );
  const { versions = '' } = match?.groups ?? {};
  // Behind the semicolon stand the conditions.
  const requirement = match?.groups?.['requirement']?.replace(/\s*;.*/, '').trim();
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
  const elsewhere =
    /(?<![^\s,])(?<requirement>[\w.-]+(?:[=<>!~]\S+)?) has no (?:usable )?wheels? with a matching platform/.exec(line)
      ?.groups?.['requirement'];
  if (elsewhere !== undefined) return { requirement: elsewhere, name: nameOf(elsewhere), nothing: true };
  const requirement =
    /there (?:is no version|are no versions) of (?<requirement>[\w.[\]-]+(?:[=<>!~]=?[\w.*,<>=!~]+)?)/.exec(line)
      ?.groups?.['requirement'] ??
    /only \S+ (?:is|are) available and (?:you require|your project depends on|\S+ depends on) (?<requirement>[\w.[\]-]+[=<>!~][\w.*,<>=!~]+)/.exec(
      line,
    )?.groups?.['requirement'];
  return requirement === undefined
    ? undefined
    : { requirement: requirement.replace(/[,.]+$/, ''), name: nameOf(requirement), nothing: false };
}

/** Poetry says the same of a name that nobody has and of a version that is not there. */
function poetrySays(line: string): Found | undefined {
  const { name, version } =
    /depends on (?<name>[\w.-]+) \((?<version>[^)]+)\) which doesn't match any versions/.exec(line)?.groups ?? {};
  if (name === undefined || version === undefined) return undefined;
  return { requirement: /^\d/.test(version) ? `${name}==${version}` : `${name}${version}`, name, nothing: false };
}

function nameOf(requirement: string): string {
  return normalizedName(/^[\w.-]+/.exec(requirement)?.[0] ?? requirement);
}

function compact(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
