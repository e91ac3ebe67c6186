import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const whole = v.pipe(v.number(), v.integer());
const line = v.pipe(v.number(), v.integer(), v.minValue(1));
const texts = v.array(v.string());
const file = v.strictObject({ path: v.string(), text: v.string() });
const maybe = v.exactOptional;

const sources = v.strictObject({
  dockerfile: file,
  context: v.string(),
  target: maybe(v.string()),
  buildArguments: v.record(v.string(), v.string()),
  files: v.array(file),
  listing: texts,
  publish: maybe(v.array(count)),
  today: maybe(v.pipe(v.string(), v.isoDate())),
});

const build = v.strictObject({
  argv: texts,
  exitCode: whole,
  ms: v.number(),
  timedOut: v.boolean(),
  steps: v.array(
    v.strictObject({
      digest: v.string(),
      name: v.string(),
      startedAt: maybe(v.number()),
      ms: maybe(v.number()),
      cached: v.boolean(),
      error: maybe(v.string()),
      log: texts,
    }),
  ),
  warnings: v.array(
    v.strictObject({
      check: v.string(),
      message: v.string(),
      detail: v.string(),
      url: maybe(v.string()),
      line: maybe(line),
      endLine: maybe(line),
    }),
  ),
  contextBytes: maybe(count),
  failure: maybe(
    v.strictObject({
      message: v.string(),
      line: maybe(line),
      endLine: maybe(line),
      step: maybe(v.string()),
      exitCode: maybe(whole),
      failedSteps: texts,
      log: texts,
    }),
  ),
  builder: maybe(
    v.strictObject({ name: v.string(), driver: v.string(), endpoints: texts, unseenImage: maybe(v.string()) }),
  ),
});

const image = v.strictObject({
  reference: v.string(),
  id: v.string(),
  digest: maybe(v.string()),
  bytes: count,
  store: v.string(),
  user: v.string(),
  workdir: v.string(),
  environment: texts,
  entrypoint: texts,
  command: texts,
  exposed: texts,
  layers: v.array(v.strictObject({ bytes: count, instruction: v.string() })),
  stopSignal: maybe(v.string()),
  healthcheck: maybe(v.strictObject({ test: texts, timeoutMs: v.number() })),
});

const expected = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['http', 'tcp']) }),
  v.strictObject({ kind: v.literal('running'), ms: v.number() }),
  v.strictObject({ kind: v.literal('exit'), code: count }),
]);

const state = v.strictObject({
  status: v.picklist(['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead']),
  exitCode: whole,
  oomKilled: v.boolean(),
  error: v.string(),
  pid: count,
  startedAt: maybe(v.number()),
  finishedAt: maybe(v.number()),
  health: maybe(
    v.strictObject({
      status: v.string(),
      log: v.array(v.strictObject({ exitCode: whole, output: v.string() })),
    }),
  ),
});

const socket = v.strictObject({
  family: v.picklist(['ipv4', 'ipv6', 'unix', 'udp']),
  address: v.string(),
  port: count,
});

const outcome = v.variant('kind', [
  v.strictObject({
    kind: v.literal('answered'),
    status: count,
    headers: v.record(v.string(), v.string()),
    body: v.string(),
    bodyBytes: count,
  }),
  v.strictObject({ kind: v.picklist(['connected', 'refused', 'reset', 'closed', 'timeout']) }),
  v.strictObject({ kind: v.picklist(['not-http', 'failed']), detail: v.string() }),
]);

const exchange = v.strictObject({
  atMs: v.number(),
  ms: v.number(),
  request: v.string(),
  outcome,
  times: count,
  lastAtMs: maybe(v.number()),
  probe: maybe(v.string()),
  passed: maybe(v.boolean()),
});

const documentedAnswer = v.strictObject({
  atMs: v.number(),
  ms: v.number(),
  request: v.string(),
  outcome,
  path: v.string(),
  operation: maybe(v.string()),
  promise: v.picklist(['kept', 'broken', 'undecided']),
  deviation: maybe(v.string()),
});

const container = v.strictObject({
  image,
  expected,
  create: v.strictObject({ argv: texts, exitCode: whole, stderr: v.string() }),
  state: maybe(state),
  published: v.array(
    v.strictObject({ hostIp: v.string(), hostPort: count, containerPort: count, protocol: v.picklist(['tcp', 'udp']) }),
  ),
  port: count,
  log: v.array(v.strictObject({ at: v.number(), stream: v.picklist(['stdout', 'stderr']), text: v.string() })),
  omittedLogLines: count,
  sockets: v.array(v.strictObject({ atMs: v.number(), listening: v.array(socket) })),
  processes: v.array(
    v.strictObject({
      pid: count,
      parentPid: count,
      user: v.string(),
      command: v.string(),
      cpu: maybe(v.strictObject({ ms: v.number(), overMs: v.number() })),
    }),
  ),
  exchanges: v.array(exchange),
  documented: maybe(v.strictObject({ document: documentedAnswer, gets: count, answers: v.array(documentedAnswer) })),
  wait: v.strictObject({
    limitMs: v.number(),
    ms: v.number(),
    ended: v.picklist(['ready', 'exited', 'decided', 'deadline', 'not-started']),
    readyAtMs: maybe(v.number()),
  }),
  runtime: maybe(
    v.strictObject({
      user: v.string(),
      uid: maybe(count),
      catchesSigterm: maybe(v.boolean()),
      processes: count,
      listening: texts,
      memoryBytes: maybe(count),
      memoryPeakBytes: maybe(count),
    }),
  ),
  measures: v.array(v.strictObject({ path: v.string(), bytes: count, files: count })),
  stop: maybe(
    v.strictObject({
      ms: v.number(),
      timeoutMs: v.number(),
      exitCode: whole,
      signal: maybe(v.string()),
      atMs: maybe(v.number()),
      inFlight: maybe(v.strictObject({ request: v.string(), ms: v.number(), outcome })),
    }),
  ),
  tls: maybe(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('handshake'), protocol: v.string() }),
      v.strictObject({ kind: v.literal('failed'), detail: v.string() }),
    ]),
  ),
  threads: maybe(texts),
  healthCheck: maybe(v.strictObject({ exitCode: whole, output: v.string(), ms: v.number(), timedOut: v.boolean() })),
});

/** What was seen of one trial: what `--observation-file` writes, and `sea-trial report --observation` replays. */
export const observationSchema = v.strictObject({
  version: v.literal(1),
  name: v.string(),
  sources,
  build: maybe(build),
  container: maybe(container),
});
