import { expect, test } from 'vitest';
import { openClient } from '../../src/docker/client.ts';
import { openProc } from '../../src/docker/proc.ts';
import { openSocketReader } from '../../src/docker/socket-reader.ts';
import { systemClock, systemFiles } from '../../src/ports.ts';

const id = '5ca8f29b97b3dad9272aeef723e7d3c18d46e3c11a81b17ffc24da8d4696a1a6';
const heading = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';
const bound =
  '   0: 00000000:1F40 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0 100 0 0 10 0\n';

test('a socket that has begun to listen is seen at once, however long the reading before it took', async () => {
  let now = 0;
  let isBound = false;
  const texts = (file: string): string | undefined => {
    if (file === '/proc/7/cgroup') return `0::/system.slice/docker-${id}.scope\n`;
    if (file === '/proc/7/net/sockstat') return `sockets: used 1\nTCP: inuse ${isBound ? 1 : 0} orphan 0\n`;
    if (file !== '/proc/7/net/tcp') return undefined;
    now += 100; // a machine with other things to do
    return isBound ? heading + bound : heading;
  };
  const reader = await openSocketReader(
    openClient(process.env, process.cwd()),
    openProc({ ...systemFiles, readTextIfPresent: texts }),
    { ...systemClock, ticks: () => now },
    {
      id,
      name: 'ships',
      state: { status: 'running', exitCode: 0, oomKilled: false, error: '', pid: 7 },
      published: [],
      addresses: [],
      user: '',
    },
  );
  expect(await reader?.read()).toEqual([]);
  isBound = true;
  expect(await reader?.read()).toEqual([{ family: 'ipv4', address: '0.0.0.0', port: 8000 }]);
});
