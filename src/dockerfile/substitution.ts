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

/** The state of one reading. */
export interface Lexer {
  readonly source: string;
  readonly options: LexerOptions;
  at: number;
  keepEscapes: boolean;
  /** The word being collected; a nested operand empties it, as in BuildKit. */
  buffer: string;
  depth: number;
  missing: Set<string>;
  /** Reads an operand to `stop`; `isPattern` doubles the escapes in its quotes, for the pattern is read again. */
  readonly readOperand: (stop: string, keepEscapes: boolean, isPattern: boolean) => string;
}

export class SubstitutionError extends Error {
  override readonly name = 'SubstitutionError';
}

/** Deeper nesting of `${a:-${b:-…}}` than this is refused: BuildKit's stack grows, this one does not. */
export const deepest = 200;

/** A variable; the position is at its `$`. */
export function readDollar(lexer: Lexer): string {
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
  lexer.missing = new Set();
  const word = readWord(lexer, '}', "syntax error: missing '}'", trims, trims);
  const wordMissing = lexer.missing;
  lexer.missing = before;
  const value = lexer.options.lookup(name);
  const depends = (names: Iterable<string>): void => {
    for (const each of names) lexer.missing.add(each);
  };
  if (value === undefined && lexer.options.keepUnset === true) return `\${${name}${written}${word}}`;
  const missing = value === undefined || (emptyIsUnset && value === '');
  switch (operator) {
    case '-':
      if (missing) depends(wordMissing);
      return missing ? word : value;
    case '+':
      if (!missing) depends(wordMissing);
      return missing ? '' : word;
    case '?':
      if (!missing) return value;
      depends([name, ...wordMissing]);
      throw new SubstitutionError(
        `${name}: ${word || `is not allowed to be ${value === undefined ? 'unset' : 'empty'}`}`,
      );
    case '#':
    case '%': {
      depends([...(value === undefined ? [name] : []), ...wordMissing]);
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
    return lexer.readOperand(stop, keepEscapes, isPattern);
  } catch (error) {
    const isOurs = error instanceof SubstitutionError || error instanceof PatternError;
    if (isOurs && lexer.at >= lexer.source.length && lexer.depth <= deepest) {
      throw new SubstitutionError(missing, { cause: error });
    }
    throw error;
  }
}

function unsupported(operator: string): SubstitutionError {
  // Go prints the end of the text as a character.
  return new SubstitutionError(`unsupported modifier (${operator || '\uFFFD'}) in substitution`);
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
  if (value === undefined) lexer.missing.add(name);
  return value;
}

export function codePointAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}
