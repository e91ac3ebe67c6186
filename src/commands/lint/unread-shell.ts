import { lineOf } from '../../dockerfile/location.ts';
import type { Dockerfile } from '../../dockerfile/model.ts';
import { shellTextOf } from '../../dockerfile/shell-text.ts';
import { parseShell } from '../../dockerfile/shell.ts';

/** No shorter text can be beyond the limits of the shell parser. */
const shortest = 200;

/** A sentence for each instruction whose shell text is not read because nobody writes so: rules are silent there. */
export function unreadShell(dockerfile: Dockerfile): readonly string[] {
  return dockerfile.instructions.flatMap((instruction) => {
    const { keyword, span, heredocs } = instruction;
    if (span.end - span.start < shortest) return [];
    const shell =
      ['RUN', 'CMD', 'ENTRYPOINT'].includes(keyword) || heredocs.length > 0 ? shellTextOf(instruction) : undefined;
    const problem = shell === undefined ? undefined : parseShell(shell).problem;
    if (problem?.isBeyondLimits !== true) return [];
    const line = lineOf(dockerfile, span.start);
    return [
      `${dockerfile.path}:${line}: the shell text of this ${keyword} is not read, because it is beyond the limits (${problem.message}); the rules say nothing of it. Move it into a script.`,
    ];
  });
}
