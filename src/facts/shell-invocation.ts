import { isPosixShell } from '../dockerfile/shell-text.ts';
import { programName } from '../servers/index.ts';
import type { CommandWord } from '../servers/server.ts';

/** A shell that is started by name: `bash -lc "…"`, `sh start.sh`. */
export interface ShellInvocation {
  /** `text`: what stands behind `-c`; `script`: a file. */
  readonly kind: 'text' | 'script';
  /** `sh`, `bash`, `ash`. */
  readonly shell: string;
  /** Of the word that is the text or the file. */
  readonly index: number;
}

/** Undefined where the first word is no shell, or one that reads its standard input. */
export function shellInvocation(words: readonly CommandWord[]): ShellInvocation | undefined {
  const started = startedShell(words);
  if (started === undefined || started.kind === 'input') return undefined;
  const { kind, shell, index } = started;
  return index < words.length ? { kind, shell, index } : undefined;
}

/** `bash -e`, `sh -s one`, `bash /dev/stdin`: a shell that runs what it reads. */
export function isShellOfInput(words: readonly CommandWord[]): boolean {
  return startedShell(words)?.kind === 'input';
}

/** `index` is of the first word behind the options. */
function startedShell(
  words: readonly CommandWord[],
): { readonly kind: 'text' | 'script' | 'input'; readonly shell: string; readonly index: number } | undefined {
  const [first] = words;
  if (first?.known !== true || !isPosixShell([first.text])) return undefined;
  let shell = programName(first.text);
  let index = 1;
  if (shell === 'busybox') {
    shell = words[1]?.text ?? '';
    if (shell !== 'sh' && shell !== 'ash') return undefined;
    index = 2;
  }
  let isText = false;
  let isInput = false;
  for (; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined || !/^[-+]/.test(word.text)) break;
    if (word.text === '--' || word.text === '-') {
      index += 1;
      break;
    }
    if (/^-[A-Za-z]*c[A-Za-z]*$/.test(word.text)) isText = true;
    if (/^-[A-Za-z]*s[A-Za-z]*$/.test(word.text)) isInput = true;
    if (/^[-+][A-Za-z]*[oO]$/.test(word.text) || word.text === '--rcfile' || word.text === '--init-file') index += 1;
  }
  if (isText) return { kind: 'text', shell, index };
  if (isInput || index >= words.length || words[index]?.text === '/dev/stdin') return { kind: 'input', shell, index };
  return { kind: 'script', shell, index };
}
