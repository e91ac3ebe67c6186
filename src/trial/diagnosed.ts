import { diagnose } from '../diagnoses/diagnose.ts';
import type { Facts } from '../facts/facts.ts';
import type { Finding } from '../finding.ts';
import type { Observation } from '../observation.ts';
import { placedInRepository } from './placed.ts';

/** Why a stage did not pass: the root cause first, and whether it blames the image or the set-up. */
export function diagnosed(
  observation: Observation,
  facts: Facts,
): { status: 'failed' | 'errored'; findings: readonly Finding[]; message: string } {
  const { blames, findings: named } = diagnose({ observation, facts });
  const findings = named.map(placedInRepository);
  const [root] = findings;
  return {
    status: blames === 'setup' ? 'errored' : 'failed',
    findings,
    message: root === undefined ? '' : `${root.title}. ${root.advice}`,
  };
}
