import { gitOf } from '../../git/git.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Ports } from '../../ports.ts';
import type { Report, TrialReport } from '../../report.ts';
import type { Settings } from '../../settings/settings.ts';
import { unchanged } from '../../trial/unchanged.ts';
import type { BaseSources } from '../base/against-base.ts';
import { changeSince } from './change-since.ts';
import { inTurns } from '../run/in-turns.ts';
import { judgeTrials } from './judge-trials.ts';
import type { Planned } from '../run/plans.ts';
import type { RunSettings } from '../run/run-settings.ts';

/** Trials whose image no change can touch, with the reports that stand for them. */
export interface UnchangedTrials {
  /** The commit of the base; absent where there is none, and then all are run. */
  readonly base?: string;
  readonly reports: ReadonlyMap<Plan, TrialReport>;
}

type UnchangedPorts = Ports & BaseSources;

/** Questions to the cache of GitHub Actions at once. */
const lanes = 16;

/** In doubt a trial runs, and why it is not known what changed is told. */
export async function unchangedTrials(
  planned: readonly Planned[],
  run: RunSettings,
  ports: UnchangedPorts,
): Promise<UnchangedTrials> {
  const tell = (because: string): UnchangedTrials => {
    ports.print.note(`All trials run (only-affected): ${because}.`);
    return { reports: new Map() };
  };
  const base = await ports.base;
  if (base === undefined) return tell('the event has no base');
  if ('because' in base) return tell(base.because);
  const judge = judgeOf(planned, run, ports, base.top);
  const since = await judge(base.commit);
  if ('because' in since) return tell(since.because);
  const reports = new Map<Plan, TrialReport>();
  const decide = async ([plan, because]: readonly [Plan, string]): Promise<void> => {
    const last = await ports.lastReport?.(plan.name);
    const found = { base: base.commit, because, ...lastPassed(last, plan) };
    if (!(await isLeftAlone(plan, last, base.commit))) return;
    reports.set(plan, unchanged(plan, found));
  };
  /** What failed there has to pass before it is left alone. */
  const isLeftAlone = async (plan: Plan, last: Report | undefined, commit: string): Promise<boolean> => {
    const verdict = verdictIn(last, plan);
    if (ports.isBaseItself !== true) return verdict !== 'failed' && verdict !== 'errored';
    // A branch that others build on has to know that it passed, and at which commit: the run of the last push may have been cancelled.
    const passedAt = verdict === 'passed' ? last?.commit?.tested : undefined;
    if (passedAt === undefined) return false;
    const sinceThen = passedAt === commit ? since : await judge(passedAt);
    return !('because' in sinceThen) && sinceThen.untouched.has(plan);
  };
  await inTurns(
    [...since.untouched],
    Array.from({ length: lanes }, () => decide),
    () => {},
  );
  return { base: base.commit, reports };
}

interface Judged {
  /** Why each of them cannot have changed. */
  readonly untouched: ReadonlyMap<Plan, string>;
}

type Judge = (commit: string) => Promise<Judged | { readonly because: string }>;

/** Which trials nothing touches that has changed since a commit; each commit is looked at once. */
function judgeOf(planned: readonly Planned[], run: RunSettings, ports: Ports, top: string): Judge {
  const git = gitOf(top, ports.environment);
  const known = new Map<string, ReturnType<Judge>>();
  const look: Judge = async (commit) => {
    const change = await changeSince(commit, git);
    if ('because' in change) return change;
    const answers = [...(await judgeTrials(change, planned, run, ports))];
    return {
      untouched: new Map(answers.flatMap(([plan, answer]) => (answer.isAffected ? [] : [[plan, answer.because]]))),
    };
  };
  return async (commit) => {
    const judged = known.get(commit) ?? look(commit);
    known.set(commit, judged);
    return judged;
  };
}

function verdictIn(report: Report | undefined, { name }: Plan): TrialReport['verdict'] | undefined {
  return report?.trials.find((trial) => trial.name === name)?.verdict;
}

function lastPassed(last: Report | undefined, plan: Plan): { readonly lastPassed?: string } {
  const commit = last?.commit?.tested;
  return commit === undefined || verdictIn(last, plan) !== 'passed' ? {} : { lastPassed: commit };
}

/** Whether a run has to know what changed. */
export function needsBase({ onlyNew, onlyAffected }: Settings): boolean {
  return onlyNew || onlyAffected;
}
