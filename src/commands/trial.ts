import type { Docker } from '../docker/docker.ts';
import { openShellCheck } from '../lint/shellcheck.ts';
import type { Plan } from '../plan/plan.ts';
import type { Files, Folders, Ports, Progress } from '../ports.ts';
import { maskDeep, maskFor, type Mask } from '../render/mask.ts';
import type { CommitInfo, Report, TrialReport } from '../report.ts';
import { withoutConfiguration } from '../settings/configuration.ts';
import type { Settings } from '../settings/settings.ts';
import { tryHardening } from '../trial/hardening.ts';
import { proveFixes } from '../trial/prove-fixes.ts';
import { lintAlone, trial } from '../trial/trial.ts';
import { unplanned } from '../trial/unplanned.ts';
import { plansFor } from './plans.ts';
import { tellingReader, type ConfigurationReader } from './telling-reader.ts';

export interface TrialCommandPorts extends Ports {
  readonly docker: Docker;
  readonly folders: Folders;
  readonly signal: AbortSignal;
  readonly version: string;
  readonly engineComesWithinMs: number;
  /** Unique on this machine; the containers bear it. */
  readonly runId: string;
  /** Why this event's code is not built; absent where it may be. */
  readonly refusal?: string;
  /** Where code is refused: the files, those of configuration as they are in the base. */
  readonly configurationFiles?: Files;
  /** Told before anything is made that has to be removed. */
  readonly onImage: (reference: string) => void;
}

export interface TrialCommandResult {
  /** Masked: it may go anywhere. */
  readonly report: Report;
  readonly mask: Mask;
  /** Tries the fixes where that is wanted, and reports what they change; the same report where it is not. Masked too. */
  readonly proven: () => Promise<Report>;
}

/** Tries the image of each context, one after another. */
export async function runTrials(
  settings: Settings,
  ports: TrialCommandPorts,
  commit: Promise<CommitInfo | undefined>,
): Promise<TrialCommandResult> {
  const planned = await plansFor(settings, ports, configurations(settings, ports));
  const plans = planned.flatMap((each) => (each.kind === 'plan' ? [each.plan] : []));
  const mask = maskOf(settings, plans, ports);
  const progress = maskedProgress(ports.print.progress, mask);
  const shellcheck = openShellCheck({ environment: ports.environment, note: ports.print.note });
  const trialPorts = { ...ports, progress, shellcheck };
  const tried: Tried[] = [];
  for (const each of planned) {
    if (each.kind === 'unplanned') {
      tried.push({ trial: await unplanned(each.unplanned, ports) });
      continue;
    }
    const { plan } = each;
    const isOurs = plan.origin.kind === 'built' && settings.tags.length === 0 && settings.mode === 'trial';
    if (isOurs) ports.onImage(plan.origin.name);
    const told =
      settings.mode === 'lint'
        ? await lintAlone(plan, trialPorts, plan.failOn)
        : await tryHardening(await trial(plan, trialPorts, plan.failOn), plan, trialPorts);
    tried.push({ plan, trial: told });
  }
  const known = await commit;
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
      const trials: TrialReport[] = [];
      for (const each of tried)
        trials.push(each.plan === undefined ? each.trial : await proveFixes(each.trial, each.plan, trialPorts));
      return reportOf(trials);
    },
  };
}

/** The plan is absent where there was none to follow. */
interface Tried {
  readonly plan?: Plan;
  readonly trial: TrialReport;
}

/** On an event whose code is a stranger's, its configuration is too: it could silence what has to be told. */
function configurations(settings: Settings, ports: TrialCommandPorts): ConfigurationReader {
  if (ports.refusal === undefined) return tellingReader(settings, ports);
  const { configurationFiles } = ports;
  if (configurationFiles !== undefined) {
    ports.print.note(
      'Configuration files are read as they are in the base: on this event the checkout may be the work of a stranger.',
    );
    return tellingReader(settings, { ...ports, files: configurationFiles });
  }
  ports.print.note(
    'Configuration files are not read: on this event they may be the work of a stranger, and the checkout does not have the commit of the base.',
  );
  return async () => withoutConfiguration;
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
