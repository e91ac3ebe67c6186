import { locationOf } from '../dockerfile/location.ts';
import type { Dockerfile, GrammarProblem } from '../dockerfile/model.ts';
import { fingerprintOf, type Finding } from '../finding.ts';
import { instructionAt } from './instruction-at.ts';

/** The id that lint and the build share for what BuildKit's own grammar refuses. */
export const parseErrorCheck = 'dockerfile-parse-error';

/** Faults of the grammar: one finding an instruction, at the first place. */
export function grammarFindings(dockerfile: Dockerfile): readonly Finding[] {
  return dockerfile.problems.map((problem) => grammarFinding(problem, dockerfile));
}

function grammarFinding(problem: GrammarProblem, dockerfile: Dockerfile): Finding {
  const location = locationOf(dockerfile, problem.span);
  const { fix } = problem;
  const refused = problem.severity === 'error';
  return {
    check: parseErrorCheck,
    aliases: ['DL1000'],
    severity: problem.severity,
    title: `${refused ? 'BuildKit refuses this line' : 'BuildKit warns of this line'}: ${problem.message}`,
    why: refused
      ? 'The build ends before its first step, so there is no image.'
      : 'The build goes on, but a later version of BuildKit may refuse the line, and readers take it for something else.',
    advice: problem.advice,
    location,
    evidence: [],
    status: 'suspected',
    fingerprint: fingerprintOf(
      parseErrorCheck,
      dockerfile.path,
      instructionAt(dockerfile, location)?.text ?? problem.message,
    ),
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
