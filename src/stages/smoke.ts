import type { ExchangeOutcome, PublishedPort } from '../observation.ts';
import type { Plan } from '../plan/plan.ts';
import type { Clock } from '../ports.ts';
import { exchange } from '../probes/exchange.ts';
import { deviation, describeOutcome } from '../probes/judge.ts';
import { rootProbe, type ProbeRequest } from '../probes/request.ts';
import type { ProbeResult } from '../report.ts';
import type { Watch } from './watch.ts';

const repeatEveryMs = 100;

export interface SmokeSetting {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly watch: Watch;
  /** `http://127.0.0.1:8000`. */
  readonly address: string;
  readonly published: readonly PublishedPort[];
}

/** Asks the probes one after another. */
export async function smoke(plan: Plan, setting: SmokeSetting): Promise<readonly ProbeResult[]> {
  const results: ProbeResult[] = [];
  for (const probe of plan.probes) results.push(await ask(probe, plan, setting));
  return results;
}

/**
 * A given probe is repeated until it passes or the time for getting ready is over: a worker may still be loading.
 * `GET /` was answered already when the container got ready, so what it says now is what it says.
 */
async function ask(probe: ProbeRequest, plan: Plan, setting: SmokeSetting): Promise<ProbeResult> {
  const { watch, clock, signal } = setting;
  const isGiven = probe !== rootProbe;
  const url = addressOf(probe, setting);
  for (;;) {
    signal.throwIfAborted();
    const atMs = watch.elapsedMs;
    const { outcome, ms } = await exchange({
      method: probe.method,
      url,
      headers: probe.headers,
      limitMs: probe.limitMs,
      signal,
    });
    const differs = deviation(outcome, probe.expect);
    const passed = differs === undefined;
    watch.exchanges.add({
      atMs,
      ms,
      request: `${probe.method} ${url.href}`,
      outcome: clipped(outcome),
      probe: probe.text,
      passed,
    });
    if (passed || !isGiven || watch.hasExited || watch.elapsedMs >= plan.readyLimitMs) {
      return {
        request: `${probe.method} ${probe.port === undefined ? '' : `:${probe.port}`}${probe.path}`,
        outcome: differs ?? describeOutcome(outcome),
        ...(outcome.kind === 'answered' ? { status: outcome.status } : {}),
        ms,
        passed,
      };
    }
    await Promise.race([clock.sleep(repeatEveryMs, signal), watch.exited]);
  }
}

/** Another port is asked where it was published. */
function addressOf(probe: ProbeRequest, { address, published }: SmokeSetting): URL {
  const url = new URL(probe.path, address);
  const { port } = probe;
  if (port !== undefined)
    url.port = `${published.find(({ containerPort }) => containerPort === port)?.hostPort ?? port}`;
  return url;
}

const mostBodyCharacters = 2_000;

function clipped(outcome: ExchangeOutcome): ExchangeOutcome {
  return outcome.kind === 'answered' ? { ...outcome, body: outcome.body.slice(0, mostBodyCharacters) } : outcome;
}
