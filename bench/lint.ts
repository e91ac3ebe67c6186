import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parseDockerfile } from '../src/dockerfile/parse.ts';
import { contextOf } from '../src/facts/context.ts';
import { deriveFacts } from '../src/facts/facts.ts';
import type { Severity } from '../src/finding.ts';
import { lint } from '../src/lint/lint.ts';
import { run, type ProcessResult } from '../src/process.ts';
import { rules } from '../src/rules/index.ts';
import { median } from './median.ts';

const rounds = 21;
const root = path.join(import.meta.dirname, '..');
/** What people start: `npm run build` first. `SEA_TRIAL_DIST` names another one, to compare two. */
const command = path.join(process.env['SEA_TRIAL_DIST'] ?? path.join(root, 'dist'), 'cli.js');
/** Those that are off too. */
const allOn: Readonly<Record<string, Severity>> = Object.fromEntries(
  rules.filter(({ severity }) => severity === 'off').map(({ id }) => [id, 'warning']),
);

/** How fast lint starts, how fast it goes on, and that neither time nor memory grow faster than what it is given. */
export async function benchLint(): Promise<void> {
  await coldStart();
  const folder = mkdtempSync(path.join(tmpdir(), 'sea-trial-bench-'));
  try {
    await warm(folder);
    await manyFiles(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
  longFile();
}

/** In turns, so that a busy machine slows all. ShellCheck is a process of its own, so its time stands apart. */
async function coldStart(): Promise<void> {
  const bare: number[] = [];
  const ours: number[] = [];
  const both: number[] = [];
  const example = path.join(root, 'examples/uvicorn');
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await timed([process.execPath, '-e', '0'], root));
    ours.push(await timed([process.execPath, command, 'lint', '--shellcheck', 'never', 'Dockerfile'], example));
    both.push(await timed([process.execPath, command, 'lint', 'Dockerfile'], example));
  }
  const unit = median(bare);
  const told = (times: readonly number[]): string =>
    `${median(times).toFixed(1)} ms, ${(median(times) / unit).toFixed(2)} x bare node (${unit.toFixed(1)} ms)`;
  console.log(`cold start: ${told(ours)}; medians of ${rounds} rounds (aim: at most 2.2 x)`);
  console.log(`cold start: ${told(both)} as it is typed, with shellcheck or the search for it`);
}

/** On one core, without reading files; beside hadolint where it is installed. */
async function warm(folder: string): Promise<void> {
  lintTexts(2000); // the engine compiles what is called often
  const rates: number[] = [];
  const { heapUsed: before } = collected();
  for (let round = 0; round < 5; round += 1) rates.push((2000 / lintTexts(2000)) * 1000);
  const grown = (collected().heapUsed - before) / 1e6;
  console.log(
    `warm: ${median(rates).toFixed(0)} files of ${dockerfileOf(0).split('\n').length - 1} lines a second on one core, ${rules.length} rules, all on (aim: at least 2000)`,
  );
  console.log(`memory: ${grown.toFixed(1)} MB more after 10,000 files (aim: none)`);
  await hadolint(folder);
}

async function hadolint(folder: string): Promise<void> {
  const files = writeFiles(path.join(folder, 'hadolint'), 500);
  try {
    const ms = await timed(['hadolint', '--no-fail', ...files], folder);
    console.log(`warm: hadolint ${((500 / ms) * 1000).toFixed(0)} files a second, in the same run`);
  } catch {
    console.log('warm: hadolint is not installed, so there is nothing to compare with');
  }
}

/** The command itself over files on the disk, each in a folder of its own and all in one. */
async function manyFiles(folder: string): Promise<void> {
  for (const layout of ['apart', 'together'] as const) {
    const perFile: number[] = [];
    const memory: number[] = [];
    for (const count of [100, 1000, 10_000]) {
      const place = path.join(folder, `${layout}-${count}`);
      writeFiles(place, count, layout);
      const { ms, megabytes } = await measured(['lint', '--shellcheck', 'never', '--format', 'json', '.'], place);
      perFile.push(ms / count);
      memory.push(megabytes);
      console.log(
        `many files, ${layout}: ${count} in ${(ms / 1000).toFixed(2)} s, ${((count / ms) * 1000).toFixed(0)} a second, at most ${megabytes.toFixed(0)} MB`,
      );
      rmSync(place, { recursive: true });
    }
    const grows = (figures: readonly number[]): string => ((figures[2] ?? 0) / (figures[1] ?? 1)).toFixed(2);
    console.log(`many files, ${layout}: a file of 10,000 takes ${grows(perFile)} x one of 1,000 (aim: about 1)`);
    console.log(`many files, ${layout}: memory for 10,000 is ${grows(memory)} x that for 1,000 (aim: about 1)`);
  }
}

