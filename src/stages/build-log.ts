import type { BuildListener } from '../docker/docker.ts';
import type { BuildStep } from '../observation.ts';
import type { Progress } from '../ports.ts';

/**
 * BuildKit's steps run side by side and their lines come mixed. One step at a time is shown live, as a group;
 * what the others write waits until it is their turn.
 */
export function buildLog(progress: Progress): BuildListener & { close(): void } {
  const waiting = new Map<string, { step: BuildStep; lines: string[]; ended: BuildStep | undefined }>();
  let shown: string | undefined;

  const entryOf = (step: BuildStep): { lines: string[]; ended: BuildStep | undefined } => {
    const entry = waiting.get(step.digest) ?? { step, lines: [], ended: undefined };
    waiting.set(step.digest, entry);
    return entry;
  };
  const showNext = (): void => {
    while (shown === undefined) {
      const next = waiting.entries().next();
      if (next.done === true) return;
      const [digest, { step, lines, ended }] = next.value;
      progress.open(step.name);
      for (const line of lines.splice(0)) progress.line(line);
      if (ended === undefined) shown = digest;
      else {
        close(ended);
        waiting.delete(digest);
      }
    }
  };
  const close = (step: BuildStep): void => {
    if (step.error !== undefined) progress.line(step.error);
    progress.line(step.cached ? 'from cache' : `took ${((step.ms ?? 0) / 1000).toFixed(1)} s`);
    progress.close();
  };
  return {
    onStepStarted(step) {
      if (isInternal(step)) return;
      entryOf(step);
      showNext();
    },
    onStepLog(step, line) {
      const entry = entryOf(step);
      if (step.digest === shown) progress.line(line);
      else entry.lines.push(line);
      showNext();
    },
    onStepEnded(step) {
      if (isInternal(step) && step.error === undefined && !waiting.has(step.digest)) return;
      entryOf(step).ended = step;
      showNext();
      if (step.digest !== shown) return;
      waiting.delete(step.digest);
      shown = undefined;
      close(step);
      showNext();
    },
    close() {
      if (shown !== undefined) progress.close();
      shown = undefined;
      waiting.clear();
    },
  };
}

/** `[internal] load .dockerignore`: of no interest unless it says something, or fails. */
function isInternal({ name }: BuildStep): boolean {
  return name.startsWith('[internal]');
}
