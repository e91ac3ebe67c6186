import type { Change } from '../git/change.ts';
import { buildReason } from './build-reason.ts';
import { changedPaths } from './changed-paths.ts';
import { folderChanges } from './context-changes.ts';
import { imageTraffic, type ImageTraffic } from './images-of.ts';
import { changedCompose, changedFiles, changedFoundation, changedInput } from './local-files.ts';
import type { Plan } from './plan.ts';
import { repositoryPaths, type Place } from './repository-path.ts';

/** Whether a trial's image, or what is said of it, can differ, and in one short sentence why. */
export interface Affected {
  readonly isAffected: boolean;
  readonly because: string;
}

export interface TrialToJudge {
  readonly plan: Plan;
  /**
   * What of its settings is otherwise, as a sentence; `false` where all of `.sea-trial.yml` that is for it was compared and is the same.
   * Absent where nobody compared: then a change of that file counts.
   */
  readonly settingsDiffer?: string | false;
  /** Further files and folders that it depends on, such as the configuration that an input names. */
  readonly files?: readonly string[];
}

/** Judges trials by a change of the repository, in order. Nothing is asked but the plans and their facts. In doubt a trial is affected. */
export function affectedTrials(
  trials: readonly TrialToJudge[],
  change: Change,
  place: Omit<Place, 'top'>,
): readonly Affected[] {
  const pathOf = repositoryPaths({ top: change.top, ...place });
  const repository = { changed: changedPaths(change.entries), links: change.links, pathOf };
  const folders = { changesIn: folderChanges(repository, change.top), pathOf };
  const traffic = imageTraffic(trials.map(({ plan }) => plan));
  const reasons = new Map<Plan, string>();
  for (const { plan, settingsDiffer, files = [] } of trials) {
    const isCompared = settingsDiffer === false;
    const reason =
      (isCompared ? undefined : settingsDiffer) ??
      changedFoundation(plan, isCompared, repository) ??
      changedFiles(files, repository) ??
      changedInput(plan, repository) ??
      buildReason(plan, folders, traffic.registering(plan)) ??
      changedCompose(plan, repository);
    if (reason !== undefined) reasons.set(plan, reason);
  }
  passOn(reasons, traffic);
  const none = withoutReason(change.fileCount);
  return trials.map(({ plan }) => {
    const reason = reasons.get(plan);
    return { isAffected: reason !== undefined, because: reason ?? none };
  });
}

/** Whoever builds on an image that can differ, can differ too. */
function passOn(reasons: Map<Plan, string>, { builtOn }: ImageTraffic): void {
  const waiting = [...reasons.keys()];
  for (let maker = waiting.pop(); maker !== undefined; maker = waiting.pop()) {
    for (const { plan, image } of builtOn(maker)) {
      if (reasons.has(plan)) continue;
      reasons.set(plan, `${image} is the image of the trial ${maker.name}, which is affected`);
      waiting.push(plan);
    }
  }
}

function withoutReason(fileCount: number): string {
  if (fileCount === 0) return 'nothing changed';
  return fileCount === 1
    ? 'the one changed file does not reach it'
    : `none of the ${fileCount} changed files reaches it`;
}
