import type { Location } from '../finding.ts';

/** Longer modules are not read: generated code and data do not print. */
const longestModule = 200_000;

/** More places are no further news, and a call that is longer is read no further: a stranger's file must not keep us busy. */
const mostPlaces = 20;
const longestCall = 2_000;

/** What a module writes to standard output without flushing it. */
export interface ModuleOutput {
  readonly places: readonly Location[];
  /** The module makes standard output, or `print` everywhere, flush by itself. */
  readonly flushesAll: boolean;
}

/**
 * `path` is the one by which reports name the file. What stands under `if __name__ == "__main__":` runs only where the module
 * is the program itself.
 */
export function unflushedOutput(source: string, path: string, isMain: boolean): ModuleOutput {
  if (source.length > longestModule) return { places: [], flushesAll: false };
  const code = isMain ? blanked(source) : withoutMain(blanked(source));
  const flushesAll =
    /\bstdout\s*\.\s*reconfigure\s*\([^)]{0,500}(?:line_buffering|write_through)\s*=\s*True/.test(code) ||
    /\b(?:builtins|__builtins__)\s*\.\s*print\s*=|\bsys\s*\.\s*stdout\s*=/.test(code);
  const places = [...(ownPrint(code) ? [] : prints(code)), ...writes(code)].toSorted((a, b) => a.start - b.start);
  return { places: places.slice(0, mostPlaces).map(({ start, end }) => locate(source, path, start, end)), flushesAll };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** `from rich import print`, `print = partial(print, flush=True)`, `def print`. */
function ownPrint(code: string): boolean {
  return /^[ \t]*(?:from\s+\S+\s+import\s+[^\n]*\bprint\b|print\s*=[^=])|^def\s+print\b/m.test(code);
}

function prints(code: string): readonly Range[] {
  return [...code.matchAll(/(?<![\w.]|\bdef )print\s*\(/g)].flatMap((match) => {
    const open = match.index + match[0].length;
    const argumentsText = code.slice(open, closing(code, open));
    if (/\bflush\s*=\s*(?!False\b)/.test(argumentsText)) return [];
    const file = /\bfile\s*=\s*(?<file>[\w.]+)/.exec(argumentsText)?.groups?.['file'];
    if (file !== undefined && file !== 'sys.stdout' && file !== 'stdout' && file !== 'None') return [];
    return [{ start: match.index, end: match.index + 'print'.length }];
  });
}

function writes(code: string): readonly Range[] {
  if (/\bstdout\s*\.\s*flush\s*\(/.test(code)) return [];
  return [...code.matchAll(/\bsys\s*\.\s*stdout\s*\.\s*(?:write|writelines)(?=\s*\()/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function closing(code: string, from: number): number {
  let depth = 1;
  const end = Math.min(code.length, from + longestCall);
  for (let at = from; at < end; at += 1) {
    const character = code.charAt(at);
    if (character === '(') depth += 1;
    else if (character === ')' && (depth -= 1) === 0) return at;
  }
  return end;
}

/** Strings and comments become blanks of the same length, so that words in them are not taken for code and places stay true. */
export function blanked(source: string): string {
  return source.replaceAll(
    /"""[\s\S]*?(?:"""|$(?![\s\S]))|'''[\s\S]*?(?:'''|$(?![\s\S]))|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|#[^\n]*/g,
    (piece) => piece.replaceAll(/[^\n]/g, ' '),
  );
}

/** `if __name__ == "__main__":` at the margin and what is indented under it; the string is blank by now. */
function withoutMain(code: string): string {
  return code.replaceAll(
    /^if\s+(?:__name__\s*==|[^\n]*==\s*__name__)[^\n]*:[^\n]*(?:\n(?:[ \t][^\n]*|[ \t]*\r?(?=\n)))*/gm,
    (block) => block.replaceAll(/[^\n]/g, ' '),
  );
}

function locate(source: string, path: string, start: number, end: number): Location {
  const line = source.slice(0, start).split('\n').length;
  const column = start - (source.lastIndexOf('\n', start - 1) + 1) + 1;
  return { path, line, column, endLine: line, endColumn: column + end - start };
}
