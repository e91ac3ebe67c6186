import { type ProgramAnswer, askProgram } from '../process.ts';
import { readChange, readTracked, type Change } from './change.ts';
import { readLinks } from './links.ts';
import { readRawDiff, readTree, type Differences, type Tree } from './tree.ts';

/** What a git checkout tells. Every answer is undefined where there is no git, no checkout, or git does not trust its owner. */
export interface Git {
  /** The commit that is checked out. */
  headCommit(): Promise<string | undefined>;
  /** The checkout's top folder, absolute. */
  root(): Promise<string | undefined>;
  /** Whether git knows this file; a path as seen from the folder that was asked. */
  isTracked(path: string): Promise<boolean | undefined>;
  /** What lies in the folder that was asked and below, tracked or new, without what git ignores; a repository inside is one entry. */
  files(): Promise<readonly string[] | undefined>;
  /** Whether git ignores the folder that was asked. */
  isIgnored(): Promise<boolean | undefined>;
  /** The id of a file's content in a commit; a path as seen from the checkout's top. A shallow clone has few commits. */
  blobOf(commit: string, path: string): Promise<string | undefined>;
  /** The parents that a commit names, those too that a shallow clone lacks. */
  parentsOf(commit: string): Promise<readonly string[] | undefined>;
  /** The commit from which two went apart. A name such as `origin/HEAD` stands for its commit. */
  mergeBase(one: string, other: string): Promise<string | undefined>;
  /** All files of a commit, by path from the checkout's top. */
  treeOf(commit: string): Promise<Tree | undefined>;
  /** What is otherwise in an earlier commit than in a later one, or than in the folder as it lies there. Undefined where the earlier one is not in the clone. */
  differences(earlier: string, later?: string): Promise<Differences | undefined>;
  /**
   * What came, went or is otherwise since an earlier commit: in a later one, or in the checkout as it lies there, with what is new and
   * not ignored. Undefined where the earlier one is not in the clone.
   */
  change(earlier: string, later?: string): Promise<Change | undefined>;
  /** The commit that a name, or the beginning of an id, stands for. */
  commitOf(name: string): Promise<string | undefined>;
  /** The clone was cut off: commits before some depth are missing. */
  isShallow(): Promise<boolean | undefined>;
  /** A file's content by its id. */
  blob(id: string): Promise<string | undefined>;
  /** The texts of a commit's files that are wanted, by path from the checkout's top. */
  textsAt(commit: string, isWanted: (path: string) => boolean): Promise<ReadonlyMap<string, string> | undefined>;
}

