import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run, type ProcessResult } from '../../../src/process.ts';

const root = path.resolve(import.meta.dirname, '../../..');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sea-trial-programs-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function seaTrial(words: readonly string[], environment: Record<string, string> = {}): Promise<ProcessResult> {
  return run([process.execPath, path.join(root, 'src/cli.ts'), ...words], {
    deadlineMs: 30_000,
    environment: { PATH: process.env['PATH'], LANG: 'C.UTF-8', ...environment },
    cwd: folder,
  });
}

function write(name: string, content: string): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

/** A PATH with a shellcheck that finds SC2086 in the first letter of each script. */
function withShellCheck(): Record<string, string> {
  const program = write(
    'bin/shellcheck',
    [
      '#!/bin/sh',
      `echo x >>"${folder}/started"`,
      'while [ "$1" != -- ]; do shift; done; shift',
      'printf \'{"comments":[\'; comma=',
      'for name; do',
      `  printf '%s{"file":"%s","line":2,"endLine":2,"column":1,"endColumn":5,"level":"info","code":2086,"message":"Quote."}' "$comma" "$name"`,
      '  comma=,',
      'done',
      "echo ']}'; exit 1",
    ].join('\n'),
  );
  chmodSync(program, 0o755);
  return { PATH: `${path.join(folder, 'bin')}:/usr/bin:/bin` };
}

const shellForm =
  'FROM python:3.12-slim\nWORKDIR /app\nRUN true\nUSER 1000\nEXPOSE 8000\nCMD python -m http.server 8000\n';

describe('sea-trial lint beside other programs', () => {
  it('starts shellcheck once for each Dockerfile, and not where it is told never to', async () => {
    for (const name of ['a/Dockerfile', 'b/Dockerfile', 'c/Dockerfile']) write(name, shellForm);
    const found = await seaTrial(['lint', '--format', 'gnu', '*/Dockerfile'], withShellCheck());
    expect(found.stdout.match(/^sea-trial:[abc]\/Dockerfile:3: shellcheck\/SC2086 info: /gm)).toHaveLength(3);
    expect(readFileSync(path.join(folder, 'started'), 'utf8')).toBe('x\nx\nx\n');
    rmSync(path.join(folder, 'started'));
    const never = await seaTrial(['lint', '--shellcheck', 'never', '--format', 'gnu', '.'], withShellCheck());
    expect(never.stdout).not.toContain('SC2086');
    expect(existsSync(path.join(folder, 'started'))).toBe(false);
  });

  it('says once that there is no shellcheck, and ends as without it', async () => {
    for (const name of ['a/Dockerfile', 'b/Dockerfile']) write(name, shellForm);
    write('bin/empty', '');
    const { exitCode, stderr } = await seaTrial(['lint', 'a/Dockerfile', 'b/Dockerfile'], {
      PATH: path.join(folder, 'bin'),
    });
    expect(exitCode).toBe(0);
    expect(stderr.split('\n')).toEqual([expect.stringMatching(/^shellcheck is not on PATH, /), '']);
  });

  it('ignores what --ignore names of it', async () => {
    write('Dockerfile', shellForm);
    const { stdout } = await seaTrial(
      ['lint', '--format', 'json', '--ignore', 'SC2086', 'Dockerfile'],
      withShellCheck(),
    );
    expect(JSON.parse(stdout)).toMatchObject({
      files: [{ ignored: [{ check: 'shellcheck/SC2086', reason: 'by --ignore' }] }],
    });
  });

  it('says why the engine cannot be asked with --buildkit, and ends 2', async () => {
    write('Dockerfile', shellForm);
    write('bin/empty', '');
    const { exitCode, stderr } = await seaTrial(['lint', '--buildkit', '--shellcheck', 'never', 'Dockerfile'], {
      PATH: path.join(folder, 'bin'),
      HOME: folder,
      DOCKER_CONFIG: folder,
      DOCKER_HOST: 'unix:///absent.sock',
    });
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringMatching(/^sea-trial: --buildkit: /) });
  });
});

describe('sea-trial lint --diff', () => {
  it('prints what --fix would change, writes nothing, and ends as the file stands', async () => {
    const file = write('api/Dockerfile', shellForm);
    write('web/Dockerfile', 'FROM python:3.12-slim\nWORKDIR /app\nUSER 1000\nCMD ["true"]\n');
    const { exitCode, stdout, stderr } = await seaTrial([
      'lint',
      '--diff',
      '--shellcheck',
      'never',
      '--fail-on',
      'warning',
      '.',
    ]);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 1 });
    expect(stdout).toBe(
      [
        '--- a/api/Dockerfile',
        '+++ b/api/Dockerfile',
        '@@ -3,4 +3,4 @@',
        ' RUN true',
        ' USER 1000',
        ' EXPOSE 8000',
        '-CMD python -m http.server 8000',
        '+CMD ["python", "-m", "http.server", "8000"]',
        '',
      ].join('\n'),
    );
    expect(readFileSync(file, 'utf8')).toBe(shellForm);
  });

  it('shows with --fix-unsafe what that would change, new files too', async () => {
    write('Dockerfile', 'FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\nCMD ["python", "app.py"]\n');
    write('app.py', '');
    write('.env', 'A=1\n');
    const { stdout } = await seaTrial(['lint', '--diff', '--fix-unsafe', 'Dockerfile']);
    expect(stdout).toContain('--- /dev/null\n+++ b/.dockerignore\n');
    expect(stdout).toContain('+USER');
    expect(existsSync(path.join(folder, '.dockerignore'))).toBe(false);
  });
});

describe('sea-trial lint of many', () => {
  it('tells of each that it cannot read, and of the others what is wrong', async () => {
    write('a/Dockerfile', shellForm);
    write('b/Dockerfile', '\0');
    mkdirSync(path.join(folder, 'empty'));
    const { exitCode, stdout } = await seaTrial(['lint', '--format', 'gnu', 'none*', 'b/Dockerfile', 'empty', 'a']);
    expect(exitCode).toBe(2);
    expect(stdout.split('\n').map((line) => line.slice(0, 60))).toEqual([
      'sea-trial:none*:1: unreadable-file error: none* matches no f',
      'sea-trial:b/Dockerfile:1: unreadable-file error: b/Dockerfil',
      'sea-trial:empty:1: unreadable-file error: empty holds no Doc',
      'sea-trial:a/Dockerfile:6: shell-form-start warning: CMD is i',
      '',
    ]);
  });

  it.each([
    [
      'checkstyle',
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<checkstyle version="4.3">\n {2}<file name="Dockerfile">\n/,
    ],
    ['codeclimate', /^\[\n {2}\{\n {4}"type": "issue",\n {4}"check_name": "shell-form-start",\n/],
    ['gnu', /^sea-trial:Dockerfile:6: shell-form-start warning: /],
  ])('prints the form %s', async (form, beginning) => {
    write('Dockerfile', shellForm);
    const { exitCode, stdout } = await seaTrial(['lint', '--format', form, 'Dockerfile']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringMatching(beginning) });
  });
});
