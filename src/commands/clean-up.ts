import type { Docker } from '../docker/docker.ts';
import { SetupError } from '../errors.ts';
import { projectName } from '../plan/compose-service.ts';
import { imagePattern, runLabel } from '../plan/make-plan.ts';
import type { Files, Folders } from '../ports.ts';
import { isOver } from '../run-id.ts';

interface Places {
  readonly docker: Docker;
  readonly folders: Folders;
}

/** Removes what a run that was killed has left; its images only where it is asked for, for on a machine that goes they go with it. */
export async function removeRun(runId: string, withImages: boolean, places: Places): Promise<void> {
  await removeAll((marked) => marked === runId || marked.startsWith(`${runId}-`), withImages, places);
}

/**
 * Removes what runs have left whose process is gone for certain: SIGKILL gives nobody the time to tidy up, and in a terminal there is no
 * post step. An engine that is not there has nothing of theirs either, and whoever needs it says so.
 */
export async function removeForsaken(places: Places & { readonly files: Files }): Promise<void> {
  try {
    await removeAll((marked) => isOver(marked, places.files), true, places);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
  }
}

type IsOfThem = (marked: string) => boolean;

/** The clients first, for they may be making what goes next; containers before their images. */
async function removeAll(isOfThem: IsOfThem, withImages: boolean, { docker, folders }: Places): Promise<void> {
  docker.endClients(isOfThem);
  folders.removeTemporary(isOfThem);
  const [containers, projects] = await Promise.all([
    docker.labelled(runLabel),
    docker.compose.projects(projectName('')),
  ]);
  for (const { id, value } of containers) if (isOfThem(value)) await docker.remove(id);
  for (const project of projects)
    if (isOfThem(project.slice(projectName('').length))) await docker.compose.down(project);
  if (!withImages) return;
  const images = await docker.imagesNamed(imagePattern);
  await removeImages(
    docker,
    images.filter((name) => isOfThem(name.slice(name.lastIndexOf(':') + 1))),
  );
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
