import { isBlank, isSpace, skipBlanks, skipSpaces, trimmedEnd } from './blanks.ts';
import type { Escape } from './model.ts';

/** An instruction's logical text, cut as BuildKit cuts it. All numbers are offsets into that text. */
export interface Split {
  readonly keywordStart: number;
  readonly keywordEnd: number;
  readonly flags: readonly SplitFlag[];
  readonly argumentsStart: number;
  readonly argumentsEnd: number;
}

export interface SplitFlag {
  /** Unquoted, the dashes included: `--from=builder`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Cuts `text` from `from` to `to` into keyword, flags and arguments. */
export function split(text: string, from: number, to: number, escape: Escape): Split {
  const keywordStart = skipSpaces(text, from, to);
  const end = trimmedEnd(text, keywordStart, to);
  let keywordEnd = keywordStart;
  while (keywordEnd < end && !isBlank(text.charCodeAt(keywordEnd))) keywordEnd += 1;
  const { flags, at } = readFlags(text, skipBlanks(text, keywordEnd, end), end, escape);
  return { keywordStart, keywordEnd, flags, argumentsStart: skipSpaces(text, at, end), argumentsEnd: end };
}

function readFlags(
  text: string,
  start: number,
  end: number,
  escape: Escape,
): { flags: readonly SplitFlag[]; at: number } {
  const flags: SplitFlag[] = [];
  let at = start;
  for (;;) {
    at = skipSpaces(text, at, end);
    if (!text.startsWith('--', at) || at + 1 >= end) return { flags, at };
    const flag = readFlag(text, at, end, escape);
    at = flag.end;
    // `--` alone ends the flags and is dropped.
    if (flag.text === '--') return { flags, at };
    flags.push(flag);
  }
}

/** One flag, to the next space outside quotes. */
function readFlag(text: string, start: number, end: number, escape: Escape): SplitFlag {
  let value = '';
  let quote = '';
  let at = start;
  for (; at < end; at += 1) {
    const character = text.charAt(at);
    if (quote === '' && isSpace(text.charCodeAt(at))) break;
    if (quote === '' && (character === '"' || character === "'")) {
      quote = character;
    } else if (character === quote) {
      quote = '';
    } else if (character === escape) {
      at += 1;
      value += at < end ? text.charAt(at) : '';
    } else {
      value += character;
    }
  }
  return { text: value, start, end: Math.min(at, end) };
}
