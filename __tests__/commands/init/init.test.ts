import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { initCommand } from '../../../src/commands/init/init.ts';
import { UserError } from '../../../src/errors.ts';
import { systemClock, systemFiles, unwatched } from '../../../src/ports.ts';
import { run, type ProcessResult } from '../../../src/process.ts';
import { settingsFromArguments } from '../../../src/settings/arguments.ts';

let home = '';
let folder = '';

beforeEach(() => {
  home = realpathSync(mkdtempSync(path.join(tmpdir(), 'sea-trial-init-')));
  folder = path.join(home, 'ships');
  mkdirSync(path.join(folder, '.git'), { recursive: true });
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function init(...words: readonly string[]): Promise<Ended> {
  return inFolder('.', ...words);
}

/** As the command line does it, in this process. */
async function inFolder(name: string, ...words: readonly string[]): Promise<Ended> {
  const told = { stdout: '', stderr: '' };
  const note = (line: string): void => void (told.stderr += `${line}\n`);
  try {
    const invocation = settingsFromArguments(['init', ...words], {});
    if (!('settings' in invocation)) throw new Error('this is no command');
    const { operands, settings, presentation } = invocation;
    const exitCode = await initCommand(operands, settings, {
      clock: systemClock,
      files: systemFiles,
      environment: { PATH: process.env['PATH'], GIT_CEILING_DIRECTORIES: home },
      workingDirectory: path.join(folder, name),
      print: { result: (text) => (told.stdout += text), note, progress: unwatched },
      presentation,
      colour: false,
      unicode: true,
      version: '0',
      readStandardInput: () => Promise.resolve(Buffer.alloc(0)),
      signal: new AbortController().signal,
    });
    return { exitCode, ...told };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    note(error.sentence());
    return { exitCode: 2, ...told };
  }
}

/** A program of its own. */
async function program(file: string): Promise<ProcessResult> {
  return run([process.execPath, file, 'init'], {
    deadlineMs: 30_000,
    environment: { PATH: process.env['PATH'], LANG: 'C.UTF-8' },
    cwd: folder,
  });
}

function write(name: string, text: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function writeApplication(at = ''): void {
  write(`${at}main.py`, 'from fastapi import FastAPI\n\napp = FastAPI()\n');
  write(`${at}requirements.txt`, 'fastapi==0.121.0\nuvicorn==0.38.0\n');
  write(`${at}.python-version`, '3.11\n');
}

function textOf(name: string): string {
  return readFileSync(path.join(folder, name), 'utf8');
}

const workflow = '.github/workflows/sea-trial.yml';
const shortest = [
  'name: Sea Trial',
  'on: pull_request',
  'permissions:',
  '  contents: read',
  '  pull-requests: write',
  'jobs:',
  '  image:',
  '    runs-on: ubuntu-latest',
  '    steps:',
  '      - uses: actions/checkout@v6',
  '        with:',
  '          persist-credentials: false',
  '      - uses: sea-trial/sea-trial@v1',
  '',
].join('\n');

describe('sea-trial init', () => {
  it('writes the three files, and the second time none', async () => {
    writeApplication();
    expect(await program(path.resolve(import.meta.dirname, '../../../src/cli.ts'))).toMatchObject({
      exitCode: 0,
      stderr: '',
      stdout: [
        'wrote Dockerfile (Python 3.11, requirements.txt, uvicorn main:app)',
        'wrote .dockerignore',
        `wrote ${workflow}`,
        'Try it here by `sea-trial .`, then commit the files.',
        '',
      ].join('\n'),
    });
    expect(textOf(workflow)).toBe(shortest);
    expect(readdirSync(folder).toSorted()).toEqual(
      ['.dockerignore', '.git', '.github', '.python-version', 'Dockerfile', 'main.py', 'requirements.txt'].toSorted(),
    );
    expect(await init()).toMatchObject({
      exitCode: 0,
      stdout: 'There is nothing to write.\n',
      stderr: [
        'Dockerfile exists and is left as it is.',
        '.dockerignore exists and is left as it is.',
        `${workflow} uses Sea Trial already and is left as it is.`,
        '',
      ].join('\n'),
    });
  });

  it('writes what a dry run has shown, and the dry run nothing', async () => {
    writeApplication();
    const { stdout, stderr, exitCode } = await init('--dry-run');
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(existsSync(path.join(folder, 'Dockerfile'))).toBe(false);
    await init();
    const copy = path.join(home, 'copy');
    mkdirSync(copy);
    writeFileSync(path.join(copy, 'init.patch'), stdout);
    await run(['git', 'apply', 'init.patch'], {
      deadlineMs: 10_000,
      environment: { PATH: process.env['PATH'] },
      cwd: copy,
    });
    for (const name of ['Dockerfile', '.dockerignore', workflow])
      expect(readFileSync(path.join(copy, name), 'utf8')).toBe(textOf(name));
  });

  it('leaves what is there byte for byte, links that lead nowhere too', async () => {
    writeApplication();
    write('Dockerfile', 'FROM scratch\r\n');
    write(workflow, 'on: push\n');
    symlinkSync('nowhere', path.join(folder, '.dockerignore'));
    const { stdout, stderr } = await init();
    expect(stdout).toBe('There is nothing to write.\n');
    expect(stderr.match(/exists and is left as it is/g)).toHaveLength(3);
    expect([textOf('Dockerfile'), textOf(workflow), existsSync(path.join(folder, '.dockerignore'))]).toEqual([
      'FROM scratch\r\n',
      'on: push\n',
      false,
    ]);
  });

  it.each([
    ['the action', '      - uses: sea-trial/sea-trial@v1\n'],
    ['the action, pinned, of a copy', '      - uses: "ships/sea-trial@0123456789abcdef" # v1\n'],
    ['the command', '      - run: npx --yes sea-trial .\n'],
  ])('counts a workflow under another name that runs %s', async (_, line) => {
    writeApplication();
    write('.github/workflows/ci.yaml', `jobs:\n  a:\n    steps:\n${line}`);
    expect((await init()).stderr).toBe('.github/workflows/ci.yaml uses Sea Trial already and is left as it is.\n');
    expect(existsSync(path.join(folder, workflow))).toBe(false);
  });

  it('counts no comment and no action of another name', async () => {
    writeApplication();
    write('.github/workflows/ci.yml', '# - uses: sea-trial/sea-trial@v1\n- uses: ships/deep-sea-trials@v1\n');
    await init();
    expect(textOf(workflow)).toBe(shortest);
  });

  it('writes to the top of the checkout what belongs there, and the rest where it was called', async () => {
    writeApplication('services/api/');
    const { stdout } = await inFolder('services/api');
    expect(stdout).toContain(`wrote ../../${workflow}\n`);
    expect(textOf(workflow)).toBe(shortest.replace(/$/, '        with:\n          context: services/api\n'));
    expect(existsSync(path.join(folder, 'services/api/Dockerfile'))).toBe(true);
    writeApplication('services/b/');
    const second = await init('services/b', '--dry-run');
    expect(second.stdout).toMatch(/^--- \/dev\/null\n\+\+\+ b\/services\/b\/Dockerfile\n/);
    expect(second.stderr).toBe(
      `${workflow} uses Sea Trial already and is left as it is. For this folder it needs a step with \`context: services/b\`.\n`,
    );
  });

  it('goes to the one folder that is a project', async () => {
    writeApplication('backend/');
    write('frontend/package.json', '{}');
    const { stdout, stderr } = await init();
    expect(stderr).toBe('The project is in backend: the Dockerfile and the .dockerignore belong there.\n');
    expect(stdout).toContain(
      'wrote backend/Dockerfile (Python 3.11, requirements.txt, uvicorn main:app)\nwrote backend/.dockerignore\n',
    );
    expect(textOf(workflow)).toContain('          context: backend\n');
  });

  it.each([
    [
      'in a folder of its own that is its context',
      { 'api/Dockerfile': 'FROM a\nCOPY main.py .\n', 'api/main.py': '' },
      'context: api',
      'api/.dockerignore',
    ],
    [
      'in a folder of its own, of a context further up',
      { 'docker/Dockerfile': 'FROM a\nCOPY main.py .\n', 'main.py': '' },
      'file: docker/Dockerfile',
      '.dockerignore',
    ],
    [
      'under another name',
      { 'app.Dockerfile': 'FROM a\nCOPY main.py .\n', 'main.py': '' },
      'file: app.Dockerfile',
      '.dockerignore',
    ],
    [
      'under the name of others',
      { Containerfile: 'FROM a\nCOPY main.py .\n', 'main.py': '' },
      'file: Containerfile',
      '.dockerignore',
    ],
  ])('tells the workflow of a Dockerfile %s', async (_, files, input, ignore) => {
    for (const [name, content] of Object.entries(files)) write(name, content);
    const { stderr } = await init();
    expect(stderr).toMatch(/^\S+ exists and is left as it is\.\n$/);
    expect(textOf(workflow)).toBe(shortest.replace(/$/, `        with:\n          ${input}\n`));
    expect(existsSync(path.join(folder, ignore))).toBe(true);
  });

  it('tries each of several Dockerfiles, and takes none of tests and editors', async () => {
    for (const name of ['Dockerfile.api', 'Dockerfile.jobs', 'tests/Dockerfile', '.devcontainer/Dockerfile'])
      write(name, 'FROM a\n');
    const { stderr } = await init();
    expect(stderr).toBe('Dockerfile.api, Dockerfile.jobs exist and are left as they are.\n');
    expect(textOf(workflow)).toBe(
      shortest.replace(
        /$/,
        '        with:\n          file: |-\n            Dockerfile.api\n            Dockerfile.jobs\n',
      ),
    );
  });

  it('leaves Dockerfiles of several contexts to named trials', async () => {
    for (const name of ['api', 'jobs']) {
      write(`services/${name}/Dockerfile`, 'FROM a\nCOPY main.py .\n');
      write(`services/${name}/main.py`, '');
    }
    const { stdout, stderr } = await init();
    expect(stdout).toContain(`wrote ${workflow}\n`);
    expect(textOf(workflow)).toBe(shortest);
    expect(stderr).toBe(
      [
        'services/api/Dockerfile, services/jobs/Dockerfile exist and are left as they are.',
        'Not all of them are built from this folder. Name each as a trial in `.sea-trial.yml`: `trials: { api: { context: services/api }, … }`.',
        '',
      ].join('\n'),
    );
    write('.sea-trial.yml', 'trials:\n  api:\n    context: services/api\n');
    expect((await init()).stderr).not.toContain('Not all of them');
  });

  it('says why there is no Dockerfile, and writes the rest', async () => {
    write('main.go', 'package main\n');
    expect(await init()).toMatchObject({
      exitCode: 0,
      stdout: `wrote .dockerignore\nwrote ${workflow}\n`,
      stderr:
        'No Dockerfile is written: no FastAPI or Starlette application is found here. Write one by hand, or name the application by `--app`.\n',
    });
  });

  it('takes the application that is named of several', async () => {
    for (const at of ['a/', 'b/']) write(`${at}main.py`, 'from fastapi import FastAPI\napp = FastAPI()\n');
    write('requirements.txt', 'uvicorn==0.38.0\n');
    expect((await init('--dry-run')).stderr).toMatch(/several applications, .* by `--app a\.main:app`\.\n$/);
    expect((await init('--app', 'b.main:app', '--dry-run')).stdout).toContain('+CMD ["uvicorn", "b.main:app", ');
  });

  it('says so where there is no repository, and where the lines end as on Windows', async () => {
    writeApplication();
    rmSync(path.join(folder, '.git'), { recursive: true });
    write('requirements.txt', 'fastapi==0.121.0\r\nuvicorn==0.38.0\r\n');
    const { exitCode, stderr } = await init();
    expect([exitCode, stderr]).toEqual([
      0,
      [
        '. is in no git repository: GitHub finds the workflow once that folder is the top of one.',
        'The lines of this project end as on Windows; those of the new files end as on Linux, and both are read everywhere.',
        '',
      ].join('\n'),
    ]);
    expect(textOf('Dockerfile')).not.toContain('\r');
  });

  it.each([
    [
      'an empty folder',
      [],
      'sea-trial init: . is empty, so there is nothing to try. Run it where the application lies.',
    ],
    ['no folder', ['absent'], 'sea-trial init: absent is no folder. Name the folder of the application.'],
    [
      'a flag of others',
      ['--fix'],
      '--fix: sea-trial init has no such flag: it belongs to lint. Write sea-trial lint --fix.',
    ],
    ['two folders', ['a', 'b'], 'sea-trial init: "b" is one word too many. Write sea-trial init [FOLDER].'],
  ])('refuses %s', async (_, words, sentence) => {
    const { exitCode, stdout, stderr } = await init(...words);
    expect([exitCode, stdout, stderr.trimEnd()]).toEqual([2, '', sentence]);
  });

  it('writes nothing where one file cannot be written', async () => {
    writeApplication();
    write('.github', 'a file\n');
    const { exitCode, stdout, stderr } = await init();
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^\.github\/workflows\/sea-trial\.yml cannot be written: .*\. Nothing is written\.\n$/);
    expect(readdirSync(folder).toSorted()).toEqual([
      '.git',
      '.github',
      '.python-version',
      'main.py',
      'requirements.txt',
    ]);
  });

  it('follows no link out of the repository', async () => {
    writeApplication();
    mkdirSync(path.join(home, 'elsewhere'));
    symlinkSync(path.join(home, 'elsewhere'), path.join(folder, '.github'));
    const { exitCode, stderr } = await init();
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      `sea-trial init: ${workflow} would lie outside the repository, for a folder above it is a symbolic link. Nothing is written. Put a folder in the place of the link.\n`,
    );
    expect(readdirSync(path.join(home, 'elsewhere'))).toEqual([]);
    expect(existsSync(path.join(folder, 'Dockerfile'))).toBe(false);
  });

  it('says so where the folder is read-only', async () => {
    writeApplication();
    for (const each of [home, folder]) chmodSync(each, 0o555);
    const { exitCode, stderr } = await program(path.join(import.meta.dirname, '../programs/init-as-nobody.ts'));
    for (const each of [home, folder]) chmodSync(each, 0o755);
    expect([exitCode, stderr]).toEqual([
      2,
      'sea-trial: Dockerfile cannot be written: permission denied (EACCES). Make room, or name another place. Nothing is written.\n',
    ]);
  });
});
