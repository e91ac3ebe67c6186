import { expect, test } from 'vitest';
import { openGitHub } from '../../src/github/octokit.ts';
import { systemClock } from '../../src/ports.ts';
import { postSuggestions } from '../../src/publish/review.ts';
import type { Suggestion } from '../../src/publish/suggestions.ts';
import { renderSuggestion, suggestionId } from '../../src/render/suggestion.ts';
import { type Fault, githubAnswers } from '../support/github-api/faults.ts';
import { type GitHubApi, startGitHubApi } from '../support/github-api/server.ts';
import { linksFor, rootUser } from '../support/reports.ts';

const head = '9f1c2ab04d1e5f60718293a4b5c6d7e8f9a0b1c2';

function suggestion(line: number): Suggestion {
  const finding = { ...rootUser, fingerprint: `flaw at ${line}` };
  const lines = [`USER ${line}`];
  const body = renderSuggestion(finding, lines, linksFor()) ?? '';
  return {
    id: suggestionId(finding, lines),
    fingerprint: finding.fingerprint,
    comment: { path: 'Dockerfile', firstLine: line, line, body },
  };
}

/** A pull request whose diff shows lines 1 to 3. */
async function review(
  suggestions: readonly Suggestion[],
  {
    prepare,
    faults = [],
    tokenWrites = true,
  }: {
    readonly prepare?: (api: GitHubApi) => void;
    readonly faults?: readonly Fault[];
    readonly tokenWrites?: boolean;
  } = {},
) {
  await using api = await startGitHubApi({ faults, tokenWrites });
  api.repository.files.push({ pull: 7, filename: 'Dockerfile', patch: '@@ -1,2 +1,3 @@\n a\n+b\n c' });
  prepare?.(api);
  const { posted, told } = await postSuggestions({
    openGitHub: async () =>
      openGitHub({
        token: api.token,
        repository: { owner: 'octo', name: 'api', serverUrl: 'https://github.com', apiUrl: api.url },
        clock: systemClock,
        patienceMs: 10_000,
        retryPauseMs: 1,
      }),
    pull: 7,
    commit: head,
    serverUrl: 'https://github.com',
    suggestions,
  });
  expect(api.violations).toEqual([]);
  return {
    links: Object.fromEntries(Array.from(posted, ([fingerprint, { href }]) => [fingerprint, href])),
    told,
    lines: api.repository.reviewComments.map(({ line }) => line),
    requests: api.requests.map(({ method, path }) => `${method} ${path.replace('/repos/octo/api/pulls/7', '')}`),
  };
}

const address = (id: number): string => `https://github.com/octo/api/pull/7#discussion_r${id}`;
const postOnce = ['POST /graphql', 'GET /comments', 'POST /reviews', 'GET /comments'];

/** As an earlier push has left it. */
function earlier(line: number, { author = 'github-actions[bot]', outdated = false } = {}) {
  return (api: GitHubApi): void => {
    const { comment } = suggestion(line);
    api.repository.reviewComments.push({
      id: 900 + line,
      pull: 7,
      author,
      body: comment.body,
      path: 'Dockerfile',
      commit: head,
      line: outdated ? undefined : line,
    });
  };
}

test('all go out as one review, and their addresses are known', async () => {
  expect(await review([suggestion(1), suggestion(2)])).toEqual({
    links: { 'flaw at 1': address(1001), 'flaw at 2': address(1002) },
    told: [],
    lines: [1, 2],
    requests: postOnce,
  });
});

test('several lines are a range', async () => {
  const wide = suggestion(3);
  const { lines } = await review([{ ...wide, comment: { ...wide.comment, firstLine: 1 } }]);
  expect(lines).toEqual([3]);
});

test('without suggestions nothing is asked', async () => {
  expect((await review([])).requests).toEqual([]);
});

test('on the next push what is there already is linked and not posted again', async () => {
  expect(await review([suggestion(1)], { prepare: earlier(1) })).toEqual({
    links: { 'flaw at 1': address(901) },
    told: [],
    lines: [1],
    requests: ['POST /graphql', 'GET /comments'],
  });
  expect(await review([suggestion(1), suggestion(2)], { prepare: earlier(1) })).toMatchObject({
    links: { 'flaw at 1': address(901), 'flaw at 2': address(1001) },
    lines: [1, 2],
  });
});

test('an outdated one is neither linked nor posted again', async () => {
  expect(await review([suggestion(1)], { prepare: earlier(1, { outdated: true }) })).toMatchObject({
    links: {},
    lines: [undefined],
  });
});

test("somebody else's comment with our marker counts for nothing", async () => {
  expect(await review([suggestion(1)], { prepare: earlier(1, { author: 'stranger' }) })).toMatchObject({
    links: { 'flaw at 1': address(1001) },
    lines: [1, 1],
  });
});

test('one line that is not in the diff takes none of the others along', async () => {
  expect(await review([suggestion(1), suggestion(9), suggestion(3)])).toEqual({
    links: { 'flaw at 1': address(1001), 'flaw at 3': address(1002) },
    told: [expect.stringMatching(/^A fix at Dockerfile:9 was not posted as a suggestion\. GitHub answered 422: /)],
    lines: [1, 3],
    requests: [
      'POST /graphql',
      'GET /comments',
      'POST /reviews',
      'POST /comments',
      'POST /comments',
      'POST /comments',
      'GET /comments',
    ],
  });
});

test.each<[string, Fault]>([
  ['was lost behind it', { kind: 'reset', carriedOut: true, path: /reviews$/ }],
  ['was cut off', { kind: 'truncated', by: 'connection', path: /reviews$/ }],
])('a review whose answer %s is found, and not sent twice', async (_, fault) => {
  expect(await review([suggestion(1)], { faults: [fault] })).toMatchObject({
    links: { 'flaw at 1': address(1001) },
    lines: [1],
    requests: postOnce,
  });
});

test.each<[string, Fault, string]>([
  [
    'the connection breaks',
    { kind: 'reset', carriedOut: false, path: /reviews$/ },
    'Whether the fixes were posted as suggestions was not answered.',
  ],
  [
    'the token may not',
    { ...githubAnswers.notAccessible, path: /reviews$/ },
    'The fixes were not posted as suggestions. GitHub answered 403',
  ],
  [
    'the list cannot be had',
    { ...githubAnswers.serverError, path: /comments$/ },
    'The fixes were not posted as suggestions. GitHub answered 500',
  ],
])('where %s, it is told and nothing is thrown', async (_, fault, words) => {
  const seen = await review([suggestion(1)], { faults: [fault] });
  expect([seen.links, seen.lines]).toEqual([{}, []]);
  expect(seen.told).toEqual([expect.stringContaining(words)]);
});