/** Asks the checkout that holds this folder. */
export function gitOf(folder: string, environment: Readonly<Record<string, string | undefined>>): Git {
  // Nobody is asked for a password, and what a partial clone lacks is not fetched behind our back.
  const quiet = { ...environment, GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1' };
  // Reading alone: no lock is taken.
  const git = async (...args: readonly string[]): Promise<ProgramAnswer | undefined> =>
    askProgram(['git', '--no-optional-locks', ...args], { cwd: folder, environment: quiet });
  // A path is never a pattern.
  const ask = async (...args: readonly string[]): Promise<ProgramAnswer | undefined> =>
    git('--literal-pathspecs', ...args);
  return {
    headCommit: async () => lineOf(await ask('rev-parse', '--verify', 'HEAD^{commit}')),
    root: async () => lineOf(await ask('rev-parse', '--show-toplevel')),
    isTracked: async (path) => yesOrNo(await ask('ls-files', '--error-unmatch', '--', path)),
    files: async () => pathsOf(await ask('ls-files', '-z', '--cached', '--others', '--exclude-standard')),
    isIgnored: async () => yesOrNo(await git('check-ignore', '--quiet', '--', '.')),
    blobOf: async (commit, path) =>
      isCommit(commit) ? lineOf(await ask('rev-parse', '--verify', '--quiet', `${commit}:${path}`)) : undefined,
    async parentsOf(commit) {
      const answer = isCommit(commit) ? await ask('cat-file', 'commit', commit) : undefined;
      if (answer?.exitCode !== 0) return undefined;
      const [head = ''] = answer.stdout.split('\n\n', 1);
      return [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent = '']) => parent);
    },
    mergeBase: async (one, other) => lineOf(await ask('merge-base', '--end-of-options', one, other)),
    async treeOf(commit) {
      const answer = isCommit(commit) ? await ask('ls-tree', '-r', '-z', '--full-tree', commit) : undefined;
      return answer?.exitCode === 0 ? readTree(answer.stdout) : undefined;
    },
    async differences(earlier, later) {
      const commits = later === undefined ? [earlier] : [earlier, later];
      if (!commits.every(isCommit)) return undefined;
      const form = ['--raw', '-z', '--no-abbrev', '--find-renames', '--no-relative', '--ignore-submodules'];
      const answer = await ask('diff', ...form, ...commits, '--');
      return answer?.exitCode === 0 ? readRawDiff(answer.stdout) : undefined;
    },
    async change(earlier, later) {
      const top = lineOf(await ask('rev-parse', '--show-toplevel'));
      const head = lineOf(await ask('rev-parse', '--verify', 'HEAD^{commit}'));
      const commits = later === undefined ? [earlier] : [earlier, later];
      if (top === undefined || !commits.every(isCommit)) return undefined;
      const form = ['--raw', '-z', '--no-abbrev', '--no-renames', '--no-relative', '--ignore-submodules=none'];
      const [differences, tracked, untracked] = await Promise.all([
        ask('diff', ...form, ...commits, '--'),
        later === undefined
          ? git('-C', top, 'ls-files', '-z', '--stage')
          : ask('ls-tree', '-r', '-z', '--full-tree', later),
        later === undefined ? git('-C', top, 'ls-files', '-z', '--others', '--exclude-standard') : nothing,
      ]);
      if (differences?.exitCode !== 0 || tracked?.exitCode !== 0 || untracked?.exitCode !== 0) return undefined;
      const links = await readLinks(readTracked(tracked.stdout), { folder: top, environment: quiet });
      const read = readChange({
        differences: differences.stdout,
        tracked: tracked.stdout,
        untracked: untracked.stdout,
        isOtherCommit: earlier !== (later ?? head),
      });
      return links === undefined ? undefined : { base: earlier, top, links, ...read };
    },
    commitOf: async (name) =>
      lineOf(await ask('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`)),
    async isShallow() {
      const answer = lineOf(await ask('rev-parse', '--is-shallow-repository'));
      return answer === undefined ? undefined : answer === 'true';
    },
    async blob(id) {
      const answer = isCommit(id) ? await ask('cat-file', 'blob', id) : undefined;
      return answer?.exitCode === 0 ? answer.stdout : undefined;
    },
    async textsAt(commit, isWanted) {
      if (!isCommit(commit)) return undefined;
      const paths = pathsOf(await ask('ls-tree', '-r', '-z', '--name-only', '--full-tree', commit));
      if (paths === undefined) return undefined;
      const texts = new Map<string, string>();
      for (const path of paths.filter(isWanted)) {
        const answer = await ask('cat-file', 'blob', `${commit}:${path}`);
        if (answer?.exitCode === 0) texts.set(path, answer.stdout);
      }
      return texts;
    },
  };
}

const nothing: ProgramAnswer = { exitCode: 0, stdout: '' };

function lineOf(answer: ProgramAnswer | undefined): string | undefined {
  const text = answer?.exitCode === 0 ? answer.stdout.replace(/\r?\n$/, '') : '';
  return text === '' ? undefined : text;
}

/** Ended by NUL, for a path may hold a line break; one that is in conflict is named more than once. */
function pathsOf(answer: ProgramAnswer | undefined): readonly string[] | undefined {
  return answer?.exitCode === 0 ? [...new Set(answer.stdout.split('\0').filter((path) => path !== ''))] : undefined;
}

/** Exit code 1 is git's no; what is above is trouble. */
function yesOrNo(answer: ProgramAnswer | undefined): boolean | undefined {
  return answer === undefined || answer.exitCode > 1 ? undefined : answer.exitCode === 0;
}

/** Anything else might be an option to git. */
function isCommit(commit: string): boolean {
  return /^[0-9a-f]{7,64}$/.test(commit);
}
