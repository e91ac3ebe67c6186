import { expect, test } from 'vitest';
import { readPublish } from '../../src/settings/publish.ts';

const given = (text: string) => ({ text, place: '--publish' });
const tcp = (hostPort: number, containerPort: number, hostIp?: string) => ({
  ...(hostIp === undefined ? {} : { hostIp }),
  hostPort,
  containerPort,
  protocol: 'tcp',
});

test.each([
  ['8000', [tcp(0, 8000)]],
  ['8000:80', [tcp(8000, 80)]],
  ['127.0.0.1:8000:80', [tcp(8000, 80, '127.0.0.1')]],
  ['127.0.0.1::80', [tcp(0, 80, '127.0.0.1')]],
  ['127.0.0.1:0:80', [tcp(0, 80, '127.0.0.1')]],
  ['[::1]:8000:80', [tcp(8000, 80, '::1')]],
  ['::1:8000:80', [tcp(8000, 80, '::1')]],
  ['::ffff:1.2.3.4:8000:80', [tcp(8000, 80, '::ffff:1.2.3.4')]],
  ['53:5353/udp', [{ hostPort: 53, containerPort: 5353, protocol: 'udp' }]],
  ['8000-8001:9000-9001', [tcp(8000, 9000), tcp(8001, 9001)]],
  ['9000-9001', [tcp(0, 9000), tcp(0, 9001)]],
])('%s publishes %j', (text, ports) => {
  expect(readPublish(given(text))).toEqual(ports);
});

test.each([
  ['', 'has "" where a port belongs'],
  ['http:80', 'has "http" where a port belongs'],
  ['8000:', 'has "" where a port belongs'],
  ['8000:0', 'names port 0 inside the container'],
  ['70000:80', 'names port 70000, and ports end at 65535'],
  ['localhost:8000:80', 'names the host address "localhost", which is no IP address'],
  ['256.0.0.1:8000:80', 'names the host address "256.0.0.1", which is no IP address'],
  ['01.0.0.1:8000:80', 'names the host address "01.0.0.1", which is no IP address'],
  ['1.2.3:8000:80', 'names the host address "1.2.3", which is no IP address'],
  ['fe80::1%eth0:8000:80', 'names the host address "fe80::1%eth0", which is no IP address'],
  ['1::2::3:8000:80', 'names the host address "1::2::3", which is no IP address'],
  ['8000:80/sctp', 'names the protocol "sctp"'],
  ['8000-8002:80', 'names 3 ports of the host for one port of the container'],
  ['8001-8000:80-81', 'has the range 8001-8000, which ends before it begins'],
  ['-p 8000:80', 'has "-p 8000" where a port belongs'],
])('%j is refused: %s', (text, why) => {
  expect(() => readPublish(given(text))).toThrow(
    expect.objectContaining({
      name: 'UserError',
      place: '--publish',
      message: expect.stringContaining(`${JSON.stringify(text)} ${why}`),
    }),
  );
});
