import { posix } from 'node:path';
import type { Finding, Location } from '../finding.ts';
import type { LintResult } from '../lint/lint.ts';
import type { Change, Comparison, FixedFinding, TrialReport } from '../report.ts';
import { bySeverity } from '../render/entries.ts';
import { isEdited } from './changed-instruction.ts';
import { stepChanges } from './step-changes.ts';
import { judge, type FailOn } from './verdict.ts';

/** What is known of the base of one trial. */
export interface BaseKnown {
  readonly commit: string;
  /** What lint says of the base's own files. */
  readonly linted: LintResult;
  /** The text of a file there, as reports name it. */
  readonly textOf: (reportPath: string) => Promise<string | undefined>;
  /** The same trial on the base's branch, where it was run once. */
  readonly report?: TrialReport;
}

/** The same with the verdict of what is new alone; an image that does not serve has failed all the same. */
export function judgedByNew(trial: TrialReport, failOn: FailOn): TrialReport {
  const added = trial.findings.filter(({ since }) => since === 'new');
  const judged = judge(trial.stages, added, failOn);
  // Without a cause the gravest finding is the reason, and one that the base has too is none.
  const [first] = bySeverity(added.filter(({ status }) => status !== 'refuted'));
  const isReason = judged.verdict === 'failed' && judged.cause === undefined && first !== undefined;
  return { ...trial, ...judged, ...(isReason ? { because: first.headline ?? first.title } : {}) };
}

/** Marks each finding as new or remaining, counts what is fixed, and holds the measures against the base's. */
export async function compareWith(trial: TrialReport, base: BaseKnown): Promise<TrialReport> {
  const told = await Promise.all(trial.findings.map(async (finding) => marked(finding, trial, base)));
  const gone = goneSince(trial, base);
  const pairs = await editedPairs(told, gone, trial, base);
  const findings = told.map((finding) => (pairs.has(finding) ? { ...finding, since: 'remaining' as const } : finding));
  const still = new Set(pairs.values());
  const standing = findings.filter(({ status }) => status !== 'refuted');
  const count = (since: Finding['since']): number => standing.filter((finding) => finding.since === since).length;
  const comparison: Comparison = {
    base: base.commit,
    ...(base.report === undefined ? {} : measures(trial, base.report)),
    new: count('new'),
    remaining: count('remaining'),
    fixed: gone.filter((finding) => !still.has(finding)).map(fixedOf),
  };
  return { ...trial, findings, comparison };
}

async function marked(finding: Finding, trial: TrialReport, base: BaseKnown): Promise<Finding> {
  const since = await sinceOf(finding, trial, base);
  return since === undefined ? finding : { ...finding, since };
}

/** Undefined where nobody can tell: the run found it, and the base was never run. */
async function sinceOf(finding: Finding, trial: TrialReport, base: BaseKnown): Promise<Finding['since']> {
  const { check, fingerprint } = finding;
  const { report, linted } = base;
  const known = [...linted.findings, ...standingIn(report)];
  if (known.some((each) => each.fingerprint === fingerprint)) return 'remaining';
  // Wherever its place has moved: one cause is one flaw.
  if (check === trial.cause && check === report?.cause) return 'remaining';
  if (isLints(finding, trial) || (report !== undefined && serves(report))) return 'new';
  const stands = await standsInBase(finding, trial, base);
  if (stands === false) return 'new';
  // The engine's own checks look at the Dockerfile alone.
  return stands === true && check.startsWith('buildkit/') ? 'remaining' : undefined;
}

/** Whether the line that the finding names is in the base too; undefined where it names none. */
async function standsInBase(
  { location }: Finding,
  trial: TrialReport,
  { textOf }: BaseKnown,
): Promise<boolean | undefined> {
  const line = location === undefined ? undefined : lineAt(location, textHere(location.path, trial));
  if (location === undefined || line === undefined) return undefined;
  const before = await textOf(location.path);
  return before !== undefined && before.split('\n').some((each) => each.trim() === line.trim());
}

