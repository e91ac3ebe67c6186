import path from 'node:path';
import { parseArgs } from 'node:util';
import { soak } from './soaking.ts';

// npm run soak -- --rounds 100 --seed 1
const { values } = parseArgs({
  options: { rounds: { type: 'string' }, seed: { type: 'string' }, bundle: { type: 'string' } },
});
const rounds = Number(values.rounds ?? 100);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const bundle = path.resolve(values.bundle ?? path.join(import.meta.dirname, '../dist'));
console.log(`soak: seed ${seed}, ${rounds} trials, each killed at a moment of its own`);
const { ends, left, ms } = await soak({ bundle, rounds, seed, tell: (line) => console.log(line) });
for (const [how, { count, inTime, slowestMs }] of ends)
  console.log(
    `soak: ${how}: ${count} trials, ${count - inTime} had ended before; the signal's last process was gone after ${Math.round(slowestMs)} ms at most`,
  );
for (const trace of left) console.log(`soak: left behind: ${trace}`);
console.log(`soak: ${rounds} trials in ${Math.round(ms / 1000)} s, ${left.length} traces left, seed ${seed}`);
process.exitCode = left.length === 0 ? 0 : 1;
