import type { PathMeasured } from '../observation.ts';
import type { Plan } from '../plan/plan.ts';
import type { ContainerCourse } from './container-course.ts';
import { pathsToMeasure } from './settle.ts';

/** Sizes of what the probes ask about; a path that is not there is not among them. */
export async function measurePaths(
  plan: Plan,
  { docker, logbook, suspected }: ContainerCourse,
): Promise<readonly PathMeasured[]> {
  const paths = pathsToMeasure(suspected, logbook.observation, plan.facts);
  const measured = await Promise.all(
    paths.map(async (path) => ({ path, measure: await docker.measurePath(plan.start.containerName, path) })),
  );
  return measured.flatMap(({ path, measure }) =>
    measure === undefined ? [] : [{ path, bytes: measure.bytes, files: measure.files }],
  );
}
