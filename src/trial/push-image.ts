import { SetupError } from '../errors.ts';
import type { ImageObservation } from '../observation.ts';
import type { Plan } from '../plan/plan.ts';
import type { PushPlan } from '../plan/push-plan.ts';
import type { TrialReport } from '../report.ts';
import { push, tagOfImage, type Pushed } from '../stages/push.ts';
import { Logbook, type StageOutcome } from './logbook.ts';
import type { TrialPorts } from './trial.ts';

/** How long what was aborted may take to close what it shows. */
const tidyingMs = 2_000;

export interface PushPorts extends TrialPorts {
  /** Why nothing of this event is pushed, as a clause; absent where it may be. */
  readonly pushRefusal?: string;
}

/** Pushes the very image that has passed, where that is wanted; what the registry does not take makes the trial errored. */
export async function pushImage(report: TrialReport, plan: Plan, ports: PushPorts): Promise<TrialReport> {
  const { push: wanted } = plan;
  if (wanted === undefined) return report;
  const logbook = new Logbook(plan, ports);
  const { image, verdict } = report;
  if (verdict !== 'passed' || image === undefined) {
    logbook.skip('push', verdict === 'errored' ? 'the trial could not run' : 'the image has not passed');
    return withPush(report, [], logbook);
  }
  try {
    const pushed = await logbook.stage('push', () => pushStage(image, wanted, plan, ports));
    return withPush(report, pushed ?? [], logbook);
  } finally {
    await logbook.settled(tidyingMs);
  }
}

async function pushStage(
  image: ImageObservation,
  wanted: PushPlan,
  plan: Plan,
  ports: PushPorts,
): Promise<StageOutcome<Pushed['pushed']>> {
  if (ports.pushRefusal !== undefined)
    throw new SetupError(
      `The image is not pushed, because ${ports.pushRefusal}. Set \`push\` only where the repository's own commits are tried: on a push, a tag, a release.`,
    );
  const { pushed, trouble } = await push(image, wanted, ports);
  if (wanted.byDigest) await removeOwnTags(image, wanted, plan, ports);
  return trouble === undefined
    ? { value: pushed, status: 'passed', findings: [] }
    : { value: pushed, status: 'errored', findings: [], message: trouble };
}

/** In the engine nobody asks for them; but with its last name an image goes, and one that was given by id or digest may have no other. */
async function removeOwnTags(
  image: ImageObservation,
  { names }: PushPlan,
  { origin }: Plan,
  { docker }: PushPorts,
): Promise<void> {
  if (/@|^(?:sha256:)?[0-9a-f]{12,64}$/.test(origin.name)) return;
  try {
    for (const { repository } of names) await docker.removeImage(`${repository}:${tagOfImage(image)}`);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error; // a name that stays changes nothing of what was pushed
  }
}

function withPush(report: TrialReport, pushed: Pushed['pushed'], logbook: Logbook): TrialReport {
  const { image, ...rest } = report;
  const errored = logbook.stages.find(({ status }) => status === 'errored');
  return {
    ...rest,
    ...(image === undefined ? {} : { image: withDigest(image, pushed[0]?.digest) }),
    ...(pushed.length === 0 ? {} : { pushed }),
    stages: [...report.stages, ...logbook.stages],
    ...(errored?.status === 'errored' ? { verdict: 'errored', cause: 'unknown', because: errored.message } : {}),
  };
}

/** The same image may be in other registries; whoever pushes it asks for this one. */
function withDigest(image: ImageObservation, digest: string | undefined): ImageObservation {
  const { digest: _, ...rest } = image;
  return { ...rest, ...(digest === undefined ? {} : { digest }) };
}
