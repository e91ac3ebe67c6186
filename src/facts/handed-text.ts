import type { Mapped } from '../dockerfile/segments.ts';
import type { ShellCommand, ShellInput, ShellRedirection, ShellScript, ShellWord } from '../dockerfile/shell-model.ts';
import type { RunCommand } from './run-shell.ts';
import { isShellOfInput, shellInvocation } from './shell-invocation.ts';
import { unquotedText } from './unquoted-text.ts';

/** A text that is handed to a shell. */
export type HandedText =
  | { readonly kind: 'argument' | 'string' | 'output' | 'eval'; readonly text: Mapped }
  | { readonly kind: 'heredoc'; readonly text: ShellInput }
  /** It runs a single word that nobody needs to look into. */
  | { readonly kind: 'one word' }
  | { readonly kind: 'unreadable' };

/**
 * What a command is told to run by `sh -c "…"`, `sh <<EOF`, `sh <<< "…"`, `eval "…"`, or by the command before it in its pipeline:
 * `cat <<EOF | sh`, `echo "…" | sh`. Undefined for any other command, and where nobody can know it before it runs.
 */
export function textHandedTo(
  command: RunCommand,
  before: RunCommand | undefined,
  script: ShellScript,
): HandedText | undefined {
  const { shell: outer, words } = command;
  if (outer === undefined) return undefined;
  if (isShellOfInput(words)) return inputOf(outer, script) ?? outputOf(before, outer, script);
  if (words[0]?.text === 'eval' && words.length === 2) return stringIn(outer.words.at(-1), 'eval', script);
  const invocation = shellInvocation(words);
  if (invocation?.kind !== 'text') return undefined;
  const word = outer.words[outer.words.length - words.length + invocation.index];
  // Without quotes it is one word, and what is written behind it would become an argument of the outer shell.
  if (word !== undefined && !/["']/.test(word.text)) return { kind: 'one word' };
  return stringIn(word, 'argument', script) ?? { kind: 'unreadable' };
}

/** What stands in its place on its standard input; the last redirection counts. */
function inputOf(outer: ShellCommand, script: ShellScript): HandedText | undefined {
  const input = redirectedInput(outer);
  if (input?.body !== undefined) return { kind: 'heredoc', text: input.body };
  return input?.operator === '<<<' ? stringIn(input.target, 'string', script) : undefined;
}

function redirectedInput({ redirections }: ShellCommand): ShellRedirection | undefined {
  if (redirections.length === 0) return undefined;
  return redirections.findLast(({ operator, descriptor = 0 }) => operator.startsWith('<') && descriptor === 0);
}

/** What the command before it in the pipeline surely writes, where that stands in the Dockerfile. */
function outputOf(before: RunCommand | undefined, outer: ShellCommand, script: ShellScript): HandedText | undefined {
  const source = before?.shell;
  if (before === undefined || source === undefined || source.pipeline !== outer.pipeline) return undefined;
  if (source.connector !== '|' && source.connector !== '|&') return undefined;
  if (redirectedInput(outer) !== undefined || source.redirections.some(({ operator }) => operator.includes('>')))
    return undefined;
  const [program, ...words] = before.words.map(({ text }) => text);
  if (program === 'cat') return words.every((word) => word === '-') ? inputOf(source, script) : undefined;
  if (program !== 'echo' && program !== 'printf') return undefined;
  if (words.length !== 1 && !(program === 'echo' && words.length === 2 && words[0] === '-n')) return undefined;
  const string = stringIn(source.words.at(-1), 'output', script);
  // Shells differ in what `echo` makes of a backslash, and `printf` of a percent sign.
  const isChanged = string?.kind === 'output' && (program === 'echo' ? /\\/ : /[\\%]/).test(string.text.text);
  return isChanged ? { kind: 'unreadable' } : string;
}

/** A quoted text, for one without quotes cannot be edited like shell text. Undefined for `"$(…)"`: it is known only when it runs. */
function stringIn(
  word: ShellWord | undefined,
  kind: 'argument' | 'string' | 'output' | 'eval',
  script: ShellScript,
): HandedText | undefined {
  if (word === undefined || !/^(["']).*\1$/s.test(word.text)) return undefined;
  const text = unquotedText(word, script);
  return text === undefined ? { kind: 'unreadable' } : { kind, text };
}
