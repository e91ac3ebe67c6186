import type { Evidence, Location } from '../../finding.ts';
import type { Traceback } from '../../traceback/traceback.ts';
import { exitEvidence, tracebackLines } from '../evidence.ts';
import { ownPlace } from '../place.ts';
import { startPlace } from '../start.ts';
import type { Symptoms } from '../symptoms.ts';

/** The line of the repository that an exception went through last; where none is known, the command that started it. */
export function raisedAt(traceback: Traceback, { facts }: Symptoms): Location | undefined {
  return ownPlace(traceback, facts)?.location ?? startPlace(facts);
}

/** How the container ended, and what of the exception a person needs. */
export function raisedEvidence(traceback: Traceback, symptoms: Symptoms): readonly Evidence[] {
  const { container } = symptoms;
  return [...(container === undefined ? [] : exitEvidence(container)), ...tracebackLines(symptoms, traceback)];
}
