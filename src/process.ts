import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { constants } from 'node:os';
import { StringDecoder } from 'node:string_decoder';

/** How a program ended, and what it wrote. */
export interface ProcessResult {
  readonly argv: readonly string[];
  /** 128 + signal number where a signal ended it; 127 where it was not found, 126 where it could not be started. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
  /** The deadline ended it. */
  readonly timedOut: boolean;
}

export interface ProcessOptions {
  /** After this the whole process group is ended. */
  readonly deadlineMs: number;
  readonly cwd?: string;
  /** The whole environment of the child; `childEnvironment` makes one that holds no secrets of ours. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly input?: string;
  /** Aborted: the process group is ended. */
  readonly signal?: AbortSignal;
  /** Called for each whole line as it comes, without its line break. With it, that stream is not kept in the result. */
  readonly onStdoutLine?: (line: string) => void;
  readonly onStderrLine?: (line: string) => void;
  /** Called for each piece of standard output as bytes. With it, that stream is not kept in the result. */
  readonly onStdoutChunk?: (chunk: Buffer) => void;
}

/** Of each stream at most this much is kept; the head is dropped first. */
const mostKeptCharacters = 10_000_000;
/** A line longer than this is cut into pieces, so that a program without line breaks fills no memory. */
const longestLine = 1_000_000;
/** After its group was ended, a program may still be held open by a grandchild that left the group, for this long. */
const graceAfterEndMs = 1000;

/**
 * The environment for a child: all of ours but what the runner hands to the action alone.
 * `INPUT_GITHUB-TOKEN` is inherited by every child otherwise, though a shell's `env` does not show it.
 */
export function childEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && !/^(?:INPUT_|STATE_|ACTIONS_ID_TOKEN_|ACTIONS_RUNTIME_|GITHUB_TOKEN$)/i.test(name))
      kept[name] = value;
  }
  return kept;
}

/**
 * Runs a program without a shell and waits for its end. Never throws for what the program does:
 * not found is exit code 127, as in a shell. The child leads a process group of its own, for SIGKILL to the
 * docker client alone leaves its docker-buildx child building.
 */
export async function run(argv: readonly string[], options: ProcessOptions): Promise<ProcessResult> {
  const [program, ...args] = argv;
  if (program === undefined) throw new TypeError('an empty argv names no program');
  const began = performance.now();
  const child = start(program, args, options);
  if (child instanceof Error) {
    return { argv, exitCode: 126, stdout: '', stderr: `${program}: ${child.message}`, ms: 0, timedOut: false };
  }
  let timedOut = false;
  let grace: NodeJS.Timeout | undefined;
  const end = (): void => {
    endGroup(child.pid);
    grace ??= setTimeout(() => {
      child.stdout.destroy();
      child.stderr.destroy();
    }, graceAfterEndMs);
  };
  const deadline = setTimeout(() => {
    timedOut = true;
    end();
  }, options.deadlineMs);
  options.signal?.addEventListener('abort', end, { once: true });
  if (options.signal?.aborted === true) end();
  const forget = endWithUs(child.pid);
  child.stdin.on('error', () => {}); // a program may end before it has read its input
  child.stdin.end(options.input ?? '');
  const stdout =
    options.onStdoutChunk === undefined
      ? collect(child.stdout, options.onStdoutLine)
      : handOn(child.stdout, options.onStdoutChunk);
  const stderr = collect(child.stderr, options.onStderrLine);
  try {
    const ended = await new Promise<{ exitCode: number; trouble: string }>((resolve) => {
      child.on('error', (error: NodeJS.ErrnoException) =>
        resolve({ exitCode: error.code === 'ENOENT' ? 127 : 126, trouble: `${program}: ${error.message}` }),
      );
      child.on('close', (code, signal) => resolve({ exitCode: code ?? 128 + signalNumber(signal), trouble: '' }));
    });
    return {
      argv,
      exitCode: ended.exitCode,
      stdout: stdout.text(),
      stderr: ended.trouble === '' ? stderr.text() : ended.trouble,
      ms: performance.now() - began,
      timedOut,
    };
  } finally {
    clearTimeout(deadline);
    clearTimeout(grace);
    options.signal?.removeEventListener('abort', end);
    forget();
  }
}

