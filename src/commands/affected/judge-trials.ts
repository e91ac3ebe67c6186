import { posix } from 'node:path';
import type { Change } from '../../git/change.ts';
import { gitOf } from '../../git/git.ts';
import { affectedTrials, type Affected, type TrialToJudge } from '../../plan/affected.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Ports } from '../../ports.ts';
import { configurationNames } from '../../settings/configuration-search.ts';
import { filesWithConfigurationOf } from '../base/base-configuration.ts';
import { configurationDiffers } from './configuration-differs.ts';
import type { Planned } from '../run/plans.ts';
import type { RunSettings } from '../run/run-settings.ts';
import { workflowFiles } from './workflow-files.ts';

/** Which trials a change touches, by its files, by the running workflow and by what the configuration says of each; all plans of a run at once. */
export async function judgeTrials(
  change: Change,
  planned: readonly Planned[],
  run: RunSettings,
  ports: Ports,
): Promise<ReadonlyMap<Plan, Affected>> {
  const { files, workingDirectory, environment } = ports;
  const isConfigured = change.entries.some(({ path }) => configurationNames.has(posix.basename(path)));
  const git = gitOf(change.top, environment);
  const before = isConfigured ? await filesWithConfigurationOf(change.base, git, run.given, ports) : undefined;
  const differs = await configurationDiffers(run, before, ports);
  const ofAll = workflowFiles(change.top, ports);
  const trials: TrialToJudge[] = [];
  for (const each of planned) {
    if (each.kind !== 'plan') continue;
    const own = each.settings.configurationFile;
    const differ = await differs(each.plan, each.named?.key);
    trials.push({
      plan: each.plan,
      files: [...ofAll, ...(own === undefined ? [] : [own.text])],
      ...(differ === undefined ? {} : { settingsDiffer: differ }),
    });
  }
  const realWorkingDirectory = files.realPath(workingDirectory) ?? workingDirectory;
  const answers = affectedTrials(trials, change, { workingDirectory, realWorkingDirectory });
  return new Map(
    trials.flatMap(({ plan }, index) => {
      const answer = answers[index];
      return answer === undefined ? [] : [[plan, answer] as const];
    }),
  );
}
