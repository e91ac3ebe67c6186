import { expect, test } from 'vitest';
import { observeAny, observeProcess, openProc } from '../../src/docker/proc.ts';
import type { Files } from '../../src/ports.ts';
import { systemFiles } from '../../src/ports.ts';

const id = '5ca8f29b97b3dad9272aeef723e7d3c18d46e3c11a81b17ffc24da8d4696a1a6';

/** A machine with these files and no others. */
const machine = (texts: Readonly<Record<string, string>>): Files => ({
  ...systemFiles,
  readTextIfPresent: (file) => texts[file],
});

const status = 'Name:\tuvicorn\nUid:\t101000\t101000\t101000\t101000\nSigCgt:\t0000000000004002\n';
const wholeMap = '         0          0 4294967295\n';

test('with control groups of the second version all four are read, and the page cache is not counted', () => {
  const group = `/sys/fs/cgroup/system.slice/docker-${id}.scope`;
  const files = machine({
    '/proc/7/cgroup': `0::/system.slice/docker-${id}.scope\n`,
    '/proc/7/status': status.replaceAll('101000', '1000'),
    '/proc/7/uid_map': wholeMap,
    [`${group}/memory.current`]: '50000000\n',
    [`${group}/memory.peak`]: '70000000\n',
    [`${group}/memory.stat`]: 'anon 30000000\ninactive_file 15000000\n',
  });
  expect(observeProcess(openProc(files), 7, id)).toEqual({
    uid: 1000,
    catchesSigterm: true,
    memoryBytes: 35_000_000,
    memoryPeakBytes: 70_000_000,
  });
});

test('with control groups of the first version the memory is under its own controller', () => {
  const group = `/sys/fs/cgroup/memory/docker/${id}`;
  const files = machine({
    '/proc/7/cgroup': `12:cpu,cpuacct:/docker/${id}\n4:memory:/docker/${id}\n0::/\n`,
    [`${group}/memory.usage_in_bytes`]: '10\n',
    [`${group}/memory.max_usage_in_bytes`]: '20\n',
    [`${group}/memory.stat`]: 'inactive_file 1\ntotal_inactive_file 4\n',
  });
  expect(observeProcess(openProc(files), 7, id)).toEqual({ memoryBytes: 6, memoryPeakBytes: 20 });
});

test('the user is told as the container counts, where the engine remaps users', () => {
  const files = machine({
    '/proc/7/cgroup': `0::/docker/${id}\n`,
    '/proc/7/status': status.replace('4002', '0002'),
    '/proc/7/uid_map': '         0     100000      65536\n',
  });
  expect(observeProcess(openProc(files), 7, id)).toEqual({ uid: 1000, catchesSigterm: false });
});

test('a process of another container, of none, or of no control group is not believed', () => {
  const other = id.replaceAll('5', '6');
  expect(openProc(machine({ '/proc/7/cgroup': `0::/docker/${other}\n` })).belongsTo(7, id)).toBe(false);
  expect(openProc(machine({ '/proc/7/cgroup': '0::/user.slice\n' })).belongsTo(7, id)).toBe(false);
  expect(openProc(machine({})).belongsTo(7, id)).toBe(false);
  expect(openProc(machine({ '/proc/0/cgroup': `0::/docker/${id}\n` })).belongsTo(0, id)).toBe(false);
  expect(openProc(machine({ '/proc/7/cgroup': '0::/docker/\n' })).belongsTo(7, '')).toBe(false);
});

test("a rootless engine without control groups is known by docker's files in the process's mounts", () => {
  const mount = `812 800 254:0 /home/u/.local/share/docker/containers/${id}/hostname /etc/hostname rw - ext4 /dev/vda rw\n`;
  const files = machine({ '/proc/7/cgroup': '0::/user.slice/user-1000.slice\n', '/proc/7/mountinfo': mount });
  expect(openProc(files).belongsTo(7, id)).toBe(true);
});

test('of any process of the container its processor time, its number inside and its handler for SIGABRT are told', () => {
  const files = machine({
    '/proc/9/cgroup': `0::/docker/${id}\n`,
    '/proc/9/status': 'Name:\tpython\nNSpid:\t9\t3\nSigCgt:\t0000000180004022\n',
    '/proc/9/stat': '9 (a (strange) name) S 7 9 9 0 -1 4194560 100 0 0 0 150 25 0 0 20 0 1 0 1 1 1\n',
  });
  expect(observeAny(openProc(files), 9, id)).toEqual({ cpuMs: 1_750, insidePid: 3, catchesSigabrt: true });
  expect(observeAny(openProc(files), 9, id.replaceAll('5', '6'))).toBeUndefined();
});

test('a process without the fault handler has no handler for SIGABRT', () => {
  const files = machine({ '/proc/9/cgroup': `0::/docker/${id}\n`, '/proc/9/status': status });
  expect(observeAny(openProc(files), 9, id)).toEqual({ catchesSigabrt: false });
});
