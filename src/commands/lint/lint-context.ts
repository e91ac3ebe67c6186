import path from 'node:path';
import type { Dockerfile } from '../../dockerfile/model.ts';
import { factsFor, type FactsPorts } from '../../plan/facts-for.ts';
import type { Settings } from '../../settings/settings.ts';

export interface LintContext {
  /** As seen from the working directory. */
  readonly context: string;
  /** Why it is another folder than the Dockerfile's. */
  readonly note?: string;
}

/**
 * The folder that a Dockerfile's COPY is read against: the given one, else the Dockerfile's own; where its sources are missing there
 * and all of them are found from the working directory, that one, for so `docker build -f` is called.
 */
export function lintContext(dockerfile: Dockerfile, settings: Settings, ports: FactsPorts): LintContext {
  const [given] = settings.contexts;
  if (given !== undefined) return { context: given };
  const folder = path.dirname(dockerfile.path);
  if (path.resolve(ports.workingDirectory, folder) === path.resolve(ports.workingDirectory)) return { context: folder };
  const sources = contextSources(dockerfile, folder, settings, ports);
  const allIn = (base: string): boolean =>
    sources.every((source) => ports.files.stat(path.resolve(ports.workingDirectory, base, source)) !== undefined);
  if (sources.length === 0 || allIn(folder) || !allIn('.')) return { context: folder };
  return {
    context: '.',
    note: `${dockerfile.path}: what it copies lies in the working directory, so that one is taken for the context of the build; --context names another.`,
  };
}

/** Paths that COPY and ADD take from the context, without patterns and without what only the build knows. */
function contextSources(
  dockerfile: Dockerfile,
  context: string,
  settings: Settings,
  ports: FactsPorts,
): readonly string[] {
  const file = path.resolve(ports.workingDirectory, dockerfile.path);
  const facts = factsFor({ dockerfile, file, context }, settings, ports);
  return facts.stages
    .flatMap((stage) => facts.copiesIn(stage))
    .filter(({ from }) => from.kind === 'context')
    .flatMap(({ sources }) => sources)
    .filter(({ text, known, remote }) => known && !remote && !/[*?[]/.test(text))
    .map(({ text }) => text.replace(/^\/+/, ''));
}
