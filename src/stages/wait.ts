import { diagnoseEarly } from '../diagnoses/diagnose.ts';
import type { Facts } from '../facts/facts.ts';
import type { ContainerObservation, ExchangeOutcome, Expectation, Observation } from '../observation.ts';
import type { Clock } from '../ports.ts';
import { connection } from '../probes/connection.ts';
import { exchange } from '../probes/exchange.ts';
import { suspectTls } from './suspect-tls.ts';
import type { Watch } from './watch.ts';

/** Between two requests while nothing answers; the lag between the first possible answer and ours is half of it. */
const requestEveryMs = 15;
/** A server that accepts and is silent is asked anew after this: it may have lost the first request while it started. */
const requestLimitMs = 5_000;
/** A first page comes in this time; of a stream without end that is enough to know that it answers. */
const bodyLimitMs = 250;
const decideEveryMs = 50;
/** Shorter ones may be of a server that is about to answer. */
const leastOpenMs = 1_000;

export interface WaitSetting {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly facts: Facts;
  readonly expected: Expectation;
  readonly limitMs: number;
  /** `http://127.0.0.1:8000`: where the container is asked. */
  readonly address: string;
  /** The observation so far: what the diagnoses decide from while the container runs. */
  readonly seen: (container: ContainerObservation) => Observation;
}

export type EndedWait =
  /** `readyAtMs` is absent where readiness is no moment: of a worker, and of a job. */
  { readonly ended: 'ready'; readonly readyAtMs?: number } | { readonly ended: 'exited' | 'decided' | 'deadline' };

/** What is expected, the container's end, the early diagnoses and the deadline at once: whichever knows first. */
export async function untilDecided(watch: Watch, setting: WaitSetting): Promise<EndedWait> {
  const over = new AbortController();
  const signal = AbortSignal.any([over.signal, setting.signal]);
  try {
    const wait = await Promise.race(watchersFor(watch, setting, signal));
    setting.signal.throwIfAborted();
    return wait;
  } finally {
    over.abort();
  }
}

function watchersFor(watch: Watch, setting: WaitSetting, signal: AbortSignal): readonly Promise<EndedWait>[] {
  const { clock, expected, limitMs, address } = setting;
  const at = async (ms: number, ended: EndedWait): Promise<EndedWait> => {
    await clock.sleep(Math.max(0, ms - watch.elapsedMs), signal);
    return ended;
  };
  const exited = watch.exited.then((): EndedWait => ({ ended: 'exited' }));
  const deadline = (): Promise<EndedWait> => at(limitMs, { ended: 'deadline' });
  switch (expected.kind) {
    case 'http':
      suspectTls(watch, address, clock, signal).catch(() => {}); // no reason to end the wait
      return [askUntilAnswered(watch, address, clock, signal), decideEarly(watch, setting, signal), exited, deadline()];
    case 'tcp':
      return [connectUntilKept(watch, address, clock, signal), decideEarly(watch, setting, signal), exited, deadline()];
    case 'running':
      return [at(expected.ms, { ended: 'ready' }), exited];
    case 'exit':
      return [
        watch.exited.then((): EndedWait => ({ ended: watch.state.exitCode === expected.code ? 'ready' : 'exited' })),
        deadline(),
      ];
  }
}

async function askUntilAnswered(watch: Watch, address: string, clock: Clock, signal: AbortSignal): Promise<EndedWait> {
  const url = new URL('/', address);
  while (!signal.aborted) {
    const atMs = watch.elapsedMs;
    const asked = { method: 'GET', url, headers: {}, limitMs: requestLimitMs, bodyLimitMs, signal };
    const { outcome, ms, headMs = ms } = await exchange(asked);
    // One that is still open when the time is over has been left without an answer, too.
    const leftOpen = signal.aborted && ms >= leastOpenMs;
    if (leftOpen) watch.exchanges.add({ atMs, ms, request: `GET ${url.href}`, outcome: { kind: 'timeout' } });
    if (signal.aborted) break;
    watch.exchanges.add({ atMs, ms, request: `GET ${url.href}`, outcome });
    const readyAtMs = atMs + headMs;
    if (counts(outcome) && (await isOwn(watch, clock, signal))) return { ended: 'ready', readyAtMs };
    await clock.sleep(requestEveryMs, signal);
  }
  return never();
}

/** How long after an answer its listener may be missing from a reading: two of them may be that far apart. */
const ownershipMs = 400;

/** Somebody else's program on the same address, or a container that has ended meanwhile, is not under trial. */
async function isOwn(watch: Watch, clock: Clock, signal: AbortSignal): Promise<boolean> {
  const until = watch.elapsedMs + ownershipMs;
  for (;;) {
    if (await watch.listensOnAskedPort()) return true;
    if (watch.elapsedMs >= until || watch.hasExited || signal.aborted) return false;
    await clock.sleep(requestEveryMs, signal);
  }
}

async function connectUntilKept(watch: Watch, address: string, clock: Clock, signal: AbortSignal): Promise<EndedWait> {
  const { hostname: host, port } = new URL(address);
  while (!signal.aborted) {
    const atMs = watch.elapsedMs;
    const { outcome, ms } = await connection({ host, port: Number(port), limitMs: requestLimitMs, signal });
    if (signal.aborted) break;
    watch.exchanges.add({ atMs, ms, request: `TCP ${host}:${port}`, outcome });
    if (outcome.kind === 'connected') return { ended: 'ready', readyAtMs: atMs };
    await clock.sleep(requestEveryMs, signal);
  }
  return never();
}

/** Ready is the first HTTP answer that does not come from a proxy whose server is still missing. */
function counts(outcome: ExchangeOutcome): boolean {
  return outcome.kind === 'answered' && ![502, 503, 504].includes(outcome.status);
}

async function decideEarly(watch: Watch, setting: WaitSetting, signal: AbortSignal): Promise<EndedWait> {
  while (!signal.aborted) {
    const began = setting.clock.ticks();
    const observation = setting.seen(watch.snapshot({ ended: 'decided' }));
    if (diagnoseEarly({ observation, facts: setting.facts }) !== undefined) return { ended: 'decided' };
    // To read a log of many megabytes takes its time, and the requests of the wait need theirs.
    const took = setting.clock.ticks() - began;
    await setting.clock.sleep(Math.max(decideEveryMs, 4 * took), signal);
  }
  return never();
}

/** The race has been decided by another; this one must not win it. */
function never(): Promise<EndedWait> {
  return new Promise(() => {});
}
