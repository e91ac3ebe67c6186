import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../../src/process.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sea-trial-kept-code-'));
afterAll(() => rmSync(folder, { recursive: true }));
const caches = path.join(folder, 'caches');
mkdirSync(caches);

async function lint(...files: readonly string[]) {
  return run([process.execPath, path.resolve(import.meta.dirname, '../../dist/cli.js'), 'lint', ...files], {
    deadlineMs: 60_000,
    cwd: folder,
    environment: { PATH: process.env['PATH'], XDG_CACHE_HOME: caches },
  });
}

function write(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

test('the code of dist/ is kept by the first lint that reads a RUN here, and the next says the same', async () => {
  write('plain/Dockerfile', 'FROM debian:12-slim\nCOPY a /a\n');
  write('shell/Dockerfile', 'FROM debian:12-slim\nRUN apt-get update && apt-get install -y git\n');
  for (let index = 0; index < 300; index += 1)
    write(`many/${index}/Dockerfile`, `FROM debian:12-slim\nRUN a${index}\n`);
  for (const files of [['plain'], ['absent'], ['--help'], ['many']]) await lint(...files);
  expect(readdirSync(caches)).toEqual([]); // three call little, and of many files each thread has its own
  const first = await lint('shell');
  expect(first).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('apt-lists-left') });
  expect(readdirSync(path.join(caches, 'sea-trial'))).toHaveLength(1);
  const { stdout, stderr, exitCode } = await lint('shell');
  expect({ stdout, stderr, exitCode }).toEqual({ stdout: first.stdout, stderr: first.stderr, exitCode: 0 });
});
