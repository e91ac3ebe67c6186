import { schemaComplaint } from './schema-complaint.ts';
import * as v from 'valibot';
import { posix } from 'node:path';
import type { Evidence, Finding, Location } from '../finding.ts';
import type { ContainerObservation, ImageObservation, Observation } from '../observation.ts';
import type { Report, StageResult, TrialReport } from '../report.ts';
import { reportSchema } from './report-schema.ts';

type ReportData = v.InferOutput<typeof reportSchema>;
type TrialData = ReportData['trials'][number];
type FindingData = TrialData['findings'][number];
type EvidenceData = FindingData['evidence'][number];

/** What reads as report.json, or what of it does not: the place in the file, and what was expected there. */
export type ReadReport = { readonly report: Report } | { readonly error: string };

/**
 * A report again, from report.json. The file may be anybody's: nothing is believed that the schema does not promise, and what it does
 * not hold (exchanges, processes) is not there.
 */
export function readReport(text: string): ReadReport {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), reportSchema), text);
  if (!read.success) return { error: schemaComplaint(read.issues) };
  const { tool, commit, trials } = read.output;
  return {
    report: {
      version: 1,
      tool,
      ...(commit === undefined
        ? {}
        : {
            commit: {
              head: commit.head,
              tested: commit.tested,
              ...(commit.base === undefined ? {} : { base: commit.base }),
            },
          }),
      trials: trials.map(trialOf),
    },
  };
}

function trialOf(data: TrialData): TrialReport {
  const findings = data.findings.map(findingOf);
  const { image, startup, stopped, runtime, steps } = data;
  const own = image === undefined ? undefined : imageOf(image);
  return {
    name: data.name,
    file: data.file,
    context: data.context,
    verdict: data.verdict,
    cause: data.cause ?? undefined,
    ...(data.because === undefined ? {} : { because: data.because }),
    ...(data.lastPassed === undefined ? {} : { lastPassed: data.lastPassed }),
    stages: data.stages.map((stage) => stageOf(stage, findings)),
    findings,
    ignored: [],
    ...(own === undefined ? {} : { image: own, layerLines: image?.layers.map(({ line }) => line) ?? [] }),
    ...(steps === undefined
      ? {}
      : { steps: steps.map((step) => ({ ...step, startedAt: Date.parse(step.startedAt) })) }),
    ...(startup === undefined ? {} : { startupMs: startup.ms }),
    ...(data.probes === undefined ? {} : { probes: data.probes.map(withoutUndefined) }),
    ...(runtime === undefined ? {} : { runtime: withoutUndefined(runtime) }),
    ...(stopped === undefined ? {} : { stopped: { ...withoutUndefined(stopped), timeoutMs: stopped.ms } }),
    ...(data.proof === undefined
      ? {}
      : {
          proof: {
            ...withoutUndefined(data.proof),
            before: withoutUndefined(data.proof.before),
            after: withoutUndefined(data.proof.after),
          },
        }),
    ...(data.comparison === undefined
      ? {}
      : {
          comparison: {
            ...withoutUndefined(data.comparison),
            fixed: data.comparison.fixed.map(withoutUndefined),
          },
        }),
    ...(data.hardening === undefined ? {} : { hardening: data.hardening.map(withoutUndefined) }),
    ...(data.pushed === undefined ? {} : { pushed: data.pushed }),
    notes: [],
    observation: observationOf(data, own),
  };
}

/** Which stage found what is not told: what is confirmed was seen by the run, the rest is lint's. */
function stageOf(stage: TrialData['stages'][number], findings: readonly Finding[]): StageResult {
  const { stage: name, status, startedAt, ms = 0, because = '' } = stage;
  if (status === 'skipped') return { stage: name, status, because };
  const timed = { stage: name, startedAt: startedAt === undefined ? 0 : Date.parse(startedAt), ms };
  const found = name === 'lint' ? findings : [];
  return status === 'errored'
    ? { ...timed, status, message: because, findings: found }
    : { ...timed, status, findings: found };
}

