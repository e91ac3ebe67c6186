import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/finding.ts';
import type { Report, TrialReport } from '../../src/report.ts';
import { type Fault, githubAnswers } from '../support/github-api/faults.ts';
import { type GitHubApi, type GitHubApiOptions, startGitHubApi } from '../support/github-api/server.ts';
import { type Runner, type StepResult, headSha, pullRequestPayload, startRunner } from '../support/runner.ts';

const program = fileURLToPath(new URL('programs/publish.ts', import.meta.url));
const testedSha = '3d1f0c5a9b7e4d2f8a6c1b0e9d8f7a6b5c4d3e2f';

const rootUser: Finding = {
  check: 'root-user',
  aliases: ['DL3002'],
  severity: 'warning',
  title: 'the server runs as root (uid 0)',
  why: 'A flaw in the app owns the container.',
  advice: 'Create a user and switch to it with `USER`.',
  location: { path: 'Dockerfile', line: 3, column: 1, endLine: 3, endColumn: 14 },
  evidence: [],
  status: 'confirmed',
  fingerprint: 'root-user Dockerfile CMD',
};

const loopback: Finding = {
  ...rootUser,
  check: 'loopback-host',
  aliases: [],
  severity: 'error',
  title: 'the server accepts connections from inside its own container only',
  fingerprint: 'loopback-host Dockerfile CMD',
};

function reportOf(more: Partial<TrialReport> = {}): Report {
  return {
    version: 1,
    tool: { name: 'sea-trial', version: '0.1.0' },
    commit: { head: headSha, tested: testedSha },
    trials: [
      {
        name: 'api',
        file: 'Dockerfile',
        context: '.',
        verdict: 'failed',
        cause: 'loopback-host',
        stages: [],
        findings: [loopback, rootUser],
        ignored: [],
        notes: [],
        startupMs: 1400.4,
        image: {
          reference: 'sea-trial/api:1',
          id: 'sha256:5e9a',
          bytes: 333_000_000,
          store: 'overlay2',
          user: '',
          workdir: '/app',
          environment: [],
          entrypoint: [],
          command: ['uvicorn'],
          exposed: ['8000/tcp'],
          layers: [],
        },
        observation: {
          version: 1,
          name: 'api',
          sources: {
            dockerfile: { path: 'Dockerfile', text: 'FROM python:3.11-slim\nWORKDIR /app\nCMD ["uvicorn"]\n' },
            context: '.',
            buildArguments: {},
            files: [],
            listing: [],
          },
        },
        ...more,
      },
    ],
  };
}

interface Publication {
  readonly report?: () => Report;
  readonly event?: { readonly name: string; readonly payload: unknown };
  readonly api?: GitHubApiOptions;
  readonly prepare?: (api: GitHubApi, runner: Runner) => void;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly comment?: string;
  readonly suggestions?: string;
}

interface Seen extends StepResult {
  readonly requests: readonly string[];
  readonly comments: readonly string[];
  readonly suggestions: readonly string[];
  readonly told: readonly string[];
}

/** Publishes as a step does; whatever happens, the step itself ends well and nobody's text becomes a command. */
async function published(publication: Publication): Promise<Seen> {
  const {
    report = reportOf,
    event = pullRequest(),
    prepare,
    environment,
    comment = 'always',
    suggestions = 'true',
  } = publication;
  await using api = await startGitHubApi(publication.api);
  using runner = startRunner();
  prepare?.(api, runner);
  const file = path.join(runner.temporary, 'report.json');
  writeFileSync(file, JSON.stringify(report()));
  const result = await runner.run({
    program,
    arguments: [file],
    inputs: { 'github-token': api.token, comment, suggestions },
    event,
    environment: { GITHUB_API_URL: api.url, ...environment },
  });
  expect([result.exitCode, result.stderr, result.injected, api.violations]).toEqual([0, '', [], []]);
  return {
    ...result,
    requests: api.requests.map(({ method, path: asked }) => `${method} ${asked}`),
    comments: api.repository.comments.map(({ body }) => body),
    suggestions: api.repository.reviewComments.map(({ body }) => body),
    told: result.log.filter((line) => line.startsWith('told: ')).map((line) => line.slice('told: '.length)),
  };
}

