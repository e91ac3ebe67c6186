import { UserError } from '../../errors.ts';
import type { Change } from '../../git/change.ts';
import type { Git } from '../../git/git.ts';
import { baseOfBranch } from '../base/base.ts';

/** What changed since a commit, up to a later one or to the checkout as it lies there; or why that is not seen: a clause. */
export async function changeSince(
  base: string,
  git: Git,
  later?: string,
): Promise<Change | { readonly because: string }> {
  const change = await git.change(base, later);
  if (change !== undefined) return change;
  const isShallow = (await git.isShallow()) === true;
  return {
    because: isShallow
      ? `the clone is shallow and does not hold ${base}; let actions/checkout fetch it (fetch-depth: 0)`
      : `git does not tell what changed since ${base}`,
  };
}

/** What somebody's work changes: since the commit where it left the named one, else where it left the default branch. */
export async function changeOfWork(named: string | undefined, git: Git): Promise<Change> {
  const base = named === undefined ? await leftDefaultBranch(git) : await left(named, git);
  const change = await changeSince(base, git);
  if ('because' in change) throw unknownBase(`what changed is not known: ${change.because}.`, named);
  return change;
}

async function leftDefaultBranch(git: Git): Promise<string> {
  const base = await baseOfBranch(git);
  if ('because' in base) throw unknownBase(`there is no base to compare with: ${base.because}.`);
  return base.commit;
}

/** A shallow clone may hold the commit without the way to it: then it is compared with itself. */
async function left(named: string, git: Git): Promise<string> {
  const commit = await git.commitOf(named);
  if (commit === undefined) throw unknownBase(`"${named}" names no commit of this clone.`, named);
  return (await git.mergeBase(commit, 'HEAD')) ?? commit;
}

function unknownBase(message: string, named?: string): UserError {
  const fetch =
    named === undefined ? 'Name a commit or a branch: sea-trial affected BASE.' : 'Fetch it: git fetch origin.';
  return new UserError(message, {
    place: 'sea-trial affected',
    hint: `${fetch} In a workflow, let actions/checkout do that with \`fetch-depth: 0\`.`,
  });
}
