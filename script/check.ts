import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTally, type Tally } from './tally.ts';

// Every check of this repository. Arguments go to the test runner, and then it runs alone: npm test -- -t port
// The last line says `N passed, N failed`: each step before the tests counts as one.
const root = path.resolve(import.meta.dirname, '..');
const bin = path.join(root, 'node_modules', '.bin');

interface Step {
  readonly name: string;
  readonly argv: readonly [string, ...string[]];
}

const steps: readonly Step[] = [
  { name: 'types', argv: ['tsc', '--noEmit'] },
  { name: 'lint', argv: ['oxlint', '--type-aware'] },
  { name: 'format', argv: ['oxfmt', '--check'] },
  { name: 'dead code', argv: ['knip'] },
  { name: 'generated files fresh', argv: ['node', 'src/generate/generate.ts', '--check'] },
  { name: 'dist equal to a rebuild', argv: ['node', 'script/build.ts', '--check'] },
];

const testArguments = process.argv.slice(2);
const tallies = [...(testArguments.length === 0 ? await runSteps(steps) : []), await runTests(testArguments)];
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** Two at a time, for they compute; what a failed one wrote is shown whole. */
async function runSteps(all: readonly Step[]): Promise<readonly Tally[]> {
  const waiting = [...all];
  const done: Tally[] = [];
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const began = performance.now();
      const { exitCode, output } = await run(step.argv, 'kept');
      const ok = exitCode === 0;
      console.log(`${ok ? 'passed' : 'FAILED'}  ${step.name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
      if (!ok) console.log(`${[step.argv.join(' '), ...output.trimEnd().split('\n')].join('\n  ')}\n`);
      done.push({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 });
    }
  };
  await Promise.all([work(), work()]);
  return done;
}

async function runTests(args: readonly string[]): Promise<Tally> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sea-trial-tests-'));
  const file = path.join(folder, 'result.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const { exitCode } = await run(['vitest', 'run', ...reporters, ...args], 'shown');
    const tally = readTally(file, exitCode, args.length === 0);
    for (const trouble of tally.troubles) console.log(trouble);
    return tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(
  [program, ...args]: readonly [string, ...string[]],
  output: 'kept' | 'shown',
): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}` },
      stdio: output === 'shown' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    });
    const pieces: Buffer[] = [];
    child.stdout?.on('data', (piece: Buffer) => pieces.push(piece));
    child.stderr?.on('data', (piece: Buffer) => pieces.push(piece));
    child.on('error', reject);
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output: Buffer.concat(pieces).toString('utf8') }));
  });
}