function pullRequest(headRepository: string | null = 'octo/api') {
  return { name: 'pull_request', payload: pullRequestPayload({ headRepository }) };
}

/** Without its hidden first and last lines a comment is the summary. */
function visible(comment: string | undefined): string | undefined {
  return comment?.replaceAll(/^<!-- sea-trial.*-->$\n*/gm, '').trim();
}

const filesOf7 = 'GET /repos/octo/api/pulls/7/files';
const commentsOf7 = '/repos/octo/api/issues/7/comments';
const ownUrl = 'https://github.com/octo/api/pull/7#issuecomment-1001';

describe('a pull request', () => {
  test('gets the comment, the summary, the annotations and the outputs', async () => {
    const { comments, summary, outputs, annotations, told, requests } = await published({
      prepare: (api) => api.repository.files.push({ pull: 7, filename: 'Dockerfile' }),
    });
    expect(comments).toHaveLength(1);
    expect(comments[0]).toMatch(
      /^<!-- sea-trial key=ci\/image\/api sha=9f1c2ab04d1e run=118 -->\n### ❌ Sea Trial failed: /,
    );
    expect(summary.trim()).toBe(visible(comments[0]));
    expect(outputs).toEqual({
      verdict: 'failed',
      cause: 'loopback-host',
      findings: '2',
      errors: '1',
      warnings: '1',
      image: 'sea-trial/api:1',
      'image-id': 'sha256:5e9a',
      digest: '',
      'image-size': '333000000',
      'startup-ms': '1400',
      report: '/tmp/report.json',
      html: '/tmp/sea-trial-api.html',
      sarif: '/tmp/sea-trial-api.sarif',
      'comment-url': ownUrl,
    });
    expect(annotations.map(({ name, properties }) => [name, properties['file'], properties['line']])).toEqual([
      ['error', 'Dockerfile', '3'],
      ['warning', 'Dockerfile', '3'],
    ]);
    expect(told).toEqual([`The report is a comment: ${ownUrl}`]);
    expect(requests).toEqual([
      filesOf7,
      'POST /graphql',
      `GET ${commentsOf7}`,
      `POST ${commentsOf7}`,
      `GET ${commentsOf7}`,
    ]);
  });

  test('that does not touch the file is annotated with its cause alone', async () => {
    const { annotations } = await published({});
    expect(annotations.map(({ properties }) => properties['title'])).toHaveLength(1);
    expect(annotations[0]?.name).toBe('error');
  });

  test.each([
    ['never', 0],
    ['on-failure', 1],
    ['on-change', 1],
  ])('with comment: %s and a failed trial gets %i comments', async (comment, count) => {
    expect((await published({ comment })).comments).toHaveLength(count);
  });

  test('with comment: on-failure and a trial that passed gets none, and nobody is bothered', async () => {
    const { comments, annotations, told, outputs } = await published({
      comment: 'on-failure',
      report: () => reportOf({ verdict: 'passed', cause: undefined, findings: [] }),
    });
    expect([comments, annotations, outputs['comment-url']]).toEqual([[], [], '']);
    expect(told).toEqual(['No comment was posted. The setting `comment` asks for none here.']);
  });
});

