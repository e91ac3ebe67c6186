import type { Evidence } from '../finding.ts';
import type { ContainerObservation, Exchange, ListeningSocket } from '../observation.ts';
import { describe } from './running/outcome.ts';
import type { Symptoms } from './symptoms.ts';
import { headlineOf, ownFrame, type Traceback } from '../traceback/traceback.ts';

const tailLines = 12;
const longestLine = 400;

/** The end of the log. */
export function logTail(
  { log, container }: Pick<Symptoms, 'log' | 'container'>,
  lines = tailLines,
): readonly Evidence[] {
  const written = log.length + (container?.omittedLogLines ?? 0);
  const kept = log.slice(-lines).map(clip);
  return kept.length === 0 ? [] : [{ kind: 'log', lines: kept, omittedLines: written - kept.length }];
}

/** Those lines of the log that tell it, each once. */
export function logLines(
  { log, container }: Pick<Symptoms, 'log' | 'container'>,
  lines: readonly string[],
): readonly Evidence[] {
  if (lines.length === 0) return [];
  const written = log.length + (container?.omittedLogLines ?? 0);
  return [{ kind: 'log', lines: [...new Set(lines)].map(clip), omittedLines: Math.max(0, written - lines.length) }];
}

/** What of a traceback a person needs: the own frame, and the exception. */
export function tracebackLines(
  symptoms: Pick<Symptoms, 'log' | 'container'>,
  traceback: Traceback,
): readonly Evidence[] {
  const frame = ownFrame(traceback) ?? traceback.frames.at(-1);
  const place =
    frame === undefined
      ? []
      : [
          `  File "${frame.file}", line ${frame.line}${frame.function === undefined ? '' : `, in ${frame.function}`}`,
          ...(frame.source === undefined ? [] : [`    ${frame.source}`]),
        ];
  return logLines(symptoms, [...place, headlineOf(traceback), ...traceback.detail.slice(0, 8)]);
}

/** The container's end, or how docker refused it. */
export function exitEvidence({ create, state }: ContainerObservation): readonly Evidence[] {
  if (create.exitCode !== 0) {
    return [{ kind: 'command', argv: create.argv, exitCode: create.exitCode, tail: lastLines(create.stderr) }];
  }
  if (state === undefined || state.finishedAt === undefined || state.startedAt === undefined) return [];
  const killed = state.oomKilled ? ', the kernel killed it for its memory' : '';
  return [
    {
      kind: 'exchange',
      request: 'the container',
      outcome: `ended with exit code ${state.exitCode}${killed}`,
      ms: state.finishedAt - state.startedAt,
    },
  ];
}

/** How the container ended or was refused, and what it said last. */
export function endEvidence(symptoms: Pick<Symptoms, 'log' | 'container'>, lines = 4): readonly Evidence[] {
  const { container } = symptoms;
  return [...(container === undefined ? [] : exitEvidence(container)), ...logTail(symptoms, lines)];
}

/** What listens, since when; empty where the sockets could not be read. */
export function socketEvidence({ sockets }: ContainerObservation): readonly Evidence[] {
  const seen = sockets.at(-1);
  if (seen === undefined) return [];
  const names = seen.listening.filter((socket) => socket.family !== 'udp').map(describeSocket);
  const outcome = names.length === 0 ? 'none' : `${names.map((name) => `\`${name}\``).join(', ')} and nothing else`;
  return [{ kind: 'exchange', request: 'listening sockets', outcome, ms: Math.round(seen.atMs) }];
}

/** Where the threads stand, as the fault handler told: a few frames of each of the first threads. */
export function threadEvidence({ threads }: ContainerObservation): readonly Evidence[] {
  if (threads === undefined || threads.length === 0) return [];
  return [{ kind: 'log', lines: threads.slice(0, tailLines), omittedLines: Math.max(0, threads.length - tailLines) }];
}

/** What was written since it was asked to stop, and how it ended. */
export function stopEvidence({ container, log }: Pick<Symptoms, 'container' | 'log'>): readonly Evidence[] {
  const { stop } = container ?? {};
  if (stop === undefined) return [];
  return [
    { kind: 'measurement', what: 'time to stop', value: Math.round(stop.ms), unit: 'ms' },
    { kind: 'measurement', what: 'exit code', value: stop.exitCode, unit: 'count' },
    ...logTail({ log, ...(container === undefined ? {} : { container }) }, 6),
  ];
}

/** The requests while waiting, as one line each. */
export function exchangeEvidence({ exchanges }: ContainerObservation): readonly Evidence[] {
  const total = new Map<string, Exchange>();
  for (const exchange of exchanges) {
    const key = `${exchange.request} ${describe(exchange.outcome)}`;
    const before = total.get(key);
    total.set(key, before === undefined ? exchange : { ...exchange, times: before.times + exchange.times });
  }
  return [...total.values()].slice(-4).map(({ request, outcome, ms, times }) => ({
    kind: 'exchange',
    request,
    outcome: times > 1 ? `${describe(outcome)}, ${times} times` : describe(outcome),
    ms: Math.round(ms),
  }));
}

/** The step that failed, with the end of its log. */
export function buildEvidence(
  { build, log }: Symptoms,
  lines: readonly string[] = log.slice(-tailLines),
): readonly Evidence[] {
  if (build === undefined) return [];
  const { step, exitCode, message } = build.failure;
  const words = step?.replace(/^\[[^\]]*\]\s*/, '') ?? 'docker buildx build';
  const tail = lines.length === 0 ? message : lines.map(clip).join('\n');
  return [{ kind: 'command', argv: [words], exitCode: exitCode ?? build.exitCode, tail }];
}

function describeSocket({ family, address, port }: ListeningSocket): string {
  if (family === 'unix') return address;
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-tailLines).join('\n');
}

function clip(line: string): string {
  if (line.length <= longestLine) return line;
  // pip names hundreds of versions in one line: its beginning and its end tell.
  return `${line.slice(0, longestLine * 0.4)} […] ${line.slice(-longestLine * 0.5)}`;
}
