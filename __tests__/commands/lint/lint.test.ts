import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run, type ProcessResult } from '../../../src/process.ts';
import { lintSchema } from '../../../src/render/lint-schema.ts';

const root = path.resolve(import.meta.dirname, '../../..');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sea-trial-lint-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The command itself, as a program of its own. */
async function seaTrial(words: readonly string[], input?: string): Promise<ProcessResult> {
  return run([process.execPath, path.join(root, 'src/cli.ts'), ...words], {
    deadlineMs: 30_000,
    environment: { PATH: process.env['PATH'], LANG: 'C.UTF-8' },
    cwd: folder,
    ...(input === undefined ? {} : { input }),
  });
}

function write(name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

const shellForm =
  'FROM python:3.12-slim\nWORKDIR /app\nCOPY app.py .\nUSER 1000\nEXPOSE 8000\nCMD uvicorn app:app --host 0.0.0.0\n';

describe('sea-trial lint', () => {
  it('reads a Dockerfile in a folder of its own against the working directory where all that it copies lies there', async () => {
    write('deploy/Dockerfile', shellForm);
    write('app.py', 'app = object()\n');
    const here = await seaTrial(['lint', 'deploy/Dockerfile']);
    expect(here.stderr).toBe(
      'deploy/Dockerfile: what it copies lies in the working directory, so that one is taken for the context of the build; --context names another.\n',
    );
    expect((await seaTrial(['lint', '--context', 'deploy', 'deploy/Dockerfile'])).stderr).toBe('');
    write('deploy/app.py', 'app = object()\n');
    expect((await seaTrial(['lint', 'deploy/Dockerfile'])).stderr).toBe('');
  });

  it('shows each finding at its place, and ends 0 where none is an error', async () => {
    write('Dockerfile', shellForm);
    write('app.py', 'app = object()\n');
    const { exitCode, stdout, stderr } = await seaTrial(['lint', 'Dockerfile']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('Dockerfile:6:');
    expect(stdout).toContain('shell-form-start, suspected');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('1 warning in 1 file');
  });

  it('prints JSON of the published shape, every named file in it, and ends 2 where one cannot be read', async () => {
    write('Dockerfile', shellForm);
    write('binary/Dockerfile', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0]));
    mkdirSync(path.join(folder, 'folder/Dockerfile'), { recursive: true });
    const { exitCode, stdout } = await seaTrial([
      'lint',
      '--format',
      'json',
      'Dockerfile',
      'binary/Dockerfile',
      'absent',
    ]);
    const { files } = v.parse(lintSchema, JSON.parse(stdout));
    expect(exitCode).toBe(2);
    expect(
      files.map((file) => [file.path, 'error' in file ? file.error : file.findings.map(({ check }) => check)]),
    ).toEqual([
      ['Dockerfile', ['shell-form-start']],
      ['binary/Dockerfile', 'is not text: it begins with the bytes 7f 45 4c 46'],
      ['absent', 'does not exist'],
    ]);
  });

  it('reads standard input, and searches a folder', async () => {
    const typed = await seaTrial(['lint', '-', '--format', 'json'], 'FROM python\n');
    expect(JSON.parse(typed.stdout)).toMatchObject({ files: [{ path: '-' }] });
    for (const name of [
      'a/Dockerfile',
      'b/api.Dockerfile',
      '.hidden/Containerfile',
      'node_modules/x/Dockerfile',
      'c/Dockerfile.dockerignore',
    ])
      write(name, shellForm);
    const searched = await seaTrial(['lint', '.', '--format', 'json']);
    const { files } = v.parse(lintSchema, JSON.parse(searched.stdout));
    expect(files.map((file) => file.path)).toEqual(['.hidden/Containerfile', 'a/Dockerfile', 'b/api.Dockerfile']);
  });

  it('ends 1 where a finding is at --fail-on or above, and silences what --ignore names', async () => {
    write('Dockerfile', shellForm);
    write('app.py', 'app = object()\n');
    expect((await seaTrial(['lint', 'Dockerfile', '--fail-on', 'warning'])).exitCode).toBe(1);
    const ignored = await seaTrial([
      'lint',
      'Dockerfile',
      '--fail-on',
      'warning',
      '--ignore',
      'DL3025',
      '--format',
      'json',
    ]);
    expect(ignored.exitCode).toBe(0);
    expect(JSON.parse(ignored.stdout)).toMatchObject({
      files: [{ findings: [], ignored: [{ check: 'shell-form-start', reason: 'by --ignore' }] }],
    });
  });

  it('writes the result to a file with --output', async () => {
    write('Dockerfile', shellForm);
    const { stdout } = await seaTrial(['lint', 'Dockerfile', '--format', 'json', '--output', 'out/lint.json']);
    expect(stdout).toBe('');
    expect(JSON.parse(readFileSync(path.join(folder, 'out/lint.json'), 'utf8'))).toMatchObject({ version: 1 });
  });
});

