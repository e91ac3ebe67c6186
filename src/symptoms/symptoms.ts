import type { Moment, ReadLog, Seen } from './seen.ts';
import type { BuildFailure, BuildObservation, ContainerObservation, Exchange } from '../observation.ts';
import { crashedForGood } from './running/crash-loop.ts';
import { failedExchanges } from './running/failed-exchange.ts';
import { unfolded } from './unfold.ts';
import { endedInMain, fatalTraceback } from './fatal.ts';
import { readTracebacks } from '../traceback/read.ts';
import type { Traceback } from '../traceback/traceback.ts';
import type { Facts } from '../facts/facts.ts';
import { ownPlace } from './place.ts';
import { unstyled, withoutProcessName } from '../traceback/lines.ts';

/** What a diagnosis decides from: what was seen, and what follows from it at once. */
export interface Symptoms extends Seen, ReadLog {
  readonly moment: Moment;
  /** The failed build, at the moment `build` only. */
  readonly build?: FailedBuild;
  /** At all other moments. */
  readonly container?: ContainerObservation;
  /** The container has ended, or all that it runs has, for good: what the log says last is the reason. */
  readonly gaveUp: boolean;
  /**
   * The Python exception that ended the process, that every worker dies of, or that an answer came from. Where several are chained
   * the diagnoses are asked for each, the last one first.
   */
  readonly fatal?: Traceback;
}

/** It is asked many times a second, and only what happened last decides. */
const mostLinesWhileRunning = 6_000;

/** pip lists the versions of a package in one line; what is longer still says nothing. */
const longestLine = 20_000;

export interface FailedBuild extends BuildObservation {
  readonly failure: BuildFailure;
}

/** `running`: the container is still being waited for. `serve`, `stop`: it does what it should, and something is worth a word. */
export type Asked = 'failed' | 'running' | 'serve' | 'stop';

/** Undefined where nothing has failed, or where there is nothing to remark on. */
export function symptomsOf(seen: Seen, asked: Asked = 'failed'): Symptoms | undefined {
  const { build } = seen.observation;
  const container = withWholeLog(seen.observation.container);
  if (asked === 'serve' || asked === 'stop') return remarkable(seen, asked);
  const running = asked === 'running';
  const failed = failedBuild(build);
  if (failed !== undefined) return ofBuild(seen, failed);
  if (container === undefined) return undefined;
  const moment = running ? 'silent' : momentOf(container);
  if (moment === undefined) return undefined;
  const lines = running ? container.log.slice(-mostLinesWhileRunning) : container.log;
  const symptoms = withLog(
    { ...seen, moment, container },
    lines.map(({ text }) => text),
  );
  const gaveUp =
    moment === 'exit' ||
    (moment === 'silent' &&
      (crashedForGood(symptoms, container, running) || (!running && endedInMain(symptoms, seen.facts))));
  const answersBadly = moment === 'answer' && failedExchanges(container).some(isServersFault);
  const fatal = gaveUp || answersBadly ? fatalTraceback(symptoms) : undefined;
  return { ...symptoms, gaveUp, ...(fatal === undefined ? {} : { fatal }) };
}

/** A step that runs Python code of the repository fails by an exception too; what installers raise of themselves is read by their words. */
function ofBuild(seen: Seen, failed: FailedBuild): Symptoms {
  const build = withLine(failed, seen.facts);
  const symptoms = withLog({ ...seen, moment: 'build', build }, build.failure.log);
  const ofInstaller = symptoms.log.some((line) =>
    /subprocess-exited-with-error|Getting requirements to build/.test(line),
  );
  const fatal = build.failure.exitCode === undefined || ofInstaller ? undefined : fatalTraceback(symptoms);
  return fatal === undefined || ownPlace(fatal, seen.facts) === undefined ? symptoms : { ...symptoms, fatal };
}

/** Of what fails before it begins, such as the download of ADD, BuildKit names the step and no line. */
function withLine(build: FailedBuild, { dockerfile: { instructions } }: Facts): FailedBuild {
  const { line, step } = build.failure;
  if (line !== undefined || step === undefined) return build;
  const words = plain(step.replace(/^\[[^\]]*\]\s*/, ''));
  const found = instructions.filter(({ text }) => plain(text) === words);
  const [only] = found;
  if (only === undefined || found.length > 1) return build;
  return { ...build, failure: { ...build.failure, line: only.lines[0] } };
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function remarkable(seen: Seen, moment: 'serve' | 'stop'): Symptoms | undefined {
  const container = withWholeLog(seen.observation.container);
  if (container?.wait.ended !== 'ready' || (moment === 'stop' && container.stop === undefined)) return undefined;
  return withLog(
    { ...seen, moment, container },
    container.log.map(({ text }) => text),
  );
}

function withWholeLog(container: ContainerObservation | undefined): ContainerObservation | undefined {
  if (container === undefined) return undefined;
  const log = unfolded(container.log);
  return log === container.log ? container : { ...container, log };
}

function failedBuild(build: BuildObservation | undefined): FailedBuild | undefined {
  if (build === undefined || (build.failure === undefined && build.exitCode === 0 && !build.timedOut)) return undefined;
  const failure = build.failure ?? { message: 'the build ended without saying why', failedSteps: [], log: [] };
  return { ...build, failure };
}

function momentOf({ state, create, wait, exchanges, stop, expected }: ContainerObservation): Moment | undefined {
  if (wait.ended === 'not-started' || state === undefined || create.exitCode !== 0) return 'create';
  const gone = state.status === 'exited' || state.status === 'dead';
  if (wait.ended === 'ready' && expected.kind === 'exit') return undefined;
  if (wait.ended === 'exited' || (gone && stop === undefined)) return 'exit';
  if (wait.ended === 'ready') return exchanges.some(({ passed }) => passed === false) ? 'answer' : undefined;
  return 'silent';
}

/** An exception of the application may be behind it. */
function isServersFault({ outcome }: Exchange): boolean {
  return outcome.kind !== 'answered' || outcome.status >= 500;
}

function withLog(symptoms: Omit<Symptoms, 'log' | 'tracebacks' | 'gaveUp'>, lines: readonly string[]): Symptoms {
  const log = lines.map((line) =>
    withoutProcessName(unstyled(line.length > longestLine ? line.slice(0, longestLine) : line)),
  );
  return { ...symptoms, log, tracebacks: readTracebacks(log), gaveUp: false };
}
