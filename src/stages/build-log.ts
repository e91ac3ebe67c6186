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
  const tell = (text: string): void => progress({ kind: 'line', stage, text });

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
      progress({ kind: 'step-began', stage, title: step.name });
      for (const text of lines.splice(0)) tell(text);
      if (ended === undefined) shown = digest;
      else {
        close(ended);
        waiting.delete(digest);
      }
    }
  };
  const close = (step: BuildStep): void => {
    if (step.error !== undefined) tell(step.error);
    tell(step.cached ? 'from cache' : `took ${((step.ms ?? 0) / 1000).toFixed(1)} s`);
    progress({ kind: 'step-ended', stage });
  };
  return {
    onStepStarted(step) {
      if (isInternal(step)) return;
      entryOf(step);
      showNext();
    },
    onStepLog(step, line) {
      const entry = entryOf(step);
      if (step.digest === shown) tell(line);
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
      if (shown !== undefined) progress({ kind: 'step-ended', stage });
      shown = undefined;
      waiting.clear();
    },
  };
}

const stage = 'build';

/** `[internal] load .dockerignore`: of no interest unless it says something, or fails. */
function isInternal({ name }: BuildStep): boolean {
  return name.startsWith('[internal]');
}