describe('a word that means nothing here', () => {
  it.each([
    [
      ['explain', 'SC2086'],
      'sea-trial explain: there is no check "SC2086". ShellCheck explains it: https://www.shellcheck.net/wiki/SC2086',
    ],
    [
      ['explain', 'buildkit/CopyIgnoredFile'],
      'sea-trial explain: there is no check "buildkit/CopyIgnoredFile". BuildKit explains it: https://docs.docker.com/reference/build-checks/copy-ignored-file',
    ],
    [
      ['explain', 'rot-user'],
      'sea-trial explain: there is no check "rot-user". The nearest one is root-user; all of them: sea-trial checks.',
    ],
    [
      ['lnt'],
      'the context "lnt" is not a folder. Name the folder that holds the Dockerfile; in a workflow, run actions/checkout before. The command is called lint.',
    ],
  ])('%j', async (words, sentence) => {
    const { exitCode, stdout, stderr } = await seaTrial(words);
    expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 2, stdout: '', stderr: `sea-trial: ${sentence}\n` });
  });

  it('a key that an entry lacks is named', async () => {
    write('Dockerfile', shellForm);
    write('.sea-trial.yml', 'ignore:\n  - chek: root-user\n');
    const { exitCode, stderr } = await seaTrial(['lint', 'Dockerfile']);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: 'sea-trial: .sea-trial.yml:2:5: `ignore.0` lacks the key "check". Write it: check: …\n',
    });
  });
});

describe('where the result goes', () => {
  it('a place that takes none is told in a sentence, and nothing is left there', async () => {
    write('Dockerfile', shellForm);
    mkdirSync(path.join(folder, 'out'));
    const { exitCode, stdout, stderr } = await seaTrial(['lint', '--output', 'out', 'Dockerfile']);
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'sea-trial: out cannot be written: illegal operation on a directory (EISDIR). Make room, or name another place.\n',
    });
    expect(readdirSync(folder)).toEqual(['Dockerfile', 'out']);
  });

  it('so is a device that is full', async () => {
    write('Dockerfile', shellForm);
    const words = ['lint', 'Dockerfile'].map((word) => `'${word}'`).join(' ');
    const { exitCode, stderr } = await run(
      ['sh', '-c', `'${process.execPath}' '${path.join(root, 'src/cli.ts')}' ${words} > /dev/full`],
      { deadlineMs: 30_000, environment: { PATH: process.env['PATH'] }, cwd: folder },
    );
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr:
        'sea-trial: standard output cannot be written: no space left on device (ENOSPC). Make room, or name another place.\n',
    });
  });

  it.each([
    ['1', true],
    ['0', false],
    ['false', false],
    ['', false],
  ])('FORCE_COLOR=%s', async (FORCE_COLOR, isColoured) => {
    write('Dockerfile', shellForm);
    const { stdout } = await run([process.execPath, path.join(root, 'src/cli.ts'), 'lint', 'Dockerfile'], {
      deadlineMs: 30_000,
      environment: { PATH: process.env['PATH'], FORCE_COLOR },
      cwd: folder,
    });
    expect(stdout.includes('\u001B[')).toBe(isColoured);
  });
});

