import { diagnoses } from '../diagnoses/index.ts';
import { probes } from '../probes/index.ts';
import { pragmaChecks } from '../lint/pragma-checks.ts';
import type { DocumentedCheck } from '../render/check-page.ts';
import { rules } from '../rules/index.ts';

/** All that is documented, by id: a rule and a diagnosis that share one are one entry. */
export function documentedChecks(): readonly DocumentedCheck[] {
  const described = [...rules, ...pragmaChecks];
  const ids = new Set([...described, ...diagnoses, ...probes].map(({ id }) => id));
  return [...ids].toSorted().map((id) => {
    const rule = described.find((each) => each.id === id);
    const diagnosis = diagnoses.find((each) => each.id === id);
    const probe = probes.find((each) => each.id === id);
    return {
      id,
      ...(rule === undefined ? {} : { rule }),
      ...(diagnosis === undefined ? {} : { diagnosis }),
      ...(probe === undefined ? {} : { probe }),
    };
  });
}
