import type { BuildFailure, BuildStep } from '../observation.ts';
import type { ReadProgress } from './build-progress.ts';

/** Why a build failed, from its steps and from the plain text after them. */
export function readBuildFailure(
  { steps, tail }: ReadProgress,
  ended: { ms: number; timedOut: boolean },
): BuildFailure {
  if (ended.timedOut) return readTimeout(steps, ended.ms);
  const failed = steps.filter((step) => step.error !== undefined && !step.error.includes('context canceled'));
  const message = errorMessage(tail) ?? failed.at(-1)?.error ?? 'the build ended without saying why';
  const deciding = decidingStep(failed, message);
  const place = failingLines(tail, message);
  const exitCode = /exit code: (\d+)/.exec(deciding?.error ?? message)?.[1];
  return {
    message,
    ...place,
    ...(deciding === undefined ? {} : { step: deciding.name }),
    ...(exitCode === undefined ? {} : { exitCode: Number(exitCode) }),
    failedSteps: failed.map(({ name }) => name),
    log: deciding?.log ?? tail.filter((line) => line.trim() !== ''),
  };
}

/** A step that stands for an instruction of the Dockerfile: `[app 3/5] RUN make`. Others load the context, or export what was built. */
export function isInstruction(step: string | undefined): boolean {
  return step !== undefined && /^\[(?:[^\]]* )?\d+\/\d+\] /.test(step);
}

/** The deadline ended buildx before it could say anything: the step that was running is what took so long. */
function readTimeout(steps: readonly BuildStep[], ms: number): BuildFailure {
  const running = steps.findLast((step) => step.startedAt !== undefined && step.ms === undefined);
  return {
    message: `the build had not ended after ${Math.round(ms / 1000)} s`,
    ...(running === undefined ? {} : { step: running.name }),
    failedSteps: [],
    log: running?.log ?? [],
  };
}

/** What stands after `ERROR:`, which may go over several lines; Docker Desktop adds a link that is no part of it. */
export function errorMessage(tail: readonly string[]): string | undefined {
  const start = tail.findLastIndex((line) => line.startsWith('ERROR: '));
  if (start < 0) return undefined;
  return tail
    .slice(start)
    .filter((line) => !line.startsWith('View build details: '))
    .join('\n')
    .replace(/^ERROR: (?:failed to build: )?/, '')
    .trim();
}

/** Several steps may fail at once; the message quotes the error of the one that decides. */
function decidingStep(failed: readonly BuildStep[], message: string): BuildStep | undefined {
  return failed.find(({ error }) => error !== undefined && message.includes(error)) ?? failed.at(-1);
}

/** The excerpt of the Dockerfile: `Dockerfile:3`, and each line of the instruction marked ` 3 | >>> RUN …`. */
function failingLines(tail: readonly string[], message: string): { line: number; endLine: number } | undefined {
  const marked = tail.flatMap((line) => {
    const number = /^ *(\d+) \| >>>/.exec(line)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
  const heading = /^\S.*:(\d+)$/.exec(tail[tail.findIndex((line) => /^-{20}$/.test(line)) - 1] ?? '')?.[1];
  const spoken = /^failed to solve: dockerfile parse error on lines? (\d+)/.exec(message)?.[1];
  const line = marked[0] ?? Number(heading ?? spoken ?? Number.NaN);
  return Number.isNaN(line) ? undefined : { line, endLine: marked.at(-1) ?? line };
}
