import { childEnvironment, run } from '../process.ts';
import type { ProcessOptions, ProcessResult } from '../process.ts';
import { systemFiles } from '../ports.ts';
import { runIdOf, runVariable } from '../run-id.ts';
import { engineTrouble } from './trouble.ts';

type Streams = Pick<ProcessOptions, 'signal' | 'onStdoutLine' | 'onStderrLine' | 'onStdoutChunk'>;

export interface ClientOptions extends Streams {
  readonly deadlineMs?: number;
  /** Added to the child's environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** The one road to the docker client. */
export interface Client {
  /** Our own environment, secrets and all; what a child gets of it is decided here. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** However it ends; throws `SetupError` only when there is no client, no engine, or no answer in time. */
  docker(args: readonly string[], options?: ClientOptions): Promise<ProcessResult>;
  /** As `docker`, for another program than the client: a plugin of it. Nothing is thrown. */
  program(argv: readonly string[], options?: ClientOptions): Promise<ProcessResult>;
}

/** Generous for a busy runner: an answer usually takes 10 to 50 ms. */
const usualDeadlineMs = 30_000;

export function openClient(
  environment: Readonly<Record<string, string | undefined>>,
  workingDirectory: string,
): Client {
  // The hints that docker adds to its answers are advertisements, and would end up in evidence.
  const inherited = {
    ...childEnvironment(environment),
    DOCKER_CLI_HINTS: 'false',
    [runVariable]: runIdOf(systemFiles),
  };
  const program: Client['program'] = (argv, options = {}) => {
    const { deadlineMs = usualDeadlineMs, environment: added = {}, ...streams } = options;
    return run(argv, { deadlineMs, cwd: workingDirectory, environment: { ...inherited, ...added }, ...streams });
  };
  return {
    environment,
    program,
    async docker(args, options = {}) {
      const result = await program(['docker', ...args], options);
      const trouble = options.signal?.aborted === true ? undefined : engineTrouble(result);
      if (trouble !== undefined) throw trouble;
      return result;
    },
  };
}
