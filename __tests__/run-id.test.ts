import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemFiles } from '../src/ports.ts';
import { isOver, runIdOf } from '../src/run-id.ts';

/** The files of a machine on which these processes run: number to when it started. */
function machine(
  processes: Readonly<Record<string, number>>,
  { self = '40', boot = '6f1c', hostname = 'builder' } = {},
): { readTextIfPresent(file: string): string | undefined } {
  const stat = (pid: string): string | undefined => {
    const start = processes[pid];
    return start === undefined ? undefined : `${pid} (a (b) c) S ${'0 '.repeat(18)}${start} 0 0\n`;
  };
  return {
    readTextIfPresent(file) {
      const pid = /^\/proc\/(\w+)\/stat$/.exec(file)?.[1];
      if (pid !== undefined) return stat(pid === 'self' ? self : pid);
      if (file === '/proc/sys/kernel/random/boot_id') return `${boot}\n`;
      return file === '/proc/sys/kernel/hostname' ? `${hostname}\n` : undefined;
    },
  };
}

const nothing = { readTextIfPresent: () => undefined };

const own = machine({ 1: 5, 40: 7_000 });
const id = runIdOf(own);

describe('the id of a run', () => {
  it('names the process, when it started, and the machine', () => {
    expect(id).toMatch(/^14-5eg-[0-9a-f]{12}$/);
  });

  it('is not over while its process is there, also where something stands behind it', () => {
    expect([isOver(id, own), isOver(`${id}-fixed`, own)]).toEqual([false, false]);
  });

  it('is over when its process is gone, or when the number belongs to another one', () => {
    expect(isOver(id, machine({ 1: 5, 41: 9_000 }, { self: '41' }))).toBe(true);
    expect(isOver(`${id}-1`, machine({ 1: 5, 40: 9_000 }))).toBe(true);
  });

  it.each([
    ['another boot', machine({ 1: 5 }, { boot: '77aa' })],
    ['another machine', machine({ 1: 5 }, { hostname: 'elsewhere' })],
    ['a container that counts its own processes', machine({ 1: 6_500 })],
    ['a system that does not show the processes of others', machine({ 40: 9_000 })],
    ['a system without /proc', nothing],
  ])('tells nothing to %s', (_, files) => {
    expect(isOver(id, files)).toBe(false);
  });

  it.each(['5b1e9a77', 'test-5b1e9a77', '', 'alone', `x${id}x`])('tells nothing of %j', (marked) => {
    expect(isOver(marked, machine({ 1: 5 }))).toBe(false);
  });

  it('is a random one where /proc cannot be read', () => {
    const ids = [runIdOf(nothing), runIdOf(nothing)];
    expect(ids).toEqual([expect.stringMatching(/^[0-9a-f]{8}$/), expect.stringMatching(/^[0-9a-f]{8}$/)]);
    expect(ids[0]).not.toBe(ids[1]);
  });

  it('of a real process is over as soon as that has ended', () => {
    const source = path.resolve(import.meta.dirname, '../src');
    const text = `import { runIdOf } from '${source}/run-id.ts'; import { systemFiles } from '${source}/ports.ts';
      process.stdout.write(runIdOf(systemFiles));`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', text], { encoding: 'utf8' });
    expect(stdout).toMatch(/^[0-9a-z]+-[0-9a-z]+-[0-9a-f]{12}$/);
    expect(isOver(stdout, systemFiles)).toBe(true);
    expect(isOver(runIdOf(systemFiles), systemFiles)).toBe(false);
  });
});
