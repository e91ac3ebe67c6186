import { expect, test } from 'vitest';
import { localLinks } from '../../src/render/links.ts';
import { forkParagraph, renderSummary } from '../../src/render/summary.ts';
import { golden } from '../support/golden.ts';
import { example, finding, linksFor, loopback, reportOf, served } from '../support/reports.ts';

const links = linksFor();

test('the page of a run from a fork says first why there is no comment', () => {
  expect(renderSummary(loopback, { links, paragraph: forkParagraph('octo/api', links) })).toBe(
    golden('8-fork-summary.md'),
  );
});

test('a fork that is gone has no name', () => {
  expect(forkParagraph('', links).markdown).toContain('comes from a fork that was deleted, and');
});

test('the page has neither marker nor state, and every finding', () => {
  const findings = Array.from({ length: 60 }, (_, index) =>
    finding({ check: `check-${index}`, severity: 'notice', title: `t${index}`, why: '', advice: '' }),
  );
  const page = renderSummary(reportOf([served({ bytes: 1e6, user: 'app', findings })]), { links });
  expect(page).not.toContain('<!--');
  expect(findings.every(({ check }) => page.includes(`[${check}](`))).toBe(true);
  expect(page.endsWith('\n')).toBe(true);
});

test('without GitHub it has no dead links', () => {
  const page = renderSummary({ ...example, commit: { head: '', tested: '' } }, { links: localLinks });
  expect(page).not.toContain('](undefined)');
  expect(page).toContain('at `Dockerfile:8`: the server');
  expect(page).toMatch(/\n\n\[settings\]\([^)]+\)\n$/);
});

test('a page stays below what GitHub shows', () => {
  const [trial] = loopback.trials;
  if (trial === undefined) throw new Error('there is no such report');
  const cause = finding({
    check: 'loopback-host',
    severity: 'error',
    title: 't',
    why: 'w',
    advice: 'a',
    evidence: [{ kind: 'log', lines: Array.from({ length: 100_000 }, () => 'é'.repeat(400)), omittedLines: 0 }],
  });
  const findings = Array.from({ length: 5_000 }, (_, index) =>
    finding({ check: `check-${index}`, severity: 'notice', title: 'é'.repeat(200), why: '', advice: '' }),
  );
  const page = renderSummary(reportOf([{ ...trial, findings: [cause, ...findings] }]), { links });
  expect(Buffer.byteLength(page)).toBeLessThanOrEqual(1024 * 1024);
  expect(page).toContain('Left out: 99');
});
