import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { namedFiles, targetsOf } from '../../../src/commands/run/targets.ts';
import { systemFiles } from '../../../src/ports.ts';
import { settingsFromInputs } from '../../../src/settings/settings.ts';

let folder = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'sea-trial-targets-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(...names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), 'FROM scratch\n');
  }
}

function git(cwd: string, ...words: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...words], { cwd, stdio: 'ignore' });
}

function looking(workingDirectory = folder, environment: Readonly<Record<string, string | undefined>> = process.env) {
  return { files: systemFiles, workingDirectory, environment };
}

async function found(texts: readonly string[], ports = looking()): Promise<readonly string[]> {
  const named = await namedFiles(
    texts.map((text) => ({ text, place: 'input file' })),
    ports,
    'searched',
  );
  return named.map(({ text, error }) => (error === undefined ? text : `${text} ${error}`));
}

describe('what names stand for', () => {
  it('is the Dockerfiles of a folder, hidden folders included, without what git ignores', async () => {
    write('Dockerfile', '.devcontainer/Dockerfile', 'api/api.Dockerfile', 'web/Containerfile', 'web/Dockerfile.dev');
    write('build/Dockerfile', 'kept/Dockerfile', 'kept/no.Dockerfile', 'node_modules/x/Dockerfile');
    write('web/Dockerfile.dockerignore', 'web/Dockerfile.md', 'src/dockerfile.ts', 'src/not-a-dockerfile');
    writeFileSync(path.join(folder, '.gitignore'), 'build/\n');
    writeFileSync(path.join(folder, 'kept/.gitignore'), 'no.*\n');
    git(folder, 'init', '--quiet');
    git(folder, 'add', 'Dockerfile');
    expect(await found(['.'])).toEqual([
      '.devcontainer/Dockerfile',
      'Dockerfile',
      'api/api.Dockerfile',
      'kept/Dockerfile',
      'web/Containerfile',
      'web/Dockerfile.dev',
    ]);
    expect(await found(['kept', 'web'])).toEqual(['kept/Dockerfile', 'web/Containerfile', 'web/Dockerfile.dev']);
  });

  it('is whatever lies there where there is no git, and where git does not know its way', async () => {
    write('.hidden/Dockerfile', 'b/Dockerfile', 'node_modules/x/Dockerfile');
    expect(await found(['.'])).toEqual(['.hidden/Dockerfile', 'b/Dockerfile']);
    git(folder, 'init', '--quiet');
    writeFileSync(path.join(folder, '.gitignore'), 'b/\n');
    expect(await found(['.'])).toEqual(['.hidden/Dockerfile']);
    expect(await found(['.'], looking(folder, { ...process.env, GIT_DIR: '/absent' }))).toEqual([
      '.hidden/Dockerfile',
      'b/Dockerfile',
    ]);
  });

  it.each([
    ['**/Dockerfile*', ['.devcontainer/Dockerfile', 'Dockerfile', 'api/v1/Dockerfile.dev']],
    ['*.Dockerfile', ['web.Dockerfile']],
    ['./**/*.Dockerfile', ['api/x.Dockerfile', 'web.Dockerfile']],
    ['api/*/Dockerfile*', ['api/v1/Dockerfile.dev']],
    ['.dev*/Dockerfile', ['.devcontainer/Dockerfile']],
    ['{api,.devcontainer}/**', ['.devcontainer/Dockerfile', 'api/v1/Dockerfile.dev', 'api/x.Dockerfile']],
    ['*.md', ['Dockerfile.md']],
    ['**/Containerfile', ['**/Containerfile matches no file that git does not ignore']],
    ['absent/*', ['absent/* matches no file that git does not ignore']],
  ])('is for the pattern %s what it matches', async (pattern, expected) => {
    write('.devcontainer/Dockerfile', 'Dockerfile', 'api/v1/Dockerfile.dev', 'api/x.Dockerfile', 'web.Dockerfile');
    write('api/v1/Dockerfile.dev.dockerignore', 'Dockerfile.md', 'build/Dockerfile');
    writeFileSync(path.join(folder, '.gitignore'), 'build\n');
    git(folder, 'init', '--quiet');
    expect(await found([pattern])).toEqual(expected);
  });

  it('is each file once, in the order of the words, a file that is no pattern just as it is', async () => {
    write('a/Dockerfile', 'b/Dockerfile', 'odd[1].Dockerfile');
    expect(await found(['b/Dockerfile', '*/Dockerfile', './b/Dockerfile', 'odd[1].Dockerfile', 'absent', '-'])).toEqual(
      ['b/Dockerfile', 'a/Dockerfile', 'odd[1].Dockerfile', 'absent', '-'],
    );
  });

  it('is what lies in a folder that git ignores, where that very folder is named', async () => {
    write('build/Dockerfile', 'empty/x');
    writeFileSync(path.join(folder, '.gitignore'), 'build\n');
    git(folder, 'init', '--quiet');
    expect(await found(['build', 'empty'])).toEqual([
      'build/Dockerfile',
      'empty holds no Dockerfile; name the file, whatever it is called',
    ]);
  });

  it('is told where it lies above the working directory or beside it', async () => {
    write('one/Dockerfile', 'two/inner/Dockerfile', 'two/ignored/Dockerfile');
    writeFileSync(path.join(folder, '.gitignore'), 'ignored\n');
    git(folder, 'init', '--quiet');
    const ports = looking(path.join(folder, 'one'));
    expect(await found(['../two', path.join(folder, 'one'), '../t*/**/Dockerfile'], ports)).toEqual([
      '../two/inner/Dockerfile',
      path.join(folder, 'one/Dockerfile'),
    ]);
  });

  it('passes over symbolic links and what was deleted, and looks into a repository inside', async () => {
    write('Dockerfile', 'gone/Dockerfile', 'inner/Dockerfile', 'inner/build/Dockerfile');
    writeFileSync(path.join(folder, 'inner/.gitignore'), 'build\n');
    git(path.join(folder, 'inner'), 'init', '--quiet');
    git(folder, 'init', '--quiet');
    symlinkSync('.', path.join(folder, 'circle'));
    symlinkSync('Dockerfile', path.join(folder, 'link.Dockerfile'));
    git(folder, 'add', 'circle', 'link.Dockerfile', 'gone', 'Dockerfile');
    rmSync(path.join(folder, 'gone'), { recursive: true });
    expect(await found(['.'])).toEqual(['Dockerfile', 'inner/Dockerfile']);
  });
});

describe('what is tried', () => {
  const settings = (inputs: Readonly<Record<string, string>>) =>
    settingsFromInputs(
      Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    );

  it('is one trial for each file that a pattern matches', async () => {
    write('api/Dockerfile', 'web/Dockerfile');
    const targets = await targetsOf(settings({ file: '*/Dockerfile\nabsent*' }), looking());
    expect(targets).toEqual([
      { contexts: [], files: [{ text: 'api/Dockerfile', place: 'input file' }], pattern: '*/Dockerfile' },
      { contexts: [], files: [{ text: 'web/Dockerfile', place: 'input file' }], pattern: '*/Dockerfile' },
      {
        contexts: [],
        files: [{ text: 'absent*', place: 'input file' }],
        error: 'matches no file that git does not ignore',
      },
    ]);
  });

  it('is in mode lint each file in its own folder, folders searched', async () => {
    write('api/Dockerfile', 'web/Dockerfile');
    const targets = await targetsOf(settings({ file: '.', mode: 'lint' }), looking());
    expect(targets.map(({ contexts, files }) => [contexts, files[0]?.text])).toEqual([
      [['api'], 'api/Dockerfile'],
      [['web'], 'web/Dockerfile'],
    ]);
  });
});
