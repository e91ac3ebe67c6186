import { expect, test } from 'vitest';
import type { Engine, InspectedContainer } from '../../src/docker/docker.ts';
import type { PublishedPort } from '../../src/observation.ts';
import { whereReached } from '../../src/stages/address.ts';

const here: Engine = { version: '28.5.2', platform: 'linux/amd64', local: true, host: '127.0.0.1' };
const remote: Engine = { ...here, local: false, host: 'docker' };
const job: Engine = { ...here, local: false, host: '172.18.0.1', networks: ['172.18.0.5/16', 'fd00::5/64'] };

const published = (hostIp: string, hostPort: number): PublishedPort => ({
  hostIp,
  hostPort,
  containerPort: 8000,
  protocol: 'tcp',
});

function container(ports: readonly PublishedPort[], addresses: readonly string[] = ['172.17.0.2']): InspectedContainer {
  const state = { status: 'running', exitCode: 0, oomKilled: false, error: '', pid: 1 } as const;
  return { id: 'a', name: 'a', state, published: ports, addresses, user: '' };
}

test.each([
  ['on this machine by the published port', here, container([published('127.0.0.1', 33000)]), 'http://127.0.0.1:33000'],
  ['on this machine without one', here, container([]), 'http://127.0.0.1:8000'],
  ["on the engine's host", remote, container([published('0.0.0.0', 33000)]), 'http://docker:33000'],
  [
    'at an IPv6 host',
    { ...remote, host: '2001:db8::1' },
    container([published('::', 33000)]),
    'http://[2001:db8::1]:33000',
  ],
  ['by the machine outside', job, container([published('0.0.0.0', 33000)]), 'http://172.18.0.1:33000'],
])('%s', (_, engine, seen, address) => {
  expect(whereReached(seen, 8000, engine)).toEqual({ address, published: seen.published });
});

test.each([
  ['172.18.0.9', 'http://172.18.0.9:8000'],
  ['fd00::9', 'http://[fd00::9]:8000'],
])('in one network with it, %s, the container itself is asked, on its own ports', (own, address) => {
  const seen = container([published('127.0.0.1', 33000)], ['172.19.0.2', own]);
  expect(whereReached(seen, 8000, job)).toEqual({ address, published: [] });
});

test('a port on the loopback of another host is told, not waited for', () => {
  const seen = container([published('127.0.0.1', 33000)]);
  for (const engine of [remote, job])
    expect(() => whereReached(seen, 8000, engine)).toThrow(
      "port 8000 is published on the loopback of the engine's host (127.0.0.1), and the trial runs elsewhere, so nothing of it is reached. Write `publish` without an address.",
    );
});
