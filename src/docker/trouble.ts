import { SetupError } from '../errors.ts';
import type { ProcessResult } from '../process.ts';

/** The sentence for a docker call that failed for want of a client or an engine; undefined for every other end. */
export function engineTrouble(result: ProcessResult): SetupError | undefined {
  if (result.timedOut) {
    const seconds = Math.round(result.ms / 1000);
    return new SetupError(
      `\`${spoken(result.argv)}\` gave no answer within ${seconds} s: the engine hangs or is overloaded. Look at its log (\`journalctl -u docker\`) and start it again.`,
    );
  }
  if (result.exitCode === 0) return undefined;
  if (result.exitCode === 127 && result.stderr.includes('ENOENT')) {
    return new SetupError(
      'there is no docker client on PATH, so nothing can be built or started. Install Docker Engine, or choose a runner that has it, such as ubuntu-24.04.',
    );
  }
  return isPermissionDenied(result.stderr) ? permissionDenied() : unreachable(result.stderr);
}

/** For a call whose failure leaves no other way: what docker said, in one line. */
export function unexpected(what: string, result: ProcessResult): SetupError {
  return new SetupError(`${what}: ${firstLine(result.stderr) || `\`docker\` ended with exit code ${result.exitCode}`}`);
}

export function isMissing(result: ProcessResult): boolean {
  return /no such (?:container|image|object)/i.test(result.stderr);
}

/** `Error response from daemon:` tells a reader nothing. */
export function firstLine(stderr: string): string {
  const line = stderr.split('\n').find((candidate) => candidate.trim() !== '') ?? '';
  return line.replace(/^(?:docker: )?(?:Error response from daemon: |ERROR: |Error: )?/, '').trim();
}

function unreachable(stderr: string): SetupError | undefined {
  const told =
    /^(?:docker: |ERROR: )*(?:Cannot connect to the Docker daemon|error during connect|failed to connect to the docker API)/im.test(
      stderr,
    );
  if (!told) return undefined;
  const host = /(?:daemon|API) at (\S+?)[.;,]?(?:\s|$)/.exec(stderr)?.[1];
  const reason = host === undefined ? ` (${firstLine(stderr)})` : '';
  return new SetupError(
    `no Docker engine answers${host === undefined ? '' : ` at ${host}`}${reason}, so nothing can be built or started. Start the engine, correct DOCKER_HOST, or choose a runner that has one: ubuntu-24.04 has, ubuntu-slim has only the client.`,
  );
}

function isPermissionDenied(stderr: string): boolean {
  return /permission denied while trying to connect to the docker/i.test(stderr);
}

function permissionDenied(): SetupError {
  return new SetupError(
    "this user may not speak to the Docker engine: its socket denies permission. Add the user to the group `docker`, or point DOCKER_HOST at this user's own engine.",
  );
}

function spoken(argv: readonly string[]): string {
  return argv.slice(0, 2).join(' ');
}
