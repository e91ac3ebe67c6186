import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { Finding } from '../finding.ts';
import type { Report, TrialReport } from '../report.ts';
import type { Markdown } from './markdown.ts';
import { bySeverity } from './entries.ts';

/** The first line of our comment tells whose and which it is; the mail's plain text shows it, so it stays short. */
export interface Marker {
  /** Of workflow, job and trial; made by `markerKey`. */
  readonly key: string;
  /** The first twelve digits of the commit that was reported. */
  readonly sha: string;
  readonly run: number;
}

/** Percent-encoded parts; `*` stands for several trials in one comment. A long key ends in a hash of itself. */
export function markerKey(parts: readonly string[]): string {
  const key = parts
    .map((part) => (part === '*' ? part : encodeURIComponent(part.toWellFormed()).replaceAll('*', '%2A')))
    .join('/');
  return key.length <= longestKey ? key : `${key.slice(0, longestKey - 13)}~${hash(key)}`;
}

/** So that the marker stays under 100 characters with a run number of seven digits. */
const longestKey = 45;

export function marker({ key, sha, run }: Marker): Markdown {
  return { markdown: `<!-- sea-trial key=${key} sha=${sha.slice(0, 12)} run=${run} -->` };
}

const markerLine =
  /^<!-- sea-trial key=(?<key>[^\s<>]+) sha=(?<sha>[0-9a-f]{4,12}) run=(?<run>\d{1,15}) -->\r?(?:\n|$)/;

/** Only from the first line: further down anyone may have quoted it. */
export function readMarker(body: string): Marker | undefined {
  const { key, sha, run } = markerLine.exec(body)?.groups ?? {};
  return key === undefined || sha === undefined || run === undefined ? undefined : { key, sha, run: Number(run) };
}

/** What the next push has to know of one trial. */
export interface TrialState {
  readonly name?: string | undefined;
  readonly verdict: 'passed' | 'failed' | 'errored' | 'skipped';
  /** `<check>:<hash of the fingerprint>`, the gravest first; those that found no room are only counted in `more`. */
  readonly findings: readonly string[];
  readonly more?: number | undefined;
  /** Of the root diagnosis: what is not seen again behind another failure is not fixed. */
  readonly cause?: string | undefined;
  readonly bytes?: number | undefined;
  readonly store?: string | undefined;
  readonly startupMs?: number | undefined;
}

export interface State {
  readonly v: 1;
  readonly trials: readonly TrialState[];
}

/** A report that stood in the same comment before. */
export interface Previous {
  readonly marker: Marker;
  readonly state: State;
}

/** How a finding is known again on the next push. */
export function traceOf({ check, fingerprint }: Finding): string {
  return `${check.replaceAll(/[^\w./-]/g, '_').slice(0, 100)}:${hash(fingerprint)}`;
}

export function stateOf(report: Report): State {
  return { v: 1, trials: report.trials.map((trial) => trialState(trial, report.trials.length > 1)) };
}

function trialState(trial: TrialReport, named: boolean): TrialState {
  const { image, startupMs } = trial;
  return {
    ...(named ? { name: trial.name } : {}),
    verdict: trial.verdict,
    ...(trial.cause === undefined ? {} : { cause: trial.cause }),
    findings: bySeverity(trial.findings.filter(({ status }) => status !== 'refuted')).map(traceOf),
    ...(image === undefined ? {} : { bytes: image.bytes, store: image.store }),
    ...(startupMs === undefined ? {} : { startupMs: Math.round(startupMs) }),
  };
}

const mostStateBytes = 4_000;

/** The comment's last line. Where it would be too long, the mildest findings are only counted, then whole trials left out. */
export function hiddenState(state: State): Markdown {
  for (let most = 100; most >= 0; most = most > 10 ? most - 10 : most - 1) {
    const line = stateLine({ v: 1, trials: state.trials.map((trial) => cut(trial, most)) });
    if (Buffer.byteLength(line) <= mostStateBytes) return { markdown: line };
  }
  return { markdown: stateLine({ v: 1, trials: [] }) };
}

function cut(trial: TrialState, most: number): TrialState {
  const left = trial.findings.length - most;
  return left <= 0 ? trial : { ...trial, findings: trial.findings.slice(0, most), more: left + (trial.more ?? 0) };
}

/** One trial stands flat. Angle brackets and double dashes are escaped, so that nothing ends the comment early. */
function stateLine({ v: version, trials }: State): string {
  const [only] = trials;
  const data = trials.length === 1 && only !== undefined ? { v: version, ...only } : { v: version, trials };
  const json = JSON.stringify(data)
    .replaceAll('<', String.raw`\u003c`)
    .replaceAll('>', String.raw`\u003e`)
    .replaceAll('&', String.raw`\u0026`)
    .replaceAll('--', String.raw`-\u002d`);
  return `<!-- sea-trial-state ${json} -->`;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const trialSchema = v.object({
  name: v.optional(v.pipe(v.string(), v.maxLength(200))),
  verdict: v.picklist(['passed', 'failed', 'errored', 'skipped']),
  findings: v.array(v.pipe(v.string(), v.regex(/^[\w./-]{1,100}:[0-9a-f]{12}$/))),
  more: v.optional(count),
  cause: v.optional(v.pipe(v.string(), v.maxLength(100))),
  bytes: v.optional(count),
  store: v.optional(v.pipe(v.string(), v.regex(/^[\w.+-]{1,40}$/))),
  startupMs: v.optional(count),
});
const version = v.literal(1);
const stateSchema = v.union([
  v.object({ v: version, trials: v.array(trialSchema) }),
  v.pipe(
    v.object({ v: version, ...trialSchema.entries }),
    v.transform(({ v: read, ...trial }) => ({ v: read, trials: [trial] })),
  ),
]);

/** From the last line only: above it may stand a log that quotes one. Undefined where it is not of our shape. */
export function readState(body: string): State | undefined {
  const lastLine = body.trimEnd().split(/\r?\n/).at(-1) ?? '';
  const json = /^<!-- sea-trial-state (?<json>\{.*\}) -->$/.exec(lastLine)?.groups?.['json'];
  if (json === undefined || Buffer.byteLength(json) > 2 * mostStateBytes) return undefined;
  try {
    const read = v.safeParse(stateSchema, JSON.parse(json));
    return read.success ? read.output : undefined;
  } catch {
    return undefined; // cut off or edited by hand: there is nothing to compare with
  }
}

/** What our own earlier comment said; to be asked only of a comment whose author was checked. */
export function readPrevious(body: string): Previous | undefined {
  const found = readMarker(body);
  const state = readState(body);
  return found === undefined || state === undefined ? undefined : { marker: found, state };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
