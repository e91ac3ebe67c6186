import type { Docker, Engine } from '../docker/docker.ts';
import type { Finding } from '../finding.ts';
import type { Clock, Progress } from '../ports.ts';
import type { Started } from '../stages/start.ts';
import type { Logbook } from './logbook.ts';

/** What every stage of a container's trial has at hand. */
export interface ContainerCourse {
  readonly docker: Docker;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly engine: Engine;
  readonly logbook: Logbook;
  /** What lint suspects: its probes are asked. */
  readonly suspected: readonly Finding[];
}

/** A container that does what is expected. */
export type Ready = Extract<Started, { readonly ended: 'ready' }>;
