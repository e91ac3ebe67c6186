import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';

const program = path.join(import.meta.dirname, '../src/cli.ts');

const step = v.object({ instruction: v.string(), cached: v.boolean() });
const trial = v.object({
  verdict: v.string(),
  cause: v.nullable(v.string()),
  image: v.optional(v.object({ id: v.string() })),
  steps: v.optional(v.array(step), []),
  findings: v.array(v.object({ check: v.string(), title: v.string(), line: v.optional(v.number()) })),
  proof: v.optional(v.object({ fixes: v.array(v.string()), verdict: v.string() })),
});
const report = v.pipe(v.string(), v.parseJson(), v.object({ trials: v.tuple([trial]) }));
const observation = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ build: v.object({ warnings: v.array(v.object({ check: v.string() })) }) }),
);

/** What a trial in a process of its own came to. */
export interface Tried {
  readonly exitCode: number;
  readonly ms: number;
  /** Absent where it was ended. */
  readonly trial?: v.InferOutput<typeof trial>;
  /** BuildKit's own checks. */
  readonly warnings: readonly string[];
  readonly stderr: string;
}

export interface TrialRequest {
  /** Everything is in it, temporary files too. */
  readonly home: string;
  readonly files: Readonly<Record<string, string>>;
  readonly words: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Called as soon as the build writes these words. */
  readonly when?: { readonly says: string; readonly act: (pid: number) => void };
}

/** `sea-trial trial` as a person starts it; the port is a free one. */
export async function tryOnce({ home, files, words, environment = {}, when }: TrialRequest): Promise<Tried> {
  const folder = mkdtempSync(path.join(home, 'app-'));
  const seen = path.join(folder, 'observation.json');
  const context = path.join(folder, 'app');
  mkdirSync(context);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(context, name), text);
  const began = performance.now();
  const usual = ['--publish=127.0.0.1:0:8000', '--stop-timeout=1s', '--format=json', `--observation-file=${seen}`];
  const child = spawn(process.execPath, [program, 'trial', ...usual, ...words, context], {
    cwd: folder,
    env: { ...process.env, GITHUB_ACTIONS: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => out.push(piece));
  child.stderr.on('data', (piece: Buffer) => err.push(piece));

  const watching =
    when === undefined
      ? undefined
      : setInterval(() => {
          if (child.pid === undefined || !isRunning(when.says)) return;
          clearInterval(watching);
          when.act(child.pid);
        }, 200);
  const exitCode = await new Promise<number>((resolve) =>
    // Ended by the signal itself, as a shell tells it.
    child.on('close', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]))),
  );
  clearInterval(watching);
  const ms = performance.now() - began;
  const told = v.safeParse(report, Buffer.concat(out).toString());
  const warnings = v.safeParse(observation, readIfThere(seen));
  rmSync(folder, { recursive: true, force: true });
  return {
    exitCode,
    ms,
    ...(told.success ? { trial: told.output.trials[0] } : {}),
    warnings: warnings.success ? warnings.output.build.warnings.map(({ check }) => check) : [],
    stderr: Buffer.concat(err).toString(),
  };
}

/** A process whose command line has these words: a step of a build runs on this machine, whoever builds. */
export function isRunning(words: string): boolean {
  return commandLines().some((each) => each.includes(words));
}

function commandLines(): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((pid) => readIfThere(`/proc/${pid}/cmdline`).replaceAll('\0', ' '));
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // the process has ended, or the trial came to no observation
  }
}
