import { describe, expect, test } from 'vitest';
import { type GitHubApiOptions, startGitHubApi } from './server.ts';

/** Sends one request and returns what the server saw wrong in it, beside its answer. */
async function send(
  method: string,
  path: string,
  more: { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> } = {},
  options: GitHubApiOptions = {},
) {
  await using api = await startGitHubApi(options);
  api.addComment(7, 'somebody', 'hello');
  const answer = await fetch(`${api.url}${path}`, {
    method,
    headers: {
      authorization: `token ${api.token}`,
      accept: 'application/vnd.github.v3+json',
      'user-agent': 'test',
      ...more.headers,
    },
    ...(more.body === undefined ? {} : { body: JSON.stringify(more.body) }),
  });
  await answer.text();
  return { status: answer.status, violations: [...api.violations] };
}

describe('the server that stands in for GitHub', () => {
  test.each([
    ['GET', '/repos/octo/api/issues/7/comments?per_page=100', {}, 200],
    ['POST', '/repos/octo/api/issues/7/comments', { body: { body: 'text' } }, 201],
    ['PATCH', '/repos/octo/api/issues/comments/1001', { body: { body: 'text' } }, 200],
    ['DELETE', '/repos/octo/api/issues/comments/1001', {}, 204],
    ['GET', '/repos/octo/api/pulls/7/files', {}, 200],
    ['POST', '/graphql', { body: { query: '{ viewer { login } }' } }, 200],
    ['GET', '/repos/octo/other/issues/7/comments', {}, 404],
    ['GET', '/repos/octo/api/issues/7/comments', { headers: { authorization: 'token wrong' } }, 401],
  ])('takes %s %s', async (method, path, more, status) => {
    expect(await send(method, path, more)).toEqual({ status, violations: [] });
  });

  test.each([
    ['GET', '/repos/octo/api/issues/7/coments', {}, 'GitHub has no such operation'],
    ['PUT', '/repos/octo/api/issues/7/comments', {}, 'GitHub has no such operation'],
    ['GET', '/repos/octo/api/issues/seven/comments', {}, 'issue_number: / must be integer'],
    ['GET', '/repos/octo/api/issues/7/comments?perpage=9', {}, 'the query parameter perpage is not described'],
    ['GET', '/repos/octo/api/issues/7/comments?per_page=500', {}, 'per_page is at most 100'],
    ['GET', '/repos/octo/api/issues/7/comments?page=two', {}, 'page: / must be integer'],
    ['POST', '/repos/octo/api/issues/7/comments', {}, 'the body is missing'],
    ['POST', '/repos/octo/api/issues/7/comments', { body: {} }, "body: / must have required property 'body'"],
    ['POST', '/repos/octo/api/issues/7/comments', { body: { body: 7 } }, 'body: /body must be string'],
    [
      'PATCH',
      '/repos/octo/api/issues/comments/1001',
      { body: { body: 'text', text: 'x' } },
      'body: text is not described',
    ],
    ['POST', '/graphql', { body: { query: '{ viewer { name } }' } }, 'this GraphQL query is not known'],
    [
      'GET',
      '/repos/octo/api/pulls/7/files',
      { headers: { accept: 'text/html' } },
      'the header accept asks for text/html',
    ],
  ])('finds the breach in %s %s', async (method, path, more, wrong) => {
    expect((await send(method, path, more)).violations).toContain(`${method} ${path}: ${wrong}`);
  });

  test('holds its own answers against the description', async () => {
    await using api = await startGitHubApi();
    api.repository.files.push({ pull: 7, filename: 'a', ...JSON.parse('{"status":"painted"}') });
    await fetch(`${api.url}/repos/octo/api/pulls/7/files`, {
      headers: { authorization: `token ${api.token}`, accept: 'application/json' },
    });
    expect(api.violations).toEqual([
      'GET /repos/octo/api/pulls/7/files: answer 200: /0/status must be equal to one of the allowed values',
    ]);
  });

  test.each([
    ['', 422],
    ['x'.repeat(65_536), 201],
    ['x'.repeat(65_537), 422],
  ])('refuses a body as GitHub does', async (body, status) => {
    expect(await send('POST', '/repos/octo/api/issues/7/comments', { body: { body } })).toEqual({
      status,
      violations: [],
    });
  });
});
