import path from 'node:path';
import { readIgnoreFile } from '../dockerfile/ignore-file.ts';
import type { Finding } from '../finding.ts';
import { applyFixes } from '../lint/edits.ts';
import type { Plan } from '../plan/plan.ts';
import { unwatched, type Files, type Folders } from '../ports.ts';
import type { Proof, ProvenMeasures, TrialReport } from '../report.ts';
import { unproven } from './proof-limits.ts';
import { trial, type TrialPorts } from './trial.ts';

export interface ProofPorts extends TrialPorts {
  readonly files: Files;
  readonly folders: Folders;
  readonly workingDirectory: string;
}

/**
 * Applies the safe fixes to a copy of the context, builds and tries the copy, and adds what they really change to the report.
 * A cause that its fix does not cure is told, and the fix is offered no more. Nothing is kept of the copy.
 */
export async function proveFixes(report: TrialReport, plan: Plan, ports: ProofPorts): Promise<TrialReport> {
  const wanted = fixesToProve(report, plan);
  if (wanted.length === 0) return report;
  const because = unproven(report, plan, ports);
  if (because !== undefined) return { ...report, notes: [...report.notes, `The fixes were not tried: ${because}.`] };
  using folder = ports.folders.temporary();
  const { files: changed, fixed } = applyFixes(wanted, ['safe'], (reportPath) =>
    ports.files.readTextIfPresent(path.resolve(ports.workingDirectory, reportPath)),
  );
  if (fixed.length === 0) return report;
  const copy = copyContext(plan, folder.path, changed, ports);
  const planOfCopy = plan.ofCopy(copy);
  ports.progress({ kind: 'stage-began', stage: 'fixes' });
  try {
    const tried = await trial(planOfCopy, { ...ports, progress: unwatched }, 'never');
    ports.progress({ kind: 'stage-ended', stage: 'fixes', status: tried.verdict });
    return withProof(report, tried, fixed);
  } finally {
    await ports.docker.removeImage(planOfCopy.origin.name);
  }
}

/** The cause first: where two fixes touch the same text, the first one wins. */
function fixesToProve({ findings, cause, verdict }: TrialReport, { proveFixes: when }: Plan): readonly Finding[] {
  const safe = findings.filter(({ fix, status }) => fix?.safety === 'safe' && status !== 'refuted');
  const ofCause = safe.filter(({ check }) => check === cause);
  if (when === 'never' || (when === 'auto' && (verdict !== 'failed' || ofCause.length === 0))) return [];
  return [...ofCause, ...safe.filter((finding) => !ofCause.includes(finding))];
}

interface Copy {
  readonly context: string;
  readonly file: string;
}

/** With the changes in it. What .dockerignore then keeps from the build is not copied; a Dockerfile that lies elsewhere comes along. */
function copyContext(
  { facts, file, context }: Plan,
  folder: string,
  changed: ReadonlyMap<string, string>,
  { files, folders, workingDirectory }: ProofPorts,
): Copy {
  const original = path.resolve(workingDirectory, context);
  const copied = path.join(folder, path.basename(original));
  const isNeeded = new Set([
    path.relative(original, path.resolve(workingDirectory, file)),
    facts.context.ignoreFile?.path,
  ]);
  const isIgnored = ignoringAfter(facts, changed);
  folders.copy(original, copied, (relative) => isNeeded.has(relative) || !isIgnored(relative));
  const fileOf = (reportPath: string): string => {
    const relative = path.relative(original, path.resolve(workingDirectory, reportPath));
    return relative.startsWith('..') ? path.join(folder, path.basename(reportPath)) : path.join(copied, relative);
  };
  for (const elsewhere of [file, `${file}.dockerignore`]) {
    const text = files.readTextIfPresent(path.resolve(workingDirectory, elsewhere));
    if (text !== undefined) files.writeText(fileOf(elsewhere), text);
  }
  for (const [reportPath, text] of changed) files.writeText(fileOf(reportPath), text);
  return { context: copied, file: fileOf(file) };
}

/** A fix may let pass what was kept away before. */
function ignoringAfter(
  { context }: Plan['facts'],
  changed: ReadonlyMap<string, string>,
): (relative: string) => boolean {
  const text = context.ignoreFile === undefined ? undefined : changed.get(context.reportPath(context.ignoreFile.path));
  const after = text === undefined ? undefined : readIgnoreFile(text);
  return (relative) => after?.ignores(relative) ?? context.isIgnored(relative);
}

function withProof(report: TrialReport, tried: TrialReport, fixed: readonly Finding[]): TrialReport {
  const proof: Proof = {
    fixes: [...new Set(fixed.map(({ check }) => check))],
    verdict: tried.verdict,
    ...(tried.cause === undefined ? {} : { cause: tried.cause }),
    before: measuresOf(report),
    after: measuresOf(tried),
  };
  const helps = tried.cause === undefined || tried.cause !== report.cause;
  return {
    ...report,
    proof,
    findings: helps ? report.findings : report.findings.map((each) => withoutFix(each, report)),
  };
}

function withoutFix(finding: Finding, { cause }: TrialReport): Finding {
  const { fix: _, ...rest } = finding;
  return finding.check === cause ? rest : finding;
}

function measuresOf({ image, startupMs, stopped }: TrialReport): ProvenMeasures {
  return {
    ...(image === undefined ? {} : { bytes: image.bytes }),
    ...(startupMs === undefined ? {} : { startupMs }),
    ...(stopped === undefined ? {} : { stopMs: stopped.ms }),
  };
}
