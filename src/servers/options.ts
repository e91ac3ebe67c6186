import { pieceOf } from './piece.ts';
import type { CommandWord, GivenOption, Piece } from './server.ts';

/** The options of a program, each with all its names, the long one first. */
export interface OptionTable {
  readonly values: readonly (readonly string[])[];
  readonly flags: readonly (readonly string[])[];
  /** Python's argparse takes `--work 4` for `--workers 4`; click does not. */
  readonly abbreviations: boolean;
}

export interface Grammar {
  /** What an option takes, by each of its names. */
  readonly kinds: ReadonlyMap<string, { readonly name: string; readonly takesValue: boolean }>;
  readonly abbreviations: boolean;
}

export interface ReadArguments {
  readonly options: readonly GivenOption[];
  readonly positionals: readonly CommandWord[];
  /** A word where an option may stand is a variable. */
  readonly open: boolean;
}

export function grammarOf(table: OptionTable): Grammar {
  const kinds = new Map<string, { name: string; takesValue: boolean }>();
  const add = (names: readonly string[], takesValue: boolean): void => {
    const name = names[0];
    if (name !== undefined) for (const each of names) kinds.set(each, { name, takesValue });
  };
  for (const names of table.values) add(names, true);
  for (const names of table.flags) add(names, false);
  return { kinds, abbreviations: table.abbreviations };
}

/** Tells options, their values and the rest apart; an option that is not known takes no value. */
export function readArguments(words: readonly CommandWord[], grammar: Grammar): ReadArguments {
  const options: GivenOption[] = [];
  const positionals: CommandWord[] = [];
  let open = false;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined) break;
    if (word.known && word.text === '--') {
      positionals.push(...words.slice(index + 1));
      break;
    }
    if (!word.known && word.text.startsWith('$')) {
      // It may be the application, an option, or many words: what else is given stays true, the rest is not known.
      open = true;
      positionals.push(word);
    } else if (word.text.startsWith('--')) {
      const equals = word.text.indexOf('=');
      const written = equals === -1 ? word.text : word.text.slice(0, equals);
      const kind = kindOf(written, grammar);
      const name = kind?.name ?? written;
      if (equals !== -1) {
        options.push({ name, value: pieceOf(word, equals + 1, word.text.length), words: [word] });
      } else if (kind?.takesValue === true) {
        index += 1;
        options.push(withValue(name, word, words[index]));
      } else options.push({ name, words: [word] });
    } else if (word.text.startsWith('-') && word.text.length > 1) {
      index += readShort(word, words[index + 1], grammar, options);
    } else positionals.push(word);
  }
  return { options, positionals, open };
}

/** The last one counts, as in every option parser that these servers use. */
export function lastOption(options: readonly GivenOption[], ...names: readonly string[]): GivenOption | undefined {
  return options.findLast((option) => names.includes(option.name));
}

function kindOf(
  written: string,
  grammar: Grammar,
): { readonly name: string; readonly takesValue: boolean } | undefined {
  const exact = grammar.kinds.get(written);
  if (exact !== undefined || !grammar.abbreviations) return exact;
  const candidates = new Map(
    [...grammar.kinds].filter(([name]) => name.startsWith(written)).map(([, kind]) => [kind.name, kind]),
  );
  return candidates.size === 1 ? candidates.values().next().value : undefined;
}

function withValue(name: string, word: CommandWord, value: (Piece & CommandWord) | undefined): GivenOption {
  return value === undefined ? { name, words: [word] } : { name, value, words: [word, value] };
}

/** `-w4`, `-w 4`, `-Dw4`. Gives how many further words were taken. */
function readShort(word: CommandWord, next: CommandWord | undefined, grammar: Grammar, options: GivenOption[]): number {
  for (let at = 1; at < word.text.length; at += 1) {
    const written = `-${word.text[at]}`;
    const kind = grammar.kinds.get(written);
    const name = kind?.name ?? written;
    if (kind?.takesValue !== true) {
      options.push({ name, words: [word] });
      continue;
    }
    if (at + 1 === word.text.length) {
      options.push(withValue(name, word, next));
      return 1;
    }
    const from = word.text[at + 1] === '=' ? at + 2 : at + 1;
    options.push({ name, value: pieceOf(word, from, word.text.length), words: [word] });
    return 0;
  }
  return 0;
}
