import { remarksOn } from '../diagnoses/diagnose.ts';
import type { ImageObservation } from '../observation.ts';
import type { Plan } from '../plan/plan.ts';
import type { ProbeResult } from '../report.ts';
import { askDocumented, documentedResults } from '../stages/documented.ts';
import { runHealthCheck } from '../stages/health-check.ts';
import { dumpThreads } from '../stages/interrogate.ts';
import { observeRunning } from '../stages/running.ts';
import { smoke } from '../stages/smoke.ts';
import type { ContainerCourse, Ready } from './container-course.ts';
import { diagnosed } from './diagnosed.ts';
import type { StageOutcome } from './logbook.ts';

export interface Smoked {
  readonly probes: readonly ProbeResult[];
  /** It was asked where it hangs, and may not have survived that. */
  readonly isInterrupted: boolean;
}

/** The probes, what the application documents, who runs, and the image's own health check. */
export async function smokeStage(
  plan: Plan,
  image: ImageObservation,
  started: Ready,
  course: ContainerCourse,
): Promise<StageOutcome<Smoked>> {
  const { watch, wait, container, address, published } = started;
  const { docker, logbook } = course;
  const given = await smoke(plan, { ...course, watch, address, published });
  const passed = given.every((probe) => probe.passed);
  const probes = passed ? [...given, ...(await askItsDocument(plan, started, course))] : given;
  if (!watch.hasExited) await observeRunning(container, watch, docker);
  if (passed && !watch.hasExited) {
    const checked = await runHealthCheck(container.id, image, course);
    if (checked !== undefined) watch.sawHealthCheck(checked);
  }
  logbook.sawContainer(watch.snapshot(wait));
  if (passed && !watch.hasExited) {
    const findings = remarksOn({ observation: logbook.observation, facts: plan.facts }, 'serve');
    return { value: { probes, isInterrupted: false }, status: 'passed', findings };
  }
  const isInterrupted = !watch.hasExited && (await askWhereItHangs(started, course));
  return { value: { probes, isInterrupted }, ...diagnosed(logbook.observation, plan.facts) };
}

/** What the application documents of itself, once the given probes have passed. */
async function askItsDocument(plan: Plan, started: Ready, course: ContainerCourse): Promise<readonly ProbeResult[]> {
  const { watch, address } = started;
  if (!plan.documented.isAsked || watch.hasExited) return [];
  const documented = await askDocumented(plan, { ...course, watch, address });
  if (documented === undefined) return [];
  watch.sawDocumented(documented);
  return documentedResults({ documented });
}

/** Where a probe was left without an answer. The container may not survive the question, so it is not stopped after it. */
async function askWhereItHangs({ container, watch, wait }: Ready, course: ContainerCourse): Promise<boolean> {
  const snapshot = watch.snapshot(wait);
  const hangs = snapshot.exchanges.some(({ passed, outcome }) => passed === false && outcome.kind === 'timeout');
  if (!hangs) return false;
  // What the fault handler writes is ours, not the application's.
  const before = { ...snapshot, log: [...snapshot.log] };
  const threads = await dumpThreads({ ...course, container, watch }, before.processes);
  if (threads !== undefined) course.logbook.sawContainer({ ...before, threads });
  return threads !== undefined;
}
