import type { Dockerfile, Flag, Instruction } from '../dockerfile/model.ts';
import type { Span } from '../finding.ts';

/** Takes a flag and the blanks behind it away; undefined where the line goes on below, for a comment may stand there. */
export function withoutFlag(
  flag: Flag,
  instruction: Instruction,
  dockerfile: Dockerfile,
): { readonly at: Span; readonly text: string } | undefined {
  const rest = dockerfile.text.slice(flag.span.end, instruction.span.end);
  const blanks = /^[ \t]+(?=\S)/.exec(rest)?.[0];
  if (blanks === undefined || rest.startsWith(dockerfile.escape, blanks.length)) return undefined;
  return { at: { start: flag.span.start, end: flag.span.end + blanks.length }, text: '' };
}