/** An argument too long for the kernel, or one with a NUL, is thrown by `spawn`; other trouble comes as an event. */
function start(
  program: string,
  args: readonly string[],
  options: ProcessOptions,
): ChildProcessWithoutNullStreams | Error {
  try {
    return spawn(program, args, {
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: { ...options.environment },
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/**
 * Starts a program that lives on without us, such as a browser, and tells whether there is one. Nothing is read of it, and it takes
 * nothing from the terminal.
 */
export async function startDetached(
  [program, ...args]: readonly [string, ...string[]],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { env: childEnvironment(environment), detached: true, stdio: 'ignore' });
    child.on('error', () => resolve(false));
    child.on('spawn', () => resolve(true));
    child.unref();
  });
}

/** How a short program answered; `stdout` as it was written. */
export interface ProgramAnswer {
  readonly exitCode: number;
  readonly stdout: string;
}

/**
 * Asks a local program for one short answer, through @actions/exec: it finds the program on Windows too (`.cmd`, PATHEXT)
 * and drains its streams. It has no deadline and no pid, so what may hang, docker above all, goes by `run`.
 * Undefined where the program is not there or cannot be started. Loaded when first asked: a trial without git needs none of it.
 */
export async function askProgram(
  argv: readonly [string, ...string[]],
  options: { readonly cwd: string; readonly environment: Readonly<Record<string, string | undefined>> },
): Promise<ProgramAnswer | undefined> {
  const { getExecOutput } = await import('@actions/exec');
  const [program, ...args] = argv;
  try {
    // Silent, for it echoes what programs write, and the runner reads commands out of that.
    const { exitCode, stdout } = await getExecOutput(`"${program}"`, args, {
      cwd: options.cwd,
      env: childEnvironment(options.environment),
      silent: true,
      ignoreReturnCode: true,
    });
    return { exitCode, stdout };
  } catch {
    return undefined; // not on PATH, or the folder is gone: the question has no answer
  }
}

/** Ends a process that is not a child of ours. */
export function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // ESRCH: it has ended of itself
  }
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // ESRCH: it has ended of itself
  }
}

const livingGroups = new Set<number>();

/** A child leads its own group, so no signal of the runner reaches it: when this process ends, it ends. */
function endWithUs(pid: number | undefined): () => void {
  if (pid === undefined) return () => {};
  if (livingGroups.size === 0) process.on('exit', endLivingGroups);
  livingGroups.add(pid);
  return () => {
    livingGroups.delete(pid);
    if (livingGroups.size === 0) process.off('exit', endLivingGroups);
  };
}

function endLivingGroups(): void {
  for (const pid of livingGroups) endGroup(pid);
}

function signalNumber(signal: NodeJS.Signals | null): number {
  return signal === null ? 0 : constants.signals[signal];
}

function handOn(stream: NodeJS.ReadableStream, onChunk: (chunk: Buffer) => void): { text(): string } {
  stream.on('data', (chunk: Buffer) => onChunk(chunk));
  return { text: () => '' };
}

/** Keeps a stream's text, or hands it on by lines. */
function collect(stream: NodeJS.ReadableStream, onLine: ((line: string) => void) | undefined): { text(): string } {
  const decoder = new StringDecoder('utf8');
  let kept = '';
  const take = (piece: string): void => {
    kept += piece;
    if (onLine === undefined) {
      if (kept.length > 2 * mostKeptCharacters) kept = kept.slice(-mostKeptCharacters);
      return;
    }
    const lines = kept.split('\n');
    kept = lines.pop() ?? '';
    for (const line of lines) onLine(line);
    if (kept.length > longestLine) {
      onLine(kept);
      kept = '';
    }
  };
  stream.on('data', (chunk: Buffer) => take(decoder.write(chunk)));
  stream.on('end', () => {
    take(decoder.end());
    if (onLine !== undefined && kept !== '') onLine(kept);
    if (onLine !== undefined) kept = '';
  });
  return { text: () => (kept.length > mostKeptCharacters ? kept.slice(-mostKeptCharacters) : kept) };
}
