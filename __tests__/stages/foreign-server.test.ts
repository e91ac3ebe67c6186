import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SetupError } from '../../src/errors.ts';
import { refuseForeignServer } from '../../src/stages/foreign-server.ts';

const server = createServer();
let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  port = address === null || typeof address === 'string' ? 0 : address.port;
});
afterAll(() => {
  server.close();
});

const start = {
  containerName: 'ships',
  labels: [],
  publish: [],
  portIsOurs: false,
  environment: [],
  environmentFiles: [],
};
const { signal } = new AbortController();

test('in the network of the host, a port on which somebody listens already is no port of the image', async () => {
  const byOption = { ...start, port, options: ['--network', 'host'] };
  await expect(
    refuseForeignServer({ ...start, port, network: 'host', options: [] }, '127.0.0.1', signal),
  ).rejects.toThrow(SetupError);
  await expect(refuseForeignServer(byOption, '127.0.0.1', signal)).rejects.toThrow(
    `port ${port} of the host is in use`,
  );
});

test('in a network of its own docker itself refuses a taken port, and a free one is free', async () => {
  const own = refuseForeignServer({ ...start, port, network: 'ships', options: [] }, '127.0.0.1', signal);
  await expect(own).resolves.toBeUndefined();
  const free = refuseForeignServer({ ...start, port: 1, network: 'host', options: [] }, '127.0.0.1', signal);
  await expect(free).resolves.toBeUndefined();
});
