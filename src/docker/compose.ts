import type { Client } from './client.ts';
import { startAround } from './compose-around.ts';
import { readCompose, type ComposeRequest } from './compose-file.ts';
import type { ComposeStart } from './compose-model.ts';
import type { ComposeProject } from './compose-project.ts';
import { projectsOf, removeProject } from './compose-removal.ts';
import { startService, type ComposePorts } from './compose-up.ts';
import type { RunOutcome, RunRequest } from './docker.ts';

/** What Sea Trial asks of docker compose. */
export interface Compose {
  /** Needs no engine. Throws a `UserError`. */
  read(request: ComposeRequest): Promise<ComposeProject>;
  /** Starts what the service under trial depends on, and waits until that is ready. Throws a `SetupError` that names which is not. */
  startAround(start: ComposeStart, request: RunRequest, signal: AbortSignal): Promise<void>;
  /** Starts the service under trial alone, as `docker run` starts a container. */
  up(start: ComposeStart, request: RunRequest, signal: AbortSignal): Promise<RunOutcome>;
  /** Removes containers, networks, volumes and images that bear the name of a project. */
  down(name: string): Promise<void>;
  /** The names of projects that are there and begin so. */
  projects(prefix: string): Promise<readonly string[]>;
}

export function openCompose(client: Client, ports: ComposePorts): Compose {
  return {
    read: (request) => readCompose(client, ports, request),
    startAround: (start, request, signal) => startAround(client, start, { request, signal }),
    up: (start, request, signal) => startService(client, ports, start, { request, signal }),
    down: (name) => removeProject(client, name),
    projects: (prefix) => projectsOf(client, prefix),
  };
}
