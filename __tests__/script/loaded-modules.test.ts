import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/process.ts';

test('lint of one file starts without the parts of Node that are slow to load', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sea-trial-loaded-'));
  try {
    writeFileSync(path.join(folder, 'Dockerfile'), 'FROM debian:12-slim\nRUN ls\nEXPOSE 8000\n');
    const tell = `process.on('exit', () => console.error(process.moduleLoadList.filter((each) => /^NativeModule (?:net|stream|child_process|crypto|zlib|fs\\/promises|worker_threads)$/.test(each)).join()))`;
    const cli = path.resolve(import.meta.dirname, '../../dist/cli.js');
    const argv = [`--import=data:text/javascript,${encodeURIComponent(tell)}`, cli, 'lint', '--shellcheck', 'never'];
    const { exitCode, stderr } = await run([process.execPath, ...argv, 'Dockerfile'], {
      deadlineMs: 20_000,
      cwd: folder,
      environment: { PATH: process.env['PATH'], NODE_DISABLE_COMPILE_CACHE: '1' },
    });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '\n' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
