import { openDocker } from '../../docker/cli.ts';
import { SetupError } from '../../errors.ts';
import type { Change } from '../../git/change.ts';
import { gitOf } from '../../git/git.ts';
import { dockerfileOf } from '../../plan/make-plan.ts';
import { printable } from '../../render/printing.ts';
import { runIdOf } from '../../run-id.ts';
import type { Settings } from '../../settings/settings.ts';
import { changeOfWork } from './change-since.ts';
import type { CommandPorts, ExitCode } from '../command.ts';
import { judgeTrials } from './judge-trials.ts';
import { plansFor, type Planned } from '../run/plans.ts';
import { type RunSettings, runSettingsOf } from '../run/run-settings.ts';
import { tellingReader } from '../run/telling-reader.ts';
import { requestsFor, type TrialRequest } from '../run/trial-requests.ts';

interface JudgedTrial {
  readonly name: string;
  readonly file: string;
  readonly context: string;
  readonly affected: boolean;
  readonly because: string;
}

/** `sea-trial affected [BASE]`: which trials a change since BASE touches, and why. Nothing is built or started. */
export async function affectedCommand(
  [base]: readonly string[],
  settings: Settings,
  ports: CommandPorts,
): Promise<ExitCode> {
  for (const note of settings.notes) ports.print.note(note);
  const change = await changeOfWork(base, gitOf(ports.workingDirectory, ports.environment));
  const planned = await plannedTrials(settings, ports);
  const trials = [...(await judgedRows(planned, change, ports)), ...planned.doubtful];
  ports.print.result(ports.presentation.format === 'json' ? asJson(trials, change) : asText(trials, change));
  return 0;
}

/** Those that cannot be judged by what changed, each with the reason, beside those that can. */
interface PlannedTrials {
  readonly run: RunSettings;
  readonly plans: readonly Planned[];
  readonly doubtful: readonly JudgedTrial[];
}

async function plannedTrials(given: Settings, ports: CommandPorts): Promise<PlannedTrials> {
  const run = await runSettingsOf(given, ports);
  const docker = openDocker(ports.environment, ports);
  const reader = tellingReader(run.settings, ports);
  try {
    return { run, plans: await plansFor(run, { ...ports, docker, runId: runIdOf(ports.files) }, reader), doubtful: [] };
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    // Only a compose file makes docker be asked, which may not be there: what the file says is not known then.
    const because = `a compose file cannot be read here: ${error.message}`;
    return { run, plans: [], doubtful: requestsFor(run, ports).map((request) => rowOfRequest(request, because)) };
  }
}

function rowOfRequest({ key, settings }: TrialRequest, because: string): JudgedTrial {
  const file = dockerfileOf(settings);
  return { name: key ?? settings.name ?? file, file, context: settings.contexts[0] ?? '.', affected: true, because };
}

async function judgedRows(
  { run, plans }: PlannedTrials,
  change: Change,
  ports: CommandPorts,
): Promise<readonly JudgedTrial[]> {
  const answers = await judgeTrials(change, plans, run, ports);
  return plans.map((each): JudgedTrial => {
    if (each.kind === 'unplanned') {
      const { error, ...known } = each.unplanned;
      return { ...known, affected: true, because: error.sentence() };
    }
    const { name, file, context } = each.plan;
    const { isAffected = true, because = '' } = answers.get(each.plan) ?? {};
    return { name, file, context, affected: isAffected, because };
  });
}

function asJson(trials: readonly JudgedTrial[], { base }: Change): string {
  return `${JSON.stringify({ version: 1, base, trials }, undefined, 2)}\n`;
}

/** Those that are affected first; names and paths are anybody's text. */
function asText(trials: readonly JudgedTrial[], { base, fileCount }: Change): string {
  const width = Math.max(0, ...trials.map(({ name }) => name.length));
  const lines = [...trials.filter(({ affected }) => affected), ...trials.filter(({ affected }) => !affected)].map(
    ({ name, affected, because }) => `${affected ? 'affected ' : 'untouched'}  ${name.padEnd(width)}  ${because}`,
  );
  const count = trials.filter(({ affected }) => affected).length;
  const files = fileCount === 1 ? '1 file changed' : `${fileCount} files changed`;
  const summary = `${count} of ${trials.length} trials affected; ${files} since ${base.slice(0, 12)}.`;
  return [...lines, summary].map((line) => `${printable(line)}\n`).join('');
}
