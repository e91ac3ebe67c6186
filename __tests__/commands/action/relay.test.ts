import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportJson } from '../../../src/render/json.ts';
import type { Report } from '../../../src/report.ts';
import type { StoredPull } from '../../support/github-api/pulls.ts';
import { type GitHubApi, type GitHubApiOptions, startGitHubApi } from '../../support/github-api/server.ts';
import { laterHead, loopback, passed, reportOf } from '../../support/reports.ts';
import { type Runner, startRunner } from '../../support/runner.ts';
import { nodesIn, parseMarkdown, referencesIn } from '../../support/text-doors.ts';
import { changed, webhookExamples } from '../../support/webhooks.ts';

const program = path.resolve(import.meta.dirname, '../../../src/main.ts');
const head = '9f1c2ab04d1e6f7a8b9c0d1e2f3a4b5c6d7e8f90';
const bot = 'github-actions[bot]';
const example = webhookExamples('workflow_run').at(-1);

/** The end of a run that the fork's pull request 7 started, as GitHub tells of it. */
const forkRun = {
  'repository.full_name': 'octo/api',
  'workflow_run.id': 9_000_000_118,
  'workflow_run.run_number': 118,
  'workflow.name': 'ci',
  'workflow_run.event': 'pull_request',
  'workflow_run.head_sha': head,
  'workflow_run.head_branch': 'feature',
  'workflow_run.head_repository.full_name': 'stranger/api',
  'workflow_run.pull_requests': [],
};

interface Relay {
  readonly files?: Readonly<Record<string, string>>;
  readonly reports?: string;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly event?: string;
  readonly api?: GitHubApiOptions;
  readonly pulls?: readonly StoredPull[];
  readonly prepare?: (api: GitHubApi, runner: Runner) => void;
  readonly inputs?: Readonly<Record<string, string>>;
}

const ofFork = { number: 7, sha: head, branch: 'feature', repository: 'stranger/api' } as const;

