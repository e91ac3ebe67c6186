import { describe, expect, test } from 'vitest';
import { type GitHub, GitHubTrouble } from '../../src/github/github.ts';
import { openGitHub } from '../../src/github/octokit.ts';
import { type Fault, githubAnswers } from '../support/github-api/faults.ts';
import { type GitHubApi, type GitHubApiOptions, startGitHubApi } from '../support/github-api/server.ts';
import { blobIdOf } from '../support/github-api/repository.ts';
import { type HurriedClock, hurriedClock } from '../support/hurried-clock.ts';

async function open(api: GitHubApi, clock: HurriedClock = hurriedClock(), token = api.token) {
  return openGitHub({
    token,
    repository: { owner: 'octo', name: 'api', serverUrl: 'https://github.com', apiUrl: api.url },
    clock,
    patienceMs: 60_000,
    retryPauseMs: 1,
  });
}

const create = async (github: GitHub): Promise<unknown> => github.createComment(7, 'text');
const list = async (github: GitHub): Promise<unknown> => (await github.listComments(7)).length;

/** Plays the faults, asks, and returns what became of it beside what the server saw. */
async function under<Result>(options: GitHubApiOptions, ask: (github: GitHub) => Promise<Result>) {
  await using api = await startGitHubApi(options);
  const clock = hurriedClock();
  const github = await open(api, clock);
  const [result] = await Promise.allSettled([ask(github)]);
  expect(api.violations).toEqual([]);
  return {
    result: result.status === 'fulfilled' ? result.value : kindAndStatus(result.reason),
    requests: api.requests.map(({ method, path }) => `${method} ${path}`),
    comments: api.repository.comments.map(({ body }) => body),
    slept: clock.slept,
  };
}

function kindAndStatus(error: unknown): unknown {
  if (!(error instanceof GitHubTrouble)) throw error;
  return { kind: error.kind, status: error.status, mayHaveArrived: error.mayHaveArrived };
}

const post: Pick<Fault, 'method'> = { method: 'POST' };
const commentsOf7 = '/repos/octo/api/issues/7/comments';

describe('in fair weather', () => {
  test('comments are listed over all pages, made, changed and deleted', async () => {
    await using api = await startGitHubApi();
    for (let at = 1; at <= 301; at += 1) api.addComment(7, at === 5 ? undefined : 'somebody', `comment ${at}`);
    api.addComment(8, 'somebody', 'on another pull request');
    const github = await open(api);

    const listed = await github.listComments(7);
    expect(listed.map(({ body }) => body)).toEqual(Array.from({ length: 301 }, (_, at) => `comment ${at + 1}`));
    expect(listed[4]).toEqual({
      id: 1005,
      body: 'comment 5',
      url: 'https://github.com/octo/api/pull/7#issuecomment-1005',
    });

    expect(await github.viewerLogin()).toBe('github-actions[bot]');
    const created = await github.createComment(7, 'new');
    expect(created).toEqual({
      id: 1303,
      author: 'github-actions[bot]',
      body: 'new',
      url: 'https://github.com/octo/api/pull/7#issuecomment-1303',
    });
    expect((await github.updateComment(created.id, 'newer')).body).toBe('newer');
    await github.deleteComment(created.id);
    await github.deleteComment(created.id);
    expect(api.repository.comments).toHaveLength(302);
    expect(api.requests.map(({ method, path, query }) => `${method} ${path}${query}`)).toEqual([
      `GET ${commentsOf7}?per_page=100&page=1`,
      `GET ${commentsOf7}?per_page=100&page=2`,
      `GET ${commentsOf7}?per_page=100&page=3`,
      `GET ${commentsOf7}?per_page=100&page=4`,
      'POST /graphql',
      `POST ${commentsOf7}`,
      'PATCH /repos/octo/api/issues/comments/1303',
      'DELETE /repos/octo/api/issues/comments/1303',
      'DELETE /repos/octo/api/issues/comments/1303',
    ]);
    expect(api.violations).toEqual([]);
  });

  test('writes are a second apart', async () => {
    const { slept } = await under({}, async (github) => {
      await github.createComment(7, 'one');
      await github.listComments(7);
      await github.createComment(7, 'two');
    });
    expect(slept).toHaveLength(1);
    expect(slept[0]).toBeGreaterThan(500);
    expect(slept[0]).toBeLessThanOrEqual(1000);
  });

  test('the files of a pull request come with the lines of their hunks', async () => {
    await using api = await startGitHubApi();
    api.repository.files.push(
      { pull: 7, filename: 'Dockerfile', patch: '@@ -1,2 +1,3 @@\n FROM python:3.11\n+USER app\n-RUN x\n CMD y' },
      { pull: 7, filename: 'logo.png' },
      { pull: 7, filename: 'new name.py', previousFilename: 'old.py', status: 'renamed' },
    );
    const blob = 'bbcd538c8e72b8c175046e27cc8f907076331401';
    expect(await (await open(api)).changedFiles(7)).toEqual([
      {
        path: 'Dockerfile',
        status: 'modified',
        blob,
        hunks: [
          {
            firstLine: 1,
            lines: [
              { added: false, text: 'FROM python:3.11' },
              { added: true, text: 'USER app' },
              { added: false, text: 'CMD y' },
            ],
          },
        ],
      },
      { path: 'logo.png', status: 'modified', blob, hunks: [] },
      { path: 'new name.py', previousPath: 'old.py', status: 'renamed', blob, hunks: [] },
    ]);
    expect(api.violations).toEqual([]);
  });
});

