import { remarksOn } from '../diagnoses/diagnose.ts';
import type { Plan } from '../plan/plan.ts';
import { beginSlowRequest } from '../stages/in-flight.ts';
import { stop } from '../stages/stop.ts';
import type { ContainerCourse, Ready } from './container-course.ts';
import type { StageOutcome } from './logbook.ts';
import { measurePaths } from './measure-paths.ts';

/** The stop, with a request in flight; what lies in the container is measured meanwhile, for `docker cp` reads a stopped one as well. */
export async function stopStage(
  plan: Plan,
  { watch, wait, container }: Ready,
  course: ContainerCourse,
): Promise<StageOutcome<undefined>> {
  const { docker, logbook } = course;
  const inFlight = beginSlowRequest(plan.probes, watch, course);
  const [, measures] = await Promise.all([
    stop(container.id, { docker, watch, limitMs: plan.stopLimitMs, inFlight }),
    measurePaths(plan, course),
  ]);
  logbook.sawContainer({ ...watch.snapshot(wait), measures });
  const findings = remarksOn({ observation: logbook.observation, facts: plan.facts }, 'stop');
  return { value: undefined, status: 'passed', findings };
}
