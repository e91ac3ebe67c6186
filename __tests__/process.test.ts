import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { childEnvironment, run } from '../src/process.ts';
import type { ProcessOptions } from '../src/process.ts';

const options: ProcessOptions = { deadlineMs: 10_000, environment: process.env };
const shell = (script: string): readonly string[] => ['sh', '-c', script];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sea-trial-process-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isAlive = (pid: number): boolean => {
  try {
    // A zombie answers to signal 0 as well.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

test('both streams and the exit code are the answer', async () => {
  expect(await run(shell('echo out; echo err >&2; exit 3'), options)).toEqual({
    argv: shell('echo out; echo err >&2; exit 3'),
    exitCode: 3,
    stdout: 'out\n',
    stderr: 'err\n',
    ms: expect.any(Number),
    timedOut: false,
  });
});

test('arguments reach the program as they are, without a shell', async () => {
  const { stdout } = await run(['printf', '%s|', '$HOME', '; echo no', '"a b"', ''], options);
  expect(stdout).toBe('$HOME|; echo no|"a b"||');
});

test('a program that is not there is 127, one that cannot be started 126, both with a reason', async () => {
  expect(await run(['no-such-program-here'], options)).toMatchObject({
    exitCode: 127,
    stderr: expect.stringContaining('no-such-program-here'),
  });
  expect(await run([folder], options)).toMatchObject({ exitCode: 126, stderr: expect.stringContaining('EACCES') });
});

test('an argument that no program can take is told, not thrown', async () => {
  expect(await run(['echo', 'a\0b'], options)).toMatchObject({
    exitCode: 126,
    stderr: expect.stringContaining('null bytes'),
  });
  expect(await run(['echo', 'x'.repeat(200_000)], options)).toMatchObject({
    exitCode: 126,
    stderr: expect.stringContaining('E2BIG'),
  });
});

test('a signal that ends a program is 128 and its number', async () => {
  expect(await run(shell('kill -TERM $$'), options)).toMatchObject({ exitCode: 143, timedOut: false });
});

test('lines come whole and decoded as they are written, the last one without its line break too', async () => {
  const lines: string[] = [];
  const { stdout } = await run(shell(String.raw`printf 'a\303'; sleep 0.05; printf '\251b\n\nlast'`), {
    ...options,
    onStdoutLine: (line) => lines.push(line),
  });
  expect(lines).toEqual(['aéb', '', 'last']);
  expect(stdout).toBe('');
});

test('bytes come as they are', async () => {
  const chunks: Buffer[] = [];
  await run(shell(String.raw`printf '\377\000\n'`), { ...options, onStdoutChunk: (chunk) => chunks.push(chunk) });
  expect(Buffer.concat(chunks).toString('hex')).toBe('ff000a');
});

test('input is given, and a program that does not read it does no harm', async () => {
  expect(await run(['cat'], { ...options, input: 'given' })).toMatchObject({ exitCode: 0, stdout: 'given' });
  expect(await run(['true'], { ...options, input: 'x'.repeat(1_000_000) })).toMatchObject({ exitCode: 0 });
});

test('the deadline ends the program and its children', async () => {
  const file = path.join(folder, 'child');
  const began = performance.now();
  const result = await run(shell(`sleep 60 & echo $! > ${file}; wait`), { ...options, deadlineMs: 300 });
  expect(result).toMatchObject({ exitCode: 137, timedOut: true });
  expect(performance.now() - began).toBeLessThan(2000);
  await expect.poll(() => isAlive(Number(readFileSync(file, 'utf8')))).toBe(false);
});

test('a grandchild that left the group and holds the streams open does not hold the answer back', async () => {
  const began = performance.now();
  const file = path.join(folder, 'left');
  const script = `setsid sh -c 'echo $$ > ${file}; exec sleep 20' & wait`;
  expect(await run(shell(script), { ...options, deadlineMs: 500 })).toMatchObject({ exitCode: 137, timedOut: true });
  expect(performance.now() - began).toBeLessThan(5000);
  process.kill(Number(readFileSync(file, 'utf8')));
});

test('an aborted signal ends the program, before or while it runs', async () => {
  const began = performance.now();
  const during = await run(['sleep', '60'], { ...options, signal: AbortSignal.timeout(200) });
  expect(during).toMatchObject({ exitCode: 137, timedOut: false });
  const before = await run(['sleep', '60'], { ...options, signal: AbortSignal.abort() });
  expect(before).toMatchObject({ exitCode: 137, timedOut: false });
  expect(performance.now() - began).toBeLessThan(5000);
});

test('no program outlives the one that started it', async () => {
  const source = [
    `import { run } from ${JSON.stringify(new URL('../src/process.ts', import.meta.url).href)};`,
    `run(['sleep', '61'], { deadlineMs: 60000, environment: process.env });`,
    `run(['sh', '-c', 'echo $$; exec sleep 61'], { deadlineMs: 60000, environment: process.env,`,
    `  onStdoutLine: (line) => { console.log(line); process.exit(0); } });`,
  ].join('\n');
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', source], { encoding: 'utf8' });
  const pid = Number(stdout);
  expect(pid).toBeGreaterThan(0);
  await expect.poll(() => isAlive(pid)).toBe(false);
});

test('a child inherits everything but what the runner hands to the action alone', async () => {
  const environment = childEnvironment({
    PATH: process.env['PATH'],
    HOME: '/home/u',
    AWS_PROFILE: 'kept',
    GITHUB_TOKENS: 'kept',
    ABSENT: undefined,
    GITHUB_TOKEN: 'no',
    'INPUT_GITHUB-TOKEN': 'no',
    STATE_container: 'no',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'no',
    ACTIONS_RUNTIME_TOKEN: 'no',
  });
  expect(Object.keys(environment)).toEqual(['PATH', 'HOME', 'AWS_PROFILE', 'GITHUB_TOKENS']);
  const { stdout } = await run(['cat', '/proc/self/environ'], { ...options, environment });
  expect(stdout).not.toContain('no\0');
  expect(stdout).toContain('AWS_PROFILE=kept');
});
