import { connect, createServer, type Socket } from 'node:net';

/** Hands connections on to a socket file, as a proxy in front of an engine does. */
export interface Forwarder extends AsyncDisposable {
  /** Of TCP; 0 where it listens on a socket file. */
  readonly port: number;
}

/** Listens on a port of that host, or on a socket file. */
export async function openForwarder(
  to: string,
  on: { readonly host: string } | { readonly path: string },
): Promise<Forwarder> {
  const open = new Set<Socket>();
  // docker's streams are closed on one side while the other still speaks.
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const engine = connect({ path: to, allowHalfOpen: true });
    for (const [one, other] of [
      [client, engine],
      [engine, client],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => open.delete(one));
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen('path' in on ? { path: on.path } : { host: on.host, port: 0 }, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
