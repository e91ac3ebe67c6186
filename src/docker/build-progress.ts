import type { BuildStep, BuildWarning } from '../observation.ts';
import * as v from 'valibot';
import { readWarning, warningMessage } from './build-warning.ts';
import type { BuildListener } from './docker.ts';
import { joinLines, keepLog } from './log-lines.ts';
import type { LineJoiner, LogKeeper } from './log-lines.ts';
import { epochMilliseconds } from './rfc3339.ts';

/** What `buildx build --progress=rawjson` writes to standard error, read line by line. */
export interface BuildProgress {
  readonly feed: (line: string) => void;
  /** To be called once, at the end; tells what was still held back. */
  readonly finish: () => ReadProgress;
}

export interface ReadProgress {
  /** In the order of their start; those that never began stand last. */
  readonly steps: readonly BuildStep[];
  readonly warnings: readonly BuildWarning[];
  readonly contextBytes?: number;
  /** The lines that are not JSON: the excerpt of the Dockerfile and `ERROR: …`. */
  readonly tail: readonly string[];
}

/** Of all logs together, in characters. */
const mostLogCharacters = 10_000_000;
/** However much other steps wrote, the end of each one's log is kept. */
const leastLogCharacters = 50_000;
const mostTailLines = 2000;

export function readBuildProgress(listener: BuildListener): BuildProgress {
  const vertices = new Map<string, Vertex>();
  const warnings = new Map<string, BuildWarning>();
  const tail: string[] = [];
  let contextBytes: number | undefined;
  /**
   * Steps whose end is not told yet: BuildKit ends a step for a moment after it computed its cache key, and begins it
   * anew in one of the next messages. Told when a message comes that does not speak of them.
   */
  const held = new Set<Vertex>();

  const tellEnds = (except: ReadonlySet<string>): void => {
    for (const vertex of held) {
      if (except.has(vertex.digest)) continue;
      held.delete(vertex);
      for (const joiner of vertex.joiners.values()) joiner.end();
      if (!vertex.toldEnd) listener.onStepEnded(snapshot(vertex));
      vertex.toldEnd = true;
    }
  };

  const vertexOf = (digest: string, name: string): Vertex => {
    const known = vertices.get(digest);
    if (known !== undefined) return known;
    const used = vertices.values().reduce((sum, { log }) => sum + log.characters(), 0);
    const fresh = newVertex(digest, name, Math.max(leastLogCharacters, (mostLogCharacters - used) / 4));
    vertices.set(digest, fresh);
    return fresh;
  };

  const takeVertex = (update: VertexUpdate): void => {
    const vertex = vertexOf(update.digest, update.name);
    applyUpdate(vertex, update);
    if (vertex.startedAt !== undefined && !vertex.toldStart) {
      vertex.toldStart = true;
      listener.onStepStarted(snapshot(vertex));
    }
    if (update.completed !== undefined) held.add(vertex);
    else if (update.started !== undefined) held.delete(vertex);
  };

  const takeLog = (log: LogUpdate): void => {
    const vertex = vertices.get(log.vertex);
    if (vertex === undefined) return;
    const joiner =
      vertex.joiners.get(log.stream) ??
      joinLines((line) => {
        vertex.log.push(line);
        listener.onStepLog(snapshot(vertex, { withLog: false }), line);
      });
    vertex.joiners.set(log.stream, joiner);
    joiner.take(Buffer.from(log.data, 'base64'));
  };

  const takeMessage = (message: Message): void => {
    const touched = new Set([
      ...message.vertexes.map(({ digest }) => digest),
      ...message.logs.map((log) => log.vertex),
    ]);
    tellEnds(touched);
    message.vertexes.forEach(takeVertex);
    message.logs.forEach(takeLog);
    for (const status of message.statuses) {
      const isContext = vertices.get(status.vertex)?.name.endsWith('load build context') === true;
      if (isContext && status.id.startsWith('transferring')) contextBytes = Math.max(contextBytes ?? 0, status.current);
    }
    for (const raw of message.warnings) {
      const warning = readWarning(raw);
      warnings.set(`${warning.check} ${warning.message} ${warning.line}`, warning);
    }
  };

  return {
    feed(line) {
      const message = line.startsWith('{') ? v.safeParse(messageLine, line) : undefined;
      if (message?.success === true) takeMessage(message.output);
      else if (tail.length < mostTailLines) tail.push(line);
    },
    finish() {
      for (const vertex of vertices.values()) {
        for (const joiner of vertex.joiners.values()) joiner.end();
        if (vertex.toldStart && !vertex.toldEnd) held.add(vertex);
      }
      tellEnds(new Set());
      return {
        steps: [...vertices.values()].toSorted(byStart).map((vertex) => snapshot(vertex)),
        warnings: [...warnings.values()],
        ...(contextBytes === undefined ? {} : { contextBytes }),
        tail,
      };
    },
  };
}

