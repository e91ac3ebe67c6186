import type { ImageObservation } from '../observation.ts';
import type { Plan } from '../plan/plan.ts';
import { start } from '../stages/start.ts';
import type { ContainerCourse, Ready } from './container-course.ts';
import { diagnosed } from './diagnosed.ts';
import type { StageOutcome } from './logbook.ts';
import { measurePaths } from './measure-paths.ts';

/** The start; without a value where the container does not come to what is expected. */
export async function startStage(
  plan: Plan,
  image: ImageObservation,
  course: ContainerCourse,
): Promise<StageOutcome<Ready | undefined>> {
  const { logbook } = course;
  // Once: the early diagnoses ask every 50 ms, and the sources are a listing of the whole context.
  const before = logbook.observation;
  const started = await start(plan, image, {
    ...course,
    facts: plan.facts,
    seen: (container) => ({ ...before, container }),
  });
  if (started.ended === 'ready') return { value: started, status: 'passed', findings: [] };
  logbook.sawContainer(started.observation);
  const outcome = diagnosed(logbook.observation, plan.facts);
  if (started.observation.runtime !== undefined) {
    logbook.sawContainer({ ...started.observation, measures: await measurePaths(plan, course) });
  }
  return { value: undefined, ...outcome };
}
