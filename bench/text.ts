import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { hostileText } from '../__tests__/support/hostile-text.ts';
import { breachesOfMarkdown, commandsBehindTheDoor } from '../__tests__/support/text-doors.ts';

// npm run fuzz:text -- --count 1000000 --seed 1
const { values } = parseArgs({ options: { count: { type: 'string' }, seed: { type: 'string' } } });
const wanted = Number(values.count ?? 1_000_000);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const together = 50;
console.log(`text: seed ${seed}, ${wanted} texts through the printing door and the Markdown door`);

const began = performance.now();
const failures: string[] = [];
for (let done = 0; done < wanted && failures.length < 20; done += together) {
  const texts = fc.sample(hostileText, { numRuns: together, seed: seed + done });
  failures.push(...breachesIn(texts));
}
for (const failure of failures) console.log(failure);
console.log(`text: ${failures.length} failures in ${Math.round((performance.now() - began) / 1000)} s, seed ${seed}`);
process.exitCode = failures.length === 0 ? 0 : 1;

/** Whatever comes through, with the text that did it alone where it does it alone. */
function breachesIn(texts: readonly string[]): readonly string[] {
  const found = [...commandsBehindTheDoor(texts), ...breachesOfMarkdown(texts)];
  return found.map((breach) => `${breach}\n${JSON.stringify(texts)}`);
}
