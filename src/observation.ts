/**
 * What was seen of one trial: pure data that serialises to JSON, from which every diagnosis decides.
 * Times named `atMs` count from the moment the container was started (`State.StartedAt`), others are durations.
 */
export interface Observation {
  readonly version: 1;
  /** Of the trial. */
  readonly name: string;
  readonly sources: Sources;
  readonly build?: BuildObservation;
  readonly container?: ContainerObservation;
}

/** What facts are derived from, so that a recorded observation can be judged elsewhere. Paths as seen from the working directory. */
export interface Sources {
  readonly dockerfile: SourceFile;
  /** The folder that is sent to the build. */
  readonly context: string;
  readonly target?: string;
  readonly buildArguments: Readonly<Record<string, string>>;
  /** Files of the context that were read, `.dockerignore` among them; their paths are relative to the context. */
  readonly files: readonly SourceFile[];
  /** All paths of the context, relative to it, as far as they were listed; folders that were not entered end with `/`. */
  readonly listing: readonly string[];
  /** The container ports that the user publishes; absent where that is ours to choose. */
  readonly publish?: readonly number[];
  /** The day of the trial, `2026-11-24`. */
  readonly today?: string;
}

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface BuildObservation {
  readonly argv: readonly string[];
  readonly exitCode: number;
  readonly ms: number;
  /** The deadline ended the build. */
  readonly timedOut: boolean;
  readonly steps: readonly BuildStep[];
  /** BuildKit's own check warnings. */
  readonly warnings: readonly BuildWarning[];
  /** Bytes of the context as sent. */
  readonly contextBytes?: number;
  readonly failure?: BuildFailure;
  /** Only of a failed build, and not where a command of the Dockerfile failed. */
  readonly builder?: BuilderObservation;
}

/** The builder as `docker buildx inspect` describes it. */
export interface BuilderObservation {
  readonly name: string;
  /** `docker`, `docker-container`, `kubernetes`, `remote`, or whatever else it was made with. */
  readonly driver: string;
  /** Of its nodes: `tcp://10.0.0.4:1234`. */
  readonly endpoints: readonly string[];
  /** The image that it asked a registry for in vain, where the engine beside it holds that image. */
  readonly unseenImage?: string;
}

/** A vertex of BuildKit's graph that stands for an instruction of the Dockerfile, or an internal one such as `[internal] load metadata`. */
export interface BuildStep {
  readonly digest: string;
  /** As BuildKit names it: `[3/6] RUN apt-get update && apt-get install -y git`. */
  readonly name: string;
  /** Epoch milliseconds. */
  readonly startedAt?: number;
  readonly ms?: number;
  readonly cached: boolean;
  readonly error?: string;
  readonly log: readonly string[];
}

export interface BuildWarning {
  /** BuildKit's name of the check, such as `UndefinedVar`. */
  readonly check: string;
  readonly message: string;
  readonly detail: string;
  readonly url?: string;
  readonly line?: number;
  readonly endLine?: number;
}

export interface BuildFailure {
  /** What `ERROR: failed to build:` said, without that prefix. */
  readonly message: string;
  /** The line of the Dockerfile that the plain tail names. */
  readonly line?: number;
  readonly endLine?: number;
  /** The name of the failing vertex; parse, FROM and target errors have none. */
  readonly step?: string;
  readonly exitCode?: number;
  /** Of all steps that failed of themselves, in order; a step that was only cancelled is not among them. */
  readonly failedSteps: readonly string[];
  /** The failing step's log, or what was written when no step failed. */
  readonly log: readonly string[];
}

/** What a container is started for: to answer, to accept connections, to go on running, or to end with a code. */
export type Expectation =
  | { readonly kind: 'http' | 'tcp' }
  | { readonly kind: 'running'; readonly ms: number }
  | { readonly kind: 'exit'; readonly code: number };

export interface ContainerObservation {
  readonly image: ImageObservation;
  readonly expected: Expectation;
  readonly create: { readonly argv: readonly string[]; readonly exitCode: number; readonly stderr: string };
  /** As inspected last, before it was removed; absent when there never was a container. */
  readonly state?: ContainerState;
  readonly published: readonly PublishedPort[];
  /** The port that the probes ask, inside the container. */
  readonly port: number;
  readonly log: readonly LogLine[];
  readonly omittedLogLines: number;
  /** The listening sockets each time they changed, oldest first; empty where they could not be read. */
  readonly sockets: readonly SocketsSeen[];
  readonly processes: readonly ProcessSeen[];
  /** Every request while waiting and while probing; the same outcome in a row is one entry with `times`. */
  readonly exchanges: readonly Exchange[];
  /** What the application's own /openapi.json promises, and how it answers; absent where there is none, or where nobody asked for it. */
  readonly documented?: DocumentedRun;
  readonly wait: {
    readonly limitMs: number;
    readonly ms: number;
    /** What ended the wait. */
    readonly ended: 'ready' | 'exited' | 'decided' | 'deadline' | 'not-started';
    /** From the container's start to the first HTTP answer that counts. */
    readonly readyAtMs?: number;
  };
  readonly runtime?: RuntimeObservation;
  /** What lies under those paths of the container that a probe asked about; a path that is not there is not listed. */
  readonly measures: readonly PathMeasured[];
  readonly stop?: StopObservation;
  /** How the asked port answered a TLS handshake; absent where nothing suggested to try one. */
  readonly tls?: TlsOutcome;
  /** What Python's fault handler wrote when it was asked where each thread is, the last thing before the container was removed. */
  readonly threads?: readonly string[];
  /** The image's health check, run once by us after the probes; absent where it has none. */
  readonly healthCheck?: HealthCheckRun;
}

