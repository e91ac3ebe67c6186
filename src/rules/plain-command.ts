import { commentsIn } from '../dockerfile/comments.ts';
import type { Instruction } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';

/** The words of a text that is one command and needs nothing of a shell; undefined for any other. */
export function plainWords(instruction: Instruction, facts: Facts): readonly string[] | undefined {
  const { commands, readable } = facts.shellOf(instruction);
  const shell = commands[0]?.shell;
  if (!readable || commands.length !== 1 || shell === undefined || instruction.heredocs.length > 0) return undefined;
  const plain =
    shell.assignments.length === 0 &&
    shell.redirections.length === 0 &&
    shell.within.length === 0 &&
    shell.connector === undefined &&
    !shell.negated &&
    shell.words.every((word) => word.known && !/^~|[*?[]/.test(word.value));
  // A comment between the lines would be lost.
  const hasComment = commentsIn(facts.dockerfile, instruction.span).length > 0;
  const name = shell.words[0]?.value ?? '';
  return plain && !hasComment && !builtins.has(name) ? shell.words.map(({ value }) => value) : undefined;
}

/** The same command as a JSON array. */
export function execForm(words: readonly string[]): string {
  return `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
}

/** No programs: only a shell knows them. */
const builtins = new Set([
  'exec',
  'cd',
  'source',
  '.',
  'eval',
  'export',
  'set',
  'ulimit',
  'umask',
  'trap',
  'wait',
  'exit',
  'command',
]);
