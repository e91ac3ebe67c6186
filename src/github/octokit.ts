import * as v from 'valibot';
import type { Clock } from '../ports.ts';
import {
  blobAnswer,
  commentAnswer,
  fileAnswer,
  pullAnswer,
  reviewCommentAnswer,
  treeAnswer,
  viewerAnswer,
} from './answers.ts';
import type { Repository } from './event.ts';
import { type GitHub, GitHubTrouble } from './github.ts';
import { type Patience, patienceOf } from './patience.ts';
import type { NewReviewComment } from './review.ts';
import { askedToWait, troubleOf } from './trouble.ts';
import { wholeAnswers } from './whole-answers.ts';

export interface GitHubOptions {
  readonly token: string;
  readonly repository: Repository;
  readonly clock: Clock;
  /** All that is waited for GitHub; 50 s where it is not given, so that with a caller's own pauses a minute is enough. */
  readonly patienceMs?: number;
  /** The pause before a failed request is tried a second time, four times that before the third; 1 s where it is not given. */
  readonly retryPauseMs?: number;
}

const perPage = 100;
/** 10,000 comments: beyond that something is wrong with the answers, not with the pull request. */
const mostPages = 100;
/** GitHub asks for a second between two requests that create or change. */
const pauseBetweenWritesMs = 1000;
const mostRateLimitWaits = 4;

/** Opens GitHub's API for one repository. Nothing is asked yet. */
export async function openGitHub(options: GitHubOptions): Promise<GitHub> {
  if (options.token === '') {
    throw new GitHubTrouble('no-token', 'There is no token: `github-token` is empty.');
  }
  const octokit = await octokitFor(options);
  const { clock, repository } = options;
  const patience = patienceOf(options.patienceMs ?? 50_000, clock);
  const where = { owner: repository.owner, repo: repository.name };
  const read = <Result>(request: (signal: AbortSignal) => Promise<Result>): Promise<Result> =>
    patiently(request, patience, clock);
  let login: string | undefined;
  let lastWrite = Number.NEGATIVE_INFINITY;
  const write = async <Result>(request: (signal: AbortSignal) => Promise<Result>): Promise<Result> => {
    const pause = lastWrite + pauseBetweenWritesMs - clock.ticks();
    if (pause > 0) await patience.wait(pause);
    try {
      return await patiently(request, patience, clock);
    } finally {
      lastWrite = clock.ticks();
    }
  };

  return {
    async viewerLogin() {
      login ??= await read(async (signal) =>
        v.parse(viewerAnswer, await octokit.graphql('{ viewer { login } }', { request: { signal } })),
      );
      return login;
    },

    listComments: (pull) =>
      allPages(async (page) =>
        read(async (signal) => {
          const answer = await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
            ...where,
            issue_number: pull,
            per_page: perPage,
            page,
            request: { signal },
          });
          return { items: v.parse(v.array(commentAnswer), answer.data), link: answer.headers.link };
        }),
      ),

    createComment: (pull, body) =>
      write(async (signal) => {
        const answer = await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
          ...where,
          issue_number: pull,
          body,
          // Its answer may be lost after it was carried out, so that a blind retry would make two.
          request: { signal, retries: 0 },
        });
        return v.parse(commentAnswer, answer.data);
      }),

    updateComment: (id, body) =>
      write(async (signal) => {
        const answer = await octokit.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
          ...where,
          comment_id: id,
          body,
          request: { signal },
        });
        return v.parse(commentAnswer, answer.data);
      }),

    async deleteComment(id) {
      try {
        await write(async (signal) =>
          octokit.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', {
            ...where,
            comment_id: id,
            request: { signal },
          }),
        );
      } catch (error) {
        if (!(error instanceof GitHubTrouble && error.kind === 'missing')) throw error;
      }
    },

    changedFiles: (pull) =>
      allPages(async (page) =>
        read(async (signal) => {
          const answer = await octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
            ...where,
            pull_number: pull,
            per_page: perPage,
            page,
            request: { signal },
          });
          return { items: v.parse(v.array(fileAnswer), answer.data), link: answer.headers.link };
        }),
      ),

    openPulls: (owner, branch) =>
      allPages(async (page) =>
        read(async (signal) => {
          const answer = await octokit.request('GET /repos/{owner}/{repo}/pulls', {
            ...where,
            state: 'open',
            head: `${owner}:${branch}`,
            per_page: perPage,
            page,
            request: { signal },
          });
          return { items: v.parse(v.array(pullAnswer), answer.data), link: answer.headers.link };
        }),
      ),

    listReviewComments: (pull) =>
      allPages(async (page) =>
        read(async (signal) => {
          const answer = await octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/comments', {
            ...where,
            pull_number: pull,
            per_page: perPage,
            page,
            request: { signal },
          });
          return { items: v.parse(v.array(reviewCommentAnswer), answer.data), link: answer.headers.link };
        }),
      ),

    createReview: (pull, commit, { body, comments }) =>
      write(async (signal) => {
        await octokit.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
          ...where,
          pull_number: pull,
          commit_id: commit,
          event: 'COMMENT',
          body,
          comments: comments.map(anchored),
          request: { signal, retries: 0 },
        });
      }),

    createReviewComment: (pull, commit, comment) =>
      write(async (signal) => {
        await octokit.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/comments', {
          ...where,
          pull_number: pull,
          commit_id: commit,
          ...anchored(comment),
          request: { signal, retries: 0 },
        });
      }),

    treeOf: (commit) =>
      read(async (signal) => {
        const answer = await octokit.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
          ...where,
          tree_sha: commit,
          recursive: '1',
          request: { signal },
        });
        return v.parse(treeAnswer, answer.data);
      }),

    blob: (id) =>
      read(async (signal) => {
        const answer = await octokit.request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', {
          ...where,
          file_sha: id,
          request: { signal },
        });
        return v.parse(blobAnswer, answer.data);
      }),
  };
}

