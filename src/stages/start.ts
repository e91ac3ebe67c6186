import { diagnoseEarly } from '../diagnoses/diagnose.ts';
import type { Docker, Engine, InspectedContainer } from '../docker/docker.ts';
import type { Facts } from '../facts/facts.ts';
import type { ContainerObservation, ExchangeOutcome, ImageObservation, Observation } from '../observation.ts';
import type { Plan } from '../plan/plan.ts';
import type { Clock } from '../ports.ts';
import { exchange } from '../probes/exchange.ts';
import { launch } from './launch.ts';
import { observeRunning } from './running.ts';
import { Watch } from './watch.ts';

/** Between two requests while nothing answers; the lag between the first possible answer and ours is half of it. */
const requestEveryMs = 15;
/** A server that accepts and is silent is asked anew after this: it may have lost the first request while it started. */
const requestLimitMs = 5_000;
const decideEveryMs = 50;

export interface StartSetting {
  readonly docker: Docker;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly facts: Facts;
  /** The observation so far: what the diagnoses decide from while the container runs. */
  readonly seen: (container: ContainerObservation) => Observation;
}

/** What came of starting: a watch over a container that answers, or the reason why there is none, with all that was seen. */
export type Started =
  | {
      readonly ended: 'ready';
      readonly container: InspectedContainer;
      readonly watch: Watch;
      readonly address: string;
      readonly wait: EndedWait;
      readonly movedTo?: number;
    }
  | {
      readonly ended: 'exited' | 'decided' | 'deadline' | 'not-started';
      readonly observation: ContainerObservation;
    };

type EndedWait =
  | { readonly ended: 'ready'; readonly readyAtMs: number }
  | { readonly ended: 'exited' | 'decided' | 'deadline' };

/** Starts the container and waits until it answers, has ended, or is known never to answer. The container is left for the caller to remove. */
export async function start(plan: Plan, image: ImageObservation, setting: StartSetting): Promise<Started> {
  const launched = await launch(plan.start, image, setting);
  if (launched.container === undefined) return { ended: 'not-started', observation: launched.observation };
  const published = launched.container.published.find(
    (port) => port.containerPort === plan.start.port && port.protocol === 'tcp',
  );
  const watch = new Watch({
    ...setting,
    image,
    create: launched.create,
    container: launched.container,
    port: plan.start.port,
    limitMs: plan.readyLimitMs,
  });
  try {
    const address = `http://${setting.engine.host}:${published?.hostPort ?? plan.start.port}`;
    const wait = await untilDecided(watch, address, plan.readyLimitMs, setting);
    if (wait.ended === 'ready') {
      return {
        ended: 'ready',
        container: launched.container,
        watch,
        address,
        wait,
        ...(launched.movedTo === undefined ? {} : { movedTo: launched.movedTo }),
      };
    }
    if (!watch.hasExited) {
      await observeRunning(launched.container, watch, setting.docker);
      await watch.inspect();
    }
    const observation = watch.snapshot(wait);
    await watch[Symbol.asyncDispose]();
    return { ended: wait.ended, observation };
  } catch (error) {
    await watch[Symbol.asyncDispose]();
    throw error;
  }
}

/** HTTP, the container's end, the early diagnoses and the deadline at once: whichever knows first. */
async function untilDecided(watch: Watch, address: string, limitMs: number, setting: StartSetting): Promise<EndedWait> {
  const over = new AbortController();
  const signal = AbortSignal.any([over.signal, setting.signal]);
  const deadline = setting.clock
    .sleep(Math.max(0, limitMs - watch.elapsedMs), signal)
    .then((): EndedWait => ({ ended: 'deadline' }));
  const exited = watch.exited.then((): EndedWait => ({ ended: 'exited' }));
  try {
    const wait = await Promise.race([
      askUntilAnswered(watch, address, setting.clock, signal),
      decideEarly(watch, setting, signal),
      exited,
      deadline,
    ]);
    setting.signal.throwIfAborted();
    return wait;
  } finally {
    over.abort();
  }
}

async function askUntilAnswered(watch: Watch, address: string, clock: Clock, signal: AbortSignal): Promise<EndedWait> {
  const url = new URL('/', address);
  while (!signal.aborted) {
    const atMs = watch.elapsedMs;
    const { outcome, ms } = await exchange({ method: 'GET', url, headers: {}, limitMs: requestLimitMs, signal });
    if (signal.aborted) break;
    watch.exchanges.add({ atMs, ms, request: `GET ${url.href}`, outcome });
    if (counts(outcome)) return { ended: 'ready', readyAtMs: watch.elapsedMs };
    await clock.sleep(requestEveryMs, signal);
  }
  return never();
}

/** Ready is the first HTTP answer that does not come from a proxy whose server is still missing. */
function counts(outcome: ExchangeOutcome): boolean {
  return outcome.kind === 'answered' && ![502, 503, 504].includes(outcome.status);
}

async function decideEarly(watch: Watch, setting: StartSetting, signal: AbortSignal): Promise<EndedWait> {
  while (!signal.aborted) {
    const observation = setting.seen(watch.snapshot({ ended: 'decided' }));
    if (diagnoseEarly({ observation, facts: setting.facts }) !== undefined) return { ended: 'decided' };
    await setting.clock.sleep(decideEveryMs, signal);
  }
  return never();
}

/** The race has been decided by another; this one must not win it. */
function never(): Promise<EndedWait> {
  return new Promise(() => {});
}
