import { locationOf } from '../../dockerfile/location.ts';
import type { Instruction } from '../../dockerfile/model.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Fix } from '../../finding.ts';

/** The words as a JSON array, written as Docker's documentation writes it. */
export function execForm(words: readonly string[]): string {
  return `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
}

/** The whole instruction anew, in the exec form. */
export function inExecForm(instruction: Instruction, words: readonly string[], facts: Facts, title: string): Fix {
  const { keyword, span } = instruction;
  const location = locationOf(facts.dockerfile, span);
  return { title, safety: 'safe', edits: [{ location, text: `${keyword} ${execForm(words)}` }] };
}

/** A command line through a shell that becomes the program, so that it gets the signals. */
export function throughShell(commandLine: string): readonly string[] {
  // A shell can only become a single command.
  const single = !/[;&|\n]|^\s*(?:exec|cd|export|if|for|while|set)\b/.test(commandLine);
  return ['sh', '-c', single ? `exec ${commandLine}` : commandLine];
}

/** The words of a plain command line; undefined where it needs a shell. */
export function plainWords(commandLine: string): readonly string[] | undefined {
  if (/[$`"'\\;&|<>()*?~{}#!\n]/.test(commandLine) || /^\s*\w+=/.test(commandLine)) return undefined;
  const words = commandLine.split(/\s+/).filter((word) => word !== '');
  return words.length === 0 || ['cd', 'exec', 'export', 'set', 'source', '.'].includes(words[0] ?? '')
    ? undefined
    : words;
}

/** The words of a list that JSON does not allow: other quotation marks, a missing comma, one too many, no bracket at its end. */
export function brokenExecForm(instruction: Instruction): readonly string[] | undefined {
  if (instruction.exec !== undefined) return undefined;
  const text = instruction.text.slice(instruction.argumentsStart).trim();
  if (!text.startsWith('[')) return undefined;
  const words: string[] = [];
  let rest = text.slice(1).trimStart();
  while (rest !== '' && rest !== ']' && rest !== '],') {
    const quoted = /^(?<mark>["'“”„‘’‚«»`])(?<word>(?:\\.|(?!["'“”„‘’‚«»`]).)*)["'“”„‘’‚«»`](?=[\s,\]]|$)/.exec(
      rest,
    )?.groups;
    const word = quoted?.['word'] ?? /^[\w./:@=-]+(?=[\s,\]]|$)/.exec(rest)?.[0];
    if (word === undefined) return undefined;
    words.push(word.replaceAll(/\\(["'\\])/g, '$1'));
    rest = rest.slice(quoted === undefined ? word.length : word.length + 2).replace(/^[\s,]+/, '');
  }
  const [first] = words;
  // `[ -f x ]` is a test of the shell, and holds neither commas nor quotation marks around each word.
  if (first === undefined || !(/,/.test(text) || /^\[\s*["'“”„‘’‚«»`]/.test(text))) return undefined;
  return words.length === 1 ? (plainWords(first) ?? words) : words;
}