describe('files of a commit', () => {
  const commit = '4be07d1c3a5e7f90b1d2c3e4f5a6b7c8d9e0f1a2';

  test('are listed with their ids, and read by them', async () => {
    await using api = await startGitHubApi();
    const text = `FROM scratch # ü ${'x'.repeat(100)}\n`;
    api.repository.commits.set(commit, { 'sub/Dockerfile': text });
    const github = await open(api);
    const [file] = (await github.treeOf(commit)) ?? [];
    expect(file).toEqual({ path: 'sub/Dockerfile', id: blobIdOf(text), kind: 'file' });
    expect((await github.blob(blobIdOf(text))).toString('utf8')).toBe(text);
    expect(api.violations).toEqual([]);
  });

  test('that GitHub does not tell whole are not taken for all', async () => {
    await using api = await startGitHubApi({
      faults: [{ kind: 'answer', status: 200, body: { sha: commit, truncated: true, tree: [] } }],
    });
    expect(await (await open(api)).treeOf(commit)).toBeUndefined();
  });
});

describe('trouble with a write', () => {
  const made = {
    id: 1001,
    author: 'github-actions[bot]',
    body: 'text',
    url: 'https://github.com/octo/api/pull/7#issuecomment-1001',
  };

  test('a 403 for permission is not repeated', async () => {
    const { result, requests } = await under({ tokenWrites: false }, create);
    expect(result).toEqual({ kind: 'forbidden', status: 403, mayHaveArrived: false });
    expect(requests).toHaveLength(1);
  });

  test.each([
    ['401', githubAnswers.badCredentials, { kind: 'bad-token', status: 401, mayHaveArrived: false }],
    ['404', githubAnswers.notFound, { kind: 'missing', status: 404, mayHaveArrived: false }],
    ['410', githubAnswers.gone, { kind: 'missing', status: 410, mayHaveArrived: false }],
    ['409', githubAnswers.conflict, { kind: 'refused', status: 409, mayHaveArrived: false }],
    ['422 too long', githubAnswers.tooLong, { kind: 'too-long', status: 422, mayHaveArrived: false }],
    ['500', githubAnswers.serverError, { kind: 'server', status: 500, mayHaveArrived: true }],
    ['502', githubAnswers.badGateway, { kind: 'server', status: 502, mayHaveArrived: true }],
  ] as const)('%s is named and a POST is not blindly repeated', async (_, fault, expected) => {
    const { result, requests } = await under({ faults: [{ ...post, ...fault }] }, create);
    expect(result).toEqual(expected);
    expect(requests).toHaveLength(1);
  });

  test('a limit with retry-after is waited for, then the write goes through', async () => {
    const { result, requests, slept } = await under(
      { faults: [{ ...post, ...githubAnswers.secondaryLimit, headers: { 'retry-after': '7' }, times: 1 }] },
      create,
    );
    expect(result).toEqual(made);
    expect(requests).toHaveLength(2);
    expect(slept[0]).toBe(7000);
  });

  test('a limit with the time of its reset is waited for', async () => {
    const reset = String(Math.floor(Date.now() / 1000) + 20);
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
    const { result, slept } = await under(
      { faults: [{ ...post, ...githubAnswers.tooManyRequests, headers, times: 1 }] },
      create,
    );
    expect(result).toEqual(made);
    expect(slept[0]).toBeGreaterThan(17_000);
    expect(slept[0]).toBeLessThanOrEqual(20_000);
  });

  test.each([
    ['an hour', { 'retry-after': '3600' }],
    ['no time at all, which means a minute', {}],
  ])('a limit that asks to wait %s is longer than our patience', async (_, headers) => {
    const { result, requests, slept } = await under(
      { faults: [{ ...post, ...githubAnswers.secondaryLimit, headers }] },
      create,
    );
    expect(result).toEqual({ kind: 'rate-limited', status: 403, mayHaveArrived: false });
    expect([requests.length, slept]).toEqual([1, []]);
  });

  test('all waiting together stays below the patience', async () => {
    const { result, slept } = await under(
      { faults: [{ ...post, ...githubAnswers.tooManyRequests, headers: { 'retry-after': '25' } }] },
      create,
    );
    expect(result).toEqual({ kind: 'rate-limited', status: 429, mayHaveArrived: false });
    expect(slept).toEqual([25_000, 25_000]);
  });

  test.each([
    ['a reset', { kind: 'reset', carriedOut: true }, 'unreachable'],
    ['a text that ends early', { kind: 'truncated', by: 'text' }, 'unreadable'],
    ['a connection that ends early', { kind: 'truncated', by: 'connection' }, 'unreachable'],
  ] as const)('after %s the comment may be there though nothing was heard', async (_, fault, kind) => {
    const { result, comments } = await under({ faults: [{ ...post, ...fault }] }, create);
    expect(result).toEqual({ kind, status: undefined, mayHaveArrived: true });
    expect(comments).toEqual(['text']);
  });

  test('a 2xx answer of another shape is unreadable', async () => {
    const { result } = await under({ faults: [{ ...post, kind: 'answer', status: 201, body: { id: 'no' } }] }, create);
    expect(result).toEqual({ kind: 'unreadable', status: undefined, mayHaveArrived: true });
  });
});

