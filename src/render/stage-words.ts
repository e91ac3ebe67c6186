import { type Finding, severities, type Severity } from '../finding.ts';
import type { ProbeResult, StageName, StageResult, TrialReport } from '../report.ts';
import { cleanLine } from './clean.ts';
import { count, duration, megabytes } from './numbers.ts';
import { codeWord } from './prose.ts';
import { stageOf } from './wording.ts';

const inOrder: readonly StageName[] = ['lint', 'build', 'start', 'smoke', 'stop', 'push'];

/** The stages as they follow each other for a reader, though lint runs while the image is built. */
export function stagesInOrder({ stages }: TrialReport): StageResult[] {
  return stages.toSorted((a, b) => inOrder.indexOf(a.stage) - inOrder.indexOf(b.stage));
}

/** What a stage came to, in a line of prose. */
export function stageWords(trial: TrialReport, stage: StageResult): string {
  if (stage.status === 'skipped') return `skipped: ${stage.because}`;
  if (stage.status === 'errored') return 'could not run';
  switch (stage.stage) {
    case 'lint':
      return lintWords(trial);
    case 'build':
      return stage.status === 'failed' ? 'failed' : (buildWords(trial) ?? 'passed');
    case 'start':
      return stage.status === 'failed' ? 'failed' : (startWords(trial) ?? 'passed');
    case 'smoke':
      return probeWords(trial) ?? stage.status;
    case 'stop':
      return trial.stopped === undefined ? stage.status : `exit code ${trial.stopped.exitCode} after SIGTERM`;
    case 'push':
      return stage.status === 'failed' ? 'failed' : (pushWords(trial) ?? 'the tested image was pushed');
  }
}

/** `ghcr.io/acme/api:1.4.0 and 2 more, sha256:4e1d5a0f9c3b`: as much of the digest as docker shows itself. */
function pushWords({ pushed = [] }: TrialReport): string | undefined {
  const [first] = pushed;
  if (first === undefined) return undefined;
  const more = pushed.length === 1 ? '' : ` and ${pushed.length - 1} more`;
  return `${codeWord(first.reference)}${more}, ${first.digest.slice(0, 19)}`;
}

/** Every name, and the whole digest, by which it is pulled, attested and deployed. */
export function pushedSentence({ pushed = [] }: TrialReport): string | undefined {
  const byDigest = Map.groupBy(pushed, ({ digest }) => digest);
  const parts = Array.from(
    byDigest,
    ([digest, images]) =>
      `${images.map(({ reference }) => codeWord(reference)).join(', ')} with the digest ${codeWord(digest)}`,
  );
  return parts.length === 0 ? undefined : `Pushed ${parts.join('; ')}.`;
}

/** `1 error, 1 warning, 4 notices`; without findings `nothing to change`. */
export function severityCounts(findings: readonly Finding[]): string {
  const bySeverity = Map.groupBy(findings, ({ severity }) => severity);
  return countedSeverities(new Map(Array.from(bySeverity, ([severity, { length }]) => [severity, length])));
}

export function countedSeverities(counts: ReadonlyMap<Severity, number>): string {
  const words = severities.flatMap((severity) => {
    const number = counts.get(severity) ?? 0;
    return number === 0 ? [] : [count(number, severity)];
  });
  return words.length === 0 ? 'nothing to change' : words.join(', ');
}

/** From the first stage's beginning to the end of the last: lint and build run side by side. */
export function wholeDuration({ stages }: TrialReport): number {
  const timed = stages.flatMap((stage) =>
    stage.status === 'skipped' ? [] : [{ from: stage.startedAt, to: stage.startedAt + stage.ms }],
  );
  if (timed.length === 0) return 0;
  return Math.max(...timed.map(({ to }) => to)) - Math.min(...timed.map(({ from }) => from));
}

/** `371.8 MB unpacked (overlay2)`: sizes of two stores mean two things, so the store is named beside the size. */
function sizeWords({ image }: TrialReport): string | undefined {
  return image === undefined ? undefined : `${megabytes(image.bytes)} unpacked (${image.store})`;
}

/** `exit code 0, 0.4 s after SIGTERM`. */
export function stopWords({ stopped }: TrialReport): string | undefined {
  if (stopped === undefined) return undefined;
  const killed = stopped.signal === 'SIGKILL' ? ', killed' : ',';
  return `exit code ${stopped.exitCode}${killed} ${duration(stopped.ms)} after SIGTERM`;
}

/** `clean stop in 0.4 s`. */
export function stopSummary({ stopped }: TrialReport): string | undefined {
  if (stopped === undefined) return undefined;
  return stopped.exitCode === 0
    ? `clean stop in ${duration(stopped.ms)}`
    : `stop with exit code ${stopped.exitCode} in ${duration(stopped.ms)}`;
}

