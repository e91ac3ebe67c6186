import { spawn } from 'node:child_process';
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
}

/** Of each stream at most this much is kept; the head is dropped first. */
const mostKeptCharacters = 10_000_000;
/** A line longer than this is cut into pieces, so that a program without line breaks fills no memory. */
const longestLine = 1_000_000;

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
  const child = spawn(program, args, {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: { ...options.environment },
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const end = (signal: NodeJS.Signals): void => endGroup(child.pid, signal);
  let timedOut = false;
  const deadline = setTimeout(() => {
    timedOut = true;
    end('SIGKILL');
  }, options.deadlineMs);
  const onAbort = (): void => end('SIGKILL');
  options.signal?.addEventListener('abort', onAbort, { once: true });
  if (options.signal?.aborted === true) onAbort();
  child.stdin.on('error', () => {}); // a program may end before it has read its input
  child.stdin.end(options.input ?? '');
  const stdout = collect(child.stdout, options.onStdoutLine);
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
    options.signal?.removeEventListener('abort', onAbort);
  }
}

function endGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // ESRCH: it has ended of itself
  }
}

function signalNumber(signal: NodeJS.Signals | null): number {
  return signal === null ? 0 : constants.signals[signal];
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