describe('trouble with a read', () => {
  test.each([
    ['a 500', githubAnswers.serverError],
    ['a 502', githubAnswers.badGateway],
    ['a reset', { kind: 'reset', carriedOut: false }],
    ['a text that ends early', { kind: 'truncated', by: 'text' }],
    ['a connection that ends early', { kind: 'truncated', by: 'connection' }],
  ] as const)('%s is repeated', async (_, fault) => {
    const { result, requests } = await under({ faults: [{ ...fault, times: 2 }] }, list);
    expect(result).toBe(0);
    expect(requests).toHaveLength(3);
  });

  test('a 403 for permission is not repeated', async () => {
    const { result, requests } = await under({ faults: [githubAnswers.notAccessible] }, list);
    expect(result).toEqual({ kind: 'forbidden', status: 403, mayHaveArrived: false });
    expect(requests).toHaveLength(1);
  });

  test('a server that stays broken is named after three tries', async () => {
    const { result, requests } = await under({ faults: [githubAnswers.serverError] }, list);
    expect(result).toEqual({ kind: 'server', status: 500, mayHaveArrived: true });
    expect(requests).toHaveLength(3);
  });

  test('a server that never answers costs no more than the patience', async () => {
    await using api = await startGitHubApi({ faults: [{ kind: 'silence', carriedOut: false }] });
    const github = await openGitHub({
      token: api.token,
      repository: { owner: 'octo', name: 'api', serverUrl: 'https://github.com', apiUrl: api.url },
      clock: hurriedClock(),
      patienceMs: 200,
    });
    const began = performance.now();
    const [first] = await Promise.allSettled([github.listComments(7)]);
    const [second] = await Promise.allSettled([github.viewerLogin()]);
    expect([first, second].map((each) => each.status === 'rejected' && kindAndStatus(each.reason))).toEqual([
      { kind: 'out-of-time', status: undefined, mayHaveArrived: true },
      { kind: 'out-of-time', status: undefined, mayHaveArrived: true },
    ]);
    expect(performance.now() - began).toBeLessThan(1500);
    expect(api.requests).toHaveLength(1);
  });

  test('what GraphQL refuses with status 200 is named', async () => {
    const body = { data: null, errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }] };
    const { result } = await under({ faults: [{ kind: 'answer', status: 200, body }] }, (github) =>
      github.viewerLogin(),
    );
    expect(result).toEqual({ kind: 'forbidden', status: 403, mayHaveArrived: false });
  });

  test('nobody who listens is unreachable', async () => {
    const api = await startGitHubApi();
    const github = await open(api);
    await api[Symbol.asyncDispose]();
    const [result] = await Promise.allSettled([github.viewerLogin()]);
    expect(result.status === 'rejected' && kindAndStatus(result.reason)).toEqual({
      kind: 'unreachable',
      status: undefined,
      mayHaveArrived: true,
    });
  });

  test('what GitHub says is quoted on one line', async () => {
    const message = 'so\r\n::set-output name=verdict::passed\u001b[2J';
    await using api = await startGitHubApi({ faults: [{ kind: 'answer', status: 404, body: { message } }] });
    await expect((await open(api)).listComments(7)).rejects.toThrow(
      'GitHub answered 404: so ::set-output name=verdict::passed [2J.',
    );
  });
});

describe('the token', () => {
  test('an empty one is told before anything is asked', async () => {
    await using api = await startGitHubApi();
    await expect(open(api, hurriedClock(), '')).rejects.toThrow('There is no token: `github-token` is empty.');
    expect(api.requests).toEqual([]);
  });
});
