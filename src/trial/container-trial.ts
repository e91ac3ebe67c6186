import type { Docker, Engine } from '../docker/docker.ts';
import type { Finding } from '../finding.ts';
import type { ImageObservation, PathMeasured } from '../observation.ts';
import type { Plan } from '../plan/plan.ts';
import type { Clock } from '../ports.ts';
import type { ProbeResult } from '../report.ts';
import { observeRunning } from '../stages/running.ts';
import { smoke } from '../stages/smoke.ts';
import { start, type Started } from '../stages/start.ts';
import { stop } from '../stages/stop.ts';
import { diagnosed } from './diagnosed.ts';
import type { Logbook } from './logbook.ts';
import { pathsToMeasure } from './settle.ts';

export interface ContainerTrial {
  readonly docker: Docker;
  readonly clock: Clock;
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
    let probes: readonly ProbeResult[] = [];
    await logbook.stage('smoke', async () => {
      probes = await smoke(plan, {
        ...course,
        watch,
        address: started.address,
        published: started.container.published,
      });
      if (!watch.hasExited) await observeRunning(started.container, watch, docker);
      see();
      return probes.every(({ passed }) => passed) && !watch.hasExited
        ? { value: probes, status: 'passed', findings: [] }
        : { value: probes, ...diagnosed(logbook.observation, plan.facts) };
    });
    if (watch.hasExited) logbook.skip('stop', 'the container has ended of itself');
    else {
      await logbook.stage('stop', async () => {
        // `docker cp` reads a stopped container as well as a running one.
        const [stopped, measures] = await Promise.all([
          stop(started.container.id, watch, docker, plan.stopLimitMs),
          measurePaths(plan, course),
        ]);
        logbook.sawContainer({ ...watch.snapshot(started.wait), measures });
        return { value: stopped, status: 'passed', findings: [] };
      });
    }
    return { probes, ...(started.movedTo === undefined ? {} : { movedTo: started.movedTo }) };
  } finally {
    await docker.remove(plan.start.containerName);
  }
}

type Ready = Extract<Started, { readonly ended: 'ready' }>;

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
