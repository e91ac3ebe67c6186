import type { Facts } from '../facts/facts.ts';
import type { Observation } from '../observation.ts';
import type { Traceback } from '../traceback/traceback.ts';

export interface Seen {
  readonly observation: Observation;
  readonly facts: Facts;
}

/**
 * `build`: the image was not built. `create`: the container was not made, or its process was not started.
 * `exit`: it ended of itself. `silent`: it runs and does not answer. `answer`: it answers, and not as it should.
 * `serve`: it serves, and something about it is worth a word. `stop`: it has served, and was stopped.
 */
export type Moment = 'build' | 'create' | 'exit' | 'silent' | 'answer' | 'serve' | 'stop';

/** The log of the failed step or of the container, without control sequences, and the exceptions in it. */
export interface ReadLog {
  readonly log: readonly string[];
  readonly tracebacks: readonly Traceback[];
}