/** By the new finding, the one that it was before somebody edited its instruction: the flaw is still there, and nobody brought it. */
async function editedPairs(
  told: readonly Finding[],
  gone: readonly Finding[],
  trial: TrialReport,
  { textOf }: BaseKnown,
): Promise<ReadonlyMap<Finding, Finding>> {
  const pairs = new Map<Finding, Finding>();
  const taken = new Set<Finding>();
  for (const finding of told) {
    const { location, since, check } = finding;
    if (location === undefined || since !== 'new') continue;
    const line = lineAt(location, textHere(location.path, trial));
    const candidates = gone.filter((each) => each.check === check && each.location?.path === location.path);
    if (line === undefined || candidates.length === 0) continue;
    const before = await textOf(location.path);
    const earlier = candidates.find((each) => {
      const its = each.location === undefined ? undefined : lineAt(each.location, before);
      return its !== undefined && !taken.has(each) && isEdited(its, line);
    });
    if (earlier === undefined) continue;
    taken.add(earlier);
    pairs.set(finding, earlier);
  }
  return pairs;
}

function textHere(reportPath: string, { observation: { sources } }: TrialReport): string | undefined {
  if (reportPath === sources.dockerfile.path) return sources.dockerfile.text;
  return sources.files.find(({ path }) => posix.join(sources.context, path) === reportPath)?.text;
}

function lineAt({ line }: Location, text: string | undefined): string | undefined {
  return text?.split('\n')[line - 1];
}

function standingIn(report: TrialReport | undefined): readonly Finding[] {
  return (report?.findings ?? []).filter(({ status }) => status !== 'refuted');
}

function isLints({ fingerprint }: Finding, { stages }: TrialReport): boolean {
  return stages.some(
    (stage) =>
      stage.stage === 'lint' &&
      stage.status !== 'skipped' &&
      stage.findings.some((each) => each.fingerprint === fingerprint),
  );
}

function serves({ verdict, cause }: TrialReport): boolean {
  return cause === undefined && (verdict === 'passed' || verdict === 'failed');
}

/** What the base has and this has not. Behind a failure what the run would have seen is not known, so only lint's is gone then. */
function goneSince(trial: TrialReport, { linted, report }: BaseKnown): readonly Finding[] {
  const lintRan = trial.stages.some(({ stage, status }) => stage === 'lint' && status === 'passed');
  if (!lintRan) return [];
  const here = [...trial.findings, ...trial.ignored.map(({ finding }) => finding)];
  const refuted = (report?.findings ?? []).filter(({ status }) => status === 'refuted');
  const known = new Set([...here, ...refuted].map(({ fingerprint }) => fingerprint));
  const seen = serves(trial) ? standingIn(report).filter(({ status }) => status === 'confirmed') : [];
  const gone = [...linted.findings, ...seen].filter(({ fingerprint }) => !known.has(fingerprint));
  return [...new Map(gone.map((finding) => [finding.fingerprint, finding])).values()];
}

function fixedOf({ check, title, location }: Finding): FixedFinding {
  return { check, title, ...(location === undefined ? {} : { path: location.path }) };
}

type Measures = Pick<Comparison, 'bytes' | 'otherStore' | 'startupMs' | 'stopMs' | 'steps'>;

/** Two stores count an image's size in two ways, so across them it is not compared. */
function measures(here: TrialReport, base: TrialReport): Measures {
  const otherStore =
    here.image !== undefined && base.image !== undefined && here.image.store !== base.image.store
      ? base.image.store
      : undefined;
  const bytes = otherStore === undefined ? changeOf(here.image?.bytes, base.image?.bytes) : undefined;
  const startupMs = changeOf(here.startupMs, base.startupMs);
  const stopMs = changeOf(here.stopped?.ms, base.stopped?.ms);
  const steps = stepChanges(here.steps ?? [], base.steps ?? []);
  return {
    ...(bytes === undefined ? {} : { bytes }),
    ...(otherStore === undefined ? {} : { otherStore }),
    ...(startupMs === undefined ? {} : { startupMs }),
    ...(stopMs === undefined ? {} : { stopMs }),
    ...(steps === undefined ? {} : { steps }),
  };
}

function changeOf(here: number | undefined, base: number | undefined): Change | undefined {
  return here === undefined || base === undefined ? undefined : { base, delta: here - base };
}
