import type { Presentation } from '../settings/arguments.ts';
import type { Ports } from '../ports.ts';

/** 0 passed, 1 the image's or the Dockerfile's fault, 2 the user's options, the set-up or ours. */
export type ExitCode = 0 | 1 | 2;

/** What a command of the terminal gets besides its settings. */
export interface CommandPorts extends Ports {
  readonly presentation: Presentation;
  /** Standard output is a terminal that shows colours, and UTF-8. */
  readonly colour: boolean;
  readonly unicode: boolean;
  readonly version: string;
  readonly readStandardInput: () => Promise<Buffer>;
  readonly signal: AbortSignal;
}
