import { isSpace } from './blanks.ts';
import { PatternError, replaceMatches, trimPrefix, trimSuffix } from './shell-pattern.ts';

export interface LexerOptions {
  readonly escape: string;
  /** Undefined where the variable is not set. */
  readonly lookup: (name: string) => string | undefined;
  /** Quotes stay in the result. */
  readonly keepQuotes?: boolean;
  /** Escape characters stay in the result. */
  readonly keepEscapes?: boolean;
  /** A reference to a variable that is not set stays as it is written. */
  readonly keepUnset?: boolean;
}

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

/** Deeper nesting of `${a:-${b:-…}}` than this is refused: BuildKit's stack grows, this one does not. */
const deepest = 200;

/** Reads text as BuildKit's shell lexer does: quotes, escapes, variables and their modifiers. */
export function lex(source: string, options: LexerOptions): Lexed {
  const lexer: Lexer = {
    source,
    options,
    at: 0,
    keepEscapes: options.keepEscapes ?? false,
    buffer: '',
    depth: 0,
    missing: [],
  };
  try {
    const { text, words } = readUntil(lexer, undefined, lexer.keepEscapes, false);
    return { text, words, missing: [...new Set(lexer.missing)] };
  } catch (error) {
    if (!(error instanceof SubstitutionError || error instanceof PatternError)) throw error;
    return { text: '', words: [], missing: [...new Set(lexer.missing)], error: error.message };
  }
}

class SubstitutionError extends Error {
  override readonly name = 'SubstitutionError';
}

interface Lexer {
  readonly source: string;
  readonly options: LexerOptions;
  at: number;
  keepEscapes: boolean;
  /** The word being collected; a nested operand empties it, as in BuildKit. */
  buffer: string;
  depth: number;
  missing: string[];
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

function readDollar(lexer: Lexer): string {
  const { source, options } = lexer;
  lexer.at += 1;
  if (source.charAt(lexer.at) !== '{') {
    const name = readName(lexer);
    if (name === '') return '$';
    const value = valueOf(lexer, name);
    return value ?? (options.keepUnset === true ? `$${name}` : '');
  }
  lexer.at += 1;
  const first = source.charAt(lexer.at);
  if (first === '') throw new SubstitutionError("syntax error: missing '}'");
  if (first === '{' || first === '}' || first === ':') throw new SubstitutionError('syntax error: bad substitution');
  const name = readName(lexer);
  const modifier = codePointAt(source, lexer.at);
  lexer.at += modifier.length;
  switch (modifier) {
    case '}':
      return valueOf(lexer, name) ?? (options.keepUnset === true ? `\${${name}}` : '');
    case ':': {
      const next = codePointAt(source, lexer.at);
      lexer.at += next.length;
      return readOperand(lexer, name, next, true);
    }
    case '/':
      return readReplacement(lexer, name);
    default:
      return readOperand(lexer, name, modifier, false);
  }
}

/** `${name-word}` and its like, the position being behind the operator. */
function readOperand(lexer: Lexer, name: string, operator: string, emptyIsUnset: boolean): string {
  const written = (emptyIsUnset ? ':' : '') + operator;
  const trims = operator === '#' || operator === '%';
  if (emptyIsUnset && trims) throw unsupported(written);
  // An unknown operator behind a colon is told only after its operand was read, as in BuildKit.
  if (!emptyIsUnset && !'+-?#%'.includes(operator || ' ')) throw unsupported(written);
  const before = lexer.missing;
  lexer.missing = [];
  const word = readWord(lexer, '}', "syntax error: missing '}'", trims, trims);
  const wordMissing = lexer.missing;
  lexer.missing = before;
  const value = lexer.options.lookup(name);
  const depends = (...more: readonly string[]): void => void lexer.missing.push(...more);
  if (value === undefined && lexer.options.keepUnset === true) return `\${${name}${written}${word}}`;
  const missing = value === undefined || (emptyIsUnset && value === '');
  switch (operator) {
    case '-':
      if (missing) depends(...wordMissing);
      return missing ? word : value;
    case '+':
      if (!missing) depends(...wordMissing);
      return missing ? '' : word;
    case '?':
      if (!missing) return value;
      depends(name, ...wordMissing);
      throw new SubstitutionError(`${name}: ${word || `is not allowed to be ${value === undefined ? 'unset' : 'empty'}`}`);
    case '#':
    case '%': {
      depends(...(value === undefined ? [name] : []), ...wordMissing);
      const greedy = word.startsWith(operator);
      const pattern = greedy ? word.slice(1) : word;
      return operator === '%' ? trimSuffix(pattern, value ?? '', greedy) : trimPrefix(pattern, value ?? '', greedy);
    }
    default:
      throw unsupported(written);
  }
}

/** `${name/pattern/replacement}`, the position being behind the first slash. */
function readReplacement(lexer: Lexer, name: string): string {
  const all = lexer.source.charAt(lexer.at) === '/';
  if (all) lexer.at += 1;
  const pattern = readWord(lexer, '/', "syntax error: missing '/' in ${}", true, true);
  const replacement = readWord(lexer, '}', "syntax error: missing '}'", true, false);
  const value = valueOf(lexer, name);
  // BuildKit forgets a doubled slash when it writes the reference back.
  if (value === undefined && lexer.options.keepUnset === true) return `\${${name}/${pattern}/${replacement}}`;
  return replaceMatches(pattern, value ?? '', replacement, all);
}

/** An operand; where the text ends inside it, `missing` is what BuildKit says. */
function readWord(lexer: Lexer, stop: string, missing: string, keepEscapes: boolean, isPattern: boolean): string {
  try {
    return readUntil(lexer, stop, keepEscapes, isPattern).text;
  } catch (error) {
    if (error instanceof SubstitutionError && lexer.at >= lexer.source.length && lexer.depth <= deepest) {
      throw new SubstitutionError(missing, { cause: error });
    }
    throw error;
  }
}

function unsupported(operator: string): SubstitutionError {
  return new SubstitutionError(`unsupported modifier (${operator}) in substitution`);
}

const letterOrDigit = /^[\p{L}\p{Nd}_]$/u;
const digit = /^\p{Nd}$/u;

/** A variable's name, a number, or one of the shell's special parameters; empty where none stands. */
function readName(lexer: Lexer): string {
  const { source } = lexer;
  const from = lexer.at;
  const first = codePointAt(source, from);
  if (!digit.test(first) && first !== '' && '@*#?-$!'.includes(first)) {
    lexer.at += 1;
    return first;
  }
  const belongs = digit.test(first) ? digit : letterOrDigit;
  for (let next = first; belongs.test(next); next = codePointAt(source, lexer.at)) lexer.at += next.length;
  return source.slice(from, lexer.at);
}

function valueOf(lexer: Lexer, name: string): string | undefined {
  const value = lexer.options.lookup(name);
  if (value === undefined) lexer.missing.push(name);
  return value;
}

function codePointAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}
