import { SetupError } from '../errors.ts';
import type { Client } from './client.ts';
import { refuseOption } from './image.ts';
import { firstLine } from './trouble.ts';

export interface PullRequest {
  readonly reference: string;
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

/** `docker pull`; throws a `SetupError` with the registry's words where it gives none: nobody's image is to blame for that. */
export async function pullImage(client: Client, { reference, deadlineMs, signal }: PullRequest): Promise<void> {
  refuseOption(reference);
  const result = await client.docker(['pull', '--quiet', reference], { deadlineMs, signal });
  if (result.exitCode === 0) return;
  throw new SetupError(
    `the image \`${reference}\` is not on this machine, and it cannot be pulled: ${firstLine(result.stderr)}. Correct the input \`image\`, log in to its registry (docker/login-action), or build the image in an earlier step.`,
  );
}
