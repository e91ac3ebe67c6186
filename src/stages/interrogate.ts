import type { Docker, InspectedContainer } from '../docker/docker.ts';
import type { ContainerObservation, ProcessSeen } from '../observation.ts';
import type { Clock } from '../ports.ts';
import { exchange } from '../probes/exchange.ts';
import { handshake } from '../probes/tls.ts';
import { isListening } from '../symptoms/running/listening.ts';
import { beginsDump } from '../symptoms/running/threads.ts';
import type { Watch } from './watch.ts';

export interface Interrogation {
  readonly docker: Docker;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly container: InspectedContainer;
  readonly watch: Watch;
  /** `http://127.0.0.1:8000`. */
  readonly address: string;
}

/**
 * The last questions to a container that has said nothing for the whole time: does it speak TLS, does a path answer that needs
 * no application code, who is busy, and where does each thread stand. It does not survive them.
 */
export async function interrogate(asked: Interrogation, seen: ContainerObservation): Promise<ContainerObservation> {
  const { watch } = asked;
  // What the fault handler writes is ours, not the application's.
  const log = [...seen.log];
  const [processes, tls] = await Promise.all([busyProcesses(asked, seen.processes), lateHandshake(asked, seen)]);
  if (seen.exchanges.some(({ outcome }) => outcome.kind === 'timeout')) await askForDocument(asked);
  const { exchanges } = watch.snapshot({ ended: 'deadline' });
  const threads = await dumpThreads(asked, processes);
  return {
    ...seen,
    log,
    processes,
    exchanges: [...exchanges],
    ...(tls === undefined ? {} : { tls }),
    ...(threads === undefined ? {} : { threads }),
  };
}

const documentLimitMs = 2_000;

/** FastAPI answers it without any code of the application: where it hangs too, the event loop itself is blocked. */
async function askForDocument({ watch, address, signal }: Interrogation): Promise<void> {
  const url = new URL('/openapi.json', address);
  const atMs = watch.elapsedMs;
  const { outcome, ms } = await exchange({ method: 'GET', url, headers: {}, limitMs: documentLimitMs, signal });
  const kept = outcome.kind === 'answered' ? { ...outcome, body: '' } : outcome;
  watch.exchanges.add({ atMs, ms, request: `GET ${url.href}`, outcome: kept });
}

async function lateHandshake(
  { address, signal }: Interrogation,
  seen: ContainerObservation,
): Promise<ContainerObservation['tls']> {
  const socketsAreKnown = seen.sockets.length > 0;
  const closes = seen.exchanges.some(({ outcome }) => outcome.kind === 'closed' || outcome.kind === 'not-http');
  if (seen.tls !== undefined || !closes || (socketsAreKnown && !isListening(seen))) return seen.tls;
  const { hostname, port } = new URL(address);
  return handshake(hostname, Number(port), signal);
}

const cpuWindowMs = 250;

/** Who spins and who sleeps. */
async function busyProcesses(
  { docker, container, clock, signal }: Interrogation,
  processes: readonly ProcessSeen[],
): Promise<readonly ProcessSeen[]> {
  const read = (pid: number): number | undefined => docker.observeAny(container, pid)?.cpuMs;
  const before = processes.map(({ pid }) => read(pid));
  const began = clock.ticks();
  await clock.sleep(cpuWindowMs, signal);
  return processes.map((process, index) => {
    const [first, last] = [before[index], read(process.pid)];
    if (first === undefined || last === undefined) return process;
    return { ...process, cpu: { ms: last - first, overMs: Math.round(clock.ticks() - began) } };
  });
}

/** What the fault handler of the Python that serves writes when it gets SIGABRT; undefined where none has one that is on. */
export async function dumpThreads(
  asked: Pick<Interrogation, 'docker' | 'clock' | 'signal' | 'container' | 'watch'>,
  processes: readonly ProcessSeen[],
): Promise<readonly string[] | undefined> {
  const { docker, clock, signal, container, watch } = asked;
  const serving = servingPython(asked, processes);
  if (serving === undefined) return undefined;
  const before = watch.log.length;
  if (serving.pid === container.state.pid) await docker.signal(container.id, 'ABRT');
  else await docker.exec(container.id, ['sh', '-c', `kill -s ABRT ${serving.insidePid}`], signalLimitMs);
  const dump = (): readonly string[] => {
    const lines = watch.log.slice(before).map(({ text }) => text);
    const first = lines.findIndex(beginsDump);
    return first === -1 ? [] : lines.slice(first);
  };
  let written = dump().length;
  for (let waited = 0; waited < longestDumpMs && !signal.aborted; waited += quietMs) {
    await clock.sleep(quietMs, signal);
    const now = dump().length;
    if (now > 0 && now === written) break;
    written = now;
  }
  return written === 0 ? undefined : dump();
}

const signalLimitMs = 3_000;
const longestDumpMs = 1_500;
/** The handler writes all threads in one go. */
const quietMs = 100;

interface Serving {
  readonly pid: number;
  readonly insidePid: number;
}

/** The youngest Python without children of its own whose handler stands: a worker, where there are any. */
function servingPython(
  { docker, container }: Pick<Interrogation, 'docker' | 'container'>,
  processes: readonly ProcessSeen[],
): Serving | undefined {
  const pythons = processes.filter(({ command }) => isServing(command));
  const leaves = pythons.filter(({ pid }) => !pythons.some(({ parentPid }) => parentPid === pid));
  for (const { pid } of leaves.toReversed()) {
    const state = docker.observeAny(container, pid);
    if (state?.catchesSigabrt === true && state.insidePid !== undefined) return { pid, insidePid: state.insidePid };
  }
  return undefined;
}

function isServing(command: string): boolean {
  return /python|pypy|gunicorn|uvicorn|hypercorn|granian/.test(command) && !command.includes('resource_tracker');
}
