import type { Docker, Engine, InspectedContainer } from '../docker/docker.ts';
import type { Facts } from '../facts/facts.ts';
import type { ContainerObservation, ImageObservation, Observation } from '../observation.ts';
import type { Plan } from '../plan/plan.ts';
import type { Clock, Progress } from '../ports.ts';
import { whereReached, type Reached } from './address.ts';
import { refuseForeignServer } from './foreign-server.ts';
import { interrogate } from './interrogate.ts';
import { launch } from './launch.ts';
import { observeRunning } from './running.ts';
import { untilDecided, type EndedWait } from './wait.ts';
import { Watch } from './watch.ts';

export interface StartSetting {
  readonly docker: Docker;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly facts: Facts;
  /** The observation so far: what the diagnoses decide from while the container runs. */
  readonly seen: (container: ContainerObservation) => Observation;
}

/** What came of starting: a watch over a container that does what is expected, or the reason why there is none, with all that was seen. */
export type Started =
  | (Reached & {
      readonly ended: 'ready';
      readonly container: InspectedContainer;
      readonly watch: Watch;
      readonly wait: EndedWait;
      readonly movedTo?: number;
    })
  | {
      readonly ended: 'exited' | 'decided' | 'deadline' | 'not-started';
      readonly observation: ContainerObservation;
    };

/** Starts the container and waits until it does what is expected, or is known never to. The container is left for the caller to remove. */
export async function start(plan: Plan, image: ImageObservation, setting: StartSetting): Promise<Started> {
  const { expected, readyLimitMs: limitMs } = plan;
  await refuseForeignServer(plan.start, setting.engine.host, setting.signal);
  const launched = await launch(plan, image, setting);
  if (launched.container === undefined) return { ended: 'not-started', observation: launched.observation };
  const reached = whereReached(launched.container, plan.start.port, setting.engine);
  const { address } = reached;
  const watch = new Watch({
    ...setting,
    image,
    expected,
    create: launched.create,
    container: launched.container,
    port: plan.start.port,
    limitMs,
  });
  try {
    const wait = await untilDecided(watch, { ...setting, expected, limitMs, address });
    if (wait.ended === 'ready') {
      return {
        ended: 'ready',
        container: launched.container,
        watch,
        ...reached,
        wait,
        ...(launched.movedTo === undefined ? {} : { movedTo: launched.movedTo }),
      };
    }
    if (!watch.hasExited) {
      await observeRunning(launched.container, watch, setting.docker);
      await watch.inspect();
    }
    const seen = watch.snapshot(wait);
    const isSilent = wait.ended === 'deadline' && !watch.hasExited && expected.kind !== 'exit';
    const observation = isSilent
      ? await interrogate({ ...setting, container: launched.container, watch, address }, seen)
      : seen;
    await watch[Symbol.asyncDispose]();
    return { ended: wait.ended, observation };
  } catch (error) {
    await watch[Symbol.asyncDispose]();
    throw error;
  }
}