/** Written to standard error when the program ends: the most memory that it had, in kilobytes. */
const tellsMemory = `data:text/javascript,${encodeURIComponent("process.on('exit', () => process.stderr.write(`memory ${process.resourceUsage().maxRSS}\\n`))")}`;

async function measured(args: readonly string[], cwd: string): Promise<{ ms: number; megabytes: number }> {
  const { ms, stderr } = await ended([process.execPath, '--import', tellsMemory, command, ...args], cwd);
  return { ms, megabytes: Number(/^memory (\d+)$/m.exec(stderr)?.[1]) / 1024 };
}

function longFile(): void {
  const perInstruction = [2000, 20_000].map((count) => {
    const text = `FROM python:3.12-slim\n${Array.from({ length: count }, (_, index) => `RUN apt-get install -y package-${index}\n`).join('')}`;
    return lintText(text) / count;
  });
  const [few = 1, many = 0] = perInstruction;
  console.log(
    `one file: of 20,000 instructions ${((many * 20_000) / 1000).toFixed(2)} s, each ${(many / few).toFixed(2)} x one of 2,000 (aim: about 1)`,
  );
}

function lintTexts(count: number): number {
  let ms = 0;
  for (let index = 0; index < count; index += 1) ms += lintText(dockerfileOf(index));
  return ms;
}

function lintText(text: string): number {
  const began = process.cpuUsage();
  const dockerfile = parseDockerfile(text, 'Dockerfile');
  const context = contextOf({ 'app/main.py': 'app = 1\n', 'requirements.txt': 'uvicorn==0.30.0\n', Dockerfile: text });
  lint({ facts: deriveFacts({ dockerfile, context }), severities: allOn });
  return process.cpuUsage(began).user / 1000;
}

/** What is left after all garbage was collected; the flag makes the collector callable without starting Node anew. */
function collected(): NodeJS.MemoryUsage {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  return process.memoryUsage();
}

async function timed(argv: readonly string[], cwd: string): Promise<number> {
  return (await ended(argv, cwd)).ms;
}

async function ended(argv: readonly string[], cwd: string): Promise<ProcessResult> {
  const result = await run(argv, { deadlineMs: 120_000, environment: process.env, cwd, onStdoutChunk: () => {} });
  if (result.exitCode !== 0 && result.exitCode !== 1) throw new Error(`${argv.join(' ')}: ${result.stderr}`);
  return result;
}

function writeFiles(folder: string, count: number, layout: 'apart' | 'together' = 'apart'): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const file = layout === 'apart' ? `${index}/Dockerfile` : `${index}.Dockerfile`;
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), dockerfileOf(index));
    return path.join(folder, file);
  });
}

/** Thirty lines as people write them; no two alike, so that nothing can be remembered. */
function dockerfileOf(index: number): string {
  return `# syntax=docker/dockerfile:1
FROM python:3.12-slim AS builder
ARG VERSION=1.${index}
ENV PYTHONUNBUFFERED=1 \\
    PIP_NO_CACHE_DIR=1
WORKDIR /src
# build tools
RUN apt-get update && apt-get install -y --no-install-recommends \\
    build-essential \\
    curl \\
    git \\
 && rm -rf /var/lib/apt/lists/*
COPY requirements.txt .
RUN --mount=type=cache,target=/root/.cache/pip \\
    pip install -r requirements.txt
COPY . .
RUN python -m compileall app && echo "$VERSION" > version

FROM python:3.12-slim
LABEL org.opencontainers.image.source="https://example.org/${index}" maintainer="team"
WORKDIR /app
COPY --from=builder /usr/local /usr/local
COPY --from=builder /src/app ./app
RUN useradd --create-home --uid 1000 app && chown -R app /app
USER app
EXPOSE 8000
HEALTHCHECK --interval=30s \\
    CMD curl -f http://localhost:8000/health || exit 1
ENTRYPOINT ["uvicorn"]
CMD ["app.main:app", "--host", "0.0.0.0", "--port", "8000"]
`;
}
