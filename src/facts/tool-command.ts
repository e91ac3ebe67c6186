import { programName } from '../servers/index.ts';
import type { CommandWord, GivenOption } from '../servers/server.ts';
import { lastOption, readArguments, type Grammar } from '../servers/options.ts';
import type { Facts } from './facts.ts';
import type { Instruction } from '../dockerfile/model.ts';
import type { RunCommand } from './run-shell.ts';

/** A command of a tool that has verbs: `uv sync`, `python -m poetry install`. */
export interface ToolCommand {
  readonly command: RunCommand;
  /** The words of the verb: `pip` and `install` are two. */
  readonly verb: readonly CommandWord[];
  readonly options: readonly GivenOption[];
  readonly positionals: readonly CommandWord[];
  /** A variable stands where options may hide. */
  readonly open: boolean;
}

/** Undefined where the command is another tool's, or has another verb. */
export function toolCommand(
  command: RunCommand,
  tool: string,
  verb: readonly string[],
  grammar: Grammar,
): ToolCommand | undefined {
  const { words } = command;
  const first = programName(words[0]?.text ?? '');
  const isModule = /^python[\d.]*$/.test(first) && words[1]?.text === '-m';
  if ((isModule ? words[2]?.text : first) !== tool) return undefined;
  const { options, positionals, open } = readArguments(words.slice(isModule ? 3 : 1), grammar);
  if (!verb.every((each, index) => positionals[index]?.text === each)) return undefined;
  const given = positionals.slice(0, verb.length);
  return { command, verb: given, options, positionals: positionals.slice(verb.length), open };
}

/** A variable of the command's environment reads as a yes; one that only the build knows counts as one too. */
export function isSwitchedOn(
  name: string,
  command: RunCommand,
  instruction: Instruction,
  facts: Pick<Facts, 'stateAt'>,
): boolean {
  const text = variableOf(name, command, instruction, facts);
  return text !== undefined && !/^(?:|0|n|no|f|false|off)$/i.test(text);
}

/** What a variable is for a command: set before it, by ENV, or by ARG. `$name` where only the build can tell. */
export function variableOf(
  name: string,
  { environment }: RunCommand,
  instruction: Instruction,
  facts: Pick<Facts, 'stateAt'>,
): string | undefined {
  const own = environment(name);
  if (own !== undefined) return own.known ? own.text : `$${name}`;
  const state = facts.stateAt(instruction);
  const set = state?.environment(name);
  if (set !== undefined) return set.known ? set.text : `$${name}`;
  return state?.variable(name);
}

export function isGiven({ options }: Pick<ToolCommand, 'options'>, ...names: readonly string[]): boolean {
  return lastOption(options, ...names) !== undefined;
}
