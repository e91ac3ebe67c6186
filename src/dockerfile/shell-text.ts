import { trimSpaces } from './blanks.ts';
import { isHeredocWord } from './heredoc-opening.ts';
import type { Heredoc, Instruction, Segment } from './model.ts';
import { cutSegments, type Mapped } from './segments.ts';

/** The shell text of an instruction in shell form, for `parseShell`. Undefined for the exec form, and where another interpreter runs it. */
export function shellTextOf(instruction: Instruction): Mapped | undefined {
  if (instruction.exec !== undefined || !['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK'].includes(instruction.keyword))
    return undefined;
  const { text, segments } = instruction;
  const start =
    instruction.argumentsStart +
    (instruction.keyword === 'HEALTHCHECK' ? lengthOfCmd(text.slice(instruction.argumentsStart)) : 0);
  const line: Mapped = { text: text.slice(start), segments: cutSegments(segments, start, text.length) };
  const [first, ...others] = instruction.heredocs;
  if (first === undefined) return line;
  // `RUN <<EOF` alone: the body is the script. With a command before it, the body is that command's input.
  if (isHeredocWord(trimSpaces(line.text))) return isShellScript(first) ? bodyOf(first) : undefined;
  return [first, ...others].reduce(withHeredoc, line);
}

/** `HEALTHCHECK CMD curl …`: the word CMD is no part of the command. `HEALTHCHECK NONE` runs nothing. */
function lengthOfCmd(text: string): number {
  return /^(?:CMD\s+|NONE\s*$)/i.exec(text)?.[0].length ?? 0;
}

/** Without a shebang, the stage's shell runs it. */
function isShellScript({ content, strip }: Heredoc): boolean {
  const body = strip ? content.replace(/^\t+/, '') : content;
  const [, interpreter] = /^#!\s*(?:\S*\/env\s+(?:-\S+\s+)*)?(\S+)/.exec(body) ?? [];
  return interpreter === undefined || isPosixShell([interpreter]);
}

/** Whether this is a shell whose text can be read here: PowerShell and cmd are not. As SHELL or a shebang names it. */
export function isPosixShell([program = '']: readonly string[]): boolean {
  return /^(?:sh|bash|dash|ash|zsh|ksh|mksh|busybox)$/.test(program.split('/').at(-1) ?? '');
}

function bodyOf({ content, span }: Heredoc): Mapped {
  return { text: content, segments: [{ text: 0, source: span.start, length: content.length }] };
}

/** As BuildKit hands it to the shell: the line, the body, the closing name. */
function withHeredoc(line: Mapped, { content, span, name }: Heredoc): Mapped {
  const head = line.text.endsWith('\n') ? line.text : `${line.text}\n`;
  const body: Segment = { text: head.length, source: span.start, length: content.length };
  const closing: Segment = { text: head.length + content.length, source: span.end, length: name.length };
  return { text: `${head}${content}${name}\n`, segments: [...line.segments, body, closing] };
}
