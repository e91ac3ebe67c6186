import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workflowFiles } from '../../../src/commands/affected/workflow-files.ts';
import { systemFiles } from '../../../src/ports.ts';
import { run } from '../../../src/process.ts';

const cli = path.resolve(import.meta.dirname, '../../../src/cli.ts');
let folder = '';
let top = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'sea-trial-affected-')));
  top = path.join(folder, 'repository');
  mkdirSync(top);
  git('init', '--quiet', '--initial-branch=main');
  write({
    'services/api/Dockerfile': 'FROM python:3.11-slim\nCOPY src /app\n',
    'services/api/src/app.py': '1',
    'services/web/Dockerfile': 'FROM python:3.11-slim\nCOPY . /app\n',
    'services/web/.dockerignore': '*.md\n',
    'README.md': '1',
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...words: readonly string[]): string {
  return execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...words], {
    cwd: top,
    encoding: 'utf8',
  }).trim();
}

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(top, name)), { recursive: true });
    writeFileSync(path.join(top, name), text);
  }
}

function commit(): string {
  git('add', '--all');
  git('commit', '--quiet', '--message', 'one');
  return git('rev-parse', 'HEAD');
}

/** No engine answers: nothing here may ask for one. */
async function affected(
  words: readonly string[],
  {
    cwd = top,
    environment = {},
  }: { readonly cwd?: string; readonly environment?: Readonly<Record<string, string>> } = {},
): Promise<{ readonly exitCode: number; readonly stdout: string; readonly stderr: string }> {
  const { exitCode, stdout, stderr } = await run([process.execPath, cli, 'affected', ...words], {
    cwd,
    deadlineMs: 20_000,
    environment: { PATH: process.env['PATH'], HOME: folder, DOCKER_HOST: 'unix:///nowhere.sock', ...environment },
  });
  return { exitCode, stdout, stderr };
}

const contexts = ['--context', 'services/web', '--context', 'services/api'];

describe('sea-trial affected', () => {
  it('lists the trials that the work on a branch touches first, and why', async () => {
    const base = commit();
    git('switch', '--quiet', '--create', 'work');
    write({ 'services/web/notes.md': '1', 'README.md': '2' });
    commit();
    write({ 'services/api/src/new.py': '1' });
    expect(await affected(contexts)).toEqual({
      exitCode: 0,
      stdout: [
        'affected   api  COPY src takes services/api/src/new.py',
        'untouched  web  none of the 3 changed files reaches it',
        `1 of 2 trials affected; 3 files changed since ${base.slice(0, 12)}.`,
        '',
      ].join('\n'),
      stderr: '',
    });
  });

  it('prints for programs what is said of each, in the order of the trials', async () => {
    const base = commit();
    write({ 'services/web/app.py': '1' });
    const { exitCode, stdout } = await affected([
      '--format',
      'json',
      'main',
      '--context',
      'services/api',
      '--context',
      'services/web',
    ]);
    expect([exitCode, JSON.parse(stdout)]).toEqual([
      0,
      {
        version: 1,
        base,
        trials: [
          {
            name: 'api',
            file: 'services/api/Dockerfile',
            context: 'services/api',
            affected: false,
            because: 'the one changed file does not reach it',
          },
          {
            name: 'web',
            file: 'services/web/Dockerfile',
            context: 'services/web',
            affected: true,
            because: 'COPY . takes services/web/app.py',
          },
        ],
      },
    ]);
  });

  it('takes what a branch changed, not what the base did meanwhile', async () => {
    const base = commit();
    git('switch', '--quiet', '--create', 'work');
    write({ 'README.md': '2' });
    commit();
    git('switch', '--quiet', 'main');
    write({ 'services/api/src/app.py': '2' });
    commit();
    git('switch', '--quiet', 'work');
    const { stdout } = await affected(['main', '--format', 'json', '--context', 'services/api']);
    expect(JSON.parse(stdout)).toMatchObject({ base, trials: [{ affected: false }] });
  });

  it('asks from a folder below as from the top', async () => {
    commit();
    write({ 'services/api/src/app.py': '2', 'services/web/app.py': '2' });
    const { stdout } = await affected(['main'], { cwd: path.join(top, 'services', 'api') });
    expect(stdout).toContain('affected   api  COPY src takes services/api/src/app.py\n1 of 1 trials affected');
  });

  it('prints no name of a file as a command to the runner', async () => {
    commit();
    write({ 'services/api/src/a\n::error::forged': '1' });
    const { exitCode, stdout } = await affected(['main', '--context', 'services/api']);
    expect(exitCode).toBe(0);
    expect(stdout.split('\n').filter((line) => /^\s*::/.test(line))).toEqual([]);
    expect(stdout).toContain('affected   api  COPY src takes services/api/src/a');
  });

  it('names the trial whose Dockerfile is gone as affected', async () => {
    commit();
    rmSync(path.join(top, 'services/web/Dockerfile'));
    const words = ['main', '--format', 'json', '--context', 'services/api', '--context', 'services/web'];
    const { exitCode, stdout } = await affected(words);
    expect([exitCode, JSON.parse(stdout)]).toMatchObject([
      0,
      {
        trials: [{ affected: false }, { affected: true, because: expect.stringContaining('services/web/Dockerfile') }],
      },
    ]);
  });

  it('says in one sentence that the base is not known, and ends 2', async () => {
    commit();
    const { exitCode, stdout, stderr } = await affected(['origin/nothing']);
    expect([exitCode, stdout, stderr]).toEqual([
      2,
      '',
      'sea-trial: sea-trial affected: "origin/nothing" names no commit of this clone. Fetch it: git fetch origin. In a workflow, let actions/checkout do that with `fetch-depth: 0`.\n',
    ]);
    git('branch', '--move', 'trunk');
    expect(await affected([])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/^sea-trial: sea-trial affected: there is no base to compare with: .*\n$/),
    });
  });

  it('counts a compose file that cannot be read without an engine as doubt', async () => {
    write({ 'compose.yaml': 'services: { api: { build: services/api } }\n' });
    commit();
    const programs = path.join(folder, 'programs');
    mkdirSync(programs);
    symlinkSync(execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim(), path.join(programs, 'git'));
    const { exitCode, stdout } = await affected(['main', '--compose-file', 'compose.yaml', '--format', 'json'], {
      environment: { PATH: programs },
    });
    expect([exitCode, JSON.parse(stdout)]).toMatchObject([
      0,
      { trials: [{ affected: true, because: expect.stringMatching(/compose/) }] },
    ]);
  });

  it('counts the running workflow for every trial, and what it uses of the repository', async () => {
    write({
      '.github/workflows/ci.yml': 'jobs:\n  a:\n    uses: ./.github/workflows/called.yml\n',
      '.github/workflows/called.yml': "jobs: { a: { steps: [ { uses: './.github/actions/own' } ] } }\n",
      '.github/actions/own/action.yml': 'runs: {}\n',
      '.github/workflows/other.yml': 'jobs: {}\n',
    });
    commit();
    const environment = { GITHUB_WORKFLOW_REF: 'owner/shop/.github/workflows/ci.yml@refs/heads/main' };
    expect(workflowFiles(top, { environment, files: systemFiles })).toEqual(
      ['workflows/ci.yml', 'workflows/called.yml', 'actions/own'].map((name) => path.join(top, '.github', name)),
    );
    write({ '.github/actions/own/run.sh': '1' });
    const words = ['main', ...contexts];
    expect((await affected(words, { environment })).stdout).toContain('.github/actions/own/run.sh changed');
    expect((await affected(words)).stdout).toContain('0 of 2 trials affected');
  });
});
