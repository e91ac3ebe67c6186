import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import type { Finding, IgnoredFinding } from '../finding.ts';
import type { Found } from './findings.ts';
import { instructionAt } from './instruction-at.ts';
import type { Pragma, PragmaId } from './pragmas.ts';
import { isBuildkitName } from './strict-checks.ts';

/** An id or an alias that an option or a configuration file ignores, and the words that say so. */
export interface IgnoreSetting {
  readonly check: string;
  readonly reason: string;
}

export interface Silenced {
  readonly findings: readonly Finding[];
  readonly ignored: readonly IgnoredFinding[];
  /** The ids of pragmas that silenced something. */
  readonly used: ReadonlySet<PragmaId>;
}

/**
 * Takes out what a pragma or a setting ignores: findings of lint, of BuildKit and of the run alike. A pragma above an
 * instruction reaches what lies there, and what a rule found elsewhere when it was asked about that instruction.
 */
export function silence(
  found: readonly Found[],
  dockerfile: Dockerfile,
  pragmas: readonly Pragma[],
  settings: readonly IgnoreSetting[],
): Silenced {
  if (pragmas.length === 0 && settings.length === 0) {
    return { findings: found.map(({ finding }) => finding), ignored: [], used: new Set() };
  }
  const used = new Set<PragmaId>();
  const ofFile = pragmas.filter(({ scope }) => scope === 'file');
  const ofInstruction = Map.groupBy(
    pragmas.filter((pragma) => pragma.scope === 'instruction'),
    ({ instruction }) => instruction,
  );
  // A finding's names decide, and few differ, however many comments and findings a file has.
  const pragmasOfFile = new Map<string, Pragma | undefined>();
  const pragmaOfFile = (finding: Finding): Pragma | undefined => {
    const names = [finding.check, ...finding.aliases].join(' ');
    if (!pragmasOfFile.has(names)) pragmasOfFile.set(names, pragmaFor(finding, ofFile, used));
    return pragmasOfFile.get(names);
  };
  const kept: Finding[] = [];
  const ignored: IgnoredFinding[] = [];
  for (const { finding, instruction: asked } of found) {
    const holder = finding.location === undefined ? undefined : instructionAt(dockerfile, finding.location);
    const above = [...new Set([holder, asked])].flatMap((instruction) => pragmasAbove(instruction, ofInstruction));
    const own = pragmaFor(finding, above, used);
    const pragma = pragmaOfFile(finding) ?? own;
    const setting = settings.find(({ check }) => answersTo(finding, check));
    const reason = pragma === undefined ? setting?.reason : reasonOf(pragma);
    if (reason === undefined) kept.push(finding);
    else ignored.push({ finding, reason });
  }
  return { findings: kept, ignored, used };
}

/** By its id, an alias, or the name behind the slash: `buildkit/UndefinedVar`, `shellcheck/SC2086`. */
export function answersTo(finding: Pick<Finding, 'check' | 'aliases'>, id: string): boolean {
  const wanted = id.toLowerCase();
  const { check } = finding;
  return [check, check.slice(check.indexOf('/') + 1), ...finding.aliases].some((name) => name.toLowerCase() === wanted);
}

function pragmasAbove(
  instruction: Instruction | undefined,
  byInstruction: ReadonlyMap<Instruction | undefined, readonly Pragma[]>,
): readonly Pragma[] {
  return instruction === undefined ? [] : (byInstruction.get(instruction) ?? []);
}

/** The first that names the finding; every id that names it counts as used. */
function pragmaFor(finding: Finding, pragmas: readonly Pragma[], used: Set<PragmaId>): Pragma | undefined {
  let first: Pragma | undefined;
  for (const pragma of pragmas) {
    for (const id of pragma.ids) {
      if (!(pragma.kind === 'buildkit' ? isSkipped(finding, id.text) : answersTo(finding, id.text))) continue;
      used.add(id);
      first ??= pragma;
    }
  }
  return first;
}

/**
 * `# check=skip=` is said of BuildKit's own checks, whoever speaks for them here; `all` is all of those. BuildKit takes a name in
 * other letters for one that it does not know.
 */
function isSkipped({ check, aliases }: Finding, id: string): boolean {
  const names = [check, check.slice(check.indexOf('/') + 1), ...aliases];
  return id === 'all' ? names.some(isBuildkitName) : names.includes(id);
}

function reasonOf(pragma: Pragma): string {
  if (pragma.reason !== '') return pragma.reason;
  const ids = pragma.ids.map(({ text }) => text).join(',');
  switch (pragma.kind) {
    case 'sea-trial':
      return `\`# sea-trial ${pragma.scope === 'file' ? 'ignore-file' : 'ignore'}=${ids}\` at line ${pragma.line}`;
    case 'hadolint':
      return `\`# hadolint ${pragma.scope === 'file' ? 'global ignore' : 'ignore'}=${ids}\` at line ${pragma.line}`;
    case 'buildkit':
      return `\`# check=skip=${ids}\` at line ${pragma.line}`;
  }
}
