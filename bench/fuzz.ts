import { parseArgs } from 'node:util';
import { fuzz } from './fuzzing.ts';

// npm run fuzz -- --seconds 600 --seed 1
const { values } = parseArgs({ options: { seconds: { type: 'string' }, seed: { type: 'string' } } });
const seconds = Number(values.seconds ?? 60);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
console.log(`fuzz: seed ${seed}, ${seconds} s`);
const { count, failures } = fuzz(seed, seconds * 1000, 20);
for (const { message, text, cause } of failures) {
  console.log(`\n${message}\n${JSON.stringify(text)}`);
  if (cause instanceof Error) console.log(cause.stack?.split('\n').slice(0, 5).join('\n'));
}
console.log(`fuzz: ${count} Dockerfiles, ${failures.length} failures, seed ${seed}`);
process.exitCode = failures.length === 0 ? 0 : 1;
