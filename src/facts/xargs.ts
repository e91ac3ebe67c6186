import { programName } from '../servers/index.ts';
import type { CommandWord } from '../servers/server.ts';

/** The command that `xargs` runs. */
export interface XargsCommand {
  /** Behind what is written, or in the place of what `-I` names, stands `$@` for what is read. */
  readonly words: readonly CommandWord[];
  /** `-r`: not where nothing is read. */
  readonly conditional: boolean;
}

/** Options that take the next word. */
const values = new Set(
  '-a -d -E -L -n -P -s --arg-file --delimiter --max-lines --max-args --max-procs --max-chars --process-slot-var'.split(
    ' ',
  ),
);

/** Undefined for any other program, and where no command stands behind it. */
export function xargsCommand(words: readonly CommandWord[]): XargsCommand | undefined {
  if (programName(words[0]?.text ?? '') !== 'xargs') return undefined;
  let replaced: string | undefined;
  let conditional = false;
  let index = 1;
  for (; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined || !word.known) return undefined;
    const { text } = word;
    if (!text.startsWith('-') || text.length === 1) break;
    if (text === '--') {
      index += 1;
      break;
    }
    if (text === '--no-run-if-empty' || /^-[0prtx]*r[0prtx]*$/.test(text)) conditional = true;
    if (text === '-I') replaced = words[index + 1]?.text;
    else if (/^-I./.test(text)) replaced = text.slice(2);
    else if (/^(?:-i|--replace)/.test(text)) replaced = text.replace(/^(?:-i|--replace=?)/, '') || '{}';
    if (values.has(text) || text === '-I') index += 1;
  }
  const command = words.slice(index);
  const last = command.at(-1);
  if (last === undefined) return undefined;
  const mark = replaced;
  if (mark !== undefined) {
    const filled = command.map((word) =>
      word.text.includes(mark)
        ? { ...word, text: word.text.replaceAll(mark, () => '$@'), known: false, literal: false }
        : word,
    );
    return { words: filled, conditional };
  }
  const end = { ...last.whole, line: last.whole.endLine, column: last.whole.endColumn };
  const read: CommandWord = { ...last, text: '$@', known: false, literal: false, location: end, whole: end };
  return { words: [...command, read], conditional };
}