export type TlsOutcome =
  | { readonly kind: 'handshake'; readonly protocol: string }
  | { readonly kind: 'failed'; readonly detail: string };

export interface HealthCheckRun {
  readonly exitCode: number;
  /** The end of what it wrote. */
  readonly output: string;
  readonly ms: number;
  /** It did not end within the time that the image gives it. */
  readonly timedOut: boolean;
}

export interface PathMeasured {
  /** Absolute, in the container. */
  readonly path: string;
  readonly bytes: number;
  readonly files: number;
}

export interface ImageObservation {
  readonly reference: string;
  readonly id: string;
  readonly digest?: string;
  readonly bytes: number;
  /** The storage driver, `overlay2`, or `containerd`: sizes of two stores are never compared. */
  readonly store: string;
  readonly user: string;
  readonly workdir: string;
  readonly environment: readonly string[];
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly exposed: readonly string[];
  readonly layers: readonly ImageLayer[];
  /** STOPSIGNAL; absent where the image names none, which means SIGTERM. */
  readonly stopSignal?: string;
  /** HEALTHCHECK, as the engine runs it: `CMD` and the words, or `CMD-SHELL` and the text. */
  readonly healthcheck?: { readonly test: readonly string[]; readonly timeoutMs: number };
}

/** One entry of the image's history that made a layer, oldest first. */
export interface ImageLayer {
  readonly bytes: number;
  readonly instruction: string;
}

/** docker's own words, from `docker inspect`. */
export interface ContainerState {
  readonly status: 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead';
  readonly exitCode: number;
  readonly oomKilled: boolean;
  readonly error: string;
  /** The process id on the engine's host, 0 when not running. */
  readonly pid: number;
  /** Epoch milliseconds, absent when it never started or has not finished. */
  readonly startedAt?: number;
  readonly finishedAt?: number;
  readonly health?: {
    readonly status: string;
    readonly log: readonly { readonly exitCode: number; readonly output: string }[];
  };
}

export interface PublishedPort {
  readonly hostIp: string;
  readonly hostPort: number;
  readonly containerPort: number;
  readonly protocol: 'tcp' | 'udp';
}

export interface LogLine {
  /** Epoch milliseconds by the engine's clock. */
  readonly at: number;
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

export interface ListeningSocket {
  readonly family: 'ipv4' | 'ipv6' | 'unix' | 'udp';
  /** As people write it: `0.0.0.0`, `127.0.0.1`, `::`, or the path of a unix socket. */
  readonly address: string;
  readonly port: number;
}

export interface SocketsSeen {
  readonly atMs: number;
  readonly listening: readonly ListeningSocket[];
}

export interface ProcessSeen {
  /** On the engine's host. */
  readonly pid: number;
  readonly parentPid: number;
  readonly user: string;
  readonly command: string;
  /** Processor time that it took within the last `overMs`. */
  readonly cpu?: { readonly ms: number; readonly overMs: number };
}

export type ExchangeOutcome =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      readonly bodyBytes: number;
    }
  /** A TCP connection that stayed open, or on which the server spoke first; nothing was asked. */
  | { readonly kind: 'connected' }
  | { readonly kind: 'refused' }
  /** Accepted, then reset, or closed without a byte: docker's proxy accepts before the application listens. */
  | { readonly kind: 'reset' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'timeout' }
  /** Bytes that are not HTTP. */
  | { readonly kind: 'not-http'; readonly detail: string }
  | { readonly kind: 'failed'; readonly detail: string };

export interface Exchange {
  readonly atMs: number;
  /** Of the whole exchange, of the last one where it was repeated. */
  readonly ms: number;
  /** `GET http://127.0.0.1:8000/`. */
  readonly request: string;
  readonly outcome: ExchangeOutcome;
  readonly times: number;
  /** When the last of them was sent, where it was repeated. */
  readonly lastAtMs?: number;
  /** The probe that asked; absent while waiting for the first answer. */
  readonly probe?: string;
  /** Absent while waiting. */
  readonly passed?: boolean;
}

/** The GETs of an OpenAPI document, asked one after another. */
export interface DocumentedRun {
  readonly document: DocumentedAnswer;
  /** That can be asked by their path alone; more than `answers` where a limit was reached. */
  readonly gets: number;
  readonly answers: readonly DocumentedAnswer[];
}

/** What came of one of them; where it was redirected, at the end of that. */
export interface DocumentedAnswer extends Pick<Exchange, 'atMs' | 'ms' | 'request' | 'outcome'> {
  /** As the document has it. */
  readonly path: string;
  /** Its `operationId`. */
  readonly operation?: string;
  /** `undecided`: the document, or the answer, does not tell. */
  readonly promise: 'kept' | 'broken' | 'undecided';
  /** How it is broken, to stand behind "`GET /ships` ". */
  readonly deviation?: string;
}

export interface RuntimeObservation {
  /** The user that process 1 runs as: a name where the image has one, else the number. */
  readonly user: string;
  readonly uid?: number;
  /** Process 1 has a handler for SIGTERM; without one, the kernel lets it ignore the signal. */
  readonly catchesSigterm?: boolean;
  readonly processes: number;
  readonly listening: readonly string[];
  readonly memoryBytes?: number;
  readonly memoryPeakBytes?: number;
}

export interface StopObservation {
  readonly ms: number;
  readonly timeoutMs: number;
  readonly exitCode: number;
  readonly signal?: string;
  /** When it was asked to stop. */
  readonly atMs?: number;
  /** What came of a request that was begun just before, where a probe is known to take its time. */
  readonly inFlight?: Pick<Exchange, 'request' | 'ms' | 'outcome'>;
}
