import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listeningSockets, splitTables } from '../../src/docker/sockets.ts';

const recorded = (table: string): string =>
  readFileSync(new URL(`../fixtures/docker/net-${table}.txt`, import.meta.url), 'utf8');

test('a TCP table gives its listeners, not its connections, and not the name server of docker', () => {
  expect(listeningSockets({ tcp: recorded('tcp') })).toEqual([
    { family: 'ipv4', address: '127.0.0.1', port: 8000 },
    { family: 'ipv4', address: '0.0.0.0', port: 8080 },
  ]);
});

test('IPv6 addresses are written in their shortest form, and an IPv4 address inside one as people write it', () => {
  expect(listeningSockets({ tcp6: recorded('tcp6') })).toEqual([
    { family: 'ipv6', address: '::1', port: 8001 },
    { family: 'ipv6', address: '::ffff:127.0.0.1', port: 8003 },
    { family: 'ipv6', address: '::', port: 8002 },
  ]);
});

test('a bound UDP socket of either address family is a UDP listener', () => {
  expect(listeningSockets({ udp: recorded('udp'), udp6: recorded('udp6') })).toEqual([
    { family: 'udp', address: '0.0.0.0', port: 9000 },
    { family: 'udp', address: '::', port: 9001 },
  ]);
});

test('a unix socket counts when it takes connections; the one that gunicorn always makes does not', () => {
  expect(listeningSockets({ unix: recorded('unix') })).toEqual([
    { family: 'unix', address: '/tmp/a b.sock', port: 0 },
    { family: 'unix', address: '@abstract', port: 0 },
  ]);
});

test('the tables that one cat wrote in a row are told apart by their headings', () => {
  const [tcp, tcp6, udp, udp6, unix] = ['tcp', 'tcp6', 'udp', 'udp6', 'unix'].map(recorded);
  expect(splitTables([tcp, tcp6, udp, udp6, unix].join(''))).toEqual({ tcp, tcp6, udp, udp6, unix });
  expect(splitTables([tcp, udp, unix].join(''))).toEqual({ tcp, udp, unix });
});

const row = (inode: number): string =>
  `   0: 00000000:1F40 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 ${inode} 1 0 100 0 0 10 0\n`;

test('two workers that listen on one port by SO_REUSEPORT are one listener', () => {
  expect(listeningSockets({ tcp: row(1) + row(2) })).toEqual([{ family: 'ipv4', address: '0.0.0.0', port: 8000 }]);
});

test('no table, an empty one and a torn row give nothing', () => {
  expect(listeningSockets({})).toEqual([]);
  expect(listeningSockets({ tcp: '', unix: 'Num       RefCount Protocol Flags    Type St Inode Path\n' })).toEqual([]);
  expect(listeningSockets({ tcp: '   0: 0100007F:1F40 00000000:0000 0' })).toEqual([]);
});
