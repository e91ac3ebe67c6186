import { locationOf } from '../dockerfile/location.ts';
import type { Dockerfile, GrammarProblem } from '../dockerfile/model.ts';
import { parseDockerfile } from '../dockerfile/parse.ts';
import { oncePer } from '../facts/once.ts';
import { fingerprintOf, type Finding } from '../finding.ts';
import { instructionAt } from './instruction-at.ts';
import { warningsAreErrors } from './strict-checks.ts';

/** The id that lint and the build share for what BuildKit's own grammar refuses. */
export const parseErrorCheck = 'dockerfile-parse-error';

/** Faults of the grammar: one finding an instruction, at the first place. */
export function grammarFindings(dockerfile: Dockerfile): readonly Finding[] {
  const cures = dockerfile.problems.length <= mostTried;
  // Once a text: thousands of lines of one instruction may be at fault, and each has its text.
  const fingerprint = oncePer((text: string) => fingerprintOf(parseErrorCheck, dockerfile.path, text));
  return dockerfile.problems.map((problem) => {
    const { fix, ...bare } = problem;
    const offered = fix !== undefined && cures && isCure(fix, dockerfile) ? { ...bare, fix } : bare;
    return grammarFinding(offered, dockerfile, fingerprint);
  });
}

/** A file with more faults than this is no Dockerfile, and each remedy that is tried reads it once more. */
const mostTried = 20;

/** A remedy by likeness may make one fault into two: it is offered only where BuildKit then refuses less. */
function isCure({ span, text }: Remedy, dockerfile: Dockerfile): boolean {
  const mended = `${dockerfile.text.slice(0, span.start)}${text}${dockerfile.text.slice(span.end)}`;
  const { problems: left, refusal } = parseDockerfile(mended, dockerfile.path);
  if (refusal !== undefined && dockerfile.refusal === undefined) return false;
  return errorsIn(left) < errorsIn(dockerfile.problems) || left.length < dockerfile.problems.length;
}

type Remedy = NonNullable<GrammarProblem['fix']>;

function errorsIn(problems: readonly GrammarProblem[]): number {
  return problems.filter(({ severity }) => severity === 'error').length;
}

function grammarFinding(
  problem: GrammarProblem,
  dockerfile: Dockerfile,
  fingerprint: (text: string) => string,
): Finding {
  const location = locationOf(dockerfile, problem.span);
  const { fix } = problem;
  const refused =
    problem.severity === 'error' || (problem.buildkitCheck !== undefined && warningsAreErrors(dockerfile));
  return {
    check: parseErrorCheck,
    aliases: ['DL1000', ...(problem.buildkitCheck === undefined ? [] : [problem.buildkitCheck])],
    severity: refused ? 'error' : 'warning',
    title: `${refused ? 'BuildKit refuses this line' : 'BuildKit warns of this line'}: ${problem.message}`,
    why: refused
      ? 'The build ends before its first step, so there is no image.'
      : 'The build goes on, but a later version of BuildKit may refuse the line, and readers take it for something else.',
    advice: problem.advice,
    location,
    evidence: [],
    status: 'suspected',
    fingerprint: fingerprint(instructionAt(dockerfile, location)?.text ?? problem.message),
    ...(fix === undefined
      ? {}
      : {
          fix: {
            title: fix.title,
            safety: 'safe',
            edits: [{ location: locationOf(dockerfile, fix.span), text: fix.text }],
          },
        }),
  };
}
