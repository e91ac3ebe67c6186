import type { ImageObservation } from '../observation.ts';
import type { Plan } from '../plan/plan.ts';
import type { ProbeResult } from '../report.ts';
import type { ContainerCourse } from './container-course.ts';
import { measurePaths } from './measure-paths.ts';
import { smokeStage } from './smoke-stage.ts';
import { startStage } from './start-stage.ts';
import { stopStage } from './stop-stage.ts';

export interface ContainerResult {
  readonly probes: readonly ProbeResult[];
  /** The free host port that was taken, because the usual one was not free. */
  readonly movedTo?: number;
}

/** Starts the image, asks the probes, stops it; whatever happens, the container is removed with its volumes. */
export async function tryContainer(
  plan: Plan,
  image: ImageObservation,
  course: ContainerCourse,
): Promise<ContainerResult> {
  const { docker } = course;
  try {
    return await startSmokeStop(plan, image, course);
  } finally {
    await docker.remove(plan.start.containerName);
    if (plan.start.compose !== undefined) await docker.compose.down(plan.start.compose.name);
  }
}

async function startSmokeStop(plan: Plan, image: ImageObservation, course: ContainerCourse): Promise<ContainerResult> {
  const { logbook } = course;
  const skip = (stages: readonly ('smoke' | 'stop')[], because: string): void => {
    for (const stage of stages) logbook.skip(stage, because);
  };
  const started = await logbook.stage('start', () => startStage(plan, image, course));
  if (started === undefined) {
    skip(['smoke', 'stop'], 'nothing answered');
    return { probes: [] };
  }
  await using watch = started.watch;
  const moved = started.movedTo === undefined ? {} : { movedTo: started.movedTo };
  if (plan.expected.kind === 'exit') {
    skip(['smoke', 'stop'], 'it has ended, as expected');
    logbook.sawContainer(watch.snapshot(started.wait));
    logbook.sawContainer({ ...watch.snapshot(started.wait), measures: await measurePaths(plan, course) });
    return { probes: [], ...moved };
  }
  const smoked = await logbook.stage('smoke', () => smokeStage(plan, image, started, course));
  if (watch.hasExited) skip(['stop'], 'the container has ended of itself');
  else if (smoked?.isInterrupted === true) skip(['stop'], 'it was interrupted to learn where it hangs');
  else await logbook.stage('stop', () => stopStage(plan, started, course));
  return { probes: smoked?.probes ?? [], ...moved };
}
