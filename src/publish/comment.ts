import { type GitHub, GitHubTrouble, type PostedComment } from '../github/github.ts';
import type { Clock } from '../ports.ts';
import { type Previous, readMarker, readPrevious } from '../render/state.ts';

/** How the sticky comment came out. */
export type CommentOutcome =
  /** It shows this report; `previous` is what it showed before. */
  | { readonly kind: 'posted'; readonly url: string; readonly previous?: Previous }
  /** Nothing is wrong, and there is none of this report: the settings want none, or a newer run was here. */
  | { readonly kind: 'not-wanted'; readonly because: string }
  | { readonly kind: 'failed'; readonly trouble: GitHubTrouble };

export interface StickyComment {
  readonly github: GitHub;
  readonly clock: Clock;
  readonly pull: number;
  /** Of workflow, job and trial, as the marker has it: another key is another comment. */
  readonly key: string;
  /** The run's number: a comment of a newer run is never overwritten. */
  readonly run: number;
  /** Whether one is made where there is none; one that exists is brought up to date in any case. */
  readonly wanted: boolean;
  /** The whole text, marker and state in it, of at most so many bytes. */
  readonly text: (previous: Previous | undefined, maxBytes: number) => string;
}

/** Brings the pull request's one comment of this key up to date. Never throws for what GitHub does. */
export async function keepComment(sticky: StickyComment): Promise<CommentOutcome> {
  try {
    const login = await sticky.github.viewerLogin();
    const ours = await listOurs(sticky, login);
    return (await updateOldest(sticky, ours)) ?? (await create(sticky, login));
  } catch (error) {
    if (error instanceof GitHubTrouble) return { kind: 'failed', trouble: error };
    throw error;
  }
}

/**
 * The comments that this token wrote under this key, oldest first. The marker alone proves nothing: anyone may post
 * it, and the token could edit that comment.
 */
async function listOurs({ github, pull, key }: StickyComment, login: string): Promise<readonly PostedComment[]> {
  const all = await github.listComments(pull);
  return all
    .filter((comment) => comment.author === login && readMarker(comment.body)?.key === key)
    .toSorted((a, b) => a.id - b.id);
}

const newerRun = (run: number): CommentOutcome => ({
  kind: 'not-wanted',
  because: `The comment shows run ${run}, which is newer than this one.`,
});

async function updateOldest(
  sticky: StickyComment,
  ours: readonly PostedComment[],
): Promise<CommentOutcome | undefined> {
  const oldest = ours[0];
  if (oldest === undefined) return undefined;
  const newest = Math.max(...ours.map((comment) => readMarker(comment.body)?.run ?? 0));
  if (newest > sticky.run) return newerRun(newest);
  const previous = readPrevious(oldest.body);
  try {
    const updated = await withinLimit((maxBytes) =>
      sticky.github.updateComment(oldest.id, sticky.text(previous, maxBytes)),
    );
    return { kind: 'posted', url: updated.url, ...(previous === undefined ? {} : { previous }) };
  } catch (error) {
    if (error instanceof GitHubTrouble && error.kind === 'missing') return undefined; // deleted a moment ago
    throw error;
  }
}

async function create(sticky: StickyComment, login: string): Promise<CommentOutcome> {
  if (!sticky.wanted) return { kind: 'not-wanted', because: 'The setting `comment` asks for none here.' };
  const created = await withinLimit((maxBytes) => createOnce(sticky, login, sticky.text(undefined, maxBytes)));
  try {
    return await settleRace(sticky, login, created);
  } catch (error) {
    // The report is there; only whether another run posted at the same moment could not be learnt.
    if (error instanceof GitHubTrouble) return { kind: 'posted', url: created.url };
    throw error;
  }
}

const mostTries = 3;

/** A POST whose answer was lost may have been carried out: before another, the first one is looked for. */
async function createOnce(sticky: StickyComment, login: string, body: string): Promise<PostedComment> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await sticky.github.createComment(sticky.pull, body);
    } catch (error) {
      if (!(error instanceof GitHubTrouble) || !error.mayHaveArrived) throw error;
      // GitHub's list may lag behind a comment that was made this very moment.
      await sticky.clock.sleep(tries * 1000);
      const ours = await listOurs(sticky, login).catch(() => {
        throw error; // the first trouble tells more than the second
      });
      const arrived = ours.find((comment) => readMarker(comment.body)?.run === sticky.run);
      if (arrived !== undefined) return arrived;
      if (tries === mostTries) throw error;
    }
  }
}

/** Two runs that found no comment have both made one. Both see the same order, so both keep the older one. */
async function settleRace(sticky: StickyComment, login: string, created: PostedComment): Promise<CommentOutcome> {
  const older = (await listOurs(sticky, login)).filter((comment) => comment.id < created.id);
  const outcome = await updateOldest(sticky, older);
  if (outcome === undefined) return { kind: 'posted', url: created.url };
  await sticky.github.deleteComment(created.id);
  return outcome;
}

/** GitHub takes 65,536 characters, an enterprise's own server may take less. */
const budgets: readonly number[] = [65_536, 32_000, 8_000];

async function withinLimit<Result>(post: (maxBytes: number) => Promise<Result>): Promise<Result> {
  for (const [at, maxBytes] of budgets.entries()) {
    try {
      return await post(maxBytes);
    } catch (error) {
      const isLast = at === budgets.length - 1;
      if (isLast || !(error instanceof GitHubTrouble) || error.kind !== 'too-long') throw error;
    }
  }
  throw new RangeError('no budget is left'); // not reached: the last budget returns or throws
}
