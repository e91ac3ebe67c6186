import type { Docker } from '../../docker/docker.ts';
import { openShellCheck } from '../../lint/shellcheck.ts';
import { onFreePort } from '../../plan/free-port.ts';
import type { Plan } from '../../plan/plan.ts';
import { refuseSharedTags } from '../../plan/push-plan.ts';
import type { Files, Folders, Ports } from '../../ports.ts';
import { maskDeep, type Mask } from '../../render/mask.ts';
import type { CommitInfo, Report, TrialReport } from '../../report.ts';
import type { Settings } from '../../settings/settings.ts';
import { tryHardening } from '../../trial/hardening.ts';
import { pushImage } from '../../trial/push-image.ts';
import { proveFixes } from '../../trial/prove-fixes.ts';
import { lintAlone, trial, type TrialPorts } from '../../trial/trial.ts';
import { unplanned } from '../../trial/unplanned.ts';
import { againstBase, type BaseComparison, type BaseSources } from '../base/against-base.ts';
import { inTurns } from './in-turns.ts';
import { orderedProgress } from './ordered-progress.ts';
import { plansFor, type Planned } from './plans.ts';
import { portQueue } from './port-queue.ts';
import { maskedProgress, maskOf } from './run-mask.ts';
import type { RunSettings } from './run-settings.ts';
import type { StrangerPorts } from './strangers-compose.ts';
import { trustedReader } from './trusted-reader.ts';
import { unchangedTrials } from '../affected/unchanged-trials.ts';

export interface TrialCommandPorts extends Ports, BaseSources, StrangerPorts {
  readonly docker: Docker;
  readonly folders: Folders;
  readonly signal: AbortSignal;
  readonly version: string;
  readonly engineComesWithinMs: number;
  /** Unique on this machine; the containers bear it. */
  readonly runId: string;
  /** Where code may be a stranger's: the files, those of configuration as they are in the base. */
  readonly configurationFiles?: Files;
  /** Why nothing of this event is pushed, as a clause; absent where it may be. */
  readonly pushRefusal?: string;
  /** The machine is thrown away when the job has ended. */
  readonly machineGoes?: boolean;
  /** Told before anything is made that has to be removed, and whether it has to be on a machine too that goes. */
  readonly onImage: (reference: string, everywhere: boolean) => void;
}

export interface TrialCommandResult {
  /** Masked: it may go anywhere. */
  readonly report: Report;
  readonly mask: Mask;
  /** Tries the fixes where that is wanted, and reports what they change; the same report where it is not. Masked too. */
  readonly proven: () => Promise<Report>;
}

/** Tries the image of each trial, one after another or side by side. */
export async function runTrials(
  run: RunSettings,
  ports: TrialCommandPorts,
  commit: Promise<CommitInfo | undefined>,
): Promise<TrialCommandResult> {
  const { settings } = run;
  const planned = inLanes(settings, await plansFor(run, ports, trustedReader(settings, ports)));
  const plans = planned.flatMap((each) => (each.kind === 'plan' ? [each.plan] : []));
  refuseSharedTags(plans);
  const mask = maskOf([settings, ...planned.map((each) => each.settings)], plans, ports);
  const shellcheck = await openShellCheck({ environment: ports.environment, note: ports.print.note });
  const trialPorts = { ...ports, shellcheck };
  const comparison = againstBase(settings, ports, shellcheck);
  const unchanged = settings.onlyAffected ? await unchangedTrials(planned, run, ports) : undefined;
  const progress = orderedProgress(maskedProgress(ports.print.progress, mask));
  const queue = portQueue();
  const lane = async (each: Planned, index: number): Promise<Tried> => {
    const own = { ...trialPorts, progress: progress.of(index) };
    if (planned.length > 1)
      own.progress({ kind: 'trial-began', name: nameOf(each), number: index + 1, of: planned.length });
    try {
      if (each.kind === 'unplanned') return { trial: await unplanned(each.unplanned, ports) };
      const left = unchanged?.reports.get(each.plan);
      if (left !== undefined) return { trial: left };
      return { plan: each.plan, trial: await queue(each.plan, async () => tryOne(each, comparison, own)) };
    } finally {
      progress.ended(index);
    }
  };
  const tried: Tried[] = [];
  const lanes = Array.from({ length: settings.jobs }, () => lane);
  await inTurns(planned, lanes, (one) => tried.push(one));
  const known = withBase(await commit, (await comparison.commit) ?? unchanged?.base);
  const reportOf = (trials: readonly TrialReport[]): Report =>
    maskDeep(
      {
        version: 1,
        tool: { name: 'sea-trial', version: ports.version },
        ...(known === undefined ? {} : { commit: known }),
        trials,
      },
      mask,
    );
  const report = reportOf(tried.map((each) => each.trial));
  return {
    report,
    mask,
    async proven() {
      if (settings.mode === 'lint') return report;
      const own = { ...trialPorts, progress: maskedProgress(ports.print.progress, mask) };
      const trials: TrialReport[] = [];
      for (const each of tried)
        trials.push(each.plan === undefined ? each.trial : await proveFixes(each.trial, each.plan, own));
      // To mask it anew takes as long as its logs are large.
      return trials.every((each, index) => each === tried[index]?.trial) ? report : reportOf(trials);
    },
  };
}

/** What runs side by side is published on ports of its own, unless they were given. */
function inLanes({ jobs }: Settings, planned: readonly Planned[]): readonly Planned[] {
  if (jobs === 1 || planned.length === 1) return planned;
  return planned.map((each) => (each.kind === 'plan' ? { ...each, plan: onFreePort(each.plan) } : each));
}

function nameOf(planned: Planned): string {
  return planned.kind === 'unplanned' ? planned.unplanned.name : planned.plan.name;
}

/** The whole of one trial: what was tried is held against the base, started under stricter settings, and pushed. */
async function tryOne(
  { plan, settings }: Extract<Planned, { readonly kind: 'plan' }>,
  comparison: BaseComparison,
  ports: TrialCommandPorts & TrialPorts,
): Promise<TrialReport> {
  const compared = comparison.begin(plan, settings);
  if (settings.mode === 'lint') return compared(await lintAlone(plan, ports, plan.failOn));
  const { names, everywhere } = plan.unwanted;
  for (const image of names) ports.onImage(image, everywhere);
  const told = await compared(await trial(plan, ports, plan.failOn));
  return pushImage(await tryHardening(told, plan, ports), plan, ports);
}

/** The base is the one that was compared with, where one was. */
function withBase(commit: CommitInfo | undefined, base: string | undefined): CommitInfo | undefined {
  return commit === undefined || base === undefined ? commit : { ...commit, base };
}

/** The plan is absent where there was none to follow. */
interface Tried {
  readonly plan?: Plan;
  readonly trial: TrialReport;
}

/** The exit code of a whole run: could not run comes before failed. */
export function exitCodeOf(report: Report): 0 | 1 | 2 {
  if (report.trials.some(({ verdict }) => verdict === 'errored')) return 2;
  return report.trials.some(({ verdict }) => verdict === 'failed') ? 1 : 0;
}
