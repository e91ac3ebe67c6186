import type {
  Docker,
  Engine,
  InspectedContainer,
  PublishSpecification,
  RunOutcome,
  RunRequest,
} from '../docker/docker.ts';
import type { ContainerObservation, ImageObservation } from '../observation.ts';
import type { Plan, StartPlan } from '../plan/plan.ts';
import type { Progress } from '../ports.ts';

export interface Launched {
  readonly create: ContainerObservation['create'];
  /** Absent where it never ran; `observation` then holds what docker said. */
  readonly container?: InspectedContainer;
  readonly observation: ContainerObservation;
  /** The free host port that was taken instead of ours. */
  readonly movedTo?: number;
}

export interface LaunchSetting {
  readonly docker: Docker;
  readonly engine: Engine;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** By `docker run --detach`, or by docker compose after what it depends on. Where our own default port is taken on the host, a free one does as well. */
export async function launch(
  { start: plan, expected }: Pick<Plan, 'start' | 'expected'>,
  image: ImageObservation,
  { docker, engine, progress, signal }: LaunchSetting,
): Promise<Launched> {
  // Only this machine shall reach what is under trial, unless the user publishes it otherwise.
  const publish = plan.publish.map((port) =>
    plan.portIsOurs && engine.local
      ? { ...port, hostIp: '127.0.0.1' }
      : engine.local || port.containerPort === plan.port
        ? port
        : reachableFrom(port),
  );
  const { compose } = plan;
  const request = requestFor(plan, image, publish);
  if (compose !== undefined) {
    const around = Object.keys(compose.project.service.depends_on ?? {}).join(', ');
    if (around !== '') progress({ kind: 'line', stage: 'start', text: `before it: ${around}` });
    await docker.compose.startAround(compose, request, signal);
  }
  const run = (asked: RunRequest): Promise<RunOutcome> =>
    compose === undefined ? docker.run(asked) : docker.compose.up(compose, asked, signal);
  let outcome = await run(request);
  let moved = false;
  if (plan.portIsOurs && isPortTaken(outcome)) {
    if (outcome.id !== undefined) await docker.remove(outcome.id);
    outcome = await run({ ...request, publish: publish.map((port) => ({ ...port, hostPort: 0 })) });
    moved = true;
  }
  const container = outcome.id === undefined ? undefined : await docker.inspectContainer(outcome.id);
  const create = { argv: outcome.argv, exitCode: outcome.exitCode, stderr: outcome.stderr };
  const hostPort = container?.published.find((port) => port.containerPort === plan.port)?.hostPort;
  return {
    create,
    ...(outcome.exitCode === 0 && container !== undefined ? { container } : {}),
    ...(moved && hostPort !== undefined ? { movedTo: hostPort } : {}),
    observation: {
      image,
      expected,
      create,
      ...(container === undefined ? {} : { state: container.state }),
      published: container?.published ?? [],
      port: plan.port,
      log: [],
      omittedLogLines: 0,
      sockets: [],
      processes: [],
      exchanges: [],
      measures: [],
      wait: { limitMs: 0, ms: 0, ended: 'not-started' },
    },
  };
}

/** A further port is published on the loopback because a probe asks it; that of another host is out of reach. */
function reachableFrom({ hostIp, ...port }: PublishSpecification): PublishSpecification {
  return port.hostPort === 0 && hostIp === '127.0.0.1'
    ? port
    : { ...port, ...(hostIp === undefined ? {} : { hostIp }) };
}

function requestFor(plan: StartPlan, image: ImageObservation, publish: readonly PublishSpecification[]): RunRequest {
  return {
    image: image.id,
    name: plan.containerName,
    labels: plan.labels,
    publish,
    environment: plan.environment,
    environmentFiles: plan.environmentFiles,
    unlessGiven: faultHandler(image),
    ...(plan.network === undefined ? {} : { network: plan.network }),
    options: plan.options,
  };
}

/** Python then says at which line it dies, or hangs when it is asked (docs/adr/0007). What the image sets of it stays. */
function faultHandler({ environment }: ImageObservation): readonly string[] {
  return environment.some((pair) => pair.startsWith('PYTHONFAULTHANDLER=')) ? [] : ['PYTHONFAULTHANDLER=1'];
}

/** Another container holds it, or a process of the host: docker has a sentence for each. */
function isPortTaken(outcome: RunOutcome): boolean {
  return outcome.exitCode !== 0 && /port is already allocated|address already in use/.test(outcome.stderr);
}
