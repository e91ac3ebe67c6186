import { isUtf8 } from 'node:buffer';
import path from 'node:path';
import type { Dockerfile } from '../../dockerfile/model.ts';
import { loadDockerfile } from '../../dockerfile/source.ts';
import type { Finding, Fix } from '../../finding.ts';
import { applyFixes } from '../../lint/edits.ts';
import { lint, lintBeside, type LintInput, type LintResult } from '../../lint/lint.ts';
import type { ShellCheck } from '../../lint/shellcheck.ts';
import { factsFor, lintSettingsOf, type FactsPorts } from '../../plan/facts-for.ts';
import type { LintedFile } from '../../render/lint-json.ts';
import type { Configuration } from '../../settings/configuration.ts';
import type { Settings } from '../../settings/settings.ts';
import type { BuildkitChecks } from './lint-buildkit.ts';
import { overlayOver } from './overlay.ts';

export interface Linting {
  readonly settings: Settings;
  readonly configuration: Configuration;
  readonly ports: FactsPorts;
  /** Ids that a pragma may name though no rule has them. */
  readonly otherChecks: readonly string[];
  /** Absent where nobody shall read the shell text of RUN. */
  readonly shellcheck?: ShellCheck;
  /** Absent where the engine is not asked. */
  readonly buildkit?: BuildkitChecks;
}

/** What lint says of one Dockerfile that was read already, and the programs that were asked; its path is as seen from the working directory. */
export async function lintDockerfile(dockerfile: Dockerfile, context: string, linting: Linting): Promise<LintResult> {
  const input = inputFor(dockerfile, context, linting);
  const { shellcheck, buildkit } = linting;
  const linted = await lintBeside(input, shellcheck?.(input.facts) ?? Promise.resolve([]));
  return buildkit === undefined ? linted : buildkit.beside(linted, input, context);
}

function inputFor(
  dockerfile: Dockerfile,
  context: string,
  { settings, configuration, ports, otherChecks }: Linting,
): LintInput {
  const file = path.resolve(ports.workingDirectory, dockerfile.path);
  const facts = factsFor({ dockerfile, file, context }, settings, ports);
  return { facts, ...lintSettingsOf(settings, configuration), otherChecks };
}

/** A fix may make room for the next one; more rounds than this would be two fixes that undo each other. */
const mostRounds = 20;

/**
 * Applies fixes until nothing changes any more, and only then writes the files; what is reported is what is left.
 * Where the fixes do not come to an end, nothing is written.
 */
export async function fixFile(
  file: string,
  context: string,
  safeties: readonly Fix['safety'][],
  linting: Linting,
): Promise<LintedFile> {
  const { files } = linting.ports;
  const overlay = overlayOver(files);
  const draft = { ...linting, ports: { ...linting.ports, files: overlay.files } };
  const fixed: Finding[] = [];
  let round = 0;
  for (; round < mostRounds; round += 1) {
    const applied = fixOnce(file, context, safeties, draft);
    fixed.push(...applied);
    if (applied.length === 0) break;
  }
  const settled = round < mostRounds;
  if (settled) for (const [target, text] of overlay.written) files.writeText(target, text);
  const loaded = loadDockerfile(files, path.resolve(linting.ports.workingDirectory, file), file);
  if ('error' in loaded) return { path: file, error: loaded.error };
  return { path: file, ...(await lintDockerfile(loaded.dockerfile, context, linting)), fixed: settled ? fixed : [] };
}

/** One round; what it has fixed. */
function fixOnce(
  file: string,
  context: string,
  safeties: readonly Fix['safety'][],
  linting: Linting,
): readonly Finding[] {
  const { files, workingDirectory } = linting.ports;
  const resolve = (relative: string): string => path.resolve(workingDirectory, relative);
  const loaded = loadDockerfile(files, resolve(file), file);
  if ('error' in loaded) return [];
  const { findings } = lint(inputFor(loaded.dockerfile, context, linting));
  const applied = applyFixes(findings, safeties, (relative) => files.readTextIfPresent(resolve(relative)));
  const targets = [...applied.files].map(
    ([relative, text]) => [files.realPath(resolve(relative)) ?? resolve(relative), text] as const,
  );
  // Bytes that are no UTF-8 would not survive being read as text: such a file is left as it is.
  const canBeWritten = targets.every(([target]) => files.stat(target) === undefined || isUtf8(files.readBytes(target)));
  if (!canBeWritten) return [];
  for (const [target, text] of targets) files.writeText(target, text);
  return applied.fixed;
}
