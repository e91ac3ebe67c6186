import { remarksOn } from '../diagnoses/diagnose.ts';
import type { Docker, Engine } from '../docker/docker.ts';
import type { Finding } from '../finding.ts';
import type { ImageObservation, PathMeasured } from '../observation.ts';
import type { Plan } from '../plan/plan.ts';
import type { Clock, Progress } from '../ports.ts';
import type { ProbeResult } from '../report.ts';
import { askDocumented, documentedResults } from '../stages/documented.ts';
import { beginSlowRequest } from '../stages/in-flight.ts';
import { runHealthCheck } from '../stages/health-check.ts';
import { dumpThreads } from '../stages/interrogate.ts';
import { observeRunning } from '../stages/running.ts';
import { smoke } from '../stages/smoke.ts';
import { start, type Started } from '../stages/start.ts';
import { stop } from '../stages/stop.ts';
import type { Seen } from '../symptoms/seen.ts';
import { diagnosed } from './diagnosed.ts';
import type { Logbook } from './logbook.ts';
import { pathsToMeasure } from './settle.ts';

export interface ContainerTrial {
  readonly docker: Docker;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly engine: Engine;
  readonly logbook: Logbook;
  /** What lint suspects: its probes are asked. */
  readonly suspected: readonly Finding[];
}

export interface ContainerResult {
  readonly probes: readonly ProbeResult[];
  /** The free host port that was taken, because the usual one was not free. */
  readonly movedTo?: number;
}

/** Starts the image, asks the probes, stops it; whatever happens, the container is removed with its volumes. */
export async function tryContainer(
  plan: Plan,
  image: ImageObservation,
  course: ContainerTrial,
): Promise<ContainerResult> {
  const { docker, logbook } = course;
  try {
    const started = await logbook.stage('start', () => startStage(plan, image, course));
    if (started === undefined) {
      logbook.skip('smoke', 'nothing answered');
      logbook.skip('stop', 'nothing answered');
      return { probes: [] };
    }
    await using watch = started.watch;
    const see = (): void => logbook.sawContainer(watch.snapshot(started.wait));
    if (plan.expected.kind === 'exit') {
      for (const stage of ['smoke', 'stop'] as const) logbook.skip(stage, 'it has ended, as expected');
      see();
      logbook.sawContainer({ ...watch.snapshot(started.wait), measures: await measurePaths(plan, course) });
      return { probes: [], ...(started.movedTo === undefined ? {} : { movedTo: started.movedTo }) };
    }
    const seen = (): Seen => ({ observation: logbook.observation, facts: plan.facts });
    let interrupted = false;
    let probes: readonly ProbeResult[] = [];
    await logbook.stage('smoke', async () => {
      probes = await smoke(plan, {
        ...course,
        watch,
        address: started.address,
        published: started.published,
      });
      const passed = probes.every((probe) => probe.passed);
      if (passed) probes = [...probes, ...(await askItsDocument(plan, started, course))];
      if (!watch.hasExited) await observeRunning(started.container, watch, docker);
      const checked = passed && !watch.hasExited && (await runHealthCheck(started.container.id, image, course));
      if (checked !== false && checked !== undefined) watch.sawHealthCheck(checked);
      see();
      if (passed && !watch.hasExited) return { value: probes, status: 'passed', findings: remarksOn(seen(), 'serve') };
      interrupted = !watch.hasExited && (await askWhereItHangs(started, course));
      return { value: probes, ...diagnosed(logbook.observation, plan.facts) };
    });
    if (watch.hasExited) logbook.skip('stop', 'the container has ended of itself');
    else if (interrupted) logbook.skip('stop', 'it was interrupted to learn where it hangs');
    else {
      await logbook.stage('stop', async () => {
        // `docker cp` reads a stopped container as well as a running one.
        const [stopped, measures] = await Promise.all([
          stop(started.container.id, {
            docker,
            watch,
            limitMs: plan.stopLimitMs,
            inFlight: beginSlowRequest(plan.probes, watch, course),
          }),
          measurePaths(plan, course),
        ]);
        logbook.sawContainer({ ...watch.snapshot(started.wait), measures });
        return { value: stopped, status: 'passed', findings: remarksOn(seen(), 'stop') };
      });
    }
    return { probes, ...(started.movedTo === undefined ? {} : { movedTo: started.movedTo }) };
  } finally {
    await docker.remove(plan.start.containerName);
    if (plan.start.compose !== undefined) await docker.compose.down(plan.start.compose.name);
  }
}

type Ready = Extract<Started, { readonly ended: 'ready' }>;

/** What the application documents of itself, once the given probes have passed. */
async function askItsDocument(plan: Plan, started: Ready, course: ContainerTrial): Promise<readonly ProbeResult[]> {
  const { watch, address } = started;
  if (!plan.documented.isAsked || watch.hasExited) return [];
  const documented = await askDocumented(plan, { ...course, watch, address });
  if (documented === undefined) return [];
  watch.sawDocumented(documented);
  return documentedResults({ documented });
}

/** Where a probe was left without an answer. The container may not survive the question, so it is not stopped after it. */
async function askWhereItHangs({ container, watch, wait }: Ready, course: ContainerTrial): Promise<boolean> {
  const snapshot = watch.snapshot(wait);
  const hangs = snapshot.exchanges.some(({ passed, outcome }) => passed === false && outcome.kind === 'timeout');
  if (!hangs) return false;
  // What the fault handler writes is ours, not the application's.
  const before = { ...snapshot, log: [...snapshot.log] };
  const threads = await dumpThreads({ ...course, container, watch }, before.processes);
  if (threads !== undefined) course.logbook.sawContainer({ ...before, threads });
  return threads !== undefined;
}

async function startStage(plan: Plan, image: ImageObservation, course: ContainerTrial) {
  const { logbook } = course;
  // Once: the early diagnoses ask every 50 ms, and the sources are a listing of the whole context.
  const before = logbook.observation;
  const started = await start(plan, image, {
    ...course,
    facts: plan.facts,
    seen: (container) => ({ ...before, container }),
  });
  if (started.ended === 'ready') return { value: started satisfies Ready, status: 'passed' as const, findings: [] };
  logbook.sawContainer(started.observation);
  const outcome = diagnosed(logbook.observation, plan.facts);
  if (started.observation.runtime !== undefined) {
    logbook.sawContainer({ ...started.observation, measures: await measurePaths(plan, course) });
  }
  return { value: undefined, ...outcome };
}

/** Sizes of what the probes ask about; a path that is not there is not among them. */
async function measurePaths(
  plan: Plan,
  { docker, logbook, suspected }: ContainerTrial,
): Promise<readonly PathMeasured[]> {
  const paths = pathsToMeasure(suspected, logbook.observation, plan.facts);
  const measured = await Promise.all(
    paths.map(async (path) => ({ path, measure: await docker.measurePath(plan.start.containerName, path) })),
  );
  return measured.flatMap(({ path, measure }) =>
    measure === undefined ? [] : [{ path, bytes: measure.bytes, files: measure.files }],
  );
}
