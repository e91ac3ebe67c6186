import type { Docker } from '../docker/docker.ts';
import { SetupError } from '../errors.ts';
import { runLabel } from '../plan/make-plan.ts';

/** Removes the containers of a run that was killed; their images are then free to go as well. */
export async function removeContainers(docker: Docker, runId: string): Promise<void> {
  for (const id of await docker.containersWithLabel(`${runLabel}=${runId}`)) await docker.remove(id);
}

/** Removes images that bear a name of ours. What is gone already is no trouble, nor is an engine that is gone: it was told of before. */
export async function removeImages(docker: Docker, images: readonly string[]): Promise<void> {
  for (const image of images) {
    try {
      await docker.removeImage(image);
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
    }
  }
}
