import process from 'node:process';
import type { CommandPorts, ExitCode } from './commands/command.ts';
import { lintCommand } from './commands/lint.ts';
import { UserError } from './errors.ts';
import { isTerminal, systemClock, systemFiles, writeStandard, type Print, type Progress } from './ports.ts';
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
    await (await import('./commands/lint-worker.ts')).serveLint();
    return 0;
  }
  const invocation = settingsFromArguments(argv, process.env);
  if (!('settings' in invocation)) {
    writeStandard('stdout', invocation.command === 'version' ? `${version}\n` : invocation.text);
    return 0;
  }
  return runCommand(invocation, terminalPorts(invocation));
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
    case 'explain':
      return (await import('./commands/explain.ts')).explainCommand(operands, ports);
    case 'checks':
      return (await import('./commands/checks.ts')).checksCommand(ports);
  }
}

function terminalPorts({ presentation }: CommandInvocation): CommandPorts {
  const { environment, workingDirectory } = { environment: process.env, workingDirectory: process.cwd() };
  const toFile = presentation.outputFile;
  const print: Print = {
    result: (text) => (toFile === undefined ? writeStandard('stdout', text) : systemFiles.writeText(toFile, text)),
    note: (line) => writeStandard('stderr', `${printable(line)}\n`),
    progress: presentation.quiet || !isTerminal('stderr') ? silence : progressInTerminal,
  };
  let signal: AbortSignal | undefined;
  return {
    clock: systemClock,
    files: systemFiles,
    environment,
    workingDirectory,
    print,
    presentation,
    colour: toFile === undefined && showsColour(presentation.color),
    unicode:
      /utf-?8/i.test(environment['LC_ALL'] ?? environment['LC_CTYPE'] ?? environment['LANG'] ?? '') ||
      process.platform === 'darwin',
    version,
    readStandardInput,
    // Whoever never asks is ended by the system, at once.
    get signal() {
      return (signal ??= interruption());
    },
  };
}

const silence: Progress = { open: () => {}, line: () => {}, close: () => {} };

const progressInTerminal: Progress = {
  open: (title) => writeStandard('stderr', `${printable(title)}\n`),
  line: (text) => writeStandard('stderr', `  ${printable(text)}\n`),
  close: () => {},
};

/** Aborted by the first signal that asks for an end. */
function interruption(): AbortSignal {
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => interrupted.abort(new Interrupted(signal)));
  return interrupted.signal;
}

function showsColour(choice: 'auto' | 'always' | 'never'): boolean {
  if (choice !== 'auto') return choice === 'always';
  if ((process.env['NO_COLOR'] ?? '') !== '') return false;
  return (process.env['FORCE_COLOR'] ?? '') !== '' || (isTerminal('stdout') && process.env['TERM'] !== 'dumb');
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
