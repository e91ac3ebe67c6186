import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { marker } from '../../src/render/state.ts';
import type { Report } from '../../src/report.ts';
import { type Fault, githubAnswers } from '../support/github-api/faults.ts';
import { type GitHubApi, type GitHubApiOptions, startGitHubApi } from '../support/github-api/server.ts';
import { loopback } from '../support/reports.ts';
import { type StepResult, pullRequestPayload, startRunner } from '../support/runner.ts';

const program = path.join(import.meta.dirname, 'programs/publish.ts');
const bot = 'github-actions[bot]';
/** All that a run may wait for GitHub. What it waits costs no time here, and is counted all the same. */
const mostMs = 60_000;

type Place = 'comment' | 'summary';

interface Row {
  readonly fault: string;
  /** Where the whole report stands, besides report.json; a comment has it in any case in the summary too. */
  readonly place: Place;
  /** What whoever looks for the comment is told. */
  readonly told?: string;
  /** Whether the fix is there as a suggestion: the review goes out before the comment. */
  readonly suggested: boolean;
  readonly api?: GitHubApiOptions;
  readonly prepare?: (api: GitHubApi) => void;
  readonly headRepository?: string;
  /** Of less than the 50 s that a run has, where the time is really spent. */
  readonly patienceMs?: number;
}

/** The example, with an edit to suggest on a line of the diff. */
const report: Report = loopback;
const patch =
  '@@ -7,2 +7,2 @@\n EXPOSE 8000\n-CMD x\n+CMD ["uvicorn", "app:app", "--host", "127.0.0.1", "--port", "8000", "--workers", "4"]';

const onComments = { method: 'POST', path: /issues\/7\/comments$/ } as const;
const always = (fault: Fault): GitHubApiOptions => ({ faults: [fault] });
const talk = (api: GitHubApi): void => {
  for (let at = 0; at < 300; at += 1) api.addComment(7, 'somebody', `comment ${at}`);
  api.addComment(7, bot, `${marker({ key: 'ci/image/image', sha: '9f1c2ab04d1e', run: 117 }).markdown}\nold`);
};

const rows: readonly Row[] = [
  { fault: 'none', suggested: true, place: 'comment' },
  {
    fault: '401 bad credentials',
    suggested: false,
    place: 'summary',
    told: 'answered 401',
    api: always(githubAnswers.badCredentials),
  },
  {
    fault: '403 read-only token',
    suggested: false,
    place: 'summary',
    told: 'answered 403',
    api: { tokenWrites: false },
  },
  {
    fault: '403 fork, known beforehand',
    suggested: false,
    place: 'summary',
    told: 'comes from the fork stranger/api',
    api: { tokenWrites: false },
    headRepository: 'stranger/api',
  },
  {
    fault: '403 with retry-after 7, once',
    suggested: true,
    place: 'comment',
    api: always({ ...onComments, ...githubAnswers.secondaryLimit, headers: { 'retry-after': '7' }, times: 1 }),
  },
  {
    fault: '429 with retry-after 20, twice',
    suggested: true,
    place: 'comment',
    api: always({ ...onComments, ...githubAnswers.tooManyRequests, headers: { 'retry-after': '20' }, times: 2 }),
  },
  {
    fault: '429 with retry-after 25, always',
    suggested: true,
    place: 'summary',
    told: 'answered 429',
    api: always({ ...onComments, ...githubAnswers.tooManyRequests, headers: { 'retry-after': '25' } }),
  },
  {
    fault: 'secondary limit, an hour',
    suggested: false,
    place: 'summary',
    told: 'secondary rate limit',
    api: always({ ...githubAnswers.secondaryLimit, headers: { 'retry-after': '3600' } }),
  },
  {
    fault: 'secondary limit, no time told',
    suggested: true,
    place: 'summary',
    told: 'secondary rate limit',
    api: always({ ...onComments, ...githubAnswers.secondaryLimit }),
  },
  {
    fault: '404',
    suggested: true,
    place: 'summary',
    told: 'answered 404',
    api: always({ ...onComments, ...githubAnswers.notFound }),
  },
  {
    fault: '409',
    suggested: true,
    place: 'summary',
    told: 'answered 409',
    api: always({ ...onComments, ...githubAnswers.conflict }),
  },
  {
    fault: '410',
    suggested: true,
    place: 'summary',
    told: 'answered 410',
    api: always({ ...onComments, ...githubAnswers.gone }),
  },
  {
    fault: '422 too long, twice',
    suggested: true,
    place: 'comment',
    api: always({ ...onComments, ...githubAnswers.tooLong, times: 2 }),
  },
  {
    fault: '422 too long, always',
    suggested: true,
    place: 'summary',
    told: 'answered 422',
    api: always({ ...onComments, ...githubAnswers.tooLong }),
  },
  {
    fault: '422 bad anchor of a review',
    suggested: true,
    place: 'comment',
    api: always({ path: /reviews$/, kind: 'answer', status: 422, body: { message: 'Unprocessable Entity' } }),
  },
  {
    fault: '422 bad anchor of all lines',
    suggested: false,
    place: 'comment',
    api: always({
      method: 'POST',
      path: /reviews$|pulls\/7\/comments$/,
      kind: 'answer',
      status: 422,
      body: { message: 'Unprocessable Entity' },
    }),
  },
  {
    fault: '500, twice',
    suggested: true,
    place: 'comment',
    api: always({ ...onComments, ...githubAnswers.serverError, times: 2 }),
  },
  {
    fault: '500, always',
    suggested: false,
    place: 'summary',
    told: 'answered 500',
    api: always(githubAnswers.serverError),
  },
  {
    fault: '502, always',
    suggested: false,
    place: 'summary',
    told: 'answered 502',
    api: always(githubAnswers.badGateway),
  },
  {
    fault: 'reset after it was carried out',
    suggested: true,
    place: 'comment',
    api: always({ ...onComments, kind: 'reset', carriedOut: true, times: 1 }),
  },
  {
    fault: 'reset, always',
    suggested: false,
    place: 'summary',
    told: 'cannot be reached',
    api: always({ kind: 'reset', carriedOut: false }),
  },
  {
    fault: 'timeout, with a patience of 2 s',
    suggested: false,
    place: 'summary',
    told: 'did not answer within 2 s',
    api: always({ kind: 'silence', carriedOut: false }),
    patienceMs: 2000,
  },
  {
    fault: 'truncated JSON, once',
    suggested: true,
    place: 'comment',
    api: always({ ...onComments, kind: 'truncated', by: 'text', times: 1 }),
  },
  {
    fault: 'truncated JSON, always',
    suggested: false,
    place: 'summary',
    told: 'cut off or no JSON',
    api: always({ kind: 'truncated', by: 'text' }),
  },
  { fault: '300 comments over four pages', suggested: true, place: 'comment', prepare: talk },
];

