import type {
  BuildObservation,
  BuildStep,
  ContainerState,
  ImageObservation,
  ListeningSocket,
  LogLine,
  ProcessSeen,
  PublishedPort,
} from '../observation.ts';
import type { BuildCheck } from './build-check.ts';
import type { Compose } from './compose.ts';
import type { PullRequest } from './pull.ts';
import type { PushOutcome, PushRequest } from './push.ts';

/** What Sea Trial asks of an engine, in docker's words. Trouble of the engine itself is thrown as `SetupError`. */
export interface Docker {
  /** Asks the engine who it is; waits for one that comes up late, up to `waitMs`. */
  engine(waitMs: number): Promise<Engine>;
  /** Aborted: the build is ended, and counts as failed. */
  build(request: BuildRequest, listener: BuildListener, signal: AbortSignal): Promise<BuildOutcome>;
  /** BuildKit's own checks of what `build` would build; nothing is built. */
  check(request: BuildRequest, signal: AbortSignal): Promise<BuildCheck>;
  /** undefined where there is no such image. */
  inspectImage(reference: string): Promise<ImageObservation | undefined>;
  pull(request: PullRequest): Promise<void>;
  removeImage(reference: string): Promise<void>;
  /** `docker image tag`: a further name for the image. */
  tagImage(image: string, name: string): Promise<void>;
  push(request: PushRequest): Promise<PushOutcome>;
  /** `docker run --detach`: a refusal is a value, for the image may be to blame. */
  run(request: RunRequest): Promise<RunOutcome>;
  /** Who runs as process 1 and what it takes, read from /proc without starting a process; undefined where that is not ours to read. */
  observeProcess(container: InspectedContainer): ProcessObservation | undefined;
  /** The same of any of its processes, by the number that the engine's host has for it. */
  observeAny(container: InspectedContainer, pid: number): ProcessState | undefined;
  inspectContainer(id: string): Promise<InspectedContainer | undefined>;
  /** Both streams of the log from the beginning, as they come, until the container ends or the signal is aborted. */
  followLog(id: string, onLine: (line: LogLine) => void, signal: AbortSignal): Promise<void>;
  /** Resolves with the exit code as soon as the container has ended; undefined when the signal is aborted before. */
  waitForExit(id: string, signal: AbortSignal): Promise<number | undefined>;
  processes(id: string): Promise<readonly ProcessSeen[]>;
  /**
   * A reader of the container's listening sockets that starts no process where /proc is ours to read,
   * and says how it reads; undefined where they cannot be known (a remote engine, a virtual machine).
   */
  socketReader(container: InspectedContainer): Promise<SocketReader | undefined>;
  /** `docker kill --signal`: to process 1. */
  signal(id: string, signal: string): Promise<void>;
  /** `docker exec`, as the image's user; undefined where it did not end in time. */
  exec(id: string, argv: readonly string[], limitMs: number): Promise<ExecOutcome | undefined>;
  /** `docker stop`: SIGTERM, and SIGKILL after the timeout. */
  stop(id: string, timeoutMs: number): Promise<void>;
  /** With its anonymous volumes, running or not; nothing happens where it is gone already. */
  remove(id: string): Promise<void>;
  /** Sizes of what lies under a path of the container, from the headers of the tar that `docker cp` streams. Undefined where nothing is there. */
  measurePath(id: string, path: string): Promise<PathMeasure | undefined>;
  readonly compose: Compose;
  /** Containers that bear a label of this name, each with its value. */
  labelled(name: string): Promise<readonly Labelled[]>;
  /** Names of images in a repository that fits the pattern: `sea-trial/*`. */
  imagesNamed(pattern: string): Promise<readonly string[]>;
  /** Ends docker clients that have outlived the run for which that is so; a run is told by its id. */
  endClients(isOfThem: (runId: string) => boolean): void;
}

export interface Labelled {
  readonly id: string;
  readonly value: string;
}

export interface Engine {
  readonly version: string;
  /** Absent where the client has no buildx; `build` says so, a trial of an image that exists does not need it. */
  readonly buildxVersion?: string;
  /** Published ports are on this machine's loopback. */
  readonly local: boolean;
  /** The host on which published ports are reached. */
  readonly host: string;
  /** Inside a container that was lent the engine's socket: its own networks, `172.18.0.2/16`, on which others are reached themselves. */
  readonly networks?: readonly string[];
  /** `linux/amd64`. */
  readonly platform: string;
}

