import type { BuilderObservation } from '../observation.ts';
import type { Buildx } from './buildx.ts';
import type { Client } from './client.ts';
import type { BuildRequest } from './docker.ts';

/** buildx itself waits up to 20 s for a node that does not answer, and its answer is an extra here. */
const deadlineMs = 3_000;

/** Which builder it was that did not build; undefined where buildx does not say so in time. Asked after a failure only, for it costs 0.1 s. */
export async function askBuilder(
  client: Client,
  buildx: Buildx,
  { builder }: Pick<BuildRequest, 'builder'>,
  message: string,
  signal: AbortSignal,
): Promise<BuilderObservation | undefined> {
  // After the verb, as `buildx inspect` takes it: a name that begins with a dash stays one.
  const words = ['inspect', ...(builder === undefined || builder === '' ? [] : ['--', builder])];
  const [described, unseenImage] = await Promise.all([
    client.program([...buildx.argv, ...words], { deadlineMs, signal }),
    imageOnEngine(client, message),
  ]);
  const builderSeen = readBuilder(described.stdout);
  if (builderSeen === undefined || unseenImage === undefined) return builderSeen;
  return { ...builderSeen, unseenImage };
}

/** What `docker buildx inspect` writes: the builder above, its nodes below. */
export function readBuilder(text: string): BuilderObservation | undefined {
  const name = /^Name:[ \t]+(\S+)/m.exec(text)?.[1];
  const driver = /^Driver:[ \t]+(\S+)/m.exec(text)?.[1];
  if (name === undefined || driver === undefined) return undefined;
  const endpoints = [...text.matchAll(/^Endpoint:[ \t]+(\S+)/gm)].map(([, endpoint = '']) => endpoint);
  return { name, driver, endpoints };
}

/** The image that the builder asked a registry for in vain, where the engine holds it. */
async function imageOnEngine(client: Client, message: string): Promise<string | undefined> {
  const image = /failed to resolve source metadata for ([\w][\w./:@-]*): /.exec(message)?.[1];
  if (image === undefined) return undefined;
  const result = await client.docker(['image', 'inspect', '--format={{.Id}}', image]);
  return result.exitCode === 0 ? image : undefined;
}
