import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../src/git/change.ts';
import { gitOf } from '../../src/git/git.ts';

let folder = '';
let top = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'sea-trial-change-')));
  top = path.join(folder, 'repository');
  mkdirSync(top);
  git('init', '--quiet', '--initial-branch=main');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...words: readonly string[]): string {
  return gitIn(top, ...words);
}

function gitIn(where: string, ...words: readonly string[]): string {
  const settings = ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'protocol.file.allow=always'];
  return execFileSync('git', [...settings, ...words], { cwd: where, encoding: 'utf8' }).trim();
}

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(top, name)), { recursive: true });
    writeFileSync(path.join(top, name), text);
  }
}

function commit(): string {
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '--message', 'one');
  return git('rev-parse', 'HEAD');
}

async function change(earlier: string, later?: string): Promise<Change | undefined> {
  return gitOf(top, process.env).change(earlier, later);
}

/** `kind path`, sorted; without what every commit changes. */
function entriesOf(found: Change | undefined): readonly string[] {
  return (found?.entries ?? [])
    .filter(({ path: name }) => name !== '.git')
    .map(({ kind, path: name, by }) => `${kind} ${name}${by === undefined ? '' : ` by ${by}`}`)
    .toSorted();
}

describe('what changed between two commits', () => {
  it('is what came, went, moved, was edited, can be executed now, or is of another type', async () => {
    write({ edited: '1', gone: '1', moved: 'a long text that is known again', mode: '1', type: '1', same: '1' });
    const earlier = commit();
    write({ edited: '2', come: '1' });
    rmSync(path.join(top, 'gone'));
    renameSync(path.join(top, 'moved'), path.join(top, 'moved-away'));
    chmodSync(path.join(top, 'mode'), 0o755);
    rmSync(path.join(top, 'type'));
    symlinkSync('same', path.join(top, 'type'));
    const later = commit();
    const found = await change(earlier, later);
    expect(entriesOf(found)).toEqual(
      ['come', 'edited', 'gone', 'mode', 'moved', 'moved-away', 'type'].map((name) => `file ${name}`),
    );
    expect(found).toMatchObject({ base: earlier, top, fileCount: 7, links: new Map([['type', 'same']]) });
    expect(found?.entries).toContainEqual({ path: '.git', kind: 'subtree' });
  });

  it('has names as they are, whatever characters they hold', async () => {
    const earlier = commit();
    const names = ['é/ü.py', 'a\nb', 'tab\there', '"quoted" \\ name', ' blank ', '-dash', ':(glob)*'];
    write(Object.fromEntries(names.map((name) => [name, '1'])));
    const later = commit();
    expect(entriesOf(await change(earlier, later))).toEqual(
      ['folder é', ...names.map((name) => `file ${name}`)].toSorted(),
    );
  });

  it('has folders that came or went, but none that is on both sides', async () => {
    write({ 'old/deep/a': '1', 'both/a': '1', 'swapped/a': '1' });
    const earlier = commit();
    rmSync(path.join(top, 'old'), { recursive: true });
    rmSync(path.join(top, 'swapped', 'a'));
    write({ 'new/deep/a': '1', 'both/b': '1', 'swapped/b': '1' });
    const later = commit();
    expect(entriesOf(await change(earlier, later)).filter((each) => each.startsWith('folder'))).toEqual(
      ['new', 'new/deep', 'old', 'old/deep'].map((name) => `folder ${name}`),
    );
  });

  it('is anything below where .gitattributes says how files are checked out', async () => {
    write({ 'docs/a.txt': '1' });
    const earlier = commit();
    write({ 'docs/.gitattributes': '*.txt eol=crlf\n', 'my.gitattributes': '1' });
    expect(entriesOf(await change(earlier, commit()))).toEqual([
      'file docs/.gitattributes',
      'file my.gitattributes',
      'subtree docs by docs/.gitattributes',
    ]);
  });

  it('is nothing at all of a commit and itself', async () => {
    write({ a: '1' });
    const only = commit();
    expect(await change(only, only)).toMatchObject({ fileCount: 0, entries: [] });
    const empty = commit();
    expect(await change(only, empty)).toMatchObject({ fileCount: 0, entries: [{ path: '.git', kind: 'subtree' }] });
  });

  it('is seen whole from a folder below', async () => {
    write({ 'sub/a': '1', b: '1' });
    const earlier = commit();
    write({ 'sub/a': '2', b: '2', c: '2' });
    const found = await gitOf(path.join(top, 'sub'), process.env).change(earlier);
    expect(entriesOf(found)).toEqual(['file b', 'file c', 'file sub/a']);
  });
});

describe('what changed in the checkout as it lies there', () => {
  it('is what is staged, edited, deleted and new, but nothing that git ignores', async () => {
    write({ edited: '1', gone: '1', '.gitignore': 'ignored\n' });
    const earlier = commit();
    write({ edited: '2', staged: '1', 'new/file': '1', ignored: '1' });
    rmSync(path.join(top, 'gone'));
    git('add', 'staged');
    expect(entriesOf(await change(earlier))).toEqual([
      'file edited',
      'file gone',
      'file new/file',
      'file staged',
      'folder new',
    ]);
  });

  it('is a whole folder where a repository lies inside', async () => {
    const inside = path.join(folder, 'library');
    mkdirSync(inside);
    gitIn(inside, 'init', '--quiet');
    writeFileSync(path.join(inside, 'a'), '1');
    gitIn(inside, 'add', '.');
    gitIn(inside, 'commit', '--quiet', '--message', 'one');
    git('submodule', '--quiet', 'add', inside, 'vendor/library');
    const earlier = commit();
    write({ 'vendor/library/a': '2' });
    expect(entriesOf(await change(earlier))).toEqual(['subtree vendor/library']);
    gitIn(path.join(top, 'vendor/library'), 'commit', '--quiet', '--all', '--message', 'two');
    expect(entriesOf(await change(earlier, commit()))).toEqual(['subtree vendor/library']);
    mkdirSync(path.join(top, 'unknown'));
    gitIn(path.join(top, 'unknown'), 'init', '--quiet');
    write({ 'unknown/a': '1' });
    expect(entriesOf(await change(git('rev-parse', 'HEAD')))).toEqual(['subtree unknown']);
  });
});

describe('links', () => {
  it('are told with where they lead, all in one question', async () => {
    const links = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [
        `link-${index}`,
        index % 3 === 0 ? `é/${index}` : `../target-${index}`,
      ]),
    );
    for (const [name, target] of Object.entries(links)) symlinkSync(target, path.join(top, name));
    const earlier = commit();
    expect((await change(earlier, earlier))?.links).toEqual(new Map(Object.entries(links)));
    expect((await change(earlier))?.links).toEqual(new Map(Object.entries(links)));
  });
});

describe('where the earlier commit is not in the clone', () => {
  it('is no answer, and the clone says that it is shallow', async () => {
    write({ a: '1' });
    const earlier = commit();
    write({ a: '2' });
    const later = commit();
    const clone = path.join(folder, 'clone');
    gitIn(folder, 'clone', '--quiet', '--depth=1', `file://${top}`, clone);
    const shallow = gitOf(clone, process.env);
    expect(await shallow.change(earlier, later)).toBeUndefined();
    expect(await shallow.commitOf(earlier)).toBeUndefined();
    expect([await shallow.isShallow(), await gitOf(top, process.env).isShallow()]).toEqual([true, false]);
    expect(await shallow.change('--output=x')).toBeUndefined();
    expect(await shallow.commitOf('--all')).toBeUndefined();
    expect(await shallow.commitOf('main')).toBe(later);
  });
});
