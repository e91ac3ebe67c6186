import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run } from '../../src/process.ts';
import { lintSchema } from '../../src/render/lint-schema.ts';

const root = path.resolve(import.meta.dirname, '../..');
const good = 'FROM python:3.12-slim\nCOPY --link app.py /app/\nUSER 1000\n';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sea-trial-odd-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Told {
  readonly exitCode: number | null;
  readonly stderr: string;
  /** The sentence why a file was not read, else the grammar's faults. */
  readonly said: readonly string[];
}

/** The command itself over one file called Dockerfile. */
async function linted(cwd = folder): Promise<Told> {
  const { exitCode, stdout, stderr } = await run(
    [process.execPath, path.join(root, 'src/cli.ts'), 'lint', '--format', 'json', 'Dockerfile'],
    { deadlineMs: 30_000, environment: { PATH: process.env['PATH'], LANG: 'C.UTF-8' }, cwd },
  );
  const { files } = v.parse(lintSchema, JSON.parse(stdout));
  const said = files.flatMap((file) =>
    'error' in file
      ? [file.error]
      : file.findings.filter(({ check }) => check === 'dockerfile-parse-error').map(({ title }) => title),
  );
  return { exitCode, stderr, said };
}

function write(content: string | Buffer): void {
  writeFileSync(path.join(folder, 'Dockerfile'), content);
}

it.each([
  ['line ends of Windows', good.replaceAll('\n', '\r\n')],
  ['a byte order mark', `\uFEFF${good}`],
  ['a backtick as escape', `# escape=\`\n${good.replace(' app.py', ' `\n  app.py')}`],
])('is read as any other with %s', async (_, text) => {
  write(text);
  expect(await linted()).toEqual({ exitCode: 0, stderr: '', said: [] });
});

it.each([
  ['UTF-16', Buffer.from(`\uFEFF${good}`, 'utf16le'), 'is UTF-16, which BuildKit does not read; save it as UTF-8'],
  ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 0, 0]), 'is not text: it begins with the bytes 7f 45 4c 46'],
  ['a byte of zero', Buffer.from('FROM python:3.12\nRUN a\0b\n'), 'is not text: it has a byte of zero in line 2'],
  ['more than 2 MB', `${good}${'# x\n'.repeat(500_000)}`, 'is larger than 2 MB (2000057 bytes)'],
  ['10 MB', Buffer.alloc(10_000_000, 'x'), 'is larger than 2 MB (10000000 bytes)'],
])('is not read, and a sentence says why: %s', async (_, content, sentence) => {
  write(content);
  expect(await linted()).toEqual({ exitCode: 2, stderr: '', said: [sentence] });
});

it('an empty file is a fault of the grammar', async () => {
  write('');
  expect(await linted()).toEqual({
    exitCode: 1,
    stderr: '',
    said: ['BuildKit refuses this line: file with no instructions'],
  });
});

it('a file that may not be read says so', async () => {
  write(good);
  chmodSync(folder, 0o755);
  chmodSync(path.join(folder, 'Dockerfile'), 0);
  const program = path.join(import.meta.dirname, 'programs/load-as-nobody.ts');
  const { stdout } = await run([process.execPath, program, path.join(folder, 'Dockerfile')], {
    deadlineMs: 30_000,
    environment: { PATH: process.env['PATH'] },
  });
  expect(stdout).toBe('cannot be read: permission denied\n');
});

it('a link within the repository is followed, one that leads out of it is not', async () => {
  const repository = path.join(folder, 'repository');
  mkdirSync(path.join(repository, '.git'), { recursive: true });
  mkdirSync(path.join(repository, 'api'));
  write(good);
  writeFileSync(path.join(repository, 'base'), good);
  const link = path.join(repository, 'api', 'Dockerfile');
  symlinkSync('../base', link);
  expect(await linted(path.dirname(link))).toEqual({ exitCode: 0, stderr: '', said: [] });
  rmSync(link);
  symlinkSync('../../Dockerfile', link);
  expect(await linted(path.dirname(link))).toEqual({
    exitCode: 2,
    stderr: '',
    said: ['is a symbolic link that leads out of the repository, so it is not read'],
  });
});

it('a link to nothing does not exist', async () => {
  symlinkSync('nowhere', path.join(folder, 'Dockerfile'));
  expect(await linted()).toEqual({ exitCode: 2, stderr: '', said: ['does not exist'] });
});

it('shell text that is nested deeper than 200 is not read, and that is said', async () => {
  write(`FROM python:3.12-slim\nUSER 1000\nRUN echo ${'$(echo '.repeat(201)}x${')'.repeat(201)}\n`);
  expect(await linted()).toEqual({
    exitCode: 0,
    stderr:
      'sea-trial: Dockerfile:3: the shell text of this RUN is not read, because it is beyond the limits (nested deeper than 200); the rules say nothing of it. Move it into a script.\n',
    said: [],
  });
});

it('a folder called Dockerfile has no Dockerfile in it', async () => {
  mkdirSync(path.join(folder, 'Dockerfile'));
  const told = await run([process.execPath, path.join(root, 'src/cli.ts'), 'lint', 'Dockerfile'], {
    deadlineMs: 30_000,
    environment: { PATH: process.env['PATH'], LANG: 'C.UTF-8' },
    cwd: folder,
  });
  expect({ exitCode: told.exitCode, said: told.stdout + told.stderr }).toEqual({
    exitCode: 2,
    said: 'error: Dockerfile holds no Dockerfile; name the file, whatever it is called\n\nnothing to change in 0 files; 1 file not read\n',
  });
});
