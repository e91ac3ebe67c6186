import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { renderComment } from '../../../src/render/comment.ts';
import { githubLinks } from '../../../src/render/links.ts';
import { readReport } from '../../../src/render/read-report.ts';
import type { Report } from '../../../src/report.ts';
import { foundCompany, planned } from '../../support/company.ts';
import { loopback, passed } from '../../support/reports.ts';
import { startRunner } from '../../support/runner.ts';

// A dry run over a made-up repository of 2,000 services; `npm run bench` measures it.

const program = path.resolve(import.meta.dirname, '../../../src/main.ts');
const services = 2_000;
const matrix = v.object({
  include: v.array(v.object({ title: v.string(), name: v.string(), context: v.string(), file: v.literal('') })),
});

test('of 2,000 services each is in one job, and with only-affected those that a change touches alone', async () => {
  using runner = startRunner();
  const branch = foundCompany(runner.workspace, services, [5, 77, 1_999]);
  const whole = await planned(runner, branch, program);
  const { include } = v.parse(matrix, JSON.parse(whole.outputs['matrix'] ?? ''));
  expect(include.length).toBeLessThanOrEqual(256);
  const contexts = include.flatMap(({ context }) => context.split('\n'));
  expect(contexts.toSorted()).toEqual(Array.from({ length: services }, (_, number) => `services/${number}`).toSorted());

  const few = await planned(runner, branch, program, { 'only-affected': 'true' });
  expect(
    v
      .parse(matrix, JSON.parse(few.outputs['matrix'] ?? ''))
      .include.map(({ name }) => name)
      .toSorted(),
  ).toEqual(['services-1999', 'services-5', 'services-77']);
  const read = readReport(readFileSync(few.outputs['report'] ?? '', 'utf8'));
  if (!('report' in read)) throw new Error(read.error);
  const verdicts = Map.groupBy(read.report.trials, ({ verdict }) => verdict);
  expect([verdicts.get('skipped')?.length, verdicts.get('errored')?.length]).toEqual([1_997, 3]);
  const comment = commentOf(read.report);
  expect(comment).toContain('| 1997 more | skipped: unchanged | |');
  expect(comment).toContain('its job left no report');
});

test('2,000 reports, of which every tenth failed, fit into one comment that says what it leaves out', () => {
  const trials = Array.from({ length: services }, (_, number) => {
    const [trial] = (number % 10 === 0 ? loopback : passed).trials;
    if (trial === undefined) throw new Error('the recorded reports have a trial');
    return { ...trial, name: `services-${number}`, file: `services/${number}/Dockerfile` };
  });
  const comment = commentOf({ ...passed, trials });
  expect(comment).toContain('200 of 2000 images fail');
  expect(comment).toContain('left out');
});

function commentOf(report: Report): string {
  const links = githubLinks({
    serverUrl: 'https://github.com',
    repository: 'octo/api',
    head: 'a'.repeat(40),
    tested: 'a'.repeat(40),
    runId: '1',
    runNumber: 1,
  });
  const comment = renderComment(report, { key: 'ci/report/*', links, maxBytes: 65_536 });
  expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(65_536);
  return comment;
}
