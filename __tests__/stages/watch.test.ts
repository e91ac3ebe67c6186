import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDocker } from '../../src/docker/cli.ts';
import type { InspectedContainer } from '../../src/docker/docker.ts';
import { systemClock, systemFiles } from '../../src/ports.ts';
import { observeRunning } from '../../src/stages/running.ts';
import { Watch } from '../../src/stages/watch.ts';
import { observe } from '../support/observation.ts';

const home = mkdtempSync(path.join(tmpdir(), 'sea-trial-watch-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const heading = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';
const bound =
  '   0: 00000000:1F40 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0 100 0 0 10 0';

/** A `docker` that reads a distant container's sockets as the lines of `readings` say, one a call; `broken` fails. */
const client = `#!/bin/sh
case $1 in
  exec)
    now=$(sed -n 1p "$0.readings"); sed -i 1d "$0.readings"
    case $now in
      broken) exit 126 ;;
      bound) printf '%s\\n%s\\n' '${heading}' '${bound}' ;;
      *) echo '${heading}' ;;
    esac ;;
  container) echo 'Error: No such container' >&2; exit 1 ;;
  top) echo '1 0 nobody python server.py' ;;
  *) exec sleep 60 ;;
esac
`;

test('what a container listens on is read anew where the last reading is older than its answer, and the next one failed', async () => {
  const folder = path.join(home, 'bin');
  mkdirSync(folder);
  const program = path.join(folder, 'docker');
  writeFileSync(program, client);
  writeFileSync(`${program}.readings`, ['empty', 'empty', 'broken', 'bound', 'bound', 'bound', ''].join('\n'));
  chmodSync(program, 0o755);
  const ports = { clock: systemClock, files: systemFiles, workingDirectory: home };
  const docker = openDocker({ ...process.env, PATH: `${folder}:${process.env['PATH']}` }, ports);
  const { container: seen } = observe({ dockerfile: 'FROM scratch\n', saw: {} }).observation;
  if (seen?.state === undefined) throw new Error('the recorded example has a container');
  const container: InspectedContainer = {
    id: 'a'.repeat(64),
    name: 'ships',
    // Of no process of this machine.
    state: { ...seen.state, status: 'running', pid: 0 },
    published: [],
    addresses: [],
    user: '',
  };
  await using watch = new Watch({
    ...seen,
    docker,
    container,
    clock: systemClock,
    engine: { version: '28.5.2', local: false, host: 'engine', platform: 'linux/amd64' },
    progress: () => {},
    port: 8000,
    limitMs: 60_000,
  });
  await expect.poll(() => watch.snapshot({ ended: 'ready' }).sockets.length).toBe(1);
  expect(watch.listening).toEqual([]);
  expect(await observeRunning(container, watch, docker)).toMatchObject({ listening: ['0.0.0.0:8000'] });
});
