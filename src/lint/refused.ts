import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import type { Location } from '../finding.ts';
import { positionOf } from '../dockerfile/location.ts';
import type { Found } from './findings.ts';
import { instructionAt } from './instruction-at.ts';

/**
 * Without the fixes that change an instruction which BuildKit refuses: what it is meant to say is not known yet, and two cures of one
 * line may make a third thing of it. The grammar's own fixes come first, and the others with the next run.
 */
export function withoutFixesOfRefused(found: readonly Found[], dockerfile: Dockerfile): readonly Found[] {
  const refused = refusedInstructions(dockerfile);
  if (refused.size === 0) return found;
  const isRefused = (location: Location): boolean => {
    const instruction = instructionAt(dockerfile, location);
    return instruction !== undefined && refused.has(instruction);
  };
  return found.map((each) => {
    const { fix, ...finding } = each.finding;
    const isKept = fix === undefined || !fix.edits.some(({ location }) => isRefused(location));
    return isKept ? each : { ...each, finding };
  });
}

function refusedInstructions(dockerfile: Dockerfile): ReadonlySet<Instruction> {
  const places = dockerfile.problems.flatMap(({ severity, span }) =>
    severity === 'error' ? [{ path: dockerfile.path, ...positionOf(dockerfile, span.start) }] : [],
  );
  return new Set(
    places.flatMap(
      (place) => instructionAt(dockerfile, { ...place, endLine: place.line, endColumn: place.column }) ?? [],
    ),
  );
}
