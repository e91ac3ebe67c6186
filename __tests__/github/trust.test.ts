import { describe, expect, test } from 'vitest';
import { readEvent } from '../../src/github/event.ts';
import { changed, webhookExamples } from '../support/webhooks.ts';

/** The event as a step reads it, in the repository that the payload is of. */
function eventOf(name: string, payload: unknown, repository = 'Codertocat/Hello-World') {
  const event = readEvent(
    {
      GITHUB_REPOSITORY: repository,
      GITHUB_EVENT_NAME: name,
      GITHUB_EVENT_PATH: '/event.json',
      GITHUB_SHA: '3d1f0c5a9b7e4d2f8a6c1b0e9d8f7a6b5c4d3e2f',
    },
    { readBytes: () => Buffer.from(JSON.stringify(payload)) },
  );
  if (event === undefined) throw new Error('this is no workflow');
  return event;
}

const [pullRequest] = webhookExamples('pull_request');
// One of the published ones tells of a run in another repository than its own.
const workflowRuns = webhookExamples('workflow_run').slice(1);
const [workflowRun] = workflowRuns;
const [comment] = webhookExamples('issue_comment');
const [push] = webhookExamples('push');
const [mergeGroup] = webhookExamples('merge_group');
const [release] = webhookExamples('release');
const [dispatch] = webhookExamples('workflow_dispatch');
const [review] = webhookExamples('pull_request_review');

const fork = { 'pull_request.head.repo.full_name': 'stranger/Hello-World' };
const gone = { 'pull_request.head.repo': null };
const forkRun = { 'workflow_run.head_repository.full_name': 'stranger/octo-repo' };
const onPull = { 'issue.pull_request': { url: 'https://api.github.com/repos/Codertocat/Hello-World/pulls/1' } };
/** A schedule is no webhook: the runner makes its payload. */
const schedule = { schedule: '0 4 * * *', workflow: '.github/workflows/ci.yml', repository: push?.['repository'] };

/** Whether it is built, whose the pull request is, and whether its token is known to read only. */
const decisions: readonly (readonly [string, string, unknown, string])[] = [
  ['pull_request', 'of the repository', pullRequest, 'built; fork false, read-only false'],
  ['pull_request', 'of a fork', changed(pullRequest, fork), 'built; fork true, read-only true'],
  ['pull_request', 'of a fork that is gone', changed(pullRequest, gone), 'built; fork true, read-only true'],
  ['pull_request_review', 'of the repository', review, 'built; fork false, read-only false'],
  ['pull_request_review', 'of a fork', changed(review, fork), 'built; fork true, read-only true'],
  ['pull_request_target', 'of the repository', pullRequest, 'built; fork false, read-only false'],
  ['pull_request_target', 'of a fork', changed(pullRequest, fork), 'refused; fork true, read-only false'],
  ['pull_request_target', 'of a fork that is gone', changed(pullRequest, gone), 'refused; fork true, read-only false'],
  ['workflow_run', 'of the repository', workflowRun, 'built'],
  ['workflow_run', 'of a push', changed(workflowRun, { 'workflow_run.event': 'push' }), 'built'],
  ['workflow_run', 'of a fork', changed(workflowRun, forkRun), 'refused'],
  [
    'workflow_run',
    'of a fork, its event called a push',
    changed(workflowRun, { ...forkRun, 'workflow_run.event': 'push' }),
    'refused',
  ],
  ['workflow_run', 'of nobody', changed(workflowRun, { 'workflow_run.head_repository': null }), 'refused'],
  ['issue_comment', 'on an issue', comment, 'built'],
  ['issue_comment', 'on a pull request', changed(comment, onPull), 'refused; fork unknown, read-only false'],
  ['merge_group', '', mergeGroup, 'built'],
  ['push', '', push, 'built'],
  ['schedule', '', schedule, 'built'],
  ['workflow_dispatch', '', dispatch, 'built'],
  ['release', '', release, 'built'],
];

describe('a real payload', () => {
  test.each(decisions)('of %s %s', (name, _, payload, decision) => {
    const repository = name === 'workflow_run' ? 'octo-org/octo-repo' : undefined;
    const { trust, pull } = eventOf(name, payload, repository);
    const built = trust.kind === 'trusted' ? 'built' : 'refused';
    const whose = pull === undefined ? '' : `; fork ${pull.fork}, read-only ${pull.readOnlyToken}`;
    expect(`${built}${whose}`).toBe(decision);
  });
});

describe('every example that GitHub publishes', () => {
  const runsWithSecrets = ['pull_request_target', 'workflow_run', 'issue_comment'];

  test.each([
    ['pull_request', 'pull_request'],
    ['pull_request', 'pull_request_target'],
    ['pull_request_review', 'pull_request_review'],
    ['pull_request_review_comment', 'pull_request_review_comment'],
  ])('of %s as %s names its pull request, its commits and its head', (examples, name) => {
    for (const payload of webhookExamples(examples)) {
      const { pull, commit, trust } = eventOf(name, payload);
      expect(pull).toMatchObject({ fork: false, readOnlyToken: false });
      expect(pull?.number).toBeGreaterThan(0);
      expect(pull?.head?.sha).toMatch(/^[0-9a-f]{40}$/);
      expect(commit).toMatchObject({ head: pull?.head?.sha, base: pull?.base?.sha });
      expect(trust).toEqual({ kind: 'trusted' });
    }
  });

  test('of workflow_run names the earlier run', () => {
    expect(workflowRuns.length).toBeGreaterThan(2);
    for (const payload of workflowRuns) {
      const { earlierRun, commit } = eventOf('workflow_run', payload, 'octo-org/octo-repo');
      expect(earlierRun?.id).toMatch(/^\d+$/);
      expect(earlierRun).toMatchObject({ head: { repository: 'octo-org/octo-repo', sha: commit.head } });
      expect([earlierRun?.number, earlierRun?.workflow, earlierRun?.event].every(Boolean)).toBe(true);
    }
  });

  test('is refused where it runs with secrets and its repository is another than the one that is asked', () => {
    for (const name of runsWithSecrets) {
      for (const payload of webhookExamples(name === 'pull_request_target' ? 'pull_request' : name)) {
        const { trust } = eventOf(name, changed(payload, { 'repository.full_name': 'somebody/else' }));
        expect(trust.kind).toBe(name === 'issue_comment' ? 'trusted' : 'untrusted');
      }
    }
  });

  test.each(['push', 'release', 'merge_group', 'workflow_dispatch', 'issue_comment'])(
    'of %s has no pull request',
    (name) => {
      for (const payload of webhookExamples(name)) expect(eventOf(name, payload).pull).toBeUndefined();
    },
  );
});
