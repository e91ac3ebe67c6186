import type { Evidence, Finding } from '../finding.ts';
import { documentationUrl } from './links.ts';
import { capitalised, stopped } from './prose.ts';

/** A finding as programs read it; both JSON files have the same. */
export function findingData(finding: Finding) {
  const { check, aliases, severity, title, why, advice, location, status, cost, evidence, fingerprint, since, fix } =
    finding;
  return {
    check,
    aliases,
    severity,
    title,
    why,
    advice,
    message: [capitalised(title), why, advice]
      .map(stopped)
      .filter((sentence) => sentence !== '')
      .join(' '),
    ...(location === undefined ? {} : location),
    status,
    ...(cost === undefined ? {} : { cost }),
    evidence: evidence.map(evidenceData),
    url: documentationUrl(check),
    fingerprint,
    ...(since === undefined ? {} : { since }),
    ...(fix === undefined
      ? {}
      : {
          fix: {
            title: fix.title,
            safety: fix.safety,
            edits: fix.edits.map(({ location: { line, column, endLine, endColumn, path }, text }) => ({
              ...(path === location?.path ? {} : { path }),
              line,
              column,
              endLine,
              endColumn,
              text,
            })),
          },
        }),
  };
}

function evidenceData(evidence: Evidence) {
  if (evidence.kind !== 'source') return evidence;
  return { kind: evidence.kind, ...evidence.location, note: evidence.note };
}
