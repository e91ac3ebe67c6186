import { imageConfigurationPath } from '../facts/image-configuration.ts';
import type { Evidence, Finding } from '../finding.ts';

/** Where an image is tried without its Dockerfile, no place in it can be named, and nothing in it be changed. */
export function placedInRepository(finding: Finding): Finding {
  if (finding.location?.path !== imageConfigurationPath) return finding;
  const { location: _, fix, ...rest } = finding;
  const isReal = fix?.edits.every((edit) => edit.location.path !== imageConfigurationPath) === true;
  return {
    ...rest,
    evidence: finding.evidence.filter(isOfRepository),
    ...(fix !== undefined && isReal ? { fix } : {}),
  };
}

function isOfRepository(evidence: Evidence): boolean {
  return evidence.kind !== 'source' || evidence.location.path !== imageConfigurationPath;
}