function findingOf(data: FindingData): Finding {
  const location = locationOf(data);
  const { check, aliases, severity, title, why, advice, status, cost, evidence, fingerprint, since, fix } = data;
  return {
    check,
    aliases,
    severity,
    title,
    why,
    advice,
    ...(location === undefined ? {} : { location }),
    evidence: evidence.flatMap(evidenceOf),
    status,
    ...(cost === undefined ? {} : { cost: withoutUndefined(cost) }),
    fingerprint,
    ...(since === undefined ? {} : { since }),
    ...(fix === undefined
      ? {}
      : {
          fix: {
            title: fix.title,
            safety: fix.safety,
            edits: fix.edits.map(({ path = data.path ?? '', text, ...ends }) => ({
              location: { path, ...ends },
              text,
            })),
          },
        }),
  };
}

function locationOf({ path, line, column, endLine, endColumn }: Partial<LocationData>): Location | undefined {
  if (path === undefined || line === undefined) return undefined;
  return { path, line, column: column ?? 1, endLine: endLine ?? line, endColumn: endColumn ?? (column ?? 1) + 1 };
}

type LocationData = { [Part in keyof Location]: Location[Part] | undefined };

function evidenceOf(data: EvidenceData): readonly Evidence[] {
  if (data.kind !== 'source') return [data];
  const location = locationOf(data);
  return location === undefined ? [] : [{ kind: 'source', location, note: data.note }];
}

function imageOf({ reference, id, digest, bytes, store, layers }: NonNullable<TrialData['image']>): ImageObservation {
  return {
    reference,
    id,
    ...(digest === undefined ? {} : { digest }),
    bytes,
    store,
    user: '',
    workdir: '',
    environment: [],
    entrypoint: [],
    command: [],
    exposed: [],
    layers: layers.map(({ bytes: size, instruction }) => ({ bytes: size, instruction })),
  };
}

function observationOf(data: TrialData, image: ImageObservation | undefined): Observation {
  const { name, file, context, sources = [] } = data;
  const container = image === undefined ? undefined : containerOf(data, image);
  return {
    version: 1,
    name,
    sources: {
      dockerfile: { path: file, text: sources.find(({ path }) => path === file)?.text ?? '' },
      context,
      buildArguments: {},
      files: sources.map(({ path, text }) => ({ path: posix.relative(context, path), text })),
      listing: [],
    },
    ...(container === undefined ? {} : { container }),
  };
}

function containerOf({ startup, runtime, log }: TrialData, image: ImageObservation): ContainerObservation {
  const lines = [log?.head, log?.tail].flatMap((part) => (part === undefined || part === '' ? [] : part.split('\n')));
  return {
    image,
    expected: { kind: 'http' },
    create: { argv: [], exitCode: 0, stderr: '' },
    published: [],
    port: portIn(runtime?.listening ?? []),
    log: lines.map((text) => ({ at: 0, stream: 'stdout', text })),
    omittedLogLines: log?.omittedLines ?? 0,
    sockets: [],
    processes: [],
    exchanges: [],
    measures: [],
    wait: {
      limitMs: 0,
      ms: startup?.ms ?? 0,
      ended: startup === undefined ? 'decided' : 'ready',
      ...(startup === undefined ? {} : { readyAtMs: startup.ms }),
    },
  };
}

/** The one that everybody may reach; where none is told, the usual one. */
function portIn(listening: readonly string[]): number {
  const wildcard = listening.find((socket) => /^(?:0\.0\.0\.0|\[::\]):\d+$/.test(socket));
  return Number(wildcard?.slice(wildcard.lastIndexOf(':') + 1) ?? 8000);
}

/** A member that is absent, and one that is undefined, are two things to the compiler. */
function withoutUndefined<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> };
function withoutUndefined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}