const vertexUpdate = v.object({
  digest: v.string(),
  name: v.optional(v.string(), ''),
  started: v.optional(v.string()),
  completed: v.optional(v.string()),
  cached: v.optional(v.boolean(), false),
  error: v.optional(v.string(), ''),
});
type VertexUpdate = v.InferOutput<typeof vertexUpdate>;

const logUpdate = v.object({ vertex: v.string(), stream: v.optional(v.number(), 1), data: v.optional(v.string(), '') });
type LogUpdate = v.InferOutput<typeof logUpdate>;

const statusUpdate = v.object({ id: v.string(), vertex: v.string(), current: v.optional(v.number(), 0) });

const message = v.object({
  vertexes: v.optional(v.array(vertexUpdate), []),
  statuses: v.optional(v.array(statusUpdate), []),
  logs: v.optional(v.array(logUpdate), []),
  warnings: v.optional(v.array(warningMessage), []),
});
type Message = v.InferOutput<typeof message>;
const messageLine = v.pipe(v.string(), v.parseJson(), message);

interface Vertex {
  readonly digest: string;
  name: string;
  startedAt?: number;
  /** Milliseconds of each time it ran, by the time it began. */
  readonly spans: Map<string, number>;
  cached: boolean;
  error: string;
  readonly log: LogKeeper;
  readonly joiners: Map<number, LineJoiner>;
  toldStart: boolean;
  toldEnd: boolean;
}

function newVertex(digest: string, name: string, allowance: number): Vertex {
  return {
    digest,
    name,
    spans: new Map(),
    cached: false,
    error: '',
    log: keepLog(allowance),
    joiners: new Map(),
    toldStart: false,
    toldEnd: false,
  };
}

function applyUpdate(vertex: Vertex, update: VertexUpdate): void {
  if (update.name !== '') vertex.name = update.name;
  vertex.cached = update.cached;
  vertex.error = update.error;
  if (update.started === undefined) return;
  const started = epochMilliseconds(update.started);
  if (started === undefined) return;
  vertex.startedAt = Math.min(vertex.startedAt ?? started, started);
  const completed = update.completed === undefined ? undefined : epochMilliseconds(update.completed);
  if (completed !== undefined) vertex.spans.set(update.started, Math.max(0, completed - started));
}

function snapshot(vertex: Vertex, { withLog } = { withLog: true }): BuildStep {
  const ms = vertex.spans.values().reduce((sum, span) => sum + span, 0);
  return {
    digest: vertex.digest,
    name: vertex.name,
    ...(vertex.startedAt === undefined ? {} : { startedAt: vertex.startedAt }),
    ...(vertex.spans.size === 0 ? {} : { ms: Math.round(1000 * ms) / 1000 }),
    cached: vertex.cached,
    ...(vertex.error === '' ? {} : { error: vertex.error }),
    log: withLog ? vertex.log.lines() : [],
  };
}

/** Cached steps share one moment; then the number that BuildKit gave them counts, `[app 3/5]`. */
function byStart(a: Vertex, b: Vertex): number {
  return (a.startedAt ?? Infinity) - (b.startedAt ?? Infinity) || ordinal(a) - ordinal(b) || 0;
}

function ordinal({ name }: Vertex): number {
  return Number(/^\[(?:[^\]]* )?(\d+)\/\d+\]/.exec(name)?.[1] ?? 0);
}
