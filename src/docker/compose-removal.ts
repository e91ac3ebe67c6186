import type { Client } from './client.ts';
import { listed, projectLabel } from './compose-words.ts';
import { removeContainer } from './container.ts';

/** A client that was killed may have asked the engine for something that comes to be only now. */
const mostRounds = 3;

/** By its label alone: no compose file is needed, nor the plugin, and what somebody else made stays. */
export async function removeProject(client: Client, name: string): Promise<void> {
  const filter = `--filter=label=${projectLabel}=${name}`;
  for (let round = 0; round < mostRounds; round += 1) {
    const [containers, networks, volumes, images] = await Promise.all([
      listed(client, ['ps', '--all', '--quiet', '--no-trunc', filter]),
      listed(client, ['network', 'ls', '--quiet', '--no-trunc', filter]),
      listed(client, ['volume', 'ls', '--quiet', filter]),
      listed(client, ['image', 'ls', '--quiet', '--no-trunc', filter]),
    ]);
    if (containers.length + networks.length + volumes.length + images.length === 0) return;
    await Promise.all(containers.map((id) => removeContainer(client, id)));
    await Promise.all([
      removed(client, 'network', networks),
      removed(client, 'volume', volumes),
      removed(client, 'image', [...new Set(images)]),
    ]);
  }
}

export async function projectsOf(client: Client, prefix: string): Promise<readonly string[]> {
  const format = `--format={{.Label "${projectLabel}"}}`;
  const filter = `--filter=label=${projectLabel}`;
  const names = await Promise.all([
    listed(client, ['ps', '--all', filter, format]),
    listed(client, ['network', 'ls', filter, format]),
    listed(client, ['volume', 'ls', filter, format]),
  ]);
  return [...new Set(names.flat())].filter((name) => name.startsWith(prefix));
}

const removeDeadlineMs = 60_000;

/** What is gone already, or still held by something that goes now, is looked at again. */
async function removed(client: Client, kind: 'network' | 'volume' | 'image', names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  await client.docker([kind, 'rm', '--force', ...names], { deadlineMs: removeDeadlineMs });
}
