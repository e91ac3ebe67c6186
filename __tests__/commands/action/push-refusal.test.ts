import { expect, test } from 'vitest';
import { pushRefusalOf } from '../../../src/commands/action/push-refusal.ts';
import { readEvent } from '../../../src/github/event.ts';
import { pullRequestPayload } from '../../support/runner.ts';

function refusalOn(name: string, payload: unknown): string | undefined {
  const environment = { GITHUB_REPOSITORY: 'octo/api', GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: '/event.json' };
  const event = readEvent(environment, { readBytes: () => Buffer.from(JSON.stringify(payload)) });
  if (event === undefined) throw new Error('this is an event');
  return pushRefusalOf(event).pushRefusal;
}

const repository = { full_name: 'octo/api' };

test.each([
  ['push', { repository }],
  ['release', { repository }],
  ['schedule', { repository }],
  ['workflow_dispatch', { repository }],
  ['pull_request', pullRequestPayload()],
  ['workflow_run', { repository, workflow_run: { head_repository: repository } }],
])("on %s the repository's own image is pushed", (name, payload) => {
  expect(refusalOn(name, payload)).toBeUndefined();
});

test.each([
  [
    'pull_request',
    pullRequestPayload({ headRepository: 'stranger/api' }),
    'the commit comes from the fork `stranger/api`',
  ],
  ['pull_request', pullRequestPayload({ headRepository: null }), 'the commit comes from a fork that was deleted'],
  [
    'pull_request_target',
    pullRequestPayload({ headRepository: 'stranger/api' }),
    'pull_request_target runs with the secrets of the repository, and the commit comes from the fork `stranger/api`',
  ],
  [
    'workflow_run',
    { repository, workflow_run: { head_repository: { full_name: 'stranger/api' } } },
    'workflow_run runs with the secrets of the repository, and the commit comes from the fork `stranger/api`',
  ],
])("on %s a stranger's is not", (name, payload, refusal) => {
  expect(refusalOn(name, payload)).toBe(refusal);
});

test('in a terminal nobody is a stranger', () => {
  expect(pushRefusalOf(undefined)).toEqual({});
});
