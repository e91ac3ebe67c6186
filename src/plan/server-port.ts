import type { ExposedPort } from '../facts/exposed-ports.ts';
import type { Facts } from '../facts/facts.ts';

/** The one TCP port that the server's command line, its environment or its file surely names. */
export function namedPort({ startCommand }: Facts): number | undefined {
  const named = (startCommand?.server?.addresses ?? []).flatMap((address) =>
    address.kind === 'tcp' && address.port.kind === 'given' ? [address.port.value] : [],
  );
  return named.length === 1 ? named[0] : undefined;
}

/** More ports of one range than this say nothing about a web server. */
const widestRange = 100;

/** EXPOSE's TCP ports, one by one. */
export function exposedPorts({ exposed }: Facts): readonly number[] {
  return exposed.ports.flatMap(portsOf);
}

function portsOf({ first, last, protocol }: ExposedPort): readonly number[] {
  if (protocol !== 'tcp' || last - first >= widestRange) return [];
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}