/** As GitHub names the place: the right side of the diff, and of several lines the first one too. */
function anchored({ path, firstLine, line, body }: NewReviewComment) {
  const range = firstLine === line ? {} : { start_line: firstLine, start_side: 'RIGHT' as const };
  return { path, line, side: 'RIGHT' as const, ...range, body };
}

/** Loaded here and not above: the package reads the event and the proxies when it is evaluated, which only this needs. */
async function octokitFor({ token, repository, retryPauseMs }: GitHubOptions) {
  const [{ getOctokit }, { defaults }, { retry }] = await Promise.all([
    import('@actions/github'),
    import('@actions/github/lib/utils'),
    import('@octokit/plugin-retry'),
  ]);
  return getOctokit(
    token,
    {
      baseUrl: repository.apiUrl,
      request: { ...defaults.request, fetch: wholeAnswers(repository.apiUrl, defaults.request?.fetch) },
      // Limits (403, 429) are waited for by `patiently`, which knows how long; the others stay as they are.
      retry: {
        retries: 2,
        retryAfterBaseValue: retryPauseMs ?? 1000,
        doNotRetry: [400, 401, 403, 404, 409, 410, 413, 422, 429, 451],
      },
      // What octokit logs of itself (deprecations) would stand unguarded in the runner's log.
      log: { debug() {}, info() {}, warn() {}, error() {} },
    },
    retry,
  );
}

/** Waits as GitHub asks while the patience allows it, and names whatever goes wrong. */
async function patiently<Result>(
  request: (signal: AbortSignal) => Promise<Result>,
  patience: Patience,
  clock: Clock,
): Promise<Result> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await patience.spend(request);
    } catch (error) {
      const asked = tries < mostRateLimitWaits ? askedToWait(error, tries, clock.now()) : undefined;
      if (asked === undefined || !(await patience.wait(asked))) throw troubleOf(error);
    }
  }
}

async function allPages<Item>(
  get: (page: number) => Promise<{ readonly items: readonly Item[]; readonly link: string | undefined }>,
): Promise<readonly Item[]> {
  const all: Item[] = [];
  // Counted, and not followed by the address in `link`: the token goes to no address that an answer names.
  for (let page = 1; page <= mostPages; page += 1) {
    const { items, link } = await get(page);
    all.push(...items);
    if (!/;\s*rel="?next"?/.test(link ?? '')) break;
  }
  return all;
}
