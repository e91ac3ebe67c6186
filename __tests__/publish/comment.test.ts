import { describe, expect, test } from 'vitest';
import { openGitHub } from '../../src/github/octokit.ts';
import { type StickyComment, keepComment } from '../../src/publish/comment.ts';
import { marker } from '../../src/render/state.ts';
import { type Fault, githubAnswers } from '../support/github-api/faults.ts';
import { type GitHubApi, type GitHubApiOptions, startGitHubApi } from '../support/github-api/server.ts';
import { hurriedClock } from '../support/hurried-clock.ts';

const key = 'ci/image/api';
const bot = 'github-actions[bot]';
const sha = '9f1c2ab04d1e5f60718293a4b5c6d7e8f9a0b1c2';

function textOf(run: number, words = 'report'): string {
  return `${marker({ key, sha, run }).markdown}\n### Sea Trial: ${words} of run ${run}`;
}

/** Lets one run post its comment. */
async function post(api: GitHubApi, run: number, more: Partial<StickyComment> = {}) {
  const clock = hurriedClock();
  const github = await openGitHub({
    token: api.token,
    repository: { owner: 'octo', name: 'api', serverUrl: 'https://github.com', apiUrl: api.url },
    clock,
    retryPauseMs: 1,
  });
  return keepComment({ github, clock, pull: 7, key, run, wanted: true, text: () => textOf(run), ...more });
}

/** Plays one run against a server that is prepared so; returns what became of it and of the comments. */
async function play(
  run: number,
  prepare: (api: GitHubApi) => void,
  options: GitHubApiOptions = {},
  more: Partial<StickyComment> = {},
) {
  await using api = await startGitHubApi(options);
  prepare(api);
  const outcome = await post(api, run, more);
  expect(api.violations).toEqual([]);
  return {
    outcome: outcome.kind === 'failed' ? { kind: outcome.kind, trouble: outcome.trouble.kind } : outcome,
    comments: api.repository.comments.map(({ author, body }) => [author, body]),
    writes: api.requests
      .filter(({ method, path }) => method !== 'GET' && path !== '/graphql')
      .map(({ method }) => method),
  };
}

/** Another run's comment arrives between our look and our own comment. */
async function race(run: number, otherRun: number) {
  let api: GitHubApi | undefined;
  const faults: readonly Fault[] = [
    {
      method: 'POST',
      path: /comments$/,
      times: 1,
      kind: 'meanwhile',
      happens: () => api?.addComment(7, bot, textOf(otherRun)),
    },
  ];
  return play(run, (started) => (api = started), { faults });
}

const nothing = (): void => {};
const url = (id: number): string => `https://github.com/octo/api/pull/7#issuecomment-${id}`;

