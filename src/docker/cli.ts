import type { Clock, Ports } from '../ports.ts';
import { checkBuild } from './build-check.ts';
import { buildImage } from './build.ts';
import { findBuildx, requireBuildx } from './buildx.ts';
import type { Buildx } from './buildx.ts';
import { openClient } from './client.ts';
import type { Client } from './client.ts';
import { openCompose } from './compose.ts';
import {
  inspectContainer,
  labelledContainers,
  listProcesses,
  measurePath,
  removeContainer,
  stopContainer,
} from './container.ts';
import type { Docker } from './docker.ts';
import { endClients } from './end-clients.ts';
import { askEngine } from './engine.ts';
import { execInContainer, signalContainer } from './exec.ts';
import { inspectImage, refuseOption } from './image.ts';
import { followLog } from './log.ts';
import { observeAny, observeProcess, openProc } from './proc.ts';
import { pullImage } from './pull.ts';
import { pushImage, tagImage } from './push.ts';
import { runContainer } from './run.ts';
import { openSocketReader } from './socket-reader.ts';
import { isMissing, unexpected } from './trouble.ts';

/** Docker as its command line gives it. Nothing is started before the first question. */
export function openDocker(
  environment: Readonly<Record<string, string | undefined>>,
  ports: Pick<Ports, 'clock' | 'files' | 'workingDirectory'>,
): Docker {
  const client = openClient(environment, ports.workingDirectory);
  const proc = openProc(ports.files);
  let asked: Promise<Buildx | undefined> | undefined;
  const buildx = (): Promise<Buildx | undefined> => (asked ??= findBuildx(client, ports.files));
  return {
    async engine(waitMs) {
      const [engine, found] = await Promise.all([askEngine(client, ports, waitMs), buildx()]);
      return { ...engine, ...(found === undefined ? {} : { buildxVersion: found.version }) };
    },
    build: async (request, listener, signal) =>
      buildImage(client, requireBuildx(await buildx()), request, listener, signal),
    check: async (request, signal) => checkBuild(client, requireBuildx(await buildx()), request, signal),
    inspectImage: (reference) => inspectImage(client, reference),
    pull: (request) => pullImage(client, request),
    removeImage: (reference) => removeImage(client, ports.clock, reference),
    tagImage: (image, name) => tagImage(client, image, name),
    push: (request) => pushImage(client, request),
    run: (request) => runContainer(client, request),
    observeProcess: ({ id, state }) => observeProcess(proc, state.pid, id),
    observeAny: ({ id }, pid) => observeAny(proc, pid, id),
    inspectContainer: (id) => inspectContainer(client, id),
    followLog: (id, onLine, signal) => followLog(client, id, onLine, signal),
    waitForExit: (id, signal) => waitForExit(client, id, signal),
    processes: (id) => listProcesses(client, id),
    socketReader: (container) => openSocketReader(client, proc, ports.clock, container),
    signal: (id, signal) => signalContainer(client, id, signal),
    exec: (id, argv, limitMs) => execInContainer(client, id, argv, limitMs),
    stop: (id, timeoutMs) => stopContainer(client, id, timeoutMs),
    remove: (id) => removeContainer(client, id),
    compose: openCompose(client, ports),
    measurePath: (id, path) => measurePath(client, id, path),
    labelled: (name) => labelledContainers(client, name),
    imagesNamed: (pattern) => imagesNamed(client, pattern),
    endClients: (isOfThem) => endClients(ports.files, isOfThem),
  };
}

/** How long a container that is being removed may take to go; others tidy up too. */
const longestRemovalMs = 2000;

/**
 * Not by force: from under a container the engine takes but the name, and what is left is found by nobody. So the container's end is
 * awaited, and where it does not end, the image keeps its name for the next run that tidies up.
 */
async function removeImage(client: Client, clock: Clock, reference: string): Promise<void> {
  refuseOption(reference);
  for (const began = clock.ticks(); clock.ticks() - began < longestRemovalMs; await clock.sleep(50)) {
    const result = await client.docker(['image', 'rm', reference], { deadlineMs: 60_000 });
    if (result.exitCode === 0 || isMissing(result)) return;
    if (!/\bconflict\b/i.test(result.stderr)) throw unexpected(`the image ${reference} cannot be removed`, result);
  }
}

async function imagesNamed(client: Client, pattern: string): Promise<readonly string[]> {
  const words = [`--filter=reference=${pattern}`, '--format={{.Repository}}:{{.Tag}}'];
  const result = await client.docker(['image', 'ls', ...words]);
  if (result.exitCode !== 0) throw unexpected('the images cannot be listed', result);
  return result.stdout.split('\n').filter((name) => name !== '');
}

/** As long as a job may last on GitHub. */
const waitDeadlineMs = 6 * 3_600_000;

async function waitForExit(client: Client, id: string, signal: AbortSignal): Promise<number | undefined> {
  const result = await client.docker(['wait', id], { deadlineMs: waitDeadlineMs, signal });
  if (signal.aborted || isMissing(result)) return undefined;
  if (result.exitCode !== 0) throw unexpected(`the end of the container ${id} cannot be awaited`, result);
  return Number(result.stdout.trim());
}