/** Runs the step as the relay workflow does, with what was downloaded in the workspace. */
async function relayed(relay: Relay) {
  const { files = { 'reports/api/report.json': reportJson(loopback) }, reports = 'reports/**/*.json', prepare } = relay;
  await using api = await startGitHubApi(relay.api);
  using runner = startRunner();
  api.repository.pulls.push(...(relay.pulls ?? [ofFork]));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(runner.workspace, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  prepare?.(api, runner);
  const result = await runner.run({
    program,
    inputs: { mode: 'comment', reports, 'github-token': api.token, ...relay.inputs },
    event: { name: relay.event ?? 'workflow_run', payload: changed(example, { ...forkRun, ...relay.payload }) },
    environment: { GITHUB_API_URL: api.url, GITHUB_WORKFLOW: 'relay', GITHUB_JOB: 'comment', GITHUB_RUN_NUMBER: '5' },
  });
  expect([result.stderr, result.injected, api.violations]).toEqual(['', [], []]);
  return {
    ...result,
    comments: api.repository.comments.map(({ pull, body }) => ({ pull, body })),
    requests: api.requests.map(({ method, path: asked, query }) => `${method} ${asked}${query}`),
  };
}

describe("a fork's report", () => {
  test('becomes the comment of the pull request that GitHub names, with links of that run', async () => {
    const { exitCode, comments, requests, outputs, summary, annotations } = await relayed({});
    expect([exitCode, annotations]).toEqual([0, []]);
    expect(comments.map(({ pull }) => pull)).toEqual([7]);
    const lines = comments[0]?.body.split('\n') ?? [];
    expect(lines.slice(0, 2)).toEqual([
      '<!-- sea-trial key=ci/comment/* sha=9f1c2ab04d1e run=118 -->',
      '### ❌ Sea Trial failed: uvicorn listens on 127.0.0.1, where nobody can reach it',
    ]);
    expect(comments[0]?.body).toContain('[run 118](https://github.com/octo/api/actions/runs/9000000118)');
    expect(comments[0]?.body).toContain(`https://github.com/octo/api/blob/${head}/Dockerfile#L8`);
    expect(outputs).toMatchObject({
      verdict: 'failed',
      cause: 'loopback-host',
      'comment-url': 'https://github.com/octo/api/pull/7#issuecomment-1001',
    });
    expect(summary).toMatch(/^### ❌ Sea Trial failed: /);
    expect(requests[0]).toBe('GET /repos/octo/api/pulls?state=open&head=stranger%3Afeature&per_page=100&page=1');
  });

  test('of several trials becomes one comment, and the next run edits it', async () => {
    const files = { 'reports/api/report.json': reportJson(loopback), 'reports/web/report.json': reportJson(passed) };
    const first = await relayed({ files });
    expect(first.comments[0]?.body).toContain('### ❌ Sea Trial failed: 1 of 2 images fails, `image`');
    const second = await relayed({
      payload: { 'workflow_run.head_sha': laterHead, 'workflow_run.run_number': 119 },
      pulls: [{ ...ofFork, sha: laterHead }],
      files: { 'reports/report.json': reportJson(reportOf(passed.trials, laterHead)) },
      prepare: (api) => api.addComment(7, bot, first.comments[0]?.body ?? ''),
    });
    expect(second.comments).toHaveLength(1);
    expect(second.comments[0]?.body).toContain('run=119');
  });

  test('of an older run overwrites none that is newer, though its relay came later', async () => {
    const newer = '<!-- sea-trial key=ci/comment/* sha=c07d9e1f5a22 run=119 -->\n### ✅ newer';
    const { comments, exitCode } = await relayed({ prepare: (api) => api.addComment(7, bot, newer) });
    expect([exitCode, comments.map(({ body }) => body)]).toEqual([0, [newer]]);
  });

  test('goes to the newest of two pull requests of one branch, and never to that of another fork', async () => {
    const { comments } = await relayed({
      pulls: [ofFork, { ...ofFork, number: 9 }, { ...ofFork, number: 11, repository: 'stranger/other' }],
    });
    expect(comments.map(({ pull }) => pull)).toEqual([9]);
  });
});

describe('nothing is posted, and nothing fails,', () => {
  test.each([
    ['where the pull request has moved on', { pulls: [{ ...ofFork, sha: laterHead }] }, 'has moved on to c07d9e1'],
    ['where it is closed', { pulls: [] }, 'no open pull request of this branch'],
    ['where its fork is gone', { pulls: [{ ...ofFork, repository: undefined }] }, 'no open pull request'],
    ['where a push started the run', { payload: { 'workflow_run.event': 'push' } }, 'started by `push`'],
  ] as const)('%s', async (_, relay, because) => {
    const { exitCode, comments, log, summary } = await relayed(relay);
    expect([exitCode, comments]).toEqual([0, []]);
    expect(log.join('\n')).toContain(because);
    expect(summary).toMatch(/^### ❌ Sea Trial failed: /);
  });
});

describe('a token that only reads', () => {
  test('is told about, and the report stands on the page of the relay', async () => {
    const { exitCode, comments, annotations, summary } = await relayed({ api: { tokenWrites: false } });
    expect([exitCode, comments]).toEqual([0, []]);
    expect(annotations.map(({ name, properties }) => [name, properties['title']])).toEqual([
      ['notice', 'Sea Trial posted no comment'],
    ]);
    expect(summary.split('\n')[2]).toMatch(/^No comment was posted: GitHub answered 403/);
  });
});

const valid = reportJson(loopback);

/** The report as a file with one of its parts changed. */
function forged(values: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(changed(JSON.parse(valid), values));
}

describe('a file that is not valid ends 2 without a comment, and is named:', () => {
  test.each([
    ['no JSON', '{"version": 1', 'it is no report'],
    ['another shape', '[]', 'it is no report'],
    ['a part that the schema does not know', forged({ evil: 1 }), 'it is no report'],
    ['another version', forged({ version: 2 }), 'it is no report'],
    ['a text without end for a choice', forged({ 'trials.0.verdict': 'x'.repeat(1e6) }), 'it is no report'],
    ['a nest without end', `${'['.repeat(5e6)}${']'.repeat(4e6)}`, 'it is no report'],
    ['more than ten megabytes', forged({ 'trials.0.because': 'x'.repeat(1e7) }), 'more than 10000000 are not read'],
    ['a sentence without end', forged({ 'trials.0.because': '` '.repeat(1e6) }), 'its because is longer than 20000'],
    ['the commit of another run', reportJson(reportOf(loopback.trials, laterHead)), 'tells of the commit c07d9e1'],
  ])('%s', async (_, text, because) => {
    const files = { 'reports/a/report.json': valid, 'reports/b/report.json': text };
    const { exitCode, comments, requests, outputs, annotations } = await relayed({ files });
    expect([exitCode, comments, requests, outputs['verdict']]).toEqual([2, [], [], 'errored']);
    expect(annotations).toHaveLength(1);
    expect(annotations[0]?.data).toContain('reports/b/report.json: ');
    expect(annotations[0]?.data).toContain(because);
    expect(annotations[0]?.data.length).toBeLessThan(600);
  });

  test('a link out of the workspace, by name', async () => {
    const prepare = (_: GitHubApi, runner: Runner): void => {
      writeFileSync(path.join(runner.workspace, '../../secret.json'), valid);
      symlinkSync('../../../secret.json', path.join(runner.workspace, 'reports/link.json'));
    };
    const { exitCode, comments, annotations } = await relayed({ reports: 'reports/link.json', prepare });
    expect([exitCode, comments]).toEqual([2, []]);
    expect(annotations[0]?.data).toContain('it is a symbolic link');
  });

  test('a folder that is a link out of the workspace', async () => {
    const prepare = (_: GitHubApi, runner: Runner): void => {
      mkdirSync(path.join(runner.workspace, '../../other'));
      writeFileSync(path.join(runner.workspace, '../../other/a.json'), valid);
      symlinkSync('../../../other', path.join(runner.workspace, 'reports/link'));
    };
    const { exitCode, comments, annotations } = await relayed({ reports: 'reports/link/a.json', prepare });
    expect([exitCode, comments]).toEqual([2, []]);
    expect(annotations[0]?.data).toContain('it lies outside of the workspace');
  });

  test.each([
    ['none that is named', '', 'no report is named'],
    ['none that is there', 'elsewhere/*.json', 'no file is there'],
    ['one that is not there', 'elsewhere.json', 'there is no such file'],
    ['a folder', 'reports', 'it is no file'],
  ])('%s', async (_, reports, because) => {
    const { exitCode, comments, annotations } = await relayed({ reports });
    expect([exitCode, comments]).toEqual([2, []]);
    expect(annotations[0]?.data).toContain(because);
  });
});

test('in a run that tells of no other one the reports have to be of its own commit', async () => {
  const { exitCode, annotations, requests } = await relayed({
    event: 'push',
    payload: { workflow_run: undefined, after: 'b'.repeat(40) },
  });
  expect([exitCode, requests]).toEqual([2, []]);
  expect(annotations[0]?.data).toContain(`it tells of the commit ${head}, and the run was of `);
});

test('git is not started: an artifact may bring settings of git that name programs', async () => {
  const elsewhere = mkdtempSync(path.join(tmpdir(), 'sea-trial-relay-'));
  const prepare = (_: GitHubApi, runner: Runner): void => {
    const git = path.join(runner.workspace, '.git');
    mkdirSync(path.join(git, 'objects'), { recursive: true });
    mkdirSync(path.join(git, 'refs'));
    writeFileSync(path.join(git, 'HEAD'), 'ref: refs/heads/main\n');
    writeFileSync(path.join(git, 'config'), `[core]\n\tfsmonitor = "touch ${elsewhere}/started"\n`);
  };
  const { exitCode, comments } = await relayed({ prepare });
  expect([exitCode, comments.length, readdirSync(elsewhere)]).toEqual([0, 1, []]);
  rmSync(elsewhere, { recursive: true });
});

const evil =
  '\r\n::set-output name=verdict::passed\n##[add-mask]x @octocat <img src=x> ![a](https://evil.example) ``` </details> ';

test('hostile words mention nobody, show no image, and give the runner no command', async () => {
  const words = (text: string): string => `${evil}${text}${evil}`;
  const hostile: Report = {
    ...loopback,
    trials: loopback.trials.map((trial) => ({
      ...trial,
      name: words(trial.name),
      file: words(trial.file),
      findings: trial.findings.map((finding) => ({
        ...finding,
        check: words(finding.check),
        title: words(finding.title),
        why: words(finding.why),
        advice: words(finding.advice),
      })),
    })),
  };
  const { exitCode, comments, commands, outputs } = await relayed({ files: { 'reports/a.json': reportJson(hostile) } });
  expect([exitCode, comments.length, outputs['verdict']]).toEqual([0, 1, 'failed']);
  expect(commands.map(({ name }) => name)).toEqual(['add-mask']); // of the token, and ours
  const root = parseMarkdown(comments[0]?.body ?? '');
  expect(referencesIn(root)).toEqual([]);
  expect([...nodesIn(root)].filter(({ type }) => type === 'image')).toEqual([]);
});
