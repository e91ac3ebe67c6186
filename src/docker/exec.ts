import type { Client } from './client.ts';
import type { ExecOutcome } from './docker.ts';
import { isMissing, unexpected } from './trouble.ts';

const mostCharacters = 4_000;

/** What the program says may be anything, the docker client's own words too: only the exit code and the time are judged. */
export async function execInContainer(
  client: Client,
  id: string,
  argv: readonly string[],
  limitMs: number,
): Promise<ExecOutcome | undefined> {
  const result = await client.program(['docker', 'exec', id, ...argv], { deadlineMs: limitMs });
  if (result.timedOut) return undefined;
  return { exitCode: result.exitCode, output: `${result.stdout}${result.stderr}`.trim().slice(-mostCharacters) };
}

export async function signalContainer(client: Client, id: string, signal: string): Promise<void> {
  const result = await client.docker(['kill', `--signal=${signal}`, id]);
  // It may have ended by itself in this moment.
  if (result.exitCode !== 0 && !isMissing(result) && !/is not running/.test(result.stderr))
    throw unexpected(`the signal ${signal} cannot be sent to the container ${id}`, result);
}
