import { type Finding, severities } from '../finding.ts';
import type { TrialReport } from '../report.ts';
import { inOneInstruction, sourceText } from './source.ts';

/** The findings of a trial as a reader meets them. */
export interface Entries {
  /** The finding of the root diagnosis. */
  readonly cause?: Finding;
  /** All others that stand, the gravest first. */
  readonly others: readonly Entry[];
  /** What lint suspected and the run saw otherwise. */
  readonly refuted: readonly Finding[];
}

/** One cause is one entry: what has the same fix is told under it. */
export interface Entry {
  readonly finding: Finding;
  readonly below: readonly Finding[];
}

/** Checks that are told under another where both speak of one instruction. */
const toldUnder = new Map([['apt-recommends', 'apt-lists-left']]);

export function entriesOf(trial: TrialReport): Entries {
  const standing = trial.findings.filter(({ status }) => status !== 'refuted');
  const cause = trial.cause === undefined ? undefined : standing.find(({ check }) => check === trial.cause);
  const others = bySeverity(standing.filter((finding) => finding !== cause));
  const below = new Map<Finding, Finding[]>(others.map((finding) => [finding, []]));
  for (const finding of others) {
    const host = hostOf(finding, others, trial);
    if (host === undefined) continue;
    below.get(host)?.push(finding);
    below.delete(finding);
  }
  return {
    ...(cause === undefined ? {} : { cause }),
    others: Array.from(below, ([finding, under]) => ({ finding, below: under })),
    refuted: trial.findings.filter(({ status }) => status === 'refuted'),
  };
}

/** The gravest first; among equals what is new, then the confirmed, then the contract's order. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      Number(b.since === 'new') - Number(a.since === 'new') ||
      Number(b.status === 'confirmed') - Number(a.status === 'confirmed'),
  );
}

/** How many findings the entries hold, those told under others included. */
export function findingsIn(entries: readonly Entry[]): number {
  return entries.reduce((sum, { below }) => sum + 1 + below.length, 0);
}

function hostOf(finding: Finding, among: readonly Finding[], { observation }: TrialReport): Finding | undefined {
  const check = toldUnder.get(finding.check);
  const { location } = finding;
  if (check === undefined || location === undefined) return undefined;
  const text = sourceText(observation.sources, location.path);
  return among.find(
    (other) =>
      other.check === check && other.location !== undefined && inOneInstruction(other.location, location, text),
  );
}
