import { type GitHub, GitHubTrouble } from '../github/github.ts';
import { type Address, addressOf } from '../render/links.ts';
import { count } from '../render/numbers.ts';
import { readSuggestionId } from '../render/suggestion.ts';
import type { Suggestion } from './suggestions.ts';

export interface Review {
  readonly openGitHub: () => Promise<GitHub>;
  readonly pull: number;
  /** The pull request's head, on whose lines the comments stand. */
  readonly commit: string;
  readonly serverUrl: string;
  readonly suggestions: readonly Suggestion[];
}

export interface Reviewed {
  /** By fingerprint: where a fix can be applied. */
  readonly posted: ReadonlyMap<string, Address>;
  readonly told: readonly string[];
}

/** Posts the suggestions that are not there yet as one review. Never throws for what GitHub does: what is not posted stands in the comment. */
export async function postSuggestions(review: Review): Promise<Reviewed> {
  const { suggestions, openGitHub } = review;
  if (suggestions.length === 0) return { posted: new Map(), told: [] };
  const told: string[] = [];
  try {
    const github = await openGitHub();
    const before = await postedIds(review, github);
    const missing = suggestions.filter(({ id }) => !before.has(id));
    if (missing.length === 0) return { posted: addresses(review, before), told };
    told.push(...(await post(missing, review, github)));
    return { posted: addresses(review, await postedIds(review, github)), told };
  } catch (error) {
    if (!(error instanceof GitHubTrouble)) throw error;
    return { posted: new Map(), told: [...told, `The fixes were not posted as suggestions. ${error.message}`] };
  }
}

interface Posted {
  readonly url: string;
  readonly isOutdated: boolean;
}

/** What this token has posted, by id: anyone may write our marker. */
async function postedIds({ pull }: Review, github: GitHub): Promise<ReadonlyMap<string, Posted>> {
  const login = await github.viewerLogin();
  const found = new Map<string, Posted>();
  for (const { author, body, url, isOutdated } of await github.listReviewComments(pull)) {
    const id = author === login ? readSuggestionId(body) : undefined;
    if (id !== undefined) found.set(id, { url, isOutdated });
  }
  return found;
}

/** An outdated one cannot be applied, so it is not linked; it is not posted again either. */
function addresses(
  { suggestions, serverUrl }: Review,
  posted: ReadonlyMap<string, Posted>,
): ReadonlyMap<string, Address> {
  return new Map(
    suggestions.flatMap(({ id, fingerprint }) => {
      const found = posted.get(id);
      const address = found === undefined || found.isOutdated ? undefined : addressOf(serverUrl, found.url);
      return address === undefined ? [] : [[fingerprint, address] as const];
    }),
  );
}

/** One line that is not in the diff makes GitHub refuse the whole review, so the others are then posted one by one. */
async function post(
  missing: readonly Suggestion[],
  { pull, commit }: Review,
  github: GitHub,
): Promise<readonly string[]> {
  const comments = missing.map(({ comment }) => comment);
  try {
    const fixes = count(comments.length, 'fix', 'fixes');
    await github.createReview(pull, commit, { body: `Sea Trial proposes ${fixes}.`, comments });
    return [];
  } catch (error) {
    if (!isRefusal(error)) return lostOrThrown(error);
  }
  const told: string[] = [];
  for (const comment of comments) {
    try {
      await github.createReviewComment(pull, commit, comment);
    } catch (error) {
      if (!isRefusal(error)) return [...told, ...lostOrThrown(error)];
      told.push(`A fix at ${comment.path}:${comment.line} was not posted as a suggestion. ${error.message}`);
    }
  }
  return told;
}

function isRefusal(error: unknown): error is GitHubTrouble {
  return error instanceof GitHubTrouble && error.status === 422;
}

/** What may have arrived all the same is looked for, and not sent twice. */
function lostOrThrown(error: unknown): readonly string[] {
  if (error instanceof GitHubTrouble && error.mayHaveArrived)
    return [`Whether the fixes were posted as suggestions was not answered. ${error.message}`];
  throw error;
}
