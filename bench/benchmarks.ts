import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { run } from '../src/process.ts';
import { figuresIn, recorded } from './figures.ts';

// npm run benchmarks [-- --only soak]: measures one after another, and writes docs/benchmarks.md. About 15 minutes on a machine that
// does nothing else.
const root = path.join(import.meta.dirname, '..');
const page = path.join(root, 'docs/benchmarks.md');
const benchmarks: Readonly<Record<string, { readonly command: string; readonly words: readonly string[] }>> = {
  bench: { command: 'npm run bench', words: ['bench/bench.ts'] },
  soak: { command: 'npm run soak', words: ['bench/soak.ts', '--rounds', '100'] },
  fuzz: { command: 'npm run fuzz -- --seconds 300', words: ['bench/fuzz.ts', '--seconds', '300'] },
  text: { command: 'npm run fuzz:text', words: ['bench/text.ts'] },
  builders: { command: 'npm run builders', words: ['bench/builders.ts'] },
};

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
const machine = await describeMachine();
for (const [name, { command, words }] of Object.entries(benchmarks)) {
  if (values.only !== undefined && !values.only.includes(name)) continue;
  console.log(`\n${command}`);
  const { exitCode, output } = await shown(words);
  if (exitCode === 0) {
    const measurement = { command, day: new Date().toISOString().slice(0, 10), machine, figures: figuresIn(output) };
    writeFileSync(page, recorded(readFileSync(page, 'utf8'), name, measurement));
  } else {
    console.error(`${command} ended with ${exitCode}: nothing of it is recorded.`);
    process.exitCode = 1;
  }
}

/** The figures mean nothing without it. */
async function describeMachine(): Promise<string> {
  const docker = await run(['docker', 'version', '--format', '{{.Server.Version}}'], {
    deadlineMs: 10_000,
    environment: process.env,
  });
  const [core] = cpus();
  return [
    `${cpus().length} cores (${core?.model.trim() ?? 'unknown'})`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    `${type()} ${release()}`,
    `Node ${process.versions.node}`,
    docker.exitCode === 0 ? `Docker ${docker.stdout.trim()}` : 'no Docker engine',
  ].join(', ');
}

function shown(words: readonly string[]): Promise<{ readonly exitCode: number; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      output += piece;
      process.stdout.write(piece);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output }));
  });
}