const table: string[] = [];
const line = (...cells: readonly [string, string, string]): number =>
  table.push(`${cells[0].padEnd(34)}${cells[1].padEnd(62)}${cells[2].padStart(8)}`);

afterAll(() => {
  console.log(['', ...table].join('\n'));
});

interface Published extends StepResult {
  readonly tookMs: number;
  readonly told: readonly string[];
}

async function publish(api: GitHubApi, row: Partial<Row>, environment: Readonly<Record<string, string>> = {}) {
  using runner = startRunner();
  const file = path.join(runner.temporary, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  const result = await runner.run({
    program,
    arguments: [file, 'hurried', ...(row.patienceMs === undefined ? [] : [String(row.patienceMs)])],
    inputs: { 'github-token': api.token, comment: 'always' },
    event: {
      name: 'pull_request',
      payload: pullRequestPayload(row.headRepository === undefined ? {} : { headRepository: row.headRepository }),
    },
    environment: { GITHUB_API_URL: api.url, ...environment },
  });
  const printed = (name: string): readonly string[] =>
    result.log.filter((each) => each.startsWith(`${name}: `)).map((each) => each.slice(name.length + 2));
  return { ...result, tookMs: Number(printed('took')[0]), told: printed('told') } satisfies Published;
}

const ours = (api: GitHubApi): readonly string[] =>
  api.repository.comments.filter(({ author }) => author === bot).map(({ body }) => body);
const verdict = '### ❌ Sea Trial failed: uvicorn listens on 127.0.0.1, where nobody can reach it';

line('fault', 'where the report went', 'took');

test.each(rows)('$fault: the report goes to the $place', async (row) => {
  await using api = await startGitHubApi(row.api);
  api.repository.files.push({ pull: 7, filename: 'Dockerfile', patch });
  row.prepare?.(api);
  const { exitCode, stderr, injected, outputs, summary, annotations, tookMs } = await publish(api, row);
  // The step itself never fails for this, and the verdict is what it was.
  expect([exitCode, stderr, injected, api.violations]).toEqual([0, '', [], []]);
  expect([outputs['verdict'], outputs['cause']]).toEqual(['failed', 'loopback-host']);
  expect(annotations.filter(({ name }) => name === 'error')).toHaveLength(1);
  expect(tookMs).toBeLessThan(mostMs);
  expect(summary.split('\n')[0]).toBe(verdict);
  const comments = ours(api).map((body) => body.split('\n')[1]);
  const notice =
    annotations.find(({ properties }) => properties['title'] === 'Sea Trial posted no comment')?.data ?? '';
  const explained = summary.split('\n')[2]?.startsWith('No comment was posted: ') === true;
  expect({ comments, linked: outputs['comment-url'] !== '', noticed: notice !== '', explained }).toEqual(
    row.place === 'comment'
      ? { comments: [verdict], linked: true, noticed: false, explained: false }
      : { comments: [], linked: false, noticed: true, explained: true },
  );
  expect(notice).toContain(row.told ?? '');
  expect(api.repository.reviewComments.length > 0).toBe(row.suggested);
  const suggested = api.repository.reviewComments.length > 0 ? ', suggestion' : '';
  const went =
    row.place === 'comment' ? `comment${suggested}, summary, annotations` : 'summary (says why), annotations, notice';
  line(row.fault, went, `${(tookMs / 1000).toFixed(1)} s`);
});

test('two racing runs: one comment, of the newer one', async () => {
  await using api = await startGitHubApi();
  const ran = await Promise.all(['118', '119'].map((number) => publish(api, {}, { GITHUB_RUN_NUMBER: number })));
  expect(ran.map(({ exitCode, outputs }) => [exitCode, outputs['verdict']])).toEqual([
    [0, 'failed'],
    [0, 'failed'],
  ]);
  const comments = ours(api);
  expect(comments).toHaveLength(1);
  expect(api.violations).toEqual([]);
  const took = Math.max(...ran.map(({ tookMs }) => tookMs));
  expect(took).toBeLessThan(mostMs);
  line(
    'two racing runs',
    `one comment, of run ${/run=(\d+)/.exec(comments[0] ?? '')?.[1]}; summaries`,
    `${(took / 1000).toFixed(1)} s`,
  );
});
