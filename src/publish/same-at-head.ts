import { gitOf } from '../git/git.ts';
import type { ChangedFile } from '../github/diff.ts';
import type { Ports } from '../ports.ts';
import { pathFromRoot } from '../render/links.ts';
import type { CommitInfo, Report } from '../report.ts';

/**
 * The files, as seen from the repository's root, that are the same in the pull request's head as in the merge commit that
 * was tried: a line number of the one is right in the other. The head is seldom in the clone, so for what the pull request
 * changes GitHub's list tells the content; of all else nothing is claimed.
 */
export async function sameAtHead(
  report: Report,
  commit: CommitInfo,
  changed: readonly ChangedFile[],
  root: string,
  checkout: Pick<Ports, 'environment' | 'workingDirectory'>,
): Promise<ReadonlySet<string>> {
  const paths = [...pathsNamed(report)].flatMap((path) => pathFromRoot(path, root) ?? []);
  const git = gitOf(checkout.workingDirectory, checkout.environment);
  const blobs = new Map(changed.map(({ path, blob }) => [path, blob]));
  const same = await Promise.all(
    paths.map(async (path) => {
      const tested = await git.blobOf(commit.tested, path);
      if (tested === undefined) return false;
      return tested === (blobs.get(path) ?? (await git.blobOf(commit.head, path)));
    }),
  );
  return new Set(paths.filter((_, at) => same[at] === true));
}

function pathsNamed(report: Report): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const trial of report.trials) {
    paths.add(trial.file);
    for (const { location, evidence } of trial.findings) {
      if (location !== undefined) paths.add(location.path);
      for (const each of evidence) if (each.kind === 'source') paths.add(each.location.path);
    }
  }
  return paths;
}
