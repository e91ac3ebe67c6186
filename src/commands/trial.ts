import type { Docker } from '../docker/docker.ts';
import { makePlan } from '../plan/make-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { Ports, Progress } from '../ports.ts';
import { maskDeep, maskFor, type Mask } from '../render/mask.ts';
import type { CommitInfo, Report, TrialReport } from '../report.ts';
import type { Settings } from '../settings/settings.ts';
import { lintAlone, trial } from '../trial/trial.ts';
import { targetsOf } from './targets.ts';

export interface TrialCommandPorts extends Ports {
  readonly docker: Docker;
  readonly signal: AbortSignal;
  readonly version: string;
  readonly engineComesWithinMs: number;
  /** Unique on this machine; the containers bear it. */
  readonly runId: string;
  /** Why this event's code is not built; absent where it may be. */
  readonly refusal?: string;
  /** Told before anything is made that has to be removed. */
  readonly onImage: (reference: string) => void;
}

export interface TrialCommandResult {
  /** Masked: it may go anywhere. */
  readonly report: Report;
  readonly mask: Mask;
}

/** Tries the image of each context, one after another. */
export async function runTrials(
  settings: Settings,
  ports: TrialCommandPorts,
  commit: Promise<CommitInfo | undefined>,
): Promise<TrialCommandResult> {
  const plans = targetsOf(settings, ports).map((target, index) =>
    makePlan({ ...settings, ...target }, ports, index === 0 ? ports.runId : `${ports.runId}-${index}`),
  );
  const mask = maskOf(settings, plans, ports);
  const progress = maskedProgress(ports.print.progress, mask);
  const trials: TrialReport[] = [];
  for (const plan of plans) {
    if (settings.tags.length === 0 && settings.mode === 'trial') ports.onImage(plan.build.tags[0] ?? plan.name);
    const report =
      settings.mode === 'lint'
        ? await lintAlone(plan, ports, settings.failOn)
        : await trial(plan, { ...ports, progress }, settings.failOn);
    trials.push(report);
  }
  const known = await commit;
  const report: Report = {
    version: 1,
    tool: { name: 'sea-trial', version: ports.version },
    ...(known === undefined ? {} : { commit: known }),
    trials,
  };
  return { report: maskDeep(report, mask), mask };
}

/** Nothing that is printed or kept shows a value that the user gave as a secret. */
function maskOf(settings: Settings, plans: readonly Plan[], ports: Ports): Mask {
  const secrets = settings.secrets.flatMap((secret): readonly string[] => {
    switch (secret.kind) {
      case 'value':
        return [secret.value];
      case 'environment':
        return [ports.environment[secret.variable] ?? ''];
      case 'file':
        return [ports.files.readTextIfPresent(secret.file) ?? ''];
    }
  });
  const fromFiles = settings.environmentFiles.flatMap((file) =>
    (ports.files.readTextIfPresent(file) ?? '').split(/\r?\n/),
  );
  return maskFor({
    secrets: [...secrets, settings.githubToken ?? ''].filter((value) => value !== ''),
    env: [...settings.environment, ...fromFiles]
      .map((pair) => pair.slice(pair.indexOf('=') + 1))
      .filter((value) => value !== ''),
    publicText: plans.map(({ facts }) => facts.dockerfile.text).join('\n'),
  });
}

function maskedProgress(progress: Progress, mask: Mask): Progress {
  return {
    open: (title) => progress.open(mask(title)),
    line: (text) => progress.line(mask(text)),
    close: () => progress.close(),
  };
}

/** The exit code of a whole run: could not run comes before failed. */
export function exitCodeOf(report: Report): 0 | 1 | 2 {
  if (report.trials.some(({ verdict }) => verdict === 'errored')) return 2;
  return report.trials.some(({ verdict }) => verdict === 'failed') ? 1 : 0;
}