describe('sea-trial lint --fix', () => {
  it('applies the safe fixes, keeps the mode and the line endings, and reports what is left', async () => {
    const file = write('Dockerfile', shellForm.replaceAll('\n', '\r\n'));
    write('app.py', 'app = object()\n');
    chmodSync(file, 0o755);
    const { exitCode, stdout } = await seaTrial(['lint', '--fix', '--format', 'json', 'Dockerfile']);
    const { files } = v.parse(lintSchema, JSON.parse(stdout));
    expect(exitCode).toBe(0);
    expect(
      files.map((each) =>
        'error' in each ? each.error : [each.findings.length, each.fixed?.map(({ check }) => check)],
      ),
    ).toEqual([[0, ['shell-form-start']]]);
    expect(readFileSync(file, 'utf8')).toBe(
      'FROM python:3.12-slim\r\nWORKDIR /app\r\nCOPY app.py .\r\nUSER 1000\r\nEXPOSE 8000\r\nCMD ["uvicorn", "app:app", "--host", "0.0.0.0"]\r\n',
    );
    expect(statSync(file).mode & 0o777).toBe(0o755);
  });

  it('leaves what only an unsafe fix would change, until that is asked for', async () => {
    cpSync(path.join(root, 'examples/uvicorn'), folder, { recursive: true });
    await seaTrial(['lint', '--fix', 'Dockerfile']);
    const safe = readFileSync(path.join(folder, 'Dockerfile'), 'utf8');
    expect(safe).toContain('RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*\n');
    expect(safe).not.toContain('USER');
    const { stdout } = await seaTrial(['lint', '--fix-unsafe', 'Dockerfile']);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('nothing to change in 1 file; 2 fixed');
    const unsafe = readFileSync(path.join(folder, 'Dockerfile'), 'utf8');
    await seaTrial(['lint', '--fix-unsafe', 'Dockerfile']);
    expect(readFileSync(path.join(folder, 'Dockerfile'), 'utf8')).toBe(unsafe);
  });

  it('leaves a file alone whose bytes are no UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('# caf'), Buffer.from([0xe9]), Buffer.from(`\n${shellForm}`)]);
    const file = write('Dockerfile', bytes);
    await seaTrial(['lint', '--fix', 'Dockerfile']);
    expect(readFileSync(file)).toEqual(bytes);
  });

  it('changes the file that a link leads to, and the link stays one', async () => {
    const file = write('base', shellForm);
    write('app.py', 'app = object()\n');
    const link = path.join(folder, 'Dockerfile');
    symlinkSync('base', link);
    const { stdout } = await seaTrial(['lint', '--diff', 'Dockerfile']);
    expect(stdout).toContain('\n+CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]\n');
    await seaTrial(['lint', '--fix', 'Dockerfile']);
    expect(readFileSync(file, 'utf8')).toContain('\nCMD ["uvicorn", "app:app", "--host", "0.0.0.0"]\n');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  it.each([
    [['lint', '--diff', '-'], 'sea-trial: --diff: standard input is no file that could be changed. Name the file.\n'],
    [['lint', '--fix', '-'], 'sea-trial: --fix: standard input is no file that could be changed. Name the file.\n'],
    [
      ['trial', '--fix'],
      'sea-trial: --fix: sea-trial trial has no such flag: it belongs to lint. Write sea-trial lint --fix.\n',
    ],
  ])('is refused where there is nothing to change: %j', async (words, sentence) => {
    const { exitCode, stderr } = await seaTrial(words, shellForm);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: sentence });
  });
});
