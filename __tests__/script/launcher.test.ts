import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it, test } from 'vitest';
import { asScript } from '../../script/rewrites.ts';
import { run } from '../../src/process.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sea-trial-launcher-'));
afterAll(() => rmSync(folder, { recursive: true }));
const caches = path.join(folder, 'caches');
const kept = path.join(caches, 'sea-trial');
beforeEach(() => rmSync(caches, { recursive: true, force: true }));

writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
copyFileSync(path.resolve(import.meta.dirname, '../../script/launcher.js'), path.join(folder, 'cli.js'));
writeFileSync(path.join(folder, 'words.js'), 'export const greeting = "started";');
writeCommand('');

/** Says from where it runs, and that it has linted a Dockerfile where it is named one; with more text it is another version. */
function writeCommand(more: string): void {
  const command =
    'const{greeting}=await import("./words.js");console.log(greeting,import.meta.url.split("/").at(-1));if(process.argv.includes("Dockerfile"))globalThis.seaTrialHasLinted=true;';
  writeFileSync(path.join(folder, 'command.js'), asScript(`${command}${more}`));
}

const started = { exitCode: 0, stderr: '', stdout: 'started cli.js\n' };

async function start(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  return run([process.execPath, path.join(folder, 'cli.js'), ...words], {
    deadlineMs: 20_000,
    environment: { PATH: process.env['PATH'], XDG_CACHE_HOME: caches, ...environment },
  });
}

function keptFiles(): readonly string[] {
  try {
    return readdirSync(kept);
  } catch {
    return [];
  }
}

test.each([
  [
    '18.19.1',
    2,
    'Sea Trial needs Node.js 22 or newer, and this is v18.19.1. Install a newer one: https://nodejs.org/\n',
  ],
  ['21.9.9', 2, 'Sea Trial needs Node.js 22 or newer, and this is v21.9.9. Install a newer one: https://nodejs.org/\n'],
  ['22.0.0', 0, ''],
])('under Node %s the launcher ends with %i', async (version, exitCode, stderr) => {
  // 22.0 has no process.getBuiltinModule.
  const disguise = `for (const [name, value] of [['version', 'v${version}'], ['versions', { ...process.versions, node: '${version}' }], ['getBuiltinModule', undefined]]) Object.defineProperty(process, name, { value });`;
  const ended = await start([], { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(disguise)}` });
  expect(ended).toMatchObject({ exitCode, stderr, stdout: exitCode === 0 ? started.stdout : '' });
});

describe('compiled code', () => {
  it('is kept by the first lint, for its owner alone, and left as it is by the next', async () => {
    expect(await start(['Dockerfile'])).toMatchObject(started);
    const [name = '', ...more] = keptFiles();
    expect(name).toMatch(/^lint-[\da-f]{64}-[\w.-]+$/);
    expect(more).toEqual([]);
    const file = path.join(kept, name);
    expect([statSync(kept).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600]);
    const before = statSync(file);
    expect(await start(['Dockerfile'])).toMatchObject(started);
    expect(statSync(file)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
  });

  it('is not kept of what has linted nothing', async () => {
    for (const words of [[], ['--version'], ['lint', '--help']]) expect(await start(words)).toMatchObject(started);
    expect(keptFiles()).toEqual([]);
  });

  it('is not kept where Node is told to keep none, or where there is no folder to keep it in', async () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    for (const environment of [
      { NODE_DISABLE_COMPILE_CACHE: '1' },
      { XDG_CACHE_HOME: file },
      { XDG_CACHE_HOME: '', HOME: path.join(file, 'home') },
      { XDG_CACHE_HOME: '/proc' }, // where Node's own mkdir with `recursive` never comes back
    ])
      expect(await start(['Dockerfile'], environment)).toMatchObject(started);
    expect(keptFiles()).toEqual([]);
  });

  it('is not kept in a folder that others may write', async () => {
    mkdirSync(kept, { recursive: true });
    chmodSync(caches, 0o775); // as a umask of 002 makes it
    chmodSync(kept, 0o777);
    expect(await start(['Dockerfile'])).toMatchObject(started);
    expect(keptFiles()).toEqual([]);
    chmodSync(kept, 0o700);
    expect(await start(['Dockerfile'])).toMatchObject(started);
    expect(keptFiles()).toHaveLength(1);
  });

  it('stands in ~/.cache where nothing else is said', async () => {
    const home = path.join(folder, 'home');
    await start(['Dockerfile'], { XDG_CACHE_HOME: '', HOME: home });
    expect(() => statSync(home)).toThrow('no such file'); // nobody's home is made
    mkdirSync(home);
    await start(['Dockerfile'], { XDG_CACHE_HOME: 'relative', HOME: home });
    await start(['Dockerfile'], { XDG_CACHE_HOME: '', HOME: home });
    const place = process.platform === 'darwin' ? 'Library/Caches' : '.cache';
    expect(readdirSync(path.join(home, place, 'sea-trial'))).toHaveLength(1);
  });

  it('of another version is not taken', async () => {
    await start(['Dockerfile']);
    writeCommand('console.log("and more")');
    try {
      expect(await start(['Dockerfile'])).toMatchObject({ ...started, stdout: `${started.stdout}and more\n` });
      expect(keptFiles()).toHaveLength(2);
    } finally {
      writeCommand('');
    }
  });

  it.each([
    ['cut off', (code: Buffer) => code.subarray(0, code.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['of zeros', (code: Buffer) => Buffer.alloc(code.length)],
    ['of another V8', (code: Buffer) => Buffer.concat([code.subarray(0, 4), Buffer.from('abcd'), code.subarray(8)])],
  ])('that is %s is not run, and made anew', async (_, broken) => {
    await start(['Dockerfile']);
    const [name = ''] = keptFiles();
    const file = path.join(kept, name);
    const whole = readFileSync(file);
    writeFileSync(file, broken(whole));
    expect(await start(['Dockerfile'])).toMatchObject(started);
    expect(readFileSync(file).length).toBe(whole.length);
    expect(keptFiles()).toEqual([name]);
  });

  it('that others could have written is not run', async () => {
    await start(['Dockerfile']);
    const [name = ''] = keptFiles();
    const file = path.join(kept, name);
    for (const plant of [
      () => chmodSync(file, 0o666),
      () => {
        renameSync(file, path.join(folder, 'elsewhere'));
        symlinkSync(path.join(folder, 'elsewhere'), file);
      },
    ]) {
      plant();
      const before = statSync(file).ino;
      expect(await start(['Dockerfile'])).toMatchObject(started);
      expect([statSync(file).mode & 0o777, statSync(file).ino === before]).toEqual([0o600, false]);
    }
  });

  it('that was left a month ago is removed, and nothing else of that folder', async () => {
    mkdirSync(path.join(kept, 'tools'), { recursive: true });
    for (const [name, days] of Object.entries({ 'lint-old': 31, 'lint-young': 29, tools: 40 })) {
      const file = path.join(kept, name);
      if (name !== 'tools') writeFileSync(file, '');
      const at = Date.now() / 1000 - days * 24 * 3600;
      utimesSync(file, at, at);
    }
    await start(['Dockerfile']);
    expect(keptFiles()).toEqual([expect.stringMatching(/^lint-[\da-f]{64}-/), 'lint-young', 'tools']);
  });
});
