import type { Facts } from '../facts/facts.ts';
import type { Finding } from '../finding.ts';
import type { Observation } from '../observation.ts';
import { probes } from '../probes/index.ts';

/** The paths whose size the probes want to know, for what lint suspects in this image. */
export function pathsToMeasure(
  suspected: readonly Finding[],
  observation: Observation,
  facts: Facts,
): readonly string[] {
  const { container } = observation;
  if (container === undefined) return [];
  const paths = suspected.flatMap((finding) =>
    probes.flatMap((probe) =>
      probe.settles.includes(finding.check) ? (probe.measures?.({ finding, facts, observation, container }) ?? []) : [],
    ),
  );
  return [...new Set(paths)];
}

/** Lint's suspicions, each confirmed, priced or refuted where the run tells; the others stay as they are. */
export function settleFindings(
  suspected: readonly Finding[],
  observation: Observation,
  facts: Facts,
): readonly Finding[] {
  const { container } = observation;
  if (container === undefined) return suspected;
  return suspected.map((finding) => {
    for (const probe of probes) {
      const settlement = probe.settles.includes(finding.check)
        ? probe.settle({ finding, facts, observation, container })
        : undefined;
      if (settlement === undefined) continue;
      const { status, cost, evidence } = settlement;
      return {
        ...finding,
        status,
        ...(cost === undefined ? {} : { cost }),
        evidence: [...finding.evidence, ...evidence],
      };
    }
    return finding;
  });
}
