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
  for (; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined || !/^[-+]/.test(word.text) || word.text === '-') break;
    if (word.text === '--') {
      index += 1;
      break;
    }
    if (/^-[A-Za-z]*c[A-Za-z]*$/.test(word.text)) isText = true;
    if (/^[-+][A-Za-z]*[oO]$/.test(word.text) || word.text === '--rcfile' || word.text === '--init-file') index += 1;
  }
  if (index >= words.length) return undefined;
  return { kind: isText ? 'text' : 'script', shell, index };
}
