import { hostname, networkInterfaces } from 'node:os';
import path from 'node:path';
import type { Files } from '../ports.ts';
import type { Client } from './client.ts';
import { listeningSockets } from './sockets.ts';

/**
 * Where published ports are reached from inside a container that was only lent the engine's socket, as in a job with
 * `container:`: they are on the machine outside, which is this container's way out. Undefined where the engine runs here.
 */
export async function hostOutside(client: Client, files: Files, endpointUrl: string): Promise<string | undefined> {
  const inContainer = ['/.dockerenv', '/run/.containerenv'].some((mark) => files.stat(mark) !== undefined);
  if (!inContainer || !/^(?:unix:|$)/.test(endpointUrl)) return undefined;
  // The kernel lists the sockets of our own network; the engine may know its socket by another folder's name.
  const name = path.basename(endpointUrl) || 'docker.sock';
  const unix = files.readTextIfPresent('/proc/net/unix') ?? '';
  if (listeningSockets({ unix }).some(({ address }) => path.basename(address) === name)) return undefined;
  const { stdout } = await client.docker(['info', '--format={{.Name}}']);
  return stdout.trim() === hostname() ? undefined : defaultGateway(files.readTextIfPresent('/proc/net/route') ?? '');
}

/** From the kernel's table: the row to 00000000, whose third column is the gateway with its bytes reversed. */
export function defaultGateway(routes: string): string | undefined {
  const gateway = /^\S+\t0{8}\t([0-9A-F]{8})\t/m.exec(routes)?.[1];
  return gateway === undefined ? undefined : [...Buffer.from(gateway, 'hex')].toReversed().join('.');
}

/** Of this container, as CIDR. */
export function ownNetworks(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .flatMap(({ cidr, internal }) => (internal || cidr === null ? [] : [cidr]));
}
