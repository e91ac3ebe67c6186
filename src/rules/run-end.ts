import { lineSpan } from '../dockerfile/location.ts';
import type { Dockerfile, Heredoc, Instruction } from '../dockerfile/model.ts';
import { sourceOffset } from '../dockerfile/segments.ts';
import type { RunShell } from '../facts/run-shell.ts';
import type { Span } from '../finding.ts';

export interface EndEdit {
  readonly at: Span;
  readonly text: string;
}

/**
 * One more command at the end of a RUN, run only where the one before it succeeded, so that a failing step still fails. It is
 * joined in the style that the instruction has. Undefined where no place is certain: the exec form, a shell comment or a
 * background command at the end.
 */
export function appendCommand(
  instruction: Instruction,
  command: string,
  shell: RunShell,
  dockerfile: Dockerfile,
): EndEdit | undefined {
  if (instruction.exec !== undefined || !shell.readable) return undefined;
  const [heredoc, ...others] = instruction.heredocs;
  if (heredoc !== undefined) {
    const alone = /^\s*\d*<<-?\s*\S+\s*$/.test(instruction.text.slice(instruction.argumentsStart));
    return alone && others.length === 0 ? inHeredoc(heredoc, command, shell, dockerfile) : undefined;
  }
  const text = instruction.text.trimEnd();
  const bare = /(?<!\\|;)\s*;$/.exec(text);
  const end = bare === null ? text.length : bare.index;
  if (!canBeContinued(text.slice(instruction.argumentsStart, end))) return undefined;
  const offset = sourceOffset(instruction, end - 1) + 1;
  return { at: { start: offset, end: offset }, text: joined(instruction, command, dockerfile) };
}

/** A comment or a heredoc of the shell's own would swallow what is appended; `&` and an open `&&` leave nothing to be joined to. */
function canBeContinued(text: string): boolean {
  return text !== '' && !/(?:^|[\s;&|()<>])#|<<|[&|]$/.test(text);
}

/** ` && command`, on a line of its own where the instruction has several lines. */
function joined(instruction: Instruction, command: string, dockerfile: Dockerfile): string {
  const { escape } = dockerfile;
  const [first, last] = instruction.lines;
  const lines = Array.from({ length: last - first + 1 }, (_, index) => {
    const { start, end } = lineSpan(dockerfile, first + index);
    return dockerfile.text.slice(start, end);
  });
  const leading = lines.flatMap((line) => /^(?<indent>\s*)&&\s/.exec(line)?.groups?.['indent'] ?? []).at(-1);
  if (leading !== undefined) return ` ${escape}\n${leading}&& ${command}`;
  const trailing = lines.findIndex((line) => line.trimEnd().endsWith(`&& ${escape}`));
  if (trailing !== -1) return ` && ${escape}\n${/^\s*/.exec(lines[trailing + 1] ?? '')?.[0] ?? ''}${command}`;
  const second = lines[1];
  if (second === undefined) return ` && ${command}`;
  return ` ${escape}\n${/^\s*/.exec(second)?.[0] ?? ''}&& ${command}`;
}

function inHeredoc(
  { content, span }: Heredoc,
  command: string,
  shell: RunShell,
  dockerfile: Dockerfile,
): EndEdit | undefined {
  const lines = content.split('\n');
  const index = lines.findLastIndex((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  const line = lines[index];
  if (line === undefined || content.slice(0, -1).endsWith('\r')) return undefined;
  // A heredoc inside, were it never closed, would take the new line for its own.
  if (shell.commands.some((each) => each.shell?.redirections.some(({ body }) => body !== undefined))) return undefined;
  const before = lines.slice(0, index).reduce((sum, each) => sum + each.length + 1, 0);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  // A script goes on behind a command that fails, unless it was told not to; then its last command alone decides.
  if (stopsAtErrors(shell)) {
    const at = span.start + Math.min(before + line.length + 1, content.length);
    const needsBreak = dockerfile.text[at - 1] !== '\n';
    return { at: { start: at, end: at }, text: `${needsBreak ? '\n' : ''}${indent}${command}\n` };
  }
  const bare = line.trimEnd().replace(/\s*(?<!\\|;);$/, '');
  if (!canBeContinued(bare)) return undefined;
  const at = span.start + before + bare.length;
  return { at: { start: at, end: at }, text: ` \\\n${indent}  && ${command}` };
}

/** `set -e`, `set -eux`, `set -o errexit`. */
function stopsAtErrors({ commands }: RunShell): boolean {
  return commands.some(
    ({ words: [program, ...rest], shell }) =>
      program?.text === 'set' &&
      shell?.within.includes('subshell') !== true &&
      rest.some(({ text }) => /^-[A-Za-z]*e/.test(text) || text === 'errexit'),
  );
}
