import { spawn } from 'node:child_process';
import path from 'node:path';
import xterm from '@xterm/headless';
import * as v from 'valibot';

export interface TerminalRun {
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly columns?: number;
  readonly rows?: number;
  /** One after another, each as soon as its text has been written since the last one. */
  readonly acts?: readonly Act[];
  readonly cwd?: string;
  readonly deadlineSeconds?: number;
}

interface Act {
  readonly when: string;
  /** Columns and rows. */
  readonly resize?: readonly [number, number];
  /** What a person types: `\u0003` is Ctrl-C. */
  readonly type?: string;
}

export interface TerminalSeen {
  /** Negative: the signal that ended it. */
  readonly exitCode: number;
  /** All that was written, sequences included. */
  readonly written: string;
  /** What stands on the screen and above it after each piece, without empty lines at the end; the last one is what is left. */
  readonly screens: readonly (readonly string[])[];
}

const pieceSchema = v.union([
  v.strictObject({ written: v.string() }),
  v.strictObject({ resize: v.tuple([v.number(), v.number()]) }),
  v.strictObject({ ended: v.number() }),
]);

/** Runs a program in a real pseudo-terminal, and shows what it writes on a screen that knows the sequences. */
export async function inTerminal(run: TerminalRun): Promise<TerminalSeen> {
  const { columns = 80, rows = 24 } = run;
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const screens: (readonly string[])[] = [];
  let written = '';
  let exitCode = Number.NaN;
  for (const line of (await recorded(run, columns, rows)).split('\n')) {
    if (line === '') continue;
    const piece = v.parse(pieceSchema, JSON.parse(line));
    if ('ended' in piece) exitCode = piece.ended;
    else if ('resize' in piece) terminal.resize(...piece.resize);
    else {
      const bytes = Buffer.from(piece.written, 'base64');
      written += bytes.toString('utf8');
      await new Promise<void>((done) => terminal.write(bytes, done));
    }
    screens.push(linesOf(terminal));
  }
  terminal.dispose();
  return { exitCode, written, screens };
}

async function recorded(run: TerminalRun, columns: number, rows: number): Promise<string> {
  const { argv, acts = [], environment, cwd, deadlineSeconds = 20 } = run;
  const child = spawn('python3', [path.join(import.meta.dirname, 'pseudo-terminal.py')], {
    env: Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined)),
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(cwd === undefined ? {} : { cwd }),
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stdin.end(JSON.stringify({ argv, columns, rows, acts, deadline: deadlineSeconds }));
  await new Promise((ended) => child.on('close', ended));
  return out;
}

function linesOf({ buffer: { active } }: xterm.Terminal): readonly string[] {
  const lines = Array.from({ length: active.length }, (_, at) => active.getLine(at)?.translateToString(true) ?? '');
  return lines.slice(0, lines.findLastIndex((line) => line !== '') + 1);
}
