import { describe, expect, test } from 'vitest';
import { readEvent } from '../../src/github/event.ts';
import { baseSha, headSha, pullRequestPayload } from '../support/runner.ts';

const tested = '3d1f0c5a9b7e4d2f8a6c1b0e9d8f7a6b5c4d3e2f';

const runner: Readonly<Record<string, string>> = {
  GITHUB_REPOSITORY: 'octo/api',
  GITHUB_SHA: tested,
  GITHUB_REF: 'refs/pull/7/merge',
  GITHUB_EVENT_PATH: '/event.json',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_API_URL: 'https://api.github.com',
  GITHUB_RUN_ID: '9000000118',
  GITHUB_RUN_NUMBER: '118',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_WORKFLOW: 'ci',
  GITHUB_JOB: 'image',
  GITHUB_ACTOR: 'octocat',
  GITHUB_WORKSPACE: '/work',
  GITHUB_ACTION_REPOSITORY: 'octo/sea-trial',
};

function read(name: string, payload: unknown, more: Readonly<Record<string, string | undefined>> = {}) {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return readEvent({ ...runner, GITHUB_EVENT_NAME: name, ...more }, { readBytes: () => Buffer.from(text) });
}

/** The payload of a workflow_run whose head is in this repository. */
function run(fullName: string | undefined): unknown {
  return {
    repository: { full_name: 'octo/api' },
    workflow_run: {
      head_sha: headSha,
      event: 'pull_request',
      ...(fullName === undefined ? {} : { head_repository: { full_name: fullName } }),
    },
  };
}

describe('a pull request', () => {
  test('is read whole', () => {
    expect(read('pull_request', pullRequestPayload())).toEqual({
      name: 'pull_request',
      repository: { owner: 'octo', name: 'api', serverUrl: 'https://github.com', apiUrl: 'https://api.github.com' },
      commit: { head: headSha, base: baseSha, tested },
      ref: 'refs/pull/7/merge',
      defaultBranch: 'main',
      pull: {
        number: 7,
        head: { sha: headSha, repository: 'octo/api' },
        base: { sha: baseSha, ref: 'main' },
        fork: false,
        readOnlyToken: false,
      },
      run: {
        id: '9000000118',
        number: 118,
        attempt: 2,
        url: 'https://github.com/octo/api/actions/runs/9000000118',
        workflow: 'ci',
        job: 'image',
      },
      actor: 'octocat',
      workspace: '/work',
      actionRepository: 'octo/sea-trial',
      trust: { kind: 'trusted' },
    });
  });

  test.each([
    ['a fork', 'stranger/api', true],
    ['a fork that was deleted', null, true],
    ['the repository in other capitals', 'Octo/API', false],
  ])('from %s has a read-only token: %j, %j', (_, headRepository, fork) => {
    expect(read('pull_request', pullRequestPayload({ headRepository }))?.pull).toMatchObject({
      fork,
      readOnlyToken: fork,
    });
  });

  test('from a fork is built, for its token only reads and no secret is there', () => {
    expect(read('pull_request', pullRequestPayload({ headRepository: 'stranger/api' }))?.trust).toEqual({
      kind: 'trusted',
    });
  });

  test('from a fork under pull_request_target has a token that writes', () => {
    expect(read('pull_request_target', pullRequestPayload({ headRepository: 'stranger/api' }))?.pull).toMatchObject({
      fork: true,
      readOnlyToken: false,
    });
  });
});

describe('events without a pull request', () => {
  test.each([
    ['push', { before: baseSha, after: tested, ref: 'refs/heads/main' }, { head: tested, base: baseSha, tested }],
    ['push', { before: '0'.repeat(40), after: tested, ref: 'refs/tags/v1' }, { head: tested, tested }],
    ['release', { action: 'published', release: { tag_name: 'v1' } }, { head: tested, tested }],
    [
      'merge_group',
      { action: 'checks_requested', merge_group: { head_sha: headSha, base_sha: baseSha } },
      { head: headSha, base: baseSha, tested },
    ],
    ['workflow_dispatch', { inputs: null, ref: 'refs/heads/main' }, { head: tested, tested }],
    ['schedule', { schedule: '0 4 * * *' }, { head: tested, tested }],
  ] as const)('%s has its commits and nobody to comment to', (name, payload, commit) => {
    const event = read(name, { repository: { full_name: 'octo/api', default_branch: 'main' }, ...payload });
    expect(event?.commit).toEqual(commit);
    expect(event?.pull).toBeUndefined();
    expect(event?.trust).toEqual({ kind: 'trusted' });
  });
});

describe('trust', () => {
  test.each([
    ['pull_request_target', pullRequestPayload(), 'trusted'],
    ['pull_request_target', pullRequestPayload({ headRepository: 'stranger/api' }), 'untrusted'],
    ['pull_request_target', pullRequestPayload({ headRepository: null }), 'untrusted'],
    ['pull_request_target', {}, 'untrusted'],
    ['workflow_run', run('octo/api'), 'trusted'],
    ['workflow_run', run('stranger/api'), 'untrusted'],
    ['workflow_run', run(undefined), 'untrusted'],
    ['issue_comment', { issue: { number: 7, pull_request: { url: 'https://…' } } }, 'untrusted'],
    ['issue_comment', { issue: { number: 7 } }, 'trusted'],
    ['issue_comment', 'no JSON', 'untrusted'],
    ['push', 'no JSON', 'trusted'],
  ] as const)('%s %#: %s', (name, payload, kind) => {
    expect(read(name, payload)?.trust.kind).toBe(kind);
  });

  test('tells why', () => {
    expect(read('workflow_run', run('stranger/api'))?.trust).toEqual({
      kind: 'untrusted',
      because:
        'workflow_run runs with the secrets of the repository, and the commit comes from the fork `stranger/api`',
    });
  });

  test('a comment on a pull request tells its number and not whose it is', () => {
    expect(read('issue_comment', { issue: { number: 7, pull_request: {} } })?.pull).toEqual({
      number: 7,
      fork: 'unknown',
      readOnlyToken: false,
    });
  });
});

describe('what is missing or odd', () => {
  test.each([{ GITHUB_REPOSITORY: undefined }, { GITHUB_REPOSITORY: 'api' }, { GITHUB_EVENT_NAME: undefined }])(
    '%j is no workflow',
    (more) => {
      expect(read('push', {}, more)).toBeUndefined();
    },
  );

  test('the runner sets nothing more, and the payload cannot be read', () => {
    const event = readEvent(
      { GITHUB_REPOSITORY: 'octo/api', GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: '/gone' },
      {
        readBytes() {
          throw new Error('ENOENT');
        },
      },
    );
    expect(event).toMatchObject({
      repository: { serverUrl: 'https://github.com', apiUrl: 'https://api.github.com' },
      commit: { head: '', tested: '' },
      run: { number: 1, attempt: 1 },
    });
    expect(event).not.toHaveProperty('actionRepository');
  });

  test('a part that has another shape hides no other part', () => {
    const payload = {
      pull_request: { number: 7, head: { sha: 'not a sha; rm -rf', repo: 'a text' }, base: [] },
      repository: { full_name: 'octo/api', default_branch: 5 },
    };
    expect(read('pull_request', payload)?.pull).toEqual({ number: 7, fork: true, readOnlyToken: true });
  });

  test.each([{ number: '7' }, { number: -1 }, { number: 1.5 }, null, 'seven'])('%j is no pull request', (pull) => {
    expect(read('pull_request', { pull_request: pull })?.pull).toBeUndefined();
  });
});
