import process from 'node:process';
import type { CommandPorts, ExitCode } from './commands/command.ts';
import type { LiveProgress } from './commands/live-progress.ts';
import { lintCommand } from './commands/lint/lint.ts';
import { UserError } from './errors.ts';
import {
  isTerminal,
  systemClock,
  cannotBeWritten,
  systemFiles,
  unwatched,
  writeStandard,
  type Print,
  type Progress,
} from './ports.ts';
import { progressLines } from './render/plain-progress.ts';
import { printable } from './render/printing.ts';
import { settingsFromArguments, type Invocation } from './settings/arguments.ts';
import { version } from './version.ts';

type CommandInvocation = Extract<Invocation, { readonly settings: unknown }>;

/**
 * `sea-trial`, in a terminal. Lint, which must start as fast as it can, is in the same bundle; the other commands are loaded when they
 * are asked for, and nothing of theirs is read for lint.
 */
async function main(argv: readonly string[]): Promise<ExitCode> {
  if (argv[0]?.startsWith('\0') === true) {
    await (await import('./commands/lint/lint-worker.ts')).serveLint();
    return 0;
  }
  const invocation = settingsFromArguments(argv, process.env);
  if (!('settings' in invocation)) {
    writeStandard('stdout', invocation.command === 'version' ? `${version}\n` : invocation.text);
    return 0;
  }
  using live = await liveProgressFor(invocation);
  const ports = terminalPorts(invocation, live);
  // Whoever interrupts gets a clean screen at once; to remove the container takes a moment.
  if (live !== undefined) ports.signal.addEventListener('abort', () => live[Symbol.dispose](), { once: true });
  return await runCommand(invocation, ports);
}

/** Drawn in place where a terminal can do that; whoever runs without a person to watch gets lines. */
async function liveProgressFor({ command, presentation }: CommandInvocation): Promise<LiveProgress | undefined> {
  const { TERM, CI = '' } = process.env;
  if (command !== 'trial' || presentation.quiet || TERM === 'dumb' || CI !== '' || !isTerminal('stderr')) return;
  const { liveProgress } = await import('./commands/live-progress.ts');
  return liveProgress({
    stream: process.stderr,
    clock: systemClock,
    options: { colour: showsColour(presentation.color, 'stderr'), unicode: showsUnicode() },
  });
}

async function runCommand({ command, operands, settings }: CommandInvocation, ports: CommandPorts): Promise<ExitCode> {
  switch (command) {
    case 'trial':
      return (await import('./commands/terminal-trial.ts')).terminalTrial(settings, ports);
    case 'lint':
      return lintCommand(operands, settings, ports);
    case 'parse':
      return (await import('./commands/parse.ts')).parseCommand(operands, ports);
    case 'report':
      return (await import('./commands/report.ts')).reportCommand(operands, ports);
    case 'affected':
      return (await import('./commands/affected/affected.ts')).affectedCommand(operands, settings, ports);
    case 'init':
      return (await import('./commands/init/init.ts')).initCommand(operands, settings, ports);
    case 'explain':
      return (await import('./commands/explain.ts')).explainCommand(operands, ports);
    case 'checks':
      return (await import('./commands/checks.ts')).checksCommand(ports);
  }
}

function terminalPorts({ presentation }: CommandInvocation, live: LiveProgress | undefined): CommandPorts {
  const { environment, workingDirectory } = { environment: process.env, workingDirectory: process.cwd() };
  const toFile = presentation.outputFile;
  const write = (stream: 'stdout' | 'stderr', text: string): void =>
    live === undefined ? writeStandard(stream, text) : live.above(() => writeStandard(stream, text));
  const print: Print = {
    result: (text) => (toFile === undefined ? write('stdout', text) : writeResult(toFile, text)),
    note: (line) => write('stderr', `${printable(line)}\n`),
    progress: live?.tell ?? (presentation.quiet || !isTerminal('stderr') ? unwatched : plainProgress),
  };
  let signal: AbortSignal | undefined;
  return {
    clock: systemClock,
    files: systemFiles,
    environment,
    workingDirectory,
    print,
    presentation,
    colour: toFile === undefined && showsColour(presentation.color, 'stdout'),
    unicode: showsUnicode(),
    version,
    readStandardInput,
    // Whoever never asks is ended by the system, at once.
    get signal() {
      return (signal ??= interruption());
    },
  };
}

const plainProgress: Progress = (event) => {
  for (const line of progressLines(event)) writeStandard('stderr', `${line}\n`);
};

/** Aborted by the first signal that asks for an end. */
function interruption(): AbortSignal {
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => interrupted.abort(new Interrupted(signal)));
  return interrupted.signal;
}

function writeResult(file: string, text: string): void {
  try {
    systemFiles.writeText(file, text);
  } catch (error) {
    throw error instanceof Error ? new UserError(cannotBeWritten(file, error), { cause: error }) : error;
  }
}

function showsUnicode(): boolean {
  const { LC_ALL, LC_CTYPE, LANG } = process.env;
  return process.platform === 'darwin' || /utf-?8/i.test(LC_ALL ?? LC_CTYPE ?? LANG ?? '');
}

function showsColour(choice: 'auto' | 'always' | 'never', stream: 'stdout' | 'stderr'): boolean {
  if (choice !== 'auto') return choice === 'always';
  if ((process.env['NO_COLOR'] ?? '') !== '') return false;
  const forced = process.env['FORCE_COLOR'] ?? '';
  if (/^(?:0|false)$/i.test(forced)) return false;
  return forced !== '' || (isTerminal(stream) && process.env['TERM'] !== 'dumb');
}

async function readStandardInput(): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly signal: NodeJS.Signals;

  constructor(signal: NodeJS.Signals) {
    super(`ended by ${signal}`);
    this.signal = signal;
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof Interrupted) process.kill(process.pid, error.signal); // as the shell expects it of a program
  else if (error instanceof UserError) writeStandard('stderr', `sea-trial: ${printable(error.sentence())}\n`);
  else
    writeStandard(
      'stderr',
      `sea-trial: this is a fault of Sea Trial itself; report it at https://github.com/sea-trial/sea-trial/issues with these lines:\n${error instanceof Error ? error.stack : String(error)}\n`,
    );
  process.exitCode = 2;
}
