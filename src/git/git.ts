import { type ProgramAnswer, askProgram } from '../process.ts';

/** What a git checkout tells. Every answer is undefined where there is no git, no checkout, or git does not trust its owner. */
export interface Git {
  /** The commit that is checked out. */
  headCommit(): Promise<string | undefined>;
  /** The checkout's top folder, absolute. */
  root(): Promise<string | undefined>;
  /** Whether git knows this file; a path as seen from the folder that was asked. */
  isTracked(path: string): Promise<boolean | undefined>;
  /** The id of a file's content in a commit; a path as seen from the checkout's top. A shallow clone has few commits. */
  blobOf(commit: string, path: string): Promise<string | undefined>;
}

/** Asks the checkout that holds this folder. */
export function gitOf(folder: string, environment: Readonly<Record<string, string | undefined>>): Git {
  const ask = async (...args: readonly string[]): Promise<ProgramAnswer | undefined> =>
    // Reading alone: no lock is taken, and a path is never a pattern.
    askProgram(['git', '--no-optional-locks', '--literal-pathspecs', ...args], { cwd: folder, environment });
  return {
    headCommit: async () => lineOf(await ask('rev-parse', '--verify', 'HEAD^{commit}')),
    root: async () => lineOf(await ask('rev-parse', '--show-toplevel')),
    isTracked: async (path) => yesOrNo(await ask('ls-files', '--error-unmatch', '--', path)),
    blobOf: async (commit, path) =>
      isCommit(commit) ? lineOf(await ask('rev-parse', '--verify', '--quiet', `${commit}:${path}`)) : undefined,
  };
}

function lineOf(answer: ProgramAnswer | undefined): string | undefined {
  const text = answer?.exitCode === 0 ? answer.stdout.replace(/\r?\n$/, '') : '';
  return text === '' ? undefined : text;
}

/** Exit code 1 is git's no; what is above is trouble. */
function yesOrNo(answer: ProgramAnswer | undefined): boolean | undefined {
  return answer === undefined || answer.exitCode > 1 ? undefined : answer.exitCode === 0;
}

/** Anything else might be an option to git. */
function isCommit(commit: string): boolean {
  return /^[0-9a-f]{7,64}$/.test(commit);
}
