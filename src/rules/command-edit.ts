import { commentsBefore } from '../dockerfile/comments.ts';
import { lineOf, offsetOf } from '../dockerfile/location.ts';
import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import type { Location } from '../finding.ts';
import type { CommandWord, ServerCommand, SettingSource } from '../servers/server.ts';

export interface ClaimEdit {
  readonly at: Location;
  readonly text: string;
}

/** Further arguments behind a word, written as that word is. They must need no quotes. */
export function addBehind(word: CommandWord, ...added: readonly string[]): ClaimEdit {
  const { path, endLine, endColumn } = word.whole;
  const at = { path, line: endLine, column: endColumn, endLine, endColumn };
  return { at, text: added.map((text) => (word.form === 'json' ? `, "${text}"` : ` ${text}`)).join('') };
}

/**
 * Further options of a server: behind its last argument, but before a `--`, behind which nothing is an option any more. Undefined
 * where that argument is the `/bin/sh -c …` that a CMD in shell form becomes behind an ENTRYPOINT in exec form.
 */
export function addOption(
  { program, arguments: all }: ServerCommand,
  ...added: readonly string[]
): ClaimEdit | undefined {
  const end = all.findIndex(({ text }) => text === '--');
  const last = all.slice(0, end === -1 ? all.length : end).at(-1) ?? program;
  return program.form === 'json' && last.form === 'shell' ? undefined : addBehind(last, ...added);
}

/** Takes words away that follow `before`; undefined where a comment stands between them and would go too. */
export function takeAway(
  before: CommandWord,
  words: readonly CommandWord[],
  dockerfile: Dockerfile,
): ClaimEdit | undefined {
  const last = words.at(-1);
  if (last === undefined) return undefined;
  const { path, endLine: line, endColumn: column } = before.whole;
  const at = { path, line, column, endLine: last.whole.endLine, endColumn: last.whole.endColumn };
  if (path === dockerfile.path && line !== last.whole.endLine) {
    const gone = dockerfile.text.slice(
      offsetOf(dockerfile, line, column),
      offsetOf(dockerfile, at.endLine, at.endColumn),
    );
    if (/^[ \t]*#/m.test(gone)) return undefined;
  }
  return { at, text: '' };
}

/** Writes another value where the old one stands letter by letter. */
export function rewriteValue(source: SettingSource, text: string): ClaimEdit | undefined {
  return source.literal ? { at: source.location, text } : undefined;
}

/**
 * A new line above an instruction and above the comments that stand on it, so that a pragma stays with its instruction.
 */
export function lineAbove(instruction: Instruction, dockerfile: Dockerfile, text: string): ClaimEdit {
  let [line] = instruction.lines;
  for (let index = commentsBefore(dockerfile, instruction.span.start) - 1; index >= 0; index -= 1) {
    const comment = dockerfile.comments[index];
    if (comment === undefined || lineOf(dockerfile, comment.span.start) !== line - 1) break;
    line -= 1;
  }
  return { at: { path: dockerfile.path, line, column: 1, endLine: line, endColumn: 1 }, text: `${text}\n` };
}