/** An instruction by its first words, as people call it: `RUN pip install`, `COPY . .`. */
export function instructionWords(instruction: string): string {
  const [keyword = '', ...rest] = cleanLine(instruction).trim().split(/\s+/);
  const behindFlags = rest.slice(rest.findIndex((word) => !word.startsWith('--')));
  const end = behindFlags.findIndex((word) => /^-|[&|;<>\\]/.test(word));
  return [keyword, ...(end === -1 ? behindFlags : behindFlags.slice(0, end)).slice(0, 2)].join(' ');
}

/** What lint found, without what the run refuted; what the run found is not its work. */
export function lintFindings(trial: TrialReport): Finding[] {
  const stage = stageOf(trial, 'lint');
  const found = stage === undefined || stage.status === 'skipped' ? [] : stage.findings;
  return trial.findings.filter(
    ({ status, fingerprint }) => status !== 'refuted' && found.some((each) => each.fingerprint === fingerprint),
  );
}

function lintWords(trial: TrialReport): string {
  const { ignored } = trial;
  return `${severityCounts(lintFindings(trial))}${ignored.length === 0 ? '' : `; ${ignored.length} ignored`}`;
}

function buildWords(trial: TrialReport): string | undefined {
  const { steps } = trial;
  const cached = steps?.filter((step) => step.cached).length ?? 0;
  const words = [
    ...(steps === undefined || steps.length === 0
      ? []
      : [
          `${count(steps.length, 'step')}, ${cached === 0 ? 'none' : cached === steps.length ? 'all' : cached} from cache`,
        ]),
    ...[sizeWords(trial)].filter((size) => size !== undefined),
  ];
  return words.length === 0 ? undefined : words.join('; ');
}

const mostSockets = 3;

function startWords({ runtime }: TrialReport): string | undefined {
  if (runtime === undefined) return undefined;
  const { listening, processes, user } = runtime;
  const sockets = listening.slice(0, mostSockets).map(codeWord);
  const more = listening.length > mostSockets ? [`${listening.length - mostSockets} more`] : [];
  const where = sockets.length === 0 ? '' : `, listening on ${[...sockets, ...more].join(', ')}`;
  return `${count(processes, 'process', 'processes')} as ${codeWord(user)}${where}`;
}

function probeWords({ probes }: TrialReport): string | undefined {
  if (probes === undefined || probes.length === 0) return undefined;
  const given = probes.filter(({ documented }) => documented !== true);
  const passed = given.filter((probe) => probe.passed).length;
  const words = [`${passed} of ${count(given.length, 'probe')}`, ...documentedCount(probes)];
  const answer = words.length === 1 && given.length === 1 && passed === 1 ? 'answers' : 'answer';
  return `${words.join(' and ')} ${answer} as promised`;
}

/** `3 documented GETs answer as promised`; nothing where none was judged. */
export function documentedWords(probes: readonly ProbeResult[]): readonly string[] {
  return documentedCount(probes).map(
    (words) => `${words} ${words.startsWith('1 ') ? 'answers' : 'answer'} as promised`,
  );
}

/** `3 documented GETs`, `2 of 3 documented GETs`. */
function documentedCount(probes: readonly ProbeResult[]): readonly string[] {
  const documented = probes.filter((probe) => probe.documented === true);
  if (documented.length === 0) return [];
  const passed = documented.filter((probe) => probe.passed).length;
  return [`${passed === documented.length ? '' : `${passed} of `}${count(documented.length, 'documented GET')}`];
}

/** `Built in 54.5 s, 371.8 MB.` */
export function builtSentence(trial: TrialReport): string | undefined {
  const build = stageOf(trial, 'build');
  if (build?.status !== 'passed') return undefined;
  return `Built in ${duration(build.ms)}${trial.image === undefined ? '' : `, ${megabytes(trial.image.bytes)}`}.`;
}

const testsOf: Partial<Record<StageName, string>> = { start: 'start', smoke: 'smoke tests', push: 'push' };

/** `Start and smoke tests were skipped: there is no image.` A stage that nobody misses is not told. */
export function skippedSentences({ stages }: TrialReport): string[] {
  const byReason = new Map<string, string[]>();
  for (const stage of stages) {
    const words = testsOf[stage.stage];
    if (stage.status !== 'skipped' || words === undefined) continue;
    byReason.set(stage.because, [...(byReason.get(stage.because) ?? []), words]);
  }
  return Array.from(byReason, ([because, words]) => {
    const list = words.length === 1 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
    const were = words.length > 1 || words[0] === testsOf.smoke ? 'were' : 'was';
    return `${list.charAt(0).toUpperCase()}${list.slice(1)} ${were} skipped: ${because}.`;
  });
}
