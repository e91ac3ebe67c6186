import { isSpace } from './blanks.ts';
import { PatternError } from './shell-pattern.ts';
import { codePointAt, deepest, type Lexer, type LexerOptions, readDollar, SubstitutionError } from './substitution.ts';

export interface Lexed {
  readonly text: string;
  /** Split at spaces that are not quoted, after expansion; `start` and `end` are where it stands in what was read. */
  readonly words: readonly LexedWord[];
  /** The variables that are not set and on which the result depends: not those for which `:-` or `:+` found an answer. */
  readonly missing: readonly string[];
  /** Why BuildKit refuses the text; then `text` and `words` are empty. */
  readonly error?: string;
}

export interface LexedWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Reads text as BuildKit's shell lexer does: quotes, escapes, variables and their modifiers. */
export function lex(source: string, options: LexerOptions): Lexed {
  const lexer: Lexer = {
    source,
    options,
    at: 0,
    keepEscapes: options.keepEscapes ?? false,
    buffer: '',
    depth: 0,
    missing: new Set(),
    readOperand: (stop, keepEscapes, isPattern) => readUntil(lexer, stop, keepEscapes, isPattern).text,
  };
  try {
    const { text, words } = readUntil(lexer, undefined, lexer.keepEscapes, false);
    return { text, words, missing: [...lexer.missing] };
  } catch (error) {
    if (!(error instanceof SubstitutionError || error instanceof PatternError)) throw error;
    return { text: '', words: [], missing: [...lexer.missing], error: error.message };
  }
}

/** Reads to `stop`, or to the end where there is none. */
function readUntil(
  lexer: Lexer,
  stop: string | undefined,
  keepEscapes: boolean,
  isPattern: boolean,
): { text: string; words: readonly LexedWord[] } {
  const outer = lexer.keepEscapes;
  lexer.keepEscapes = keepEscapes;
  lexer.depth += 1;
  if (lexer.depth > deepest) throw new SubstitutionError('the substitutions are nested too deeply');
  lexer.buffer = '';
  const { source, options } = lexer;
  const words: LexedWord[] = [];
  let text = '';
  let inWord = false;
  let start = lexer.at;

  const addRaw = (characters: string, from: number): void => {
    if (lexer.buffer === '') start = from;
    lexer.buffer += characters;
    inWord = true;
  };
  const flush = (end: number): void => {
    if (lexer.buffer === '') return;
    words.push({ text: lexer.buffer, start, end });
    lexer.buffer = '';
    inWord = false;
  };
  const add = (characters: string, from: number): void => {
    for (const character of characters) {
      if (!isSpace(character.charCodeAt(0))) addRaw(character, from);
      else if (inWord) flush(from);
    }
  };
  const finish = (end: number): { text: string; words: readonly LexedWord[] } => {
    flush(end);
    lexer.keepEscapes = outer;
    lexer.depth -= 1;
    return { text, words };
  };

  while (lexer.at < source.length) {
    const from = lexer.at;
    const character = source.charAt(from);
    if (character === stop) {
      lexer.at += 1;
      return finish(from);
    }
    if (character === '$') {
      const value = readDollar(lexer);
      text += value;
      add(value, from);
    } else if (character === "'" || character === '"') {
      const value = character === "'" ? readSingleQuoted(lexer, isPattern) : readDoubleQuoted(lexer, isPattern);
      text += value;
      if (value !== '') addRaw(value, from);
      else inWord = true;
    } else if (character === '<') {
      const value = readArrows(lexer);
      text += value;
      addRaw(value, from);
    } else if (character === options.escape) {
      lexer.at += 1;
      if (lexer.keepEscapes) {
        addRaw(character, from);
        text += character;
      }
      if (lexer.at >= source.length) break;
      const escaped = codePointAt(source, lexer.at);
      lexer.at += escaped.length;
      addRaw(escaped, from);
      text += escaped;
    } else {
      lexer.at += 1;
      add(character, from);
      text += character;
    }
  }
  if (stop !== undefined) {
    throw new SubstitutionError(`unexpected end of statement while looking for matching ${stop}`);
  }
  return finish(source.length);
}

function readSingleQuoted(lexer: Lexer, isPattern: boolean): string {
  const { source, options } = lexer;
  const end = source.indexOf("'", lexer.at + 1);
  if (end === -1) {
    lexer.at = source.length;
    throw new SubstitutionError('unexpected end of statement while looking for matching single-quote');
  }
  const inside = source.slice(lexer.at + 1, end);
  lexer.at = end + 1;
  const value = isPattern ? inside.replaceAll(options.escape, options.escape + options.escape) : inside;
  return options.keepQuotes === true ? `'${value}'` : value;
}

function readDoubleQuoted(lexer: Lexer, isPattern: boolean): string {
  const { source, options } = lexer;
  const quote = options.keepQuotes === true ? '"' : '';
  let result = quote;
  lexer.at += 1;
  while (lexer.at < source.length) {
    const character = source.charAt(lexer.at);
    if (character === '"') {
      lexer.at += 1;
      return result + quote;
    }
    if (character === '$') {
      result += readDollar(lexer);
      continue;
    }
    lexer.at += 1;
    if (character !== options.escape) {
      result += character;
      continue;
    }
    const next = source.charAt(lexer.at);
    if (next === '') continue;
    if (next === '"' || next === '$' || next === options.escape) {
      result += lexer.keepEscapes ? character + next : next;
      lexer.at += 1;
    } else {
      const doubled = lexer.keepEscapes && (options.keepQuotes !== true || isPattern);
      result += doubled ? character + character : character;
    }
  }
  throw new SubstitutionError('unexpected end of statement while looking for matching double-quote');
}

/** `<`, or `<<` with the blanks behind it: a heredoc's name may stand apart from its arrows. */
function readArrows(lexer: Lexer): string {
  const from = lexer.at;
  lexer.at += 1;
  if (lexer.source.charAt(lexer.at) !== '<') return '<';
  lexer.at += 1;
  while (['\t', '\r', ' '].includes(lexer.source.charAt(lexer.at))) lexer.at += 1;
  return lexer.source.slice(from, lexer.at);
}
