import type { Docker } from '../docker/docker.ts';
import { SetupError } from '../errors.ts';
import type { ImageObservation } from '../observation.ts';
import type { ImageOrigin } from '../plan/plan.ts';

type ExistingImage = Extract<ImageOrigin, { readonly kind: 'existing' }>;

/** The image as the engine has it; pulled where it has none, or where the user wants the newest. Throws a `SetupError` where there is none. */
export async function existingImage(
  { name, pull, deadlineMs }: ExistingImage,
  docker: Docker,
  signal: AbortSignal,
): Promise<ImageObservation> {
  const found = pull ? undefined : await docker.inspectImage(name);
  if (found !== undefined) return found;
  await docker.pull({ reference: name, deadlineMs, signal });
  const pulled = await docker.inspectImage(name);
  if (pulled === undefined) throw new SetupError(`the image \`${name}\` was pulled, and the engine does not have it.`);
  return pulled;
}