describe('the sticky comment', () => {
  test('is created, and the next run edits the same one', async () => {
    await using api = await startGitHubApi();
    expect(await post(api, 118)).toEqual({ kind: 'posted', url: url(1001) });
    const second = await post(api, 119);
    expect(second).toMatchObject({ kind: 'posted', url: url(1001) });
    expect(api.repository.comments.map(({ author, body }) => [author, body])).toEqual([[bot, textOf(119)]]);
    expect(api.violations).toEqual([]);
  });

  test('hands the earlier report to the text, so that it tells what changed', async () => {
    await using api = await startGitHubApi();
    await post(api, 118);
    const seen: unknown[] = [];
    const outcome = await post(api, 119, {
      text(previous) {
        seen.push(previous);
        return textOf(119);
      },
    });
    expect(seen).toEqual([outcome.kind === 'posted' ? outcome.previous : 'none']);
  });

  test('is edited again by a second attempt of the same run', async () => {
    const { outcome, comments } = await play(118, (api) => api.addComment(7, bot, textOf(118, 'first attempt')));
    expect([outcome, comments]).toMatchObject([{ kind: 'posted', url: url(1001) }, [[bot, textOf(118)]]]);
  });

  test('leaves alone what somebody else posted with our marker', async () => {
    const forged = `${textOf(117)}\nforged`;
    const { outcome, comments } = await play(118, (api) => {
      api.addComment(7, 'mallory', forged);
      api.addComment(7, undefined, forged);
      api.addComment(7, 'github-actions', forged);
    });
    expect(outcome).toEqual({ kind: 'posted', url: url(1004) });
    expect(comments).toEqual([
      ['mallory', forged],
      [undefined, forged],
      ['github-actions', forged],
      [bot, textOf(118)],
    ]);
  });

  test('is not held up by a forged marker of a run far ahead', async () => {
    const { outcome } = await play(118, (api) => api.addComment(7, 'mallory', textOf(999_999)));
    expect(outcome).toEqual({ kind: 'posted', url: url(1002) });
  });

  test.each([
    ['a marker that is not on the first line', `hello\n${textOf(117)}`],
    ['another key', textOf(117).replace('image', 'docs')],
    ['no marker', 'Thanks!'],
  ])('is no comment of ours with %s', async (_, body) => {
    const { outcome, comments } = await play(118, (api) => api.addComment(7, bot, body));
    expect(outcome).toEqual({ kind: 'posted', url: url(1002) });
    expect(comments).toEqual([
      [bot, body],
      [bot, textOf(118)],
    ]);
  });

  test('is found behind three pages of talk', async () => {
    const { outcome, comments } = await play(118, (api) => {
      for (let at = 0; at < 305; at += 1) api.addComment(7, 'somebody', `comment ${at}`);
      api.addComment(7, bot, textOf(117));
    });
    expect(outcome).toMatchObject({ kind: 'posted', url: url(1306) });
    expect([comments.length, comments.at(-1)]).toEqual([306, [bot, textOf(118)]]);
  });

  test('of a newer run is never overwritten', async () => {
    const { outcome, comments, writes } = await play(118, (api) => api.addComment(7, bot, textOf(119)));
    expect(outcome).toEqual({
      kind: 'not-wanted',
      because: 'The comment shows run 119, which is newer than this one.',
    });
    expect([comments, writes]).toEqual([[[bot, textOf(119)]], []]);
  });

  test('is not created where none is wanted, but one that exists is brought up to date', async () => {
    const none = await play(118, nothing, {}, { wanted: false });
    expect(none).toMatchObject({ outcome: { kind: 'not-wanted' }, comments: [], writes: [] });
    const old = await play(118, (api) => api.addComment(7, bot, textOf(117)), {}, { wanted: false });
    expect(old).toMatchObject({ outcome: { kind: 'posted', url: url(1001) }, comments: [[bot, textOf(118)]] });
  });

  test('posted by a person with a token of their own is theirs', async () => {
    const { outcome, comments } = await play(
      118,
      (api) => {
        api.addComment(7, bot, textOf(117));
        api.addComment(7, 'octocat', textOf(117));
      },
      { login: 'octocat' },
    );
    expect(outcome).toMatchObject({ kind: 'posted', url: url(1002) });
    expect(comments).toEqual([
      [bot, textOf(117)],
      ['octocat', textOf(118)],
    ]);
  });
});

describe('two runs at the same moment', () => {
  test('keep the older comment, and it shows the newer run', async () => {
    expect(await race(118, 117)).toMatchObject({
      outcome: { kind: 'posted', url: url(1001) },
      comments: [[bot, textOf(118)]],
      writes: ['POST', 'PATCH', 'DELETE'],
    });
  });

  test('keep the older comment when it is the newer run that made it', async () => {
    expect(await race(118, 119)).toMatchObject({
      outcome: { kind: 'not-wanted' },
      comments: [[bot, textOf(119)]],
      writes: ['POST', 'DELETE'],
    });
  });

  test('leave a younger comment to the run that made it', async () => {
    let api: GitHubApi | undefined;
    const happens = (): unknown => api?.addComment(7, bot, textOf(117));
    const faults: readonly Fault[] = [{ method: 'GET', after: 1, times: 1, kind: 'meanwhile', happens }];
    expect(await play(118, (started) => (api = started), { faults })).toMatchObject({
      outcome: { kind: 'posted', url: url(1001) },
      comments: [
        [bot, textOf(118)],
        [bot, textOf(117)],
      ],
      writes: ['POST'],
    });
  });

  test('agree on the same one when they really run side by side', async () => {
    await using api = await startGitHubApi();
    await Promise.all([118, 119, 120].map(async (run) => post(api, run)));
    const [kept, ...others] = api.repository.comments;
    expect(others).toEqual([]);
    expect(kept?.body).toMatch(/run (?:118|119|120)$/);
    expect(api.violations).toEqual([]);
  });

  test('a comment that is deleted while it is edited is made anew', async () => {
    let api: GitHubApi | undefined;
    const faults: readonly Fault[] = [
      { method: 'PATCH', times: 1, kind: 'meanwhile', happens: () => api?.repository.comments.splice(0) },
    ];
    const result = await play(
      118,
      (started) => {
        api = started;
        started.addComment(7, bot, textOf(117));
      },
      { faults },
    );
    expect(result).toMatchObject({ outcome: { kind: 'posted', url: url(1002) }, comments: [[bot, textOf(118)]] });
  });
});

