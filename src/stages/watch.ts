import type { Docker, Engine, InspectedContainer, SocketReader } from '../docker/docker.ts';
import type {
  ContainerObservation,
  ContainerState,
  DocumentedRun,
  Expectation,
  HealthCheckRun,
  ImageObservation,
  LogLine,
  ProcessSeen,
  RuntimeObservation,
  SocketsSeen,
  StopObservation,
  TlsOutcome,
} from '../observation.ts';
import type { Clock, Progress } from '../ports.ts';
import { ExchangeLog } from './exchange-log.ts';
import { LogKeeper } from './log-keeper.ts';

type Wait = ContainerObservation['wait'];

/** What an ended container has written is read by then. */
const lastLinesMs = 10_000;
/** Between two readings of the sockets passes this many times what one took: the container needs the machine, too. */
const restShare = 5;
/** Where nothing is bound to the asked port (an image that is no server), more readings show no more. */
const mostTries = 3;

/** Where the container is watched from, and since when. */
export interface WatchedContainer {
  readonly docker: Docker;
  readonly engine: Engine;
  readonly clock: Clock;
  /** Is told each line of the log. */
  readonly progress: Progress;
  readonly image: ImageObservation;
  readonly expected: Expectation;
  readonly create: ContainerObservation['create'];
  readonly container: InspectedContainer;
  /** The container port that the probes ask. */
  readonly port: number;
  readonly limitMs: number;
}

/**
 * Watches a container from its start until it is disposed of: both log streams, its end, its listening sockets.
 * `snapshot` is what has been seen so far.
 */
export class Watch implements AsyncDisposable {
  readonly #watched: WatchedContainer;
  readonly #stopped = new AbortController();
  readonly #log = new LogKeeper();
  readonly #sockets: SocketsSeen[] = [];
  readonly #tasks: Promise<unknown>[];
  readonly exchanges = new ExchangeLog();
  /** Resolves when the container has ended, and its log has been read. */
  readonly exited: Promise<void>;
  #state: ContainerState;
  #processes: readonly ProcessSeen[] = [];
  #runtime: RuntimeObservation | undefined;
  #stop: StopObservation | undefined;
  #tls: TlsOutcome | undefined;
  #healthCheck: HealthCheckRun | undefined;
  #documented: DocumentedRun | undefined;
  readonly #reader: Promise<SocketReader | undefined>;
  #hasExited = false;
  /** When the reading of the sockets began that is kept as the last one. */
  #lookedAt = -Infinity;

