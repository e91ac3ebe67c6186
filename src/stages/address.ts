import { BlockList, isIPv6 } from 'node:net';
import type { Engine, InspectedContainer } from '../docker/docker.ts';
import { SetupError } from '../errors.ts';
import type { PublishedPort } from '../observation.ts';

export interface Reached {
  /** `http://127.0.0.1:8000`. */
  readonly address: string;
  /** By which its other ports are found there; empty where the container itself is asked. */
  readonly published: readonly PublishedPort[];
}

/**
 * Where the container is asked: by its published port, on this machine or on the engine's host; or, from a container that is in a
 * network with it, itself. Throws a `SetupError` where its port is published on a loopback that is not ours.
 */
export function whereReached(container: InspectedContainer, port: number, engine: Engine): Reached {
  const near = container.addresses.find((address) => isNear(address, engine.networks ?? []));
  if (near !== undefined) return { address: `http://${inUrl(near)}:${port}`, published: [] };
  const published = container.published.filter(
    ({ containerPort, protocol }) => containerPort === port && protocol === 'tcp',
  );
  const reached = published.find(({ hostIp }) => engine.local || !isLoopback(hostIp));
  if (reached === undefined && published.length > 0)
    throw new SetupError(
      `port ${port} is published on the loopback of the engine's host (${published[0]?.hostIp}), and the trial runs elsewhere, so nothing of it is reached. Write \`publish\` without an address.`,
    );
  return { address: `http://${inUrl(engine.host)}:${reached?.hostPort ?? port}`, published: container.published };
}

function isNear(address: string, networks: readonly string[]): boolean {
  return networks.some((network) => {
    const [base = '', bits] = network.split('/');
    if (isIPv6(base) !== isIPv6(address)) return false;
    const list = new BlockList();
    list.addSubnet(base, Number(bits), isIPv6(base) ? 'ipv6' : 'ipv4');
    return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
  });
}

function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1';
}

function inUrl(host: string): string {
  return isIPv6(host) ? `[${host}]` : host;
}
