import { expect, test } from 'vitest';
import { inTurns } from '../../../src/commands/run/in-turns.ts';
import { orderedProgress } from '../../../src/commands/run/ordered-progress.ts';

test('of what runs side by side the first is told at once, the others in their turn, each whole', () => {
  const told: string[] = [];
  const progress = orderedProgress((event) => told.push('title' in event ? event.title : event.kind));
  const [first, second, third] = [progress.of(0), progress.of(1), progress.of(2)];
  const step = (title: string) => ({ kind: 'step-began', stage: 'build', title }) as const;
  second(step('second 1'));
  first(step('first 1'));
  third(step('third 1'));
  expect(told).toEqual(['first 1']);
  progress.ended(1);
  first(step('first 2'));
  expect(told).toEqual(['first 1', 'first 2']);
  progress.ended(0);
  expect(told).toEqual(['first 1', 'first 2', 'second 1', 'third 1']);
  third(step('third 2'));
  expect(told.at(-1)).toBe('third 2');
});

test('as many are at work as there are lanes, and results come in the order of the items', async () => {
  let atWork = 0;
  let most = 0;
  const waiting: (() => void)[] = [];
  const lane = async (item: number): Promise<number> => {
    atWork += 1;
    most = Math.max(most, atWork);
    // The later ones end first.
    await new Promise<void>((resolve) => {
      waiting.unshift(resolve);
      if (waiting.length === 2) for (const end of waiting.splice(0)) end();
    });
    atWork -= 1;
    return item * 10;
  };
  const results: number[] = [];
  await inTurns([1, 2, 3, 4], [lane, lane], (result) => results.push(result));
  expect([most, results]).toEqual([2, [10, 20, 30, 40]]);
});
