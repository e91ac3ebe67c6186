import type {
  RecordedAnswer,
  RecordedDocumented,
  RecordedExample,
  RecordedRun,
} from '../../src/diagnoses/diagnosis.ts';
import type { Seen } from '../../src/symptoms/seen.ts';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { contextOf } from '../../src/facts/context.ts';
import { deriveFacts } from '../../src/facts/facts.ts';
import type {
  BuildObservation,
  BuildStep,
  ContainerObservation,
  ContainerState,
  DocumentedAnswer,
  DocumentedRun,
  Exchange,
  ExchangeOutcome,
  ListeningSocket,
  Observation,
  ProcessSeen,
  SocketsSeen,
} from '../../src/observation.ts';

/** When every recorded container started, in epoch milliseconds. */
const startedAt = Date.UTC(2026, 10, 24, 9, 0, 0);
const usualPort = 8000;

/** The whole observation of a recorded example, as a trial would have made it, and the facts of its files. */
export function observe(example: Pick<RecordedExample, 'dockerfile' | 'files' | 'saw'>): Seen {
  const files = { Dockerfile: example.dockerfile, ...example.files };
  const facts = deriveFacts({
    dockerfile: parseDockerfile(example.dockerfile, 'Dockerfile'),
    context: contextOf(files),
  });
  const { saw } = example;
  const observation: Observation = {
    version: 1,
    name: 'ships',
    sources: {
      dockerfile: { path: 'Dockerfile', text: example.dockerfile },
      context: '',
      buildArguments: {},
      files: Object.entries(files).map(([path, text]) => ({ path, text })),
      listing: Object.keys(files).toSorted(),
    },
    build: saw.build === undefined ? succeededBuild : failedBuild(saw.build),
    ...(saw.build === undefined ? { container: containerOf(saw) } : {}),
  };
  return { observation, facts };
}

const succeededBuild: BuildObservation = {
  argv: ['docker', 'buildx', 'build', '--progress=rawjson', '--load', '.'],
  exitCode: 0,
  ms: 2_400,
  timedOut: false,
  steps: [],
  warnings: [],
};

function failedBuild(build: NonNullable<RecordedRun['build']>): BuildObservation {
  const { message, line, step, exitCode, log = [], timedOut = false, builder } = build;
  const failed = build.failedSteps ?? (step === undefined ? [] : [{ name: step, error: message }]);
  const steps = failed.map(({ name, error }, index): BuildStep => ({
    digest: `sha256:${index}`,
    name,
    startedAt,
    ms: 900,
    cached: false,
    error,
    log: name === step ? log : [],
  }));
  return {
    ...succeededBuild,
    exitCode: 1,
    timedOut,
    steps,
    failure: {
      message,
      ...(line === undefined ? {} : { line, endLine: line }),
      ...(step === undefined ? {} : { step }),
      ...(exitCode === undefined ? {} : { exitCode }),
      failedSteps: failed.map(({ name }) => name),
      log,
    },
    ...(builder === undefined ? {} : { builder }),
  };
}

function containerOf(saw: RecordedRun): ContainerObservation {
  const port = saw.port ?? usualPort;
  const ended = saw.ended ?? 'exited';
  const ms = saw.waitedMs ?? 900;
  return {
    image: {
      reference: 'sea-trial-ships:latest',
      id: 'sha256:2f1e',
      bytes: 192_000_000,
      store: 'overlay2',
      user: '',
      workdir: '/app',
      environment: ['PATH=/usr/local/bin:/usr/bin:/bin', 'PYTHON_VERSION=3.11.2'],
      entrypoint: [],
      command: [],
      exposed: [`${port}/tcp`],
      layers: [],
      ...(saw.stopSignal === undefined ? {} : { stopSignal: saw.stopSignal }),
      ...(saw.healthCheck === undefined
        ? {}
        : { healthcheck: { test: ['CMD-SHELL', saw.healthCheck.test], timeoutMs: 30_000 } }),
    },
    expected: { kind: 'http' },
    create: {
      argv: [
        'docker',
        'run',
        '--detach',
        '--publish',
        `127.0.0.1:${port}:${port}`,
        ...(saw.options ?? []),
        'sea-trial-ships:latest',
      ],
      exitCode: saw.create?.exitCode ?? 0,
      stderr: saw.create?.stderr ?? '',
    },
    ...(saw.create?.exitCode === 125 && saw.stateError === undefined ? {} : { state: stateOf(saw, ended, ms) }),
    published: [{ hostIp: '127.0.0.1', hostPort: port, containerPort: port, protocol: 'tcp' }],
    port,
    log: [
      ...(saw.log ?? []).map((text) => ({
        at: startedAt + (saw.lastLineAtMs ?? 500),
        stream: 'stderr' as const,
        text,
      })),
      ...(saw.stop?.log ?? []).map((text) => ({ at: startedAt + stoppedAtMs + 100, stream: 'stderr' as const, text })),
    ],
    omittedLogLines: 0,
    sockets: socketsOf(saw.listening),
    processes: (saw.processes ?? []).map((text, index) => processOf(text, index)),
    exchanges: (saw.answers ?? []).map((answer) => exchangeOf(answer, port, ended === 'ready')),
    ...(saw.documented === undefined ? {} : { documented: documentedOf(saw.documented, port) }),
    measures: [],
    wait: { limitMs: 60_000, ms, ended, ...(ended === 'ready' ? { readyAtMs: 1_400 } : {}) },
    ...(saw.tls === undefined ? {} : { tls: { kind: 'handshake', protocol: saw.tls } }),
    ...(saw.threads === undefined ? {} : { threads: saw.threads }),
    ...(saw.healthCheck === undefined ? {} : { healthCheck: { ...saw.healthCheck, ms: 120, timedOut: false } }),
    ...(saw.stop === undefined ? {} : stoppedWith(saw.stop)),
  };
}

