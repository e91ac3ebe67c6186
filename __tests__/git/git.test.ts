import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Git, gitOf } from '../../src/git/git.ts';
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
