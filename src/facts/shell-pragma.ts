import type { Dockerfile, Instruction } from '../dockerfile/model.ts';

/** hadolint's `# hadolint shell=bash`: which shell runs the shell form, though no SHELL says so. */
export interface ShellPragmas {
  /** Of every stage that begins with an image: it stands before the first FROM. */
  readonly ofFile: string | undefined;
  /** From an instruction on to the end of its stage. */
  readonly above: ReadonlyMap<Instruction, string>;
}

/** The last above an instruction counts. One inside an instruction says nothing, as in hadolint, nor one above a later FROM. */
export function shellPragmas({ comments, instructions }: Pick<Dockerfile, 'comments' | 'instructions'>): ShellPragmas {
  const above = new Map<Instruction, string>();
  let ofFile: string | undefined;
  let next = 0;
  let isInStage = false;
  for (const { text, span } of comments) {
    const shell = /^hadolint\s+shell\s*=\s*(\S+)/i.exec(text)?.[1];
    if (shell === undefined) continue;
    for (; (instructions[next]?.span.end ?? Infinity) < span.start; next += 1)
      isInStage ||= instructions[next]?.keyword !== 'ARG';
    const instruction = instructions[next];
    if (instruction === undefined || instruction.span.start < span.start) continue;
    if (isInStage) above.set(instruction, shell);
    else ofFile = shell;
  }
  return { ofFile, above };
}
