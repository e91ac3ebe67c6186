import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Git, gitOf } from '../../src/git/git.ts';
import { differencesOf } from '../../src/git/tree.ts';
import { askProgram } from '../../src/process.ts';

let folder: string;
let first: string;
let second: string;

function git(...args: readonly string[]): string {
  return execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
}

function at(asked: string, environment: Readonly<Record<string, string | undefined>> = process.env): Git {
  return gitOf(asked, environment);
}

/** As git computes it. */
function blobIdOf(text: string): string {
  return createHash('sha1').update(`blob ${text.length}\0${text}`).digest('hex');
}

beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'sea-trial-git-')));
  mkdirSync(path.join(folder, 'sub'));
  git('init', '--quiet');
  writeFileSync(path.join(folder, 'sub', 'kept.txt'), '1');
  writeFileSync(path.join(folder, 'sub', '[a]*.txt'), '1');
  git('add', '.');
  git('commit', '--quiet', '--message', 'one');
  first = git('rev-parse', 'HEAD').trim();
  writeFileSync(path.join(folder, 'sub', 'kept.txt'), '2');
  writeFileSync(path.join(folder, 'sub', 'new.txt'), '2');
  git('commit', '--quiet', '--all', '--message', 'two');
  second = git('rev-parse', 'HEAD').trim();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a git checkout', () => {
  test('tells its commit and its top folder from a folder below', async () => {
    const checkout = at(path.join(folder, 'sub'));
    expect([await checkout.headCommit(), await checkout.root()]).toEqual([second, folder]);
  });

  test('knows which files it tracks, and takes no name for a pattern', async () => {
    const checkout = at(path.join(folder, 'sub'));
    expect(
      await Promise.all(['kept.txt', '[a]*.txt', 'new.txt', '*.txt', 'absent'].map((name) => checkout.isTracked(name))),
    ).toEqual([true, true, false, false, false]);
  });

  test('tells the id of a file in a commit, so that two can be compared', async () => {
    const checkout = at(path.join(folder, 'sub'));
    const asked = [first, second, '0'.repeat(40), '--all'].map(async (commit) =>
      checkout.blobOf(commit, 'sub/kept.txt'),
    );
    expect(await Promise.all(asked)).toEqual([blobIdOf('1'), blobIdOf('2'), undefined, undefined]);
    expect(await checkout.blobOf(second, 'sub/[a]*.txt')).toBe(blobIdOf('1'));
    expect(await checkout.blobOf(first, 'sub/absent')).toBeUndefined();
  });

  test('hands git none of the secrets that the runner gives the action', async () => {
    git('config', 'alias.told', '!env');
    const environment = { ...process.env, 'INPUT_GITHUB-TOKEN': 'ghs_secret', GITHUB_TOKEN: 'ghs_secret' };
    const answer = await askProgram(['git', 'told'], { cwd: folder, environment });
    expect(answer?.exitCode).toBe(0);
    expect(answer?.stdout).toContain('PATH=');
    expect(answer?.stdout).not.toContain('ghs_secret');
  });
});

describe('where git has no answer', () => {
  test('outside a checkout nothing is known', async () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'sea-trial-no-git-'));
    try {
      const checkout = at(outside, { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() });
      expect([await checkout.headCommit(), await checkout.root(), await checkout.isTracked('a')]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  test('a folder that is gone is no error', async () => {
    expect(await at(path.join(folder, 'gone')).headCommit()).toBeUndefined();
  });
});

test('the texts of a commit are those of the files that are wanted', async () => {
  const isWanted = (name: string): boolean => name.startsWith('sub/') && name !== 'sub/new.txt';
  expect(await at(folder).textsAt(first, isWanted)).toEqual(
    new Map([
      ['sub/[a]*.txt', '1'],
      ['sub/kept.txt', '1'],
    ]),
  );
  expect((await at(path.join(folder, 'sub')).textsAt(second, isWanted))?.get('sub/kept.txt')).toBe('2');
  expect(await at(folder).textsAt('f'.repeat(40), isWanted)).toBeUndefined();
  expect(await at(folder).textsAt('--help', isWanted)).toBeUndefined();
});

describe('what differs between two commits', () => {
  test('are the files as the earlier one has them, those that are new without content', async () => {
    expect(await at(path.join(folder, 'sub')).differences(first, second)).toEqual({
      files: new Map([['sub/kept.txt', { id: blobIdOf('1'), kind: 'file' }]]),
      renamed: new Map(),
    });
    expect(await at(folder).differences('f'.repeat(40), second)).toBeUndefined();
    expect(await at(folder).differences('--help')).toBeUndefined();
  });

  test('is known of renamed files, links, odd names, and of work that is not committed', async () => {
    const own = realpathSync(mkdtempSync(path.join(tmpdir(), 'sea-trial-git-own-')));
    const run = (...args: readonly string[]): string =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
        cwd: own,
        encoding: 'utf8',
      }).trim();
    try {
      run('init', '--quiet');
      const text = 'a long enough text\nto be known again\nin another file\n';
      writeFileSync(path.join(own, 'old\tname\n'), text);
      writeFileSync(path.join(own, 'gone'), 'g');
      symlinkSync('gone', path.join(own, 'link'));
      run('add', '.');
      run('commit', '--quiet', '--message', 'one');
      const before = run('rev-parse', 'HEAD');
      renameSync(path.join(own, 'old\tname\n'), path.join(own, 'moved'));
      for (const name of ['gone', 'link']) rmSync(path.join(own, name));
      writeFileSync(path.join(own, 'new'), 'n');
      run('add', '--all');
      const expected = {
        files: new Map([
          ['gone', { id: blobIdOf('g'), kind: 'file' }],
          ['link', { id: blobIdOf('gone'), kind: 'link' }],
          ['moved', undefined],
          ['new', undefined],
          ['old\tname\n', { id: blobIdOf(text), kind: 'file' }],
        ]),
        renamed: new Map([['moved', 'old\tname\n']]),
      };
      expect(await at(own).differences(before)).toEqual(expected);
      run('commit', '--quiet', '--message', 'two');
      expect(await at(own).differences(before, run('rev-parse', 'HEAD'))).toEqual(expected);
      // As from GitHub, where only the trees are known.
      const [earlier, later] = await Promise.all([at(own).treeOf(before), at(own).treeOf(run('rev-parse', 'HEAD'))]);
      if (earlier === undefined || later === undefined) throw new Error('there is no tree');
      expect(differencesOf(earlier, later)).toEqual(expected);
    } finally {
      rmSync(own, { recursive: true });
    }
  });
});

test('a commit names its parents, and a content is had by its id', async () => {
  expect([
    await at(folder).parentsOf(second),
    await at(folder).parentsOf(first),
    await at(folder).parentsOf('--all'),
  ]).toEqual([[first], [], undefined]);
  expect([await at(folder).blob(blobIdOf('1')), await at(folder).blob('f'.repeat(40))]).toEqual(['1', undefined]);
  expect([await at(folder).mergeBase(first, second), await at(folder).mergeBase('HEAD', 'no-such-branch')]).toEqual([
    first,
    undefined,
  ]);
});
