import type { ExchangeOutcome, PublishedPort } from '../observation.ts';
import type { Plan } from '../plan/plan.ts';
import type { Clock, Progress } from '../ports.ts';
import { connection } from '../probes/connection.ts';
import { follow, type Hop } from '../probes/follow.ts';
import { connectionDeviation, describeOutcome, deviation } from '../probes/judge.ts';
import { rootProbe, type HttpProbe, type ProbeRequest, type TcpProbe } from '../probes/request.ts';
import type { ProbeResult } from '../report.ts';
import type { Watch } from './watch.ts';

const repeatEveryMs = 100;
/** For a body that nobody looks at: an endless one says no more after that. */
const unreadBodyMs = 1_000;

export interface SmokeSetting {
  readonly clock: Clock;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly watch: Watch;
  /** `http://127.0.0.1:8000`. */
  readonly address: string;
  readonly published: readonly PublishedPort[];
}

/** Asks the probes one after another. */
export async function smoke(plan: Plan, setting: SmokeSetting): Promise<readonly ProbeResult[]> {
  const results: ProbeResult[] = [];
  for (const probe of plan.probes) {
    setting.progress({ kind: 'step-began', stage: 'smoke', title: probe.text });
    results.push(await ask(probe, plan, setting));
  }
  return results;
}

/**
 * A given probe is repeated until it passes or the time for getting ready is over: a worker may still be loading.
 * `GET /` was answered already when the container got ready, so what it says now is what it says.
 */
async function ask(probe: ProbeRequest, plan: Plan, setting: SmokeSetting): Promise<ProbeResult> {
  const { watch, clock, signal } = setting;
  for (;;) {
    signal.throwIfAborted();
    const result = probe.kind === 'http' ? await askHttp(probe, setting) : await askTcp(probe, setting);
    const isLast = probe === rootProbe || watch.hasExited || watch.elapsedMs >= plan.readyLimitMs;
    if (result.passed || isLast) return result;
    await Promise.race([clock.sleep(repeatEveryMs, signal), watch.exited]);
  }
}

async function askHttp(probe: HttpProbe, setting: SmokeSetting): Promise<ProbeResult> {
  const { watch, signal } = setting;
  const { method, headers, limitMs, expect } = probe;
  let atMs = watch.elapsedMs;
  const wanted = expect.status === undefined ? [] : [expect.status];
  const readsBody = expect.contains.length > 0 || expect.json !== undefined;
  const asked = { method, url: addressOf(probe, setting), headers, limitMs, signal };
  const hops = await follow(readsBody ? asked : { ...asked, bodyLimitMs: unreadBodyMs }, { wanted });
  const last = hops.at(-1) ?? hops[0];
  const { outcome } = last;
  const differs = deviation(outcome, expect);
  const passed = differs === undefined;
  for (const hop of hops) {
    const request = `${probe.verb} ${hop.url.href}`;
    const isAnswer = hop.outcome === outcome;
    watch.exchanges.add({
      atMs,
      ms: answeredIn(hop),
      request,
      outcome: clipped(hop.outcome),
      ...(isAnswer ? { probe: probe.text, passed } : {}),
    });
    atMs += hop.ms;
  }
  return {
    request: `${probe.verb} ${probe.port === undefined ? '' : `:${probe.port}`}${probe.path}`,
    outcome: differs ?? describeOutcome(outcome),
    ...(outcome.kind === 'answered' ? { status: outcome.status } : {}),
    ms: answeredIn(last),
    passed,
  };
}

/** Of a body that did not end the time says nothing: then it is the time until the answer began. */
function answeredIn({ ms, headMs = ms, isWhole }: Hop): number {
  return isWhole ? ms : headMs;
}

async function askTcp(probe: TcpProbe, setting: SmokeSetting): Promise<ProbeResult> {
  const { watch, signal } = setting;
  const atMs = watch.elapsedMs;
  const { hostname: host } = new URL(setting.address);
  const port = hostPortOf(probe.port, setting);
  const { outcome, ms } = await connection({ host, port, limitMs: probe.limitMs, signal });
  const differs = connectionDeviation(outcome);
  const passed = differs === undefined;
  watch.exchanges.add({ atMs, ms, request: `TCP ${host}:${port}`, outcome, probe: probe.text, passed });
  return { request: `TCP :${probe.port}`, outcome: differs ?? describeOutcome(outcome), ms, passed };
}

/** Another port is asked where it was published. */
function addressOf({ path, port }: HttpProbe, setting: SmokeSetting): URL {
  const url = new URL(path, setting.address);
  if (port !== undefined) url.port = `${hostPortOf(port, setting)}`;
  return url;
}

function hostPortOf(port: number, { published }: SmokeSetting): number {
  return published.find(({ containerPort }) => containerPort === port)?.hostPort ?? port;
}

const mostBodyCharacters = 2_000;

/** A recorded answer holds the beginning of its body. */
export function clipped(outcome: ExchangeOutcome): ExchangeOutcome {
  return outcome.kind === 'answered' ? { ...outcome, body: outcome.body.slice(0, mostBodyCharacters) } : outcome;
}
