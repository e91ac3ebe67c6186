import { locationOf } from '../dockerfile/location.ts';
import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import { fingerprintOf, type Edit, type Evidence, type Finding, type Fix, type Location } from '../finding.ts';
import type { Claim, ClaimFix, Place } from '../rules/rule.ts';
import type { Claims } from './claims.ts';
import { instructionAt } from './instruction-at.ts';
import { severitySaid, type Severities } from './severity.ts';
import { strictEvidence } from './strict-checks.ts';

export interface Found {
  readonly finding: Finding;
  /** The instruction that the rule was asked about; the finding's place may be another's, or in another file. */
  readonly instruction?: Instruction;
}

/** One finding of one rule at one instruction: the first claim speaks, the others are further places of it. */
export function findingOf(
  { rule, instruction, claims }: Claims,
  dockerfile: Dockerfile,
  severities: Severities,
): Found | undefined {
  const [first, ...others] = claims;
  if (first === undefined) return undefined;
  const locate = (place: Place): Location => ('line' in place ? place : locationOf(dockerfile, place));
  const location = locate(first.at);
  const aliases = first.aliases ?? rule.aliases;
  const own = rule.severity === 'off' ? 'off' : (first.severity ?? rule.severity);
  const severity = severitySaid([rule.id, ...aliases], severities) ?? own;
  if (severity === 'off') return undefined;
  const fix = joinedFix(claims, locate);
  const finding: Finding = {
    check: rule.id,
    aliases,
    severity,
    title: first.title,
    why: first.why ?? rule.why,
    advice: first.advice,
    location,
    evidence: [
      ...(first.evidence ?? []),
      ...(first.places ?? []).map(({ at, note }) => sourceEvidence(locate(at), note)),
      ...others.flatMap((claim) => [
        sourceEvidence(locate(claim.at), claim.title),
        ...(claim.places ?? []).map(({ at, note }) => sourceEvidence(locate(at), note)),
      ]),
      ...strictEvidence(aliases, dockerfile),
    ],
    status: 'suspected',
    fingerprint: fingerprintOf(rule.id, location.path, textAt(location, dockerfile, instruction)),
    ...(fix === undefined ? {} : { fix }),
  };
  return { finding, ...(instruction === undefined ? {} : { instruction }) };
}

function sourceEvidence(location: Location, note: string): Evidence {
  return { kind: 'source', location, note };
}

/** All places are mended at once; the whole is as safe as its least safe part. */
function joinedFix(claims: readonly Claim[], locate: (place: Place) => Location): Fix | undefined {
  const fixes = claims.flatMap(({ fix }) => fix ?? []);
  const [first] = fixes;
  if (first === undefined) return undefined;
  return {
    title: first.title,
    safety: fixes.every(({ safety }) => safety === 'safe') ? 'safe' : 'unsafe',
    edits: distinct(
      fixes.flatMap((fix: ClaimFix): readonly Edit[] =>
        fix.edits.map(({ at, text }) => ({ location: locate(at), text })),
      ),
    ),
  };
}

/** Two claims may ask for the same edit, such as one flag for a whole command. */
function distinct(edits: readonly Edit[]): readonly Edit[] {
  return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
}

/** The text of the instruction that holds the place, else of the one that the rule was asked about. */
function textAt(location: Location, dockerfile: Dockerfile, asked: Instruction | undefined): string {
  const holder = location.path === dockerfile.path ? instructionAt(dockerfile, location) : undefined;
  return (holder ?? asked)?.text ?? '';
}