  constructor(watched: WatchedContainer) {
    this.#watched = watched;
    this.#state = watched.container.state;
    const { docker, container, progress } = watched;
    const onLine = (line: LogLine): void => {
      this.#log.add(line);
      progress({ kind: 'line', stage: 'start', text: line.text });
    };
    const log = docker.followLog(container.id, onLine, this.#stopped.signal);
    const exit = docker.waitForExit(container.id, this.#stopped.signal);
    this.exited = this.#untilExited(exit, log);
    this.#reader = docker.socketReader(container);
    this.#tasks = [log, this.exited, this.#reader, this.#readSockets()];
    // Their failure is told by whoever awaits them; until then it must not end the process.
    for (const task of this.#tasks) task.catch(() => {});
  }

  get hasExited(): boolean {
    return this.#hasExited;
  }

  /** Milliseconds since the container was started, by the engine's clock. */
  get elapsedMs(): number {
    return this.#watched.clock.now() - (this.#state.startedAt ?? this.#watched.clock.now());
  }

  /** As inspected last. */
  get state(): ContainerState {
    return this.#state;
  }

  /** Asks docker for the state anew. */
  async inspect(): Promise<ContainerState> {
    const found = await this.#watched.docker.inspectContainer(this.#watched.container.id);
    if (found !== undefined) this.#state = found.state;
    return this.#state;
  }

  /** Who runs, and what the kernel says of it. */
  sawRunning(processes: readonly ProcessSeen[], runtime: RuntimeObservation): void {
    this.#processes = processes;
    this.#runtime = runtime;
  }

  sawStop(stop: StopObservation): void {
    this.#stop = stop;
  }

  sawTls(tls: TlsOutcome): void {
    this.#tls = tls;
  }

  sawHealthCheck(healthCheck: HealthCheckRun): void {
    this.#healthCheck = healthCheck;
  }

  sawDocumented(documented: DocumentedRun): void {
    this.#documented = documented;
  }

  /** Whether the container itself listens there, so that an answer is its own. Where its sockets cannot be read, it is believed. */
  async listensOnAskedPort(): Promise<boolean> {
    const reader = await this.#reader;
    const listening = this.#hasExited || reader === undefined ? undefined : await this.#look(reader);
    // Without a single socket nobody could have answered in its network: then the tables are not its own (gVisor has others).
    if (listening !== undefined && listening.length > 0)
      return listening.some(({ port }) => port === this.#watched.port);
    return (await this.inspect()).status === 'running';
  }

  /** What was written so far. */
  get log(): ContainerObservation['log'] {
    return this.#log.lines;
  }

  /** The listening sockets as read last. */
  get listening(): SocketsSeen['listening'] {
    return this.#sockets.at(-1)?.listening ?? [];
  }

  /**
   * The listening sockets of a container that has answered. Where a reading starts a process, the last one may be older than the
   * answer, and the next may have failed: they are read anew while the asked port is missing.
   */
  async listeningNow(): Promise<SocketsSeen['listening']> {
    const reader = await this.#reader;
    if (reader === undefined) return [];
    for (let tries = 0; tries < mostTries && !this.#hasExited; tries += 1) {
      if (this.listening.some(({ port }) => port === this.#watched.port)) break;
      await this.#look(reader);
    }
    return this.listening;
  }

  snapshot(wait: Omit<Wait, 'limitMs' | 'ms'>): ContainerObservation {
    const { image, expected, create, container, port, limitMs } = this.#watched;
    return {
      image,
      expected,
      create,
      state: this.#state,
      published: container.published,
      port,
      log: this.#log.lines,
      omittedLogLines: this.#log.omittedLines,
      sockets: this.#sockets,
      processes: this.#processes,
      exchanges: this.exchanges.entries,
      measures: [],
      wait: { limitMs, ms: this.elapsedMs, ...wait },
      ...(this.#runtime === undefined ? {} : { runtime: this.#runtime }),
      ...(this.#stop === undefined ? {} : { stop: this.#stop }),
      ...(this.#tls === undefined ? {} : { tls: this.#tls }),
      ...(this.#documented === undefined ? {} : { documented: this.#documented }),
      ...(this.#healthCheck === undefined ? {} : { healthCheck: this.#healthCheck }),
    };
  }

  /** Ends the watching; the container itself is left as it is. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopped.abort();
    await Promise.allSettled(this.#tasks);
  }

  async #untilExited(exit: Promise<unknown>, log: Promise<void>): Promise<void> {
    await exit;
    // The docker client has been seen to follow the log of a container that has ended, where it was rotated meanwhile.
    await Promise.race([log, this.#watched.clock.sleep(lastLinesMs, this.#stopped.signal)]);
    await this.inspect();
    this.#hasExited = true;
  }

  async #readSockets(): Promise<void> {
    const { clock } = this.#watched;
    const reader = await this.#reader;
    if (reader === undefined) return;
    while (!this.#stopped.signal.aborted && !this.#hasExited) {
      const began = clock.ticks();
      await this.#look(reader);
      await clock.sleep(Math.max(reader.everyMs, restShare * (clock.ticks() - began)), this.#stopped.signal);
    }
  }

  /** Two readings may overtake each other where one takes a tenth of a second: the one that began later is the truth. */
  async #look(reader: SocketReader): Promise<SocketsSeen['listening'] | undefined> {
    const began = this.#watched.clock.ticks();
    const listening = await reader.read();
    if (began < this.#lookedAt) return listening;
    this.#lookedAt = began;
    this.#sawListening(listening);
    return listening;
  }

  /** undefined: its processes have ended, or are not ours to read any more. */
  #sawListening(listening: SocketsSeen['listening'] | undefined): void {
    const isNews = this.#sockets.length === 0 || JSON.stringify(listening) !== JSON.stringify(this.listening);
    if (listening !== undefined && isNews) this.#sockets.push({ atMs: this.elapsedMs, listening });
  }
}
