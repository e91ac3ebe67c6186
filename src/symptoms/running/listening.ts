import type { ContainerObservation, ListeningSocket, SocketsSeen } from '../../observation.ts';

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

/** After this long without a change, one waits for nothing any more. */
const longEnoughMs = 10_000;

/** Milliseconds since the log or the sockets changed last. */
export function quietForMs({ log, state, wait, sockets }: ContainerObservation): number {
  const written = log.at(-1)?.at;
  const lastLineMs = written === undefined || state?.startedAt === undefined ? 0 : written - state.startedAt;
  return wait.ms - Math.max(lastLineMs, sockets.at(-1)?.atMs ?? 0);
}

/** Neither the sockets, which have held for `heldMs`, nor the log have changed for long; with a short limit, for most of it. */
export function nothingChanges({ log, state, wait }: ContainerObservation, heldMs: number): boolean {
  const last = log.at(-1)?.at;
  const quietMs = last === undefined || state?.startedAt === undefined ? wait.ms : wait.ms - (last - state.startedAt);
  return Math.min(heldMs, quietMs) >= Math.min(longEnoughMs, wait.limitMs * 0.8);
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
