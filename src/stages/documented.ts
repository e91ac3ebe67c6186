import type { ContainerObservation, DocumentedAnswer, DocumentedRun } from '../observation.ts';
import type { Judgement } from '../openapi/promise.ts';
import { DocumentReader } from '../openapi/reader.ts';
import type { Plan } from '../plan/plan.ts';
import { follow, type Following, type Hop } from '../probes/follow.ts';
import { describeOutcome } from '../probes/judge.ts';
import type { ProbeResult } from '../report.ts';
import { clipped, type SmokeSetting } from './smoke.ts';
import type { Watch } from './watch.ts';

const documentPath = '/openapi.json';
/** A document of thousands of operations has some megabytes. */
const mostDocumentBytes = 10_000_000;
const mostRequests = 20;
const requestLimitMs = 2_000;
const wholeLimitMs = 10_000;
/** The server writes the traceback after it has answered. */
const logComesWithinMs = 100;
/** A connection breaks off before docker knows that the process has ended. */
const endComesWithinMs = 500;

interface Setting extends Pick<SmokeSetting, 'clock' | 'signal' | 'address'> {
  readonly watch: Pick<Watch, 'elapsedMs' | 'hasExited' | 'exited' | 'exchanges'>;
}

/**
 * Asks for the application's OpenAPI document, then its GETs that need nothing but their path, and holds each answer against what
 * the document promises. Undefined where there is no such document. Whoever must not be asked stands among `excluded`.
 */
export async function askDocumented(
  { documented: { excluded } }: Pick<Plan, 'documented'>,
  { clock, signal, watch, address }: Setting,
): Promise<DocumentedRun | undefined> {
  const endsAt = clock.ticks() + wholeLimitMs;
  const ask = async (path: string, following: Following = {}, mostBodyBytes = 1_000_000) => {
    const atMs = watch.elapsedMs;
    const limitMs = Math.max(1, Math.min(requestLimitMs, endsAt - clock.ticks()));
    const url = new URL(path, address);
    const hops = await follow({ method: 'GET', url, headers: {}, limitMs, signal, mostBodyBytes }, following);
    const last = hops.at(-1) ?? hops[0];
    const { outcome } = last;
    const ms = hops.reduce((sum, hop) => sum + hop.ms, 0);
    const exchange = { atMs, ms, request: `GET ${url.href}`, outcome: clipped(outcome) };
    return { hops, last, exchange, seen: { ...exchange, path } };
  };
  const { last, seen } = await ask(documentPath, {}, mostDocumentBytes);
  if (isOwnFault(last)) {
    await clock.sleep(logComesWithinMs, signal);
    return { document: { ...seen, promise: 'broken', deviation: 'answers 500' }, gets: 0, answers: [] };
  }
  const text = last.outcome.kind === 'answered' && last.outcome.status === 200 ? bodyOf(last) : undefined;
  if (text === undefined) return undefined;
  await using reader = new DocumentReader({ text, excluded });
  const gets = await reader.gets();
  if (gets === undefined) return undefined;

  const answers: DocumentedAnswer[] = [];
  let left = mostRequests;
  for (const [index, get] of gets.entries()) {
    if (left === 0 || clock.ticks() >= endsAt || watch.hasExited) break;
    signal.throwIfAborted();
    const { path, operation, redirects: wanted } = get;
    const asked = await ask(path, { wanted, mostRedirects: Math.min(left - 1, 5) });
    left -= asked.hops.length;
    const judgement = await judged(asked.last, index, reader);
    answers.push({
      ...asked.seen,
      ...(operation === undefined ? {} : { operation }),
      promise: judgement.kind,
      ...(judgement.kind === 'broken' ? { deviation: judgement.deviation } : {}),
    });
    const { outcome } = asked.last;
    if (outcome.kind !== 'answered') await Promise.race([clock.sleep(endComesWithinMs, signal), watch.exited]);
    else if (outcome.status >= 500) await clock.sleep(logComesWithinMs, signal);
    // Then it was more than an answer that was not as promised: nothing serves any more.
    if (watch.hasExited) watch.exchanges.add({ ...asked.exchange, probe: `GET ${path}`, passed: false });
  }
  return { document: { ...seen, promise: 'kept' }, gets: gets.length, answers };
}

async function judged(hop: Hop, get: number, reader: DocumentReader): Promise<Judgement> {
  const { outcome } = hop;
  switch (outcome.kind) {
    case 'answered': {
      const contentType = outcome.headers['content-type'];
      const body = bodyOf(hop);
      return reader.judge(get, {
        status: outcome.status,
        ...(contentType === undefined ? {} : { contentType }),
        ...(body === undefined ? {} : { body }),
      });
    }
    case 'reset':
    case 'closed':
    case 'not-http':
      return { kind: 'broken', deviation: 'ends without an answer' };
    // No time is promised; and what could not be asked says nothing.
    case 'timeout':
    case 'connected':
    case 'refused':
    case 'failed':
      return { kind: 'undecided' };
  }
}

/** Undefined where it did not come whole, or is packed though nobody asked for that. */
function bodyOf({ outcome, isWhole }: Hop): string | undefined {
  if (outcome.kind !== 'answered' || !isWhole) return undefined;
  return ['', 'identity'].includes(outcome.headers['content-encoding'] ?? '') ? outcome.body : undefined;
}

function isOwnFault({ outcome }: Hop): boolean {
  return outcome.kind === 'answered' && outcome.status === 500;
}

/** The document, and those of its GETs of which it can be said whether they answer as promised. */
export function documentedResults({ documented }: Pick<ContainerObservation, 'documented'>): readonly ProbeResult[] {
  if (documented === undefined) return [];
  const { document, answers } = documented;
  return [
    resultOf(document),
    ...answers
      .filter(({ promise }) => promise !== 'undecided')
      .map((answer) => ({ ...resultOf(answer), documented: true as const })),
  ];
}

function resultOf({ path, outcome, deviation, promise, ms }: DocumentedAnswer): ProbeResult {
  return {
    request: `GET ${path}`,
    outcome: deviation ?? describeOutcome(outcome),
    ...(outcome.kind === 'answered' ? { status: outcome.status } : {}),
    ms,
    passed: promise === 'kept',
  };
}
