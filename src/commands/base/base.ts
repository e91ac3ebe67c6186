import type { Git } from '../../git/git.ts';
import { differencesOf, type Differences, type Tree } from '../../git/tree.ts';
import type { WorkflowEvent } from '../../github/event.ts';
import { type GitHub, GitHubTrouble } from '../../github/github.ts';

/** The commit that is compared with, and how the files differ from it. */
export interface Base {
  readonly commit: string;
  /** The checkout's top folder. */
  readonly top: string;
  readonly differences: Differences;
  /** A content that git keeps, by its id; undefined where it cannot be had. */
  readonly content: (id: string) => Promise<Buffer | undefined>;
}

/** The base, or why there is none: a clause that completes "is not compared, because …". */
export type FoundBase = Base | { readonly because: string };

/**
 * The base of an event. What the pull request brings is the difference between the commit that is tried and the one that it was merged
 * into for the trial; the one that the event names may be older. A shallow clone has neither, so GitHub is asked then.
 */
export async function baseOfEvent(
  event: WorkflowEvent,
  git: Git,
  openGitHub: () => Promise<GitHub>,
): Promise<FoundBase | undefined> {
  const named = event.commit.base;
  const [top, tested] = await Promise.all([git.root(), git.headCommit()]);
  if (top === undefined || tested === undefined) return { because: 'the working directory is no git checkout' };
  const commit = (await mergedInto(tested, event.commit.head, git)) ?? (await forkPoint(named, tested, git)) ?? named;
  if (commit === undefined) return { because: 'the event names no base' };
  const differences = await git.differences(commit, tested);
  if (differences !== undefined)
    return {
      commit,
      top,
      differences,
      content: async (id) => (await fromGit(id, git)) ?? contentFromGitHub(id, openGitHub),
    };
  return fromGitHub({ commit, top, tested, git, openGitHub });
}

/** The base of a branch that somebody works on: where it left the default branch. What is not committed yet is part of the work. */
export async function baseOfBranch(git: Git): Promise<FoundBase> {
  const top = await git.root();
  if (top === undefined) return { because: 'the working directory is no git checkout' };
  for (const branch of defaultBranches) {
    const commit = await git.mergeBase('HEAD', branch);
    const differences = commit === undefined ? undefined : await git.differences(commit);
    if (commit !== undefined && differences !== undefined)
      return {
        commit,
        top,
        differences,
        content: async (id) => fromGit(id, git),
      };
  }
  return { because: `git knows none of ${defaultBranches.join(', ')}` };
}

const defaultBranches = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'] as const;

/** Of the merge commit that GitHub makes for a pull request, the side that is not the pull request's. */
async function mergedInto(tested: string, head: string, git: Git): Promise<string | undefined> {
  const [into, merged, ...more] = (await git.parentsOf(tested)) ?? [];
  return merged === head && more.length === 0 ? into : undefined;
}

async function forkPoint(named: string | undefined, tested: string, git: Git): Promise<string | undefined> {
  return named === undefined ? undefined : git.mergeBase(named, tested);
}

async function fromGit(id: string, git: Git): Promise<Buffer | undefined> {
  const text = await git.blob(id);
  return text === undefined ? undefined : Buffer.from(text);
}

/** For a clone that is shallow, or was made without old contents. */
async function contentFromGitHub(id: string, openGitHub: () => Promise<GitHub>): Promise<Buffer | undefined> {
  try {
    return await (await openGitHub()).blob(id);
  } catch (error) {
    if (error instanceof GitHubTrouble) return undefined;
    throw error;
  }
}

interface Asked {
  readonly commit: string;
  readonly top: string;
  readonly tested: string;
  readonly git: Git;
  readonly openGitHub: () => Promise<GitHub>;
}

async function fromGitHub({ commit, top, tested, git, openGitHub }: Asked): Promise<FoundBase> {
  try {
    const github = await openGitHub();
    const [earlier, later] = await Promise.all([github.treeOf(commit), git.treeOf(tested)]);
    if (later === undefined) return { because: 'git does not tell what the commit holds that is tried' };
    if (earlier === undefined)
      return { because: 'the base has more files than GitHub tells at once; fetch it (fetch-depth: 0)' };
    const tree: Tree = new Map(earlier.map(({ path, ...file }) => [path, file]));
    return {
      commit,
      top,
      differences: differencesOf(tree, later),
      content: async (id) => contentFromGitHub(id, openGitHub),
    };
  } catch (error) {
    if (!(error instanceof GitHubTrouble)) throw error;
    return { because: `the clone does not have its base, and it cannot be asked for: ${error.message}` };
  }
}
