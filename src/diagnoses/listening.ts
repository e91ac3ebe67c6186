import type { ContainerObservation, ListeningSocket, SocketsSeen } from '../observation.ts';

/** Something accepts connections from outside on the port that is asked. */
export function isListening(container: ContainerObservation): boolean {
  return current(container).some((socket) => isTcp(socket) && socket.port === container.port && isReachable(socket));
}

/** The listening sockets as seen last. */
export function current({ sockets }: ContainerObservation): readonly ListeningSocket[] {
  return sockets.at(-1)?.listening ?? [];
}

/** Milliseconds for which it has held without a break, up to now; 0 where it does not hold. */
export function heldFor(
  { sockets, wait }: ContainerObservation,
  holds: (listening: readonly ListeningSocket[]) => boolean,
): number {
  let since: SocketsSeen | undefined;
  for (const seen of sockets.toReversed()) {
    if (!holds(seen.listening)) break;
    since = seen;
  }
  return since === undefined ? 0 : Math.max(0, wait.ms - since.atMs);
}

export function isTcp({ family }: ListeningSocket): boolean {
  return family === 'ipv4' || family === 'ipv6';
}

export function isLoopback({ address }: Pick<ListeningSocket, 'address'>): boolean {
  return address === '::1' || address.startsWith('127.') || /^::ffff:127\./i.test(address);
}

/** Docker forwards to the container's own address: the wildcard accepts it, and so does that address itself. */
export function isReachable(socket: ListeningSocket): boolean {
  return !isLoopback(socket);
}