/** In the words of docker/build-push-action. */
export interface BuildRequest {
  readonly context: string;
  readonly dockerfile: string;
  readonly target?: string;
  readonly buildArguments: Readonly<Record<string, string>>;
  readonly buildContexts: readonly string[];
  readonly secrets: readonly BuildSecret[];
  readonly ssh: readonly string[];
  readonly addHosts: readonly string[];
  readonly shmSize?: string;
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
  readonly builder?: string;
  readonly platform?: string;
  /** The first is the one that is tried. Never empty. */
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly pull: boolean;
  readonly noCache: boolean;
  readonly network?: string;
  readonly deadlineMs: number;
}

/** Given to buildx by an environment variable of its process, or by a file; never on its command line. */
export type BuildSecret =
  | { readonly id: string; readonly kind: 'value'; readonly value: string }
  | { readonly id: string; readonly kind: 'environment'; readonly variable: string }
  | { readonly id: string; readonly kind: 'file'; readonly file: string };

/** Told live, in order. Text is as BuildKit sends it: untrusted. The step beside a log line comes without its log. */
export interface BuildListener {
  readonly onStepStarted: (step: BuildStep) => void;
  readonly onStepLog: (step: BuildStep, line: string) => void;
  readonly onStepEnded: (step: BuildStep) => void;
}

export interface BuildOutcome {
  readonly observation: BuildObservation;
  /** `sha256:…` of the image's configuration; absent when the build failed. */
  readonly imageId?: string;
}

export interface RunRequest {
  readonly image: string;
  readonly name: string;
  readonly labels: readonly string[];
  readonly publish: readonly PublishSpecification[];
  /** `NAME=value`, given by an environment file that is removed at once, never on the command line. */
  readonly environment: readonly string[];
  readonly environmentFiles: readonly string[];
  /** `NAME=value`, given before all others, so that theirs win; no part of the words that are shown. */
  readonly unlessGiven?: readonly string[];
  readonly network?: string;
  /** Further words for `docker run`, before the image. */
  readonly options: readonly string[];
}

/** `hostPort` 0 lets the engine choose. */
export interface PublishSpecification {
  readonly hostIp?: string;
  readonly hostPort: number;
  readonly containerPort: number;
  readonly protocol: 'tcp' | 'udp';
}

/** 125: the docker client or the engine refused; 126 and 127: runc refused, and then there is a container that was only created. */
export interface RunOutcome {
  readonly argv: readonly string[];
  readonly exitCode: number;
  readonly stderr: string;
  /** Absent where no container was made. */
  readonly id?: string;
}

export interface InspectedContainer {
  readonly id: string;
  readonly name: string;
  readonly state: ContainerState;
  readonly published: readonly PublishedPort[];
  /** Its own addresses, one a network. */
  readonly addresses: readonly string[];
  readonly user: string;
}

export interface SocketReader {
  /** Such as `/proc/net/tcp`. */
  readonly from: string;
  /** Milliseconds between two readings that the machine bears easily. */
  readonly everyMs: number;
  read(): Promise<readonly ListeningSocket[] | undefined>;
}

/** What the kernel says of a container's process 1. */
export interface ProcessObservation {
  /** As the container counts: where user namespaces are remapped, the number inside. */
  readonly uid?: number;
  /** A handler for SIGTERM stands; without one, process 1 of a container ignores it. */
  readonly catchesSigterm?: boolean;
  /** Of the container's whole control group, without the page cache that the kernel would give back, as `docker stats` counts. */
  readonly memoryBytes?: number;
  /** The most that the control group ever held, page cache included. */
  readonly memoryPeakBytes?: number;
}

export interface ProcessState {
  /** Processor time since its start. */
  readonly cpuMs?: number;
  /** Its number inside the container. */
  readonly insidePid?: number;
  /** A handler for SIGABRT stands: Python's fault handler, where it is a Python. */
  readonly catchesSigabrt: boolean;
}

export interface ExecOutcome {
  readonly exitCode: number;
  /** Both streams, the errors last. */
  readonly output: string;
}

export interface PathMeasure {
  readonly bytes: number;
  readonly files: number;
  /** The first paths, at most 1,000, as the tar names them. */
  readonly paths: readonly string[];
}
