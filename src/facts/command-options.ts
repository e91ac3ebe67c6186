import type { CommandWord } from '../servers/server.ts';
import type { RunCommand } from './run-shell.ts';

/** Its standard input is a pipe or a file, so that a program may answer what it asks: `yes | apt-get install`. */
export function isAnswered(command: RunCommand, previous: RunCommand | undefined): boolean {
  const { shell } = command;
  if (shell === undefined) return false;
  if (shell.redirections.some(({ operator }) => /^\d*</.test(operator))) return true;
  return previous?.shell?.pipeline === shell.pipeline && previous.shell.connector?.startsWith('|') === true;
}

/** `$APT_OPTIONS`: it may hold any option. Other variables stand for packages. */
export function mayBeOptions(word: CommandWord): boolean {
  return !word.known && /^\$\{?\w*(?:opt|flag|arg)/i.test(word.text);
}