describe('a comment whose answer is lost', () => {
  const creating = { method: 'POST', path: /comments$/, times: 1 } as const;

  test.each([
    ['was carried out, then the connection was reset', { kind: 'reset', carriedOut: true }, ['POST']],
    ['was carried out, and half the answer came', { kind: 'truncated', by: 'text' }, ['POST']],
    ['never arrived', { kind: 'reset', carriedOut: false }, ['POST', 'POST']],
    ['met a broken server', githubAnswers.serverError, ['POST', 'POST']],
    ['met a broken gateway', githubAnswers.badGateway, ['POST', 'POST']],
  ] as const)('is there once when it %s', async (_, fault, posts) => {
    const { outcome, comments, writes } = await play(118, nothing, { faults: [{ ...creating, ...fault }] });
    expect(outcome).toEqual({ kind: 'posted', url: url(1001) });
    expect([comments, writes]).toEqual([[[bot, textOf(118)]], posts]);
  });

  test('is given up after three tries', async () => {
    const { outcome, writes } = await play(118, nothing, {
      faults: [{ method: 'POST', path: /comments$/, ...githubAnswers.serverError }],
    });
    expect([outcome, writes]).toEqual([{ kind: 'failed', trouble: 'server' }, ['POST', 'POST', 'POST']]);
  });

  test('stands, though whether another run raced could not be learnt', async () => {
    const { outcome } = await play(118, nothing, {
      faults: [{ method: 'GET', path: /comments$/, after: 1, ...githubAnswers.serverError }],
    });
    expect(outcome).toEqual({ kind: 'posted', url: url(1001) });
  });
});

describe('a comment that cannot be', () => {
  test('ends at the first 403 of a token that only reads', async () => {
    const { outcome, writes } = await play(118, nothing, { tokenWrites: false });
    expect([outcome, writes]).toEqual([{ kind: 'failed', trouble: 'forbidden' }, ['POST']]);
  });

  test('too long for the server is made shorter', async () => {
    const asked: number[] = [];
    const faults: readonly Fault[] = [{ method: 'POST', path: /comments$/, times: 2, ...githubAnswers.tooLong }];
    const text = (_: unknown, maxBytes: number): string => {
      asked.push(maxBytes);
      return textOf(118, `${maxBytes} bytes`);
    };
    const { outcome, comments } = await play(118, nothing, { faults }, { text });
    expect(asked).toEqual([65_536, 32_000, 8_000]);
    expect([outcome, comments]).toEqual([{ kind: 'posted', url: url(1001) }, [[bot, textOf(118, '8000 bytes')]]]);
  });

  test.each([
    ['the viewer', '/graphql', githubAnswers.badCredentials, 'bad-token'],
    ['the list', '/repos/octo/api/issues/7/comments', githubAnswers.gone, 'missing'],
    ['the list', '/repos/octo/api/issues/7/comments', githubAnswers.secondaryLimit, 'rate-limited'],
  ] as const)('is a value where %s fails at %s: %#', async (_, path, fault, trouble) => {
    const { outcome } = await play(118, nothing, { faults: [{ path: new RegExp(`^${path}$`), ...fault }] });
    expect(outcome).toEqual({ kind: 'failed', trouble });
  });
});
