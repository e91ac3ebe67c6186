import path from 'node:path';
import type { ChangedEntry } from '../git/change.ts';
import { configurationNames } from '../settings/configuration-search.ts';
import { firstIn, touched, withAbove, type ChangedPaths } from './changed-paths.ts';
import { wayThrough } from './linked-paths.ts';
import type { Plan } from './plan.ts';
import { isAboveTop, isOutside, type RepositoryPath } from './repository-path.ts';

/** The repository's changes, and how a plan's paths are found among them. */
export interface ChangedRepository {
  readonly changed: ChangedPaths;
  readonly links: ReadonlyMap<string, string>;
  readonly pathOf: RepositoryPath;
}

/** The change at a file, or at a link or a submodule on the way to it. */
function changeAt(file: string, { changed, links }: ChangedRepository): ChangedEntry | undefined {
  for (const each of wayThrough(file, links)) {
    const entry = changed.atOrAbove(each);
    if (entry !== undefined && entry.kind !== 'folder') return entry;
  }
  return undefined;
}

/** The change at a file or a folder, or in it. */
function changeIn(place: string, { changed, links }: ChangedRepository): ChangedEntry | undefined {
  if (isAboveTop(place)) return firstIn(changed.rangeBelow(''), changed);
  for (const each of wayThrough(place, links)) {
    const entry = touched(each, changed);
    if (entry !== undefined) return entry;
  }
  return undefined;
}

/**
 * The Dockerfile, what decides what is sent of the context, and the configuration in force: as a sentence, what changed of it. Our own
 * configuration may have been compared already.
 */
export function changedFoundation(
  { file, context }: Pick<Plan, 'file' | 'context'>,
  isCompared: boolean,
  repository: ChangedRepository,
): string | undefined {
  const { pathOf } = repository;
  const dockerfile = pathOf(file);
  if (isOutside(dockerfile)) return `${file} lies outside of the repository, where no change is seen`;
  const ignoreFiles = [`${dockerfile}.dockerignore`, path.posix.join(pathOf(context), '.dockerignore')];
  for (const each of [dockerfile, ...ignoreFiles]) {
    const entry = changeAt(each, repository);
    if (entry !== undefined) return sentence(each, entry);
  }
  for (const folder of withAbove(dockerfile).slice(1)) {
    for (const name of configurationNames) {
      if (isCompared && name.startsWith('.sea-trial.')) continue;
      const configuration = path.posix.join(folder, name);
      const entry = repository.changed.at(configuration);
      if (entry !== undefined && entry.kind !== 'folder') return sentence(configuration, entry);
    }
  }
  return undefined;
}

/** What changed of files and folders, as a sentence; paths as plans have them. */
export function changedFiles(files: readonly string[], repository: ChangedRepository): string | undefined {
  for (const file of files) {
    const place = repository.pathOf(file);
    const entry = changeIn(place, repository);
    if (entry !== undefined) return sentence(place, entry);
  }
  return undefined;
}

/** What changed of the files that the container is started with, or that its build is given besides its context. */
export function changedInput({ start, origin }: Plan, repository: ChangedRepository): string | undefined {
  const { secrets, ssh } = origin.kind === 'built' ? origin.request : { secrets: [], ssh: [] };
  return changedFiles(
    [
      ...start.environmentFiles,
      ...secrets.flatMap((secret) => (secret.kind === 'file' ? [secret.file] : [])),
      // `--volume=./conf:/etc/conf:ro`, `--env-file conf/test.env`, `default=keys/deploy`.
      ...[...start.options, ...ssh].flatMap((word) => word.split(/[=:,]/)).filter((part) => !['', '/'].includes(part)),
    ],
    repository,
  );
}

/** Of a trial by compose: what lies in the folder of its files, and each path that its model names. In doubt it is part of it. */
export function changedCompose({ start }: Pick<Plan, 'start'>, repository: ChangedRepository): string | undefined {
  const project = start.compose?.project;
  if (project === undefined) return undefined;
  const files = project.files.map(repository.pathOf);
  const folders = files.map((file) => path.posix.dirname(file).replace(/^\.$/, ''));
  for (const place of new Set([...files, ...folders, ...pathsIn(project.model).map(repository.pathOf)])) {
    const entry = changeIn(place, repository);
    if (entry === undefined) continue;
    return files.includes(place)
      ? sentence(place, entry)
      : `${project.files.join(', ')} may take ${entry.by ?? entry.path}`;
  }
  return undefined;
}

function pathsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return path.isAbsolute(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((each: unknown) => pathsIn(each));
}

/** What is said of a path at, above or below which something changed. */
function sentence(place: string, { path: changed, by }: ChangedEntry): string {
  const blamed = by ?? changed;
  return blamed === place || place === '' || isAboveTop(place) || blamed.startsWith(`${place}/`)
    ? `${blamed} changed`
    : `${blamed} changed, on which ${place} depends`;
}
