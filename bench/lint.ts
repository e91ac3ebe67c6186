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
  const folder = mkdtempSync(path.join(tmpdir(), 'sea-trial-bench-'));
  try {
    await coldStart(folder);
    await warm(folder);
    await manyFiles(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
  longFile();
}

/**
 * In turns, so that a busy machine slows all. The code that lint keeps is this folder's; what a start takes before there is any stands
 * apart, and so does ShellCheck, which is a process of its own.
 */
async function coldStart(folder: string): Promise<void> {
  const example = path.join(root, 'examples/uvicorn');
  const start = [process.execPath, command, 'lint'];
  const kept = { XDG_CACHE_HOME: folder };
  const starts: readonly (readonly [string, () => Promise<number>])[] = [
    [
      `; medians of ${rounds} rounds (aim: at most 2.2 x)`,
      async () => timed([...start, '--shellcheck', 'never', 'Dockerfile'], example, kept),
    ],
    [
      ' where no compiled code is kept',
      async () =>
        timed([...start, '--shellcheck', 'never', 'Dockerfile'], example, { NODE_DISABLE_COMPILE_CACHE: '1' }),
    ],
    [' with shellcheck or the search for it', async () => timed([...start, 'Dockerfile'], example, kept)],
  ];
  await starts[0]?.[1](); // keeps it
  const bare: number[] = [];
  const times = starts.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await timed([process.execPath, '-e', '0'], root));
    for (const [index, [, time]] of starts.entries()) times[index]?.push(await time());
  }
  const unit = median(bare);
  for (const [index, [words]] of starts.entries()) {
    const ms = median(times[index] ?? []);
    console.log(
      `cold start: ${ms.toFixed(1)} ms, ${(ms / unit).toFixed(2)} x bare node (${unit.toFixed(1)} ms)${words}`,
    );
  }
}

/** On one core, without reading files; beside hadolint where it is installed. */
async function warm(folder: string): Promise<void> {
  lintTexts(8000); // until then V8 still compiles what is called often
  const rates: number[] = [];
  const { heapUsed: before } = collected();
  for (let round = 0; round < 5; round += 1) rates.push((2000 / lintTexts(2000)) * 1000);
  const grown = (collected().heapUsed - before) / 1e6;
  console.log(
    `warm: ${median(rates).toFixed(0)} files of ${dockerfileOf(0).split('\n').length - 1} lines a second on one core, ${rules.length} rules, all on (aim: at least 2000)`,
  );
  console.log(`memory: ${grown.toFixed(1)} MB more after 10,000 files (aim: none)`);
  await hadolint(folder, median(rates));
}

async function hadolint(folder: string, ours: number): Promise<void> {
  const files = writeFiles(path.join(folder, 'hadolint'), 500);
  try {
    const ms = await timed(['hadolint', '--no-fail', ...files], folder);
    const theirs = (500 / ms) * 1000;
    console.log(
      `warm: hadolint ${theirs.toFixed(0)} files a second in the same run, so lint is ${(ours / theirs).toFixed(1)} x as fast (aim: at least 20 x)`,
    );
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

type Variables = Readonly<Record<string, string>>;

async function timed(argv: readonly string[], cwd: string, variables: Variables = {}): Promise<number> {
  return (await ended(argv, cwd, variables)).ms;
}

async function ended(argv: readonly string[], cwd: string, variables: Variables = {}): Promise<ProcessResult> {
  const environment = { ...process.env, ...variables };
  const result = await run(argv, { deadlineMs: 120_000, environment, cwd, onStdoutChunk: () => {} });
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
