import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { run } from '../src/process.ts';
import { median } from './median.ts';

const rounds = 9;
const root = path.join(import.meta.dirname, '..');
const example = path.join(root, 'examples/uvicorn');

/** What people write by hand, without a stop: build, start, ask until it answers, remove. */
const bareScript = `
docker build --quiet --tag sea-trial-bench ${example} >/dev/null
id=$(docker run --detach --publish 127.0.0.1:8000:8000 sea-trial-bench)
until curl --silent --fail --output /dev/null http://127.0.0.1:8000/; do sleep 0.02; done
docker rm --force "$id" >/dev/null
`;

const timedParts = v.object({
  trials: v.tuple([v.object({ verdict: v.literal('passed'), stopped: v.object({ ms: v.number() }) })]),
});

/** The trial of the example beside the bare script, in pairs, on a warm build; the timed `docker stop` is told apart. */
export async function benchOverhead(): Promise<void> {
  const bare: number[] = [];
  const trial: number[] = [];
  const stops: number[] = [];
  await timeBare(); // fills the build's cache
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await timeBare());
    const { ms, stopMs } = await timeTrial();
    trial.push(ms - stopMs);
    stops.push(stopMs);
  }
  await run(['docker', 'image', 'rm', '--force', 'sea-trial-bench'], { deadlineMs: 30_000, environment: process.env });
  const [ours, theirs] = [median(trial), median(bare)];
  console.log(
    `overhead: trial ${ours.toFixed(0)} ms (docker stop, ${median(stops).toFixed(0)} ms, apart), bare script ${theirs.toFixed(0)} ms`,
  );
  console.log(
    `overhead: ${(ours / theirs).toFixed(2)} x, ${(ours - theirs).toFixed(0)} ms on top; medians of ${rounds} pairs (aim: at most 1.05 x or 150 ms)`,
  );
}

async function timeBare(): Promise<number> {
  return succeed(await run(['bash', '-euc', bareScript], { deadlineMs: 300_000, environment: process.env }));
}

async function timeTrial(): Promise<{ ms: number; stopMs: number }> {
  const report = path.join(tmpdir(), `sea-trial-bench-${process.pid}.json`);
  const words = [
    process.execPath,
    path.join(root, 'dist/cli.js'),
    'trial',
    example,
    '--quiet',
    '--report-file',
    report,
  ];
  const ms = succeed(await run(words, { deadlineMs: 300_000, environment: process.env }));
  const parsed = v.parse(timedParts, JSON.parse(readFileSync(report, 'utf8')));
  rmSync(report);
  return { ms, stopMs: parsed.trials[0].stopped.ms };
}

function succeed(result: Awaited<ReturnType<typeof run>>): number {
  if (result.exitCode !== 0)
    throw new Error(`${result.argv.join(' ')} ended with ${result.exitCode}:\n${result.stdout}${result.stderr}`);
  return result.ms;
}
