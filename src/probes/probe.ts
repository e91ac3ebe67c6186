import type { Facts } from '../facts/facts.ts';
import type { Cost, Evidence, Finding } from '../finding.ts';
import type { ContainerObservation, Observation } from '../observation.ts';

/** A question that the running image answers: whether what lint suspects is so, and what it costs. One file each, named after what is asked about. */
export interface Probe {
  readonly id: string;
  /** What is asked, as a sentence. */
  readonly summary: string;
  /** How the answer is got, and why it can be believed. */
  readonly why: string;
  /** The checks whose findings it settles. */
  readonly settles: readonly string[];
  /** Absolute paths in the container whose size it needs, measured while the container stops. */
  readonly measures?: (asked: Asked) => readonly string[];
  /** Pure. Undefined where this run does not tell. */
  settle(asked: Asked): Settlement | undefined;
}

export interface Asked {
  readonly finding: Finding;
  readonly facts: Facts;
  readonly observation: Observation;
  /** The container did run. */
  readonly container: ContainerObservation;
}

export interface Settlement {
  /** `suspected`: the run decides nothing, and has a number to tell. */
  readonly status: Finding['status'];
  readonly cost?: Cost;
  readonly evidence: readonly Evidence[];
}
