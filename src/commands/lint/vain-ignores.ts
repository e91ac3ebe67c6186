import path from 'node:path';
import { isActive } from '../../lint/severity.ts';
import { answersTo } from '../../lint/suppression.ts';
import type { LintedFile } from '../../render/lint-json.ts';
import type { Configuration, PlacedIgnore } from '../../settings/configuration.ts';
import type { DocumentedCheck } from '../../render/check-page.ts';
import { rules } from '../../rules/index.ts';
import { openFileFinder, type Looking } from '../run/find-dockerfiles.ts';

/** A Dockerfile that was linted, and the configuration that it was linted by. */
export interface Configured {
  /** Absolute. */
  readonly file: string;
  readonly linted: LintedFile;
  readonly configuration: Configuration;
}

/**
 * What `.sea-trial.yml` ignores though nothing answers to it: a sentence each, once all Dockerfiles below its folder were linted. Only of
 * rules that were asked, for what other programs and the run have to say is not known here.
 */
export async function vainIgnores(all: readonly Configured[], ports: Looking): Promise<readonly string[]> {
  const unused = unusedIn(all);
  if (unused.size === 0) return [];
  // All diagnoses are behind it, so it is loaded where something is in doubt.
  const checks = (await import('../documented-checks.ts')).documentedChecks();
  const linted = new Set(all.map(({ file }) => file));
  const finder = openFileFinder(ports);
  const whole = new Map<string, boolean>();
  const sentences: string[] = [];
  for (const [place, { check, folder, configuration }] of unused) {
    if (!wouldBeTold(check, configuration, checks)) continue;
    if (!whole.has(folder)) {
      const files = await finder.dockerfilesIn(folder);
      whole.set(
        folder,
        files.every((file) => linted.has(path.join(folder, file))),
      );
    }
    if (whole.get(folder) === true)
      sentences.push(
        `${place}: "${check}" is ignored, and no Dockerfile that this is for has such a finding. Delete it.`,
      );
  }
  return sentences;
}

interface Unused extends PlacedIgnore {
  readonly configuration: Configuration;
}

/** By place: one file of configuration may be read for many Dockerfiles. */
function unusedIn(all: readonly Configured[]): ReadonlyMap<string, Unused> {
  const unused = new Map<string, Unused>();
  const used = new Set<string>();
  for (const { linted, configuration } of all) {
    for (const entry of configuration.placedIgnores) {
      const { place, check, isForThis } = entry;
      if (isForThis && isUsed(check, linted)) used.add(place);
      else unused.set(place, { ...entry, configuration });
    }
  }
  for (const place of used) unused.delete(place);
  return unused;
}

function isUsed(check: string, linted: LintedFile): boolean {
  return !('error' in linted) && linted.ignored.some(({ finding }) => answersTo(finding, check));
}

function wouldBeTold(check: string, { severities }: Configuration, checks: readonly DocumentedCheck[]): boolean {
  const name = check.toLowerCase();
  const rule = rules.find(({ id, aliases }) => [id, ...aliases].some((known) => known.toLowerCase() === name));
  const documented = checks.find(({ id }) => id === rule?.id);
  const onlyByLint = documented?.diagnosis === undefined && documented?.probe === undefined;
  return rule !== undefined && onlyByLint && isActive(rule, severities);
}
