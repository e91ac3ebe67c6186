import type { LogLine, Observation } from '../observation.ts';
import type { Change, Comparison, Proof, ProvenMeasures, Report, StageResult, TrialReport } from '../report.ts';
import { findingData } from './finding-json.ts';
import { sourceText } from './source.ts';
import { headline, trouble } from './wording.ts';

/** The text of report.json. */
export function reportJson(report: Report): string {
  return `${JSON.stringify(reportData(report), undefined, 2)}\n`;
}

export function reportData({ tool, commit, trials }: Report) {
  return {
    version: 1 as const,
    tool,
    ...(commit === undefined ? {} : { commit }),
    trials: trials.map(trialData),
  };
}

function trialData(trial: TrialReport) {
  const { name, file, context, verdict, cause, stages, findings, steps, startupMs, probes, stopped } = trial;
  const { observation, runtime } = trial;
  const because = verdict === 'passed' ? undefined : (trial.because ?? trouble(trial) ?? headline(trial));
  const log = logData(observation);
  return {
    name,
    file,
    context,
    verdict,
    cause: cause ?? null,
    ...(because === undefined ? {} : { because }),
    ...(trial.lastPassed === undefined ? {} : { lastPassed: trial.lastPassed }),
    stages: stages.map(stageData),
    findings: findings.map(findingData),
    ...(trial.image === undefined ? {} : { image: imageData(trial, trial.image) }),
    ...(steps === undefined
      ? {}
      : {
          steps: steps.map(({ line, instruction, startedAt, ms, cached }) => ({
            line,
            instruction,
            startedAt: instant(startedAt),
            ms: Math.round(ms),
            cached,
          })),
        }),
    ...(startupMs === undefined ? {} : { startup: { ms: Math.round(startupMs) } }),
    ...(probes === undefined
      ? {}
      : {
          probes: probes.map(({ request, outcome, status, ms, passed, documented }) => ({
            request,
            outcome,
            ...(status === undefined ? {} : { status }),
            ms: Math.round(ms),
            passed,
            ...(documented === undefined ? {} : { documented }),
          })),
        }),
    ...(runtime === undefined
      ? {}
      : {
          runtime: {
            user: runtime.user,
            processes: runtime.processes,
            listening: runtime.listening,
            ...(runtime.memoryBytes === undefined ? {} : { memoryBytes: runtime.memoryBytes }),
            ...(runtime.memoryPeakBytes === undefined ? {} : { memoryPeakBytes: runtime.memoryPeakBytes }),
          },
        }),
    ...(log === undefined ? {} : { log }),
    sources: sourcesData(trial),
    ...(stopped === undefined
      ? {}
      : {
          stopped: {
            ms: Math.round(stopped.ms),
            exitCode: stopped.exitCode,
            ...(stopped.signal === undefined ? {} : { signal: stopped.signal }),
          },
        }),
    ...(trial.hardening === undefined
      ? {}
      : {
          hardening: trial.hardening.map(({ option, serves, cause: why }) => ({
            option,
            serves,
            ...(why === undefined ? {} : { cause: why }),
          })),
        }),
    ...(trial.pushed === undefined ? {} : { pushed: trial.pushed }),
    ...(trial.proof === undefined ? {} : { proof: proofData(trial.proof) }),
    ...(trial.comparison === undefined ? {} : { comparison: comparisonData(trial.comparison) }),
  };
}

function comparisonData({ base, bytes, startupMs, new: added, remaining, fixed }: Comparison) {
  return {
    base,
    ...(bytes === undefined ? {} : { bytes: roundedChange(bytes) }),
    ...(startupMs === undefined ? {} : { startupMs: roundedChange(startupMs) }),
    new: added,
    remaining,
    fixed: fixed.map(({ check, title, path }) => ({ check, title, ...(path === undefined ? {} : { path }) })),
  };
}

function roundedChange({ base, delta }: Change) {
  return { base: Math.round(base), delta: Math.round(delta) };
}

function proofData({ fixes, verdict, cause, before, after }: Proof) {
  return { fixes, verdict, ...(cause === undefined ? {} : { cause }), before: rounded(before), after: rounded(after) };
}

function rounded({ bytes, startupMs, stopMs }: ProvenMeasures) {
  return {
    ...(bytes === undefined ? {} : { bytes }),
    ...(startupMs === undefined ? {} : { startupMs: Math.round(startupMs) }),
    ...(stopMs === undefined ? {} : { stopMs: Math.round(stopMs) }),
  };
}

function stageData(stage: StageResult) {
  if (stage.status === 'skipped') return { stage: stage.stage, status: stage.status, because: stage.because };
  return {
    stage: stage.stage,
    status: stage.status,
    startedAt: instant(stage.startedAt),
    ms: Math.round(stage.ms),
    ...(stage.status === 'errored' ? { because: stage.message } : {}),
  };
}

function imageData({ layerLines }: TrialReport, image: NonNullable<TrialReport['image']>) {
  const { reference, id, digest, bytes, store, layers } = image;
  return {
    reference,
    id,
    ...(digest === undefined ? {} : { digest }),
    bytes,
    store,
    layers: layers.map((layer, index) => {
      const line = layerLines?.[index];
      return { bytes: layer.bytes, ...(line === undefined ? {} : { line }), instruction: layer.instruction };
    }),
  };
}

/** Of the container's log the beginning and the end are kept. */
const headLines = 100;
const tailLines = 400;
const longestPart = 65_536;

function logData({ container }: Observation) {
  if (container === undefined || (container.log.length === 0 && container.omittedLogLines === 0)) return undefined;
  const { log, omittedLogLines } = container;
  const head = log.length <= headLines + tailLines ? [] : log.slice(0, headLines);
  const tail = log.slice(Math.max(head.length, log.length - tailLines));
  return {
    head: joinedLines(head).slice(0, longestPart).toWellFormed(),
    tail: joinedLines(tail).slice(-longestPart).toWellFormed(),
    omittedLines: omittedLogLines + log.length - head.length - tail.length,
  };
}

function joinedLines(lines: readonly LogLine[]): string {
  return lines.map(({ text }) => text).join('\n');
}

const mostSourceBytes = 65_536;

/** The Dockerfile and the files that findings name, so that the report can be shown elsewhere. */
function sourcesData({ observation: { sources }, findings }: TrialReport) {
  const named = findings.flatMap(({ location, evidence, fix }) => [
    ...(location === undefined ? [] : [location.path]),
    ...evidence.flatMap((each) => (each.kind === 'source' ? [each.location.path] : [])),
    ...(fix?.edits ?? []).map((edit) => edit.location.path),
  ]);
  return [...new Set([sources.dockerfile.path, ...named])].flatMap((path) => {
    const text = sourceText(sources, path);
    return text === undefined ? [] : [{ path, text: firstBytes(text, mostSourceBytes) }];
  });
}

/** Whole characters only. */
function firstBytes(text: string, most: number): string {
  const bytes = Buffer.from(text);
  return bytes.length <= most
    ? text
    : bytes
        .subarray(0, most)
        .toString('utf8')
        .replace(/\ufffd+$/, '');
}

function instant(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