describe('an event without a pull request', () => {
  test.each(['push', 'release', 'merge_group', 'schedule', 'workflow_dispatch'])(
    '%s gets all but the comment, without a complaint and without a request',
    async (name) => {
      const { comments, requests, told, outputs, summary, annotations } = await published({
        event: { name, payload: { repository: { full_name: 'octo/api' } } },
        report: () => ({ ...reportOf(), commit: { head: testedSha, tested: testedSha } }),
      });
      expect([comments, requests, told]).toEqual([[], [], []]);
      expect(outputs).toMatchObject({ verdict: 'failed', 'comment-url': '' });
      expect(summary).toMatch(/^### ❌ Sea Trial failed: /);
      expect(annotations.map((annotation) => annotation.name)).toEqual(['error']);
    },
  );
});

describe('a fork', () => {
  test.each([
    ['stranger/api', 'This pull request comes from the fork stranger/api, '],
    [null, 'This pull request comes from a fork that was deleted, '],
  ])('%s gets no try, one notice and a paragraph in the summary', async (fork, sentence) => {
    const { comments, requests, annotations, summary, outputs, told } = await published({
      event: pullRequest(fork),
      api: { tokenWrites: false },
    });
    expect([comments, requests, told, outputs['comment-url']]).toEqual([[], [filesOf7], [], '']);
    const notices = annotations.filter(({ name }) => name === 'notice');
    expect(notices.map(({ properties }) => properties['title'])).toEqual(['Sea Trial posted no comment']);
    expect(notices[0]?.data).toContain(sentence);
    expect(summary).toMatch(/^### ❌ Sea Trial failed: .*\n\nNo comment was posted: /);
  });

  test('under pull_request_target has a token that writes, and gets the comment', async () => {
    const { comments } = await published({
      event: { name: 'pull_request_target', payload: pullRequestPayload({ headRepository: 'stranger/api' }) },
    });
    expect(comments).toHaveLength(1);
  });

  test('leaves room for its notice among ten', async () => {
    const findings = Array.from({ length: 12 }, (_, at): Finding => ({
      ...rootUser,
      check: `check-${at}`,
      severity: 'notice',
      title: `claim ${at}`,
    }));
    const { annotations } = await published({
      event: pullRequest('stranger/api'),
      report: () => reportOf({ verdict: 'passed', cause: undefined, findings }),
      prepare: (api) => api.repository.files.push({ pull: 7, filename: 'Dockerfile' }),
    });
    expect(annotations).toHaveLength(10);
    expect(annotations.at(-1)?.properties['title']).toBe('Sea Trial posted no comment');
  });
});

describe('trouble with GitHub', () => {
  const everything: Fault = { kind: 'reset', carriedOut: false };

  test.each([
    [
      'a token without the permission',
      { tokenWrites: false },
      'GitHub answered 403: Resource not accessible by integration',
      '`contents: read` and `pull-requests: write`',
    ],
    ['a bad token', { faults: [githubAnswers.badCredentials] }, 'GitHub answered 401', 'a valid token'],
    ['no connection', { faults: [everything] }, 'GitHub cannot be reached', 'Run the job again'],
    [
      'a limit that is too long',
      { faults: [{ ...githubAnswers.secondaryLimit, headers: { 'retry-after': '3600' } }] },
      'GitHub answered 403: You have exceeded a secondary rate limit',
      'Run the job again later',
    ],
  ] as const)('with %s the report stands in the summary, which says why', async (_, api, why, remedy) => {
    const { comments, annotations, summary, outputs, ms } = await published({ api });
    expect([comments, outputs['comment-url'], outputs['verdict']]).toEqual([[], '', 'failed']);
    const notice = annotations.find(({ name }) => name === 'notice');
    expect(notice?.properties['title']).toBe('Sea Trial posted no comment');
    expect(notice?.data).toContain(why);
    expect(notice?.data).toContain(remedy.replaceAll('`', ''));
    const [verdict, , paragraph] = summary.split('\n');
    expect(verdict).toMatch(/^### ❌ Sea Trial failed: /);
    expect(paragraph).toMatch(/^No comment was posted: /);
    expect(paragraph).toContain(remedy);
    expect(annotations.filter(({ name }) => name === 'error')).toHaveLength(1);
    expect(ms).toBeLessThan(20_000);
  });

  test('Dependabot is told how its token gets the permission', async () => {
    const { annotations } = await published({
      api: { tokenWrites: false },
      environment: { GITHUB_ACTOR: 'dependabot[bot]' },
    });
    expect(annotations.find(({ name }) => name === 'notice')?.data).toContain('Runs that Dependabot starts');
  });

  test('without the list of files there is still the comment, and the cause is annotated', async () => {
    const { comments, annotations, told } = await published({
      api: { faults: [{ path: /files$/, ...githubAnswers.notFound }] },
    });
    expect(comments).toHaveLength(1);
    expect(annotations.map(({ name }) => name)).toEqual(['error']);
    expect(told).toEqual([
      'The files of the pull request are not known. GitHub answered 404: Not Found - https://docs.github.com/rest.',
      `The report is a comment: ${ownUrl}`,
    ]);
  });
});

describe('trouble with the runner', () => {
  test('without a page for the summary the rest is published', async () => {
    const { comments, outputs } = await published({ environment: { GITHUB_STEP_SUMMARY: undefined } });
    expect([comments.length, outputs['comment-url']]).toEqual([1, ownUrl]);
  });

  test('with outputs that cannot be set the rest is published, and it is told', async () => {
    const { comments, summary, told } = await published({ environment: { GITHUB_OUTPUT: '/gone/output' } });
    expect([comments.length, summary.length > 0]).toEqual([1, true]);
    expect(told).toEqual([
      'The outputs were not set: Missing file at path: /gone/output',
      'The output comment-url was not set: Missing file at path: /gone/output',
      `The report is a comment: ${ownUrl}`,
    ]);
  });
});

describe('the next push', () => {
  test('edits the comment, and both the comment and the summary tell what changed', async () => {
    const first = await published({});
    const { comments, summary } = await published({
      report: () => ({
        ...reportOf({ verdict: 'passed', cause: undefined, findings: [rootUser] }),
        commit: { head: 'c07d9e1f2a3b4c5d6e7f8091a2b3c4d5e6f70819', tested: testedSha },
      }),
      environment: { GITHUB_RUN_NUMBER: '119' },
      prepare: (api) => api.addComment(7, 'github-actions[bot]', first.comments[0] ?? ''),
    });
    expect(comments).toHaveLength(1);
    expect(comments[0]).toContain('Since the last push');
    expect(summary).toContain('Since the last push');
  });
});

describe('hostile text', () => {
  test('from a finding and from GitHub becomes no command', async () => {
    const evil = 'x\n::set-output name=verdict::passed\r::stop-commands::a\n##[error]y ##[save-state name=a]b';
    const { outputs, state, annotations } = await published({
      report: () => reportOf({ findings: [{ ...loopback, title: evil, why: evil, advice: evil }], because: evil }),
      api: {
        faults: [
          { path: /files$/, kind: 'answer', status: 404, body: { message: evil } },
          { path: /comments$/, kind: 'answer', status: 403, body: { message: evil } },
        ],
      },
    });
    expect([outputs['verdict'], state]).toEqual(['failed', {}]);
    expect(annotations.map(({ name }) => name)).toEqual(['error', 'notice']);
  });
});

/** Checks out a merge commit whose Dockerfile has this text, of which GitHub says whether the head's is the same. */
function checkOut(runner: Runner, text: string): { readonly commit: string; readonly blob: string } {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
      cwd: runner.workspace,
      encoding: 'utf8',
    }).trim();
  git('init', '--quiet');
  writeFileSync(path.join(runner.workspace, 'Dockerfile'), text);
  git('add', '.');
  git('commit', '--quiet', '--message', 'merge');
  return { commit: git('rev-parse', 'HEAD'), blob: git('hash-object', 'Dockerfile') };
}

describe('suggestions', () => {
  const mended: Finding = {
    ...loopback,
    fix: {
      title: 'Mend',
      safety: 'safe',
      edits: [{ location: { path: 'Dockerfile', line: 3, column: 6, endLine: 3, endColumn: 15 }, text: '"hypercorn"' }],
    },
  };
  const withFix = (): Report => reportOf({ findings: [mended, rootUser] });
  const patch = '@@ -1,2 +1,3 @@\n FROM python:3.11-slim\n WORKDIR /app\n+CMD ["uvicorn"]';
  const prepare = (api: GitHubApi): void => void api.repository.files.push({ pull: 7, filename: 'Dockerfile', patch });

  test('go out before the comment, which links them and does not show the edit twice', async () => {
    const { comments, summary, requests, suggestions } = await published({ report: withFix, prepare });
    expect(suggestions).toEqual([expect.stringContaining('```suggestion\nCMD ["hypercorn"]\n```')]);
    expect(comments[0]).toContain('[apply the suggestion](https://github.com/octo/api/pull/7#discussion_r1001).');
    expect(comments[0]).not.toContain('```diff');
    expect(summary.trim()).toBe(visible(comments[0]));
    expect(requests.filter((each) => each.startsWith('POST /repos'))).toEqual([
      'POST /repos/octo/api/pulls/7/reviews',
      `POST ${commentsOf7}`,
    ]);
  });

  test('are not posted where the setting says so, nor for a fork; then the edit stands in the comment', async () => {
    const without = await published({ report: withFix, prepare, suggestions: 'false' });
    expect([without.suggestions, without.comments[0]?.includes('```diff')]).toEqual([[], true]);
    const fork = await published({ report: withFix, prepare, event: pullRequest('stranger/api') });
    expect([fork.suggestions, fork.summary.includes('```diff')]).toEqual([[], true]);
  });

  test('that cannot be posted take neither the comment nor the verdict along', async () => {
    const { comments, told } = await published({
      report: withFix,
      prepare,
      api: { faults: [{ path: /reviews$/, ...githubAnswers.notAccessible }] },
    });
    expect([comments.length, comments[0]?.includes('```diff')]).toEqual([1, true]);
    expect(told[0]).toMatch(/^The fixes were not posted as suggestions\. GitHub answered 403/);
  });
});

describe('against the base', () => {
  const comparison = {
    base: testedSha,
    bytes: { base: 233_000_000, delta: 100_000_000 },
    new: 0,
    remaining: 1,
    fixed: [],
  };
  const compared = (more: Partial<TrialReport> = {}): Report =>
    reportOf({
      verdict: 'passed',
      cause: undefined,
      findings: [{ ...rootUser, since: 'remaining' }],
      comparison,
      ...more,
    });

  test('comment and summary name its branch', async () => {
    const { comments, summary } = await published({ report: compared });
    expect(comments[0]).toContain('| Measure | Here | Against `main` |');
    expect(comments[0]).toContain('<summary>1 finding that <code>main</code> has too</summary>');
    expect(summary).toContain('Against `main`');
  });

  test.each<[string, Partial<TrialReport>, number]>([
    ['the size has moved', {}, 1],
    ['nothing has changed', { comparison: { ...comparison, bytes: { base: 333_000_000, delta: 0 } } }, 0],
    [
      'a finding is fixed',
      { comparison: { base: testedSha, new: 0, remaining: 1, fixed: [{ check: 'a', title: 'b' }] } },
      1,
    ],
    [
      'a finding is new',
      { comparison: { base: testedSha, new: 1, remaining: 0, fixed: [] }, findings: [{ ...rootUser, since: 'new' }] },
      1,
    ],
  ])('with comment: on-change, where %s', async (_, more, count) => {
    expect((await published({ report: () => compared(more), comment: 'on-change' })).comments).toHaveLength(count);
  });
});

describe('links', () => {
  test.each([
    ['the head where the file is the same there', true],
    ['the tested commit where the file differs', false],
  ])('lead to %s', async (_, same) => {
    let tested = '';
    const { comments } = await published({
      prepare(api, runner) {
        const { commit, blob } = checkOut(runner, 'FROM scratch');
        tested = commit;
        api.repository.files.push({ pull: 7, filename: 'Dockerfile', blob: same ? blob : testedSha });
      },
      report: () => ({ ...reportOf(), commit: { head: headSha, tested } }),
    });
    expect(comments[0]).toContain(`/blob/${same ? headSha : tested}/Dockerfile#L3`);
    expect(comments[0]).not.toContain(`/blob/${same ? tested : headSha}/`);
  });

  test('lead to the tested commit where nothing is known', async () => {
    expect((await published({})).comments[0]).toContain(`/blob/${testedSha}/Dockerfile#L3`);
  });
});
