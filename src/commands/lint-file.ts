import { isUtf8 } from 'node:buffer';
import path from 'node:path';
import type { Dockerfile } from '../dockerfile/model.ts';
import { loadDockerfile } from '../dockerfile/source.ts';
import type { Finding, Fix } from '../finding.ts';
import { applyFixes } from '../lint/edits.ts';
import { lint, type LintResult } from '../lint/lint.ts';
import { factsFor, ignoreSettings } from '../plan/facts-for.ts';
import type { Ports } from '../ports.ts';
import type { LintedFile } from '../render/lint-json.ts';
import type { Settings } from '../settings/settings.ts';

export interface Linting {
  readonly settings: Settings;
  readonly ports: Pick<Ports, 'clock' | 'files' | 'workingDirectory'>;
  /** Ids that a pragma may name though no rule has them. */
  readonly otherChecks: readonly string[];
}

/** What lint says of one Dockerfile that was read already; its path is as seen from the working directory. */
export function lintDockerfile(
  dockerfile: Dockerfile,
  context: string,
  { settings, ports, otherChecks }: Linting,
): LintResult {
  const file = path.resolve(ports.workingDirectory, dockerfile.path);
  const facts = factsFor({ dockerfile, file, context }, settings, ports);
  return lint({ facts, ignore: ignoreSettings(settings), otherChecks });
}

/** A fix may make room for the next one; more rounds than this would be two fixes that undo each other. */
const mostRounds = 20;

/** Applies fixes until nothing changes any more; what is reported is what is left then. */
export function fixFile(
  file: string,
  context: string,
  safeties: readonly Fix['safety'][],
  linting: Linting,
): LintedFile {
  const { ports } = linting;
  const resolve = (relative: string): string => path.resolve(ports.workingDirectory, relative);
  const fixed: Finding[] = [];
  for (let round = 0; ; round += 1) {
    const loaded = loadDockerfile(ports.files, resolve(file), file);
    if ('error' in loaded) return { path: file, error: loaded.error };
    const left = lintDockerfile(loaded.dockerfile, context, linting);
    const applied = applyFixes(left.findings, safeties, (relative) => ports.files.readTextIfPresent(resolve(relative)));
    const files = [...applied.files].map(
      ([relative, text]) => [ports.files.realPath(resolve(relative)) ?? resolve(relative), text] as const,
    );
    // Bytes that are no UTF-8 would not survive being read as text: such a file is left as it is.
    const canBeWritten = files.every(
      ([target]) => ports.files.stat(target) === undefined || isUtf8(ports.files.readBytes(target)),
    );
    if (applied.fixed.length === 0 || !canBeWritten || round === mostRounds) return { path: file, ...left, fixed };
    for (const [target, text] of files) ports.files.writeText(target, text);
    fixed.push(...applied.fixed);
  }
}
