import { expect, it } from 'vitest';
import { LogKeeper } from '../../src/stages/log-keeper.ts';

const line = (text: string) => ({ at: 0, stream: 'stdout', text }) as const;

it('keeps a short log whole', () => {
  const keeper = new LogKeeper();
  for (const text of ['one', 'two']) keeper.add(line(text));
  expect(keeper.lines.map(({ text }) => text)).toEqual(['one', 'two']);
  expect(keeper.omittedLines).toBe(0);
});

it('keeps head and tail of a log without end, and counts what is left out', () => {
  const keeper = new LogKeeper();
  const count = 300_000;
  for (let number = 0; number < count; number += 1) keeper.add(line(`${number}`.padEnd(100)));
  const kept = keeper.lines;
  expect(kept[0]?.text.trim()).toBe('0');
  expect(kept.at(-1)?.text.trim()).toBe(`${count - 1}`);
  expect(kept.length * 100).toBeLessThanOrEqual(10_000_000);
  expect(kept.length + keeper.omittedLines).toBe(count);
});

it('keeps few of very many empty lines: each takes memory too', () => {
  const keeper = new LogKeeper();
  for (let number = 0; number < 1_000_000; number += 1) keeper.add(line(''));
  expect(keeper.lines.length).toBeLessThan(70_000);
  expect(keeper.lines.length + keeper.omittedLines).toBe(1_000_000);
});
