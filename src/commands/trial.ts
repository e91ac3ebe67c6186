import { environmentValues } from '../docker/compose-project.ts';
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
import { againstBase, type BaseSources } from './against-base.ts';
import { plansFor } from './plans.ts';
import { isOfStranger, withoutStrangersFiles, type StrangerPorts } from './strangers-compose.ts';
import { tellingReader, type ConfigurationReader } from './telling-reader.ts';

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
  given: Settings,
  ports: TrialCommandPorts,
  commit: Promise<CommitInfo | undefined>,
): Promise<TrialCommandResult> {
  const settings = withoutStrangersFiles(given, ports);
  const planned = await plansFor(settings, ports, configurations(settings, ports));
  const plans = planned.flatMap((each) => (each.kind === 'plan' ? [each.plan] : []));
  const mask = maskOf(settings, plans, ports);
  const progress = maskedProgress(ports.print.progress, mask);
  const shellcheck = openShellCheck({ environment: ports.environment, note: ports.print.note });
  const trialPorts = { ...ports, progress, shellcheck };
  const comparison = againstBase(settings, ports, shellcheck);
  const tried: Tried[] = [];
  for (const [at, each] of planned.entries()) {
    const { name } = each.kind === 'unplanned' ? each.unplanned : each.plan;
    if (planned.length > 1) progress({ kind: 'trial-began', name, number: at + 1, of: planned.length });
    if (each.kind === 'unplanned') {
      tried.push({ trial: await unplanned(each.unplanned, ports) });
      continue;
    }
    const { plan } = each;
    const isOurs = plan.origin.kind === 'built' && settings.tags.length === 0 && settings.mode === 'trial';
    if (isOurs) ports.onImage(plan.origin.name);
    const compared = comparison.begin(plan);
    const told =
      settings.mode === 'lint'
        ? await compared(await lintAlone(plan, trialPorts, plan.failOn))
        : await tryHardening(await compared(await trial(plan, trialPorts, plan.failOn)), plan, trialPorts);
    tried.push({ plan, trial: told });
  }
  const base = await comparison.commit;
  const known = withBase(await commit, base);
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
      // To mask it anew takes as long as its logs are large.
      return trials.every((each, index) => each === tried[index]?.trial) ? report : reportOf(trials);
    },
  };
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

/** On an event whose code is a stranger's, its configuration is too: it could silence what has to be told. */
function configurations(settings: Settings, ports: TrialCommandPorts): ConfigurationReader {
  if (!isOfStranger(ports)) return tellingReader(settings, ports);
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
  const composed = plans.flatMap(({ start }) => (start.compose === undefined ? [] : [start.compose.project]));
  return maskFor({
    secrets: [...secrets, settings.githubToken ?? ''].filter((value) => value !== ''),
    env: [...settings.environment, ...fromFiles]
      .map((pair) => pair.slice(pair.indexOf('=') + 1))
      .concat(composed.flatMap(environmentValues))
      .filter((value) => value !== ''),
    // What stands in a compose file in plain text is no more of a secret than what stands in the Dockerfile.
    publicText: [...plans.map(({ facts }) => facts.dockerfile.text), ...composed.map(({ text }) => text)].join('\n'),
  });
}

function maskedProgress(progress: Progress, mask: Mask): Progress {
  return (event) => {
    if (event.kind === 'line') progress({ ...event, text: mask(event.text) });
    else if (event.kind === 'step-began') progress({ ...event, title: mask(event.title) });
    else progress(event);
  };
}

/** The exit code of a whole run: could not run comes before failed. */
export function exitCodeOf(report: Report): 0 | 1 | 2 {
  if (report.trials.some(({ verdict }) => verdict === 'errored')) return 2;
  return report.trials.some(({ verdict }) => verdict === 'failed') ? 1 : 0;
}
