import path from 'node:path';
import { loadDockerfile } from '../../dockerfile/source.ts';
import { lint, lintBeside, type LintResult } from '../../lint/lint.ts';
import type { ShellCheck } from '../../lint/shellcheck.ts';
import { factsFor, type FactsPorts } from '../../plan/facts-for.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Base } from './base.ts';
import { baseFilesOver } from './base-files.ts';

/** What the base's own files say, by the settings of the pull request: one yardstick for both. */
export interface LintedBase {
  readonly commit: string;
  readonly linted: LintResult;
  /** The text of a file there, as reports name it. */
  readonly textOf: (reportPath: string) => Promise<string | undefined>;
}

export interface BaseLinting {
  readonly base: Base;
  readonly settings: Settings;
  readonly ports: FactsPorts;
  /** Ids that a pragma may name though no rule has them. */
  readonly otherChecks: readonly string[];
  readonly shellcheck?: ShellCheck;
}

/** Contents of the base, for all trials of a run; undefined for what could not be had. */
export type Contents = Map<string, Buffer | undefined>;

/** Each round learns what the one before asked for in vain; a file may name the next one, but not for ever. */
const mostRounds = 12;
const mostAtOnce = 8;

/**
 * Lints the base's Dockerfile. Only the files that lint reads are fetched, and of those only what differs. Undefined where one of them
 * cannot be had: what it would have said is then not known.
 */
export async function lintBase(
  plan: Pick<Plan, 'file' | 'context' | 'lint' | 'byImage'>,
  contents: Contents,
  linting: BaseLinting,
): Promise<LintedBase | undefined> {
  const { base, settings, ports, otherChecks, shellcheck } = linting;
  const workingDirectory = ports.files.realPath(ports.workingDirectory) ?? ports.workingDirectory;
  const top = path.resolve(base.top);
  const fetched = async <Result>(work: (ports: FactsPorts) => Result): Promise<Result | undefined> => {
    for (let round = 1; round <= mostRounds; round += 1) {
      const { files, missing } = baseFilesOver(ports.files, top, base.differences, contents);
      const result = work({ clock: ports.clock, files, workingDirectory });
      if (missing.size === 0) return result;
      if ([...missing].some((id) => contents.has(id))) return undefined;
      await fetchAll([...missing], contents, base);
    }
    return undefined;
  };
  const dockerfile = path.resolve(workingDirectory, plan.file);
  const read = await fetched((basePorts) => {
    const loaded = loadDockerfile(basePorts.files, earlierPathOf(dockerfile, top, base), plan.file);
    if ('error' in loaded) return { facts: undefined };
    const facts = factsFor(
      { dockerfile: loaded.dockerfile, file: dockerfile, context: plan.context },
      settings,
      basePorts,
    );
    lint({ facts, ...plan.lint, otherChecks }); // so that all files are asked for
    return { facts };
  });
  if (read === undefined) return undefined;
  const { facts } = read;
  return {
    commit: base.commit,
    linted:
      facts === undefined || plan.byImage !== undefined
        ? { findings: [], ignored: [] }
        : await lintBeside({ facts, ...plan.lint, otherChecks }, shellcheck?.(facts) ?? Promise.resolve([])),
    textOf: async (reportPath) => {
      const file = path.resolve(workingDirectory, reportPath);
      return fetched(({ files }) => files.readTextIfPresent(earlierPathOf(file, top, base)));
    },
  };
}

/** Where a file was that the pull request moves. */
function earlierPathOf(file: string, top: string, { differences }: Base): string {
  const name = path.relative(top, file).split(path.sep).join('/');
  const earlier = differences.renamed.get(name);
  return earlier === undefined ? file : path.join(top, earlier);
}

async function fetchAll(ids: readonly string[], contents: Contents, base: Base): Promise<void> {
  const waiting = ids.values();
  const follow = async (): Promise<void> => {
    for (const id of waiting) contents.set(id, await base.content(id));
  };
  await Promise.all(Array.from({ length: mostAtOnce }, follow));
}
