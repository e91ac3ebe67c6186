import { expect, it } from 'vitest';
import type { BuildStep } from '../../src/observation.ts';
import { buildLog } from '../../src/stages/build-log.ts';

function step(digest: string, more: Partial<BuildStep> = {}): BuildStep {
  return { digest, name: `[1/2] RUN ${digest}`, cached: false, log: [], ...more };
}

function written(play: (log: ReturnType<typeof buildLog>) => void): readonly string[] {
  const lines: string[] = [];
  play(
    buildLog((event) => {
      if (event.kind === 'step-began') lines.push(`> ${event.title}`);
      else if (event.kind === 'line') lines.push(event.text);
      else if (event.kind === 'step-ended') lines.push('<');
    }),
  );
  return lines;
}

it('shows one step live and keeps what the others write for their turn', () => {
  expect(
    written((log) => {
      log.onStepStarted(step('a'));
      log.onStepStarted(step('b'));
      log.onStepLog(step('b'), 'b1');
      log.onStepLog(step('a'), 'a1');
      log.onStepEnded(step('b', { ms: 100 }));
      log.onStepLog(step('a'), 'a2');
      log.onStepEnded(step('a', { ms: 2340 }));
      log.close();
    }),
  ).toEqual(['> [1/2] RUN a', 'a1', 'a2', 'took 2.3 s', '<', '> [1/2] RUN b', 'b1', 'took 0.1 s', '<']);
});

it('says what came from the cache and what failed, and closes what is open at the end', () => {
  expect(
    written((log) => {
      log.onStepStarted(step('a'));
      log.onStepEnded(step('a', { cached: true }));
      log.onStepStarted(step('b'));
      log.onStepEnded(step('b', { error: 'exit code: 1', ms: 0 }));
      log.onStepStarted(step('c'));
      log.close();
    }),
  ).toEqual([
    '> [1/2] RUN a',
    'from cache',
    '<',
    '> [1/2] RUN b',
    'exit code: 1',
    'took 0.0 s',
    '<',
    '> [1/2] RUN c',
    '<',
  ]);
});

it('is silent on internal steps that say nothing', () => {
  const internal = (digest: string): Partial<BuildStep> => ({ name: `[internal] load ${digest}` });
  expect(
    written((log) => {
      for (const quiet of ['a', 'b']) {
        log.onStepStarted(step(quiet, internal(quiet)));
        log.onStepEnded(step(quiet, internal(quiet)));
      }
      log.onStepStarted(step('c', internal('c')));
      log.onStepEnded(step('c', { ...internal('c'), error: 'no such file', ms: 0 }));
    }),
  ).toEqual(['> [internal] load c', 'no such file', 'took 0.0 s', '<']);
});