/** Asked a second apart, the first one before the log was written. */
function documentedOf(answers: NonNullable<RecordedRun['documented']>, port: number): DocumentedRun {
  const of = ({ outcome, operation, deviation }: RecordedDocumented, index: number): DocumentedAnswer => {
    const { request, outcome: answered } = exchangeOf(outcome, port, true);
    return {
      atMs: 400 + 1000 * index,
      ms: 4,
      path: outcome.split(' ')[0] ?? '',
      request,
      outcome: answered,
      promise: deviation === undefined ? 'kept' : 'broken',
      ...(operation === undefined ? {} : { operation }),
      ...(deviation === undefined ? {} : { deviation }),
    };
  };
  return { document: of({ outcome: '/openapi.json 200' }, -1), gets: answers.length, answers: answers.map(of) };
}

const stoppedAtMs = 3_000;
const stopLimitMs = 10_000;

function stoppedWith(stop: NonNullable<RecordedRun['stop']>): Pick<ContainerObservation, 'stop' | 'runtime'> {
  const { exitCode, ms, catchesSigterm = true, inFlight } = stop;
  const { request, outcome } = exchangeOf(inFlight ?? '200', usualPort, true);
  return {
    runtime: { user: 'root', uid: 0, catchesSigterm, processes: 1, listening: ['0.0.0.0:8000'] },
    stop: {
      ms,
      timeoutMs: stopLimitMs,
      exitCode,
      atMs: stoppedAtMs,
      ...(exitCode === 137 ? { signal: 'SIGKILL' } : {}),
      ...(inFlight === undefined ? {} : { inFlight: { request, ms: 700, outcome } }),
    },
  };
}

function processOf(text: string, index: number): ProcessSeen {
  const busy = text.startsWith('busy ');
  return {
    pid: 4_242 + index,
    parentPid: index === 0 ? 1 : 4_242,
    user: 'root',
    command: busy ? text.slice('busy '.length) : text,
    cpu: { ms: busy ? 240 : 0, overMs: 250 },
  };
}

function stateOf(saw: RecordedRun, ended: ContainerObservation['wait']['ended'], ms: number): ContainerState {
  const exited = ended === 'exited';
  const created = saw.create !== undefined;
  return {
    status: created ? 'created' : exited ? 'exited' : 'running',
    exitCode: saw.create?.exitCode ?? saw.exitCode ?? 0,
    oomKilled: saw.oomKilled ?? false,
    error: saw.stateError ?? '',
    pid: exited || created ? 0 : 4_242,
    ...(created ? {} : { startedAt }),
    ...(exited ? { finishedAt: startedAt + ms } : {}),
  };
}

/** `0.0.0.0:9000`, or with the milliseconds when it began to listen before an `@`. */
function socketsOf(listening: readonly string[] | undefined): readonly SocketsSeen[] {
  if (listening === undefined) return [];
  if (listening.length === 0) return [{ atMs: 20, listening: [] }];
  const seen = listening.map((text) => {
    const [, atMs = '1000', socket = ''] = /^(?:(\d+)@)?(.+)$/.exec(text) ?? [];
    return { atMs: Number(atMs), socket: socketOf(socket) };
  });
  const moments = [...new Set(seen.map(({ atMs }) => atMs))].toSorted((a, b) => a - b);
  return moments.map((atMs) => ({
    atMs,
    listening: seen.filter((each) => each.atMs <= atMs).map(({ socket }) => socket),
  }));
}

function socketOf(text: string): ListeningSocket {
  if (text.startsWith('udp:')) return { ...socketOf(text.slice('udp:'.length)), family: 'udp' };
  if (text.startsWith('unix:')) return { family: 'unix', address: text.slice('unix:'.length), port: 0 };
  const colon = text.lastIndexOf(':');
  const address = text.slice(0, colon).replaceAll(/[[\]]/g, '');
  return { family: address.includes(':') ? 'ipv6' : 'ipv4', address, port: Number(text.slice(colon + 1)) };
}

function exchangeOf(given: string | RecordedAnswer, port: number, probing: boolean): Exchange {
  const answer: RecordedAnswer = typeof given === 'string' ? { outcome: given } : given;
  const [, verb = 'GET', path = '/', word = ''] = /^(?:(WS) )?(?:(\/\S*) )?(\S+)$/.exec(answer.outcome) ?? [];
  const outcome = outcomeOf(word, answer);
  const passed = answer.passed ?? (outcome.kind === 'answered' && outcome.status < (path === '/' ? 500 : 300));
  const times = outcome.kind === 'answered' && outcome.status < 500 ? 1 : 31;
  return {
    atMs: 1_200,
    ms: 4,
    request: `${verb} http://127.0.0.1:${port}${path}`,
    outcome,
    times,
    ...(times === 1 ? {} : { lastAtMs: 50_000 }),
    ...(probing ? { probe: `${verb} ${path}`, passed } : {}),
  };
}

function outcomeOf(word: string, { headers = {}, body = '' }: RecordedAnswer): ExchangeOutcome {
  switch (word) {
    case 'reset':
    case 'closed':
    case 'refused':
    case 'timeout':
      return { kind: word };
    case 'not-http':
      return { kind: 'not-http', detail: body };
    default:
      return { kind: 'answered', status: Number(word), headers, body, bodyBytes: body.length };
  }
}
