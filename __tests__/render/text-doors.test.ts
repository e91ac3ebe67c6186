import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderComment } from '../../src/render/comment.ts';
import { markerKey } from '../../src/render/state.ts';
import type { Report } from '../../src/report.ts';
import { hostileText } from '../support/hostile-text.ts';
import { buildFailed, importError, linksFor, loopback, several } from '../support/reports.ts';
import {
  breachesOfMarkdown,
  commandsBehindTheDoor,
  nodesIn,
  parseMarkdown,
  referencesIn,
} from '../support/text-doors.ts';

/** So many texts together: a document costs the parser more than what is in it. */
const together = 50;
const batch = fc.array(hostileText, { minLength: together, maxLength: together });
const wanted = 100_000;

test('no command comes through the printing door in 100,000 texts', () => {
  fc.assert(
    fc.property(batch, (texts) => {
      expect(commandsBehindTheDoor(texts)).toEqual([]);
    }),
    { numRuns: wanted / together },
  );
});

test('nothing but text and code comes through the Markdown door in 100,000 texts', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(batch, (texts) => {
      expect(breachesOfMarkdown(texts)).toEqual([]);
    }),
    { numRuns: wanted / together },
  );
});

describe('the oracle sees', () => {
  test.each([
    ['a mention', 'a @octocat b'],
    ['an issue', 'octo/api#7'],
    ['a commit', 'see 9f1c2ab'],
    ['an emoji', ':tada:'],
    ['a formula', '$x$'],
    ['a mention in a fold', '<details><summary>@octocat</summary>'],
  ])('%s', (_, markdown) => {
    expect(referencesIn(parseMarkdown(markdown))).toHaveLength(1);
  });

  test.each([
    ['an image', '![a](b)', 'image'],
    ['a link', '[a](b)', 'link'],
    ['an address', 'https://evil.example', 'link'],
    ['HTML', 'a <img src=x>', 'html'],
    ['what breaks out of a fence', '```text\n```\n# a', 'heading'],
    ['a list', '- a', 'list'],
  ])('%s', (_, markdown, type) => {
    expect([...nodesIn(parseMarkdown(markdown))].map((node) => node.type)).toContain(type);
  });
});

/** Every text of a report that comes from outside, replaced. */
function withTexts(report: Report, next: () => string): Report {
  return {
    ...report,
    trials: report.trials.map((trial) => ({
      ...trial,
      name: next(),
      file: next(),
      context: next(),
      notes: [next()],
      ...(trial.because === undefined ? {} : { because: next() }),
      findings: trial.findings.map((finding) => ({
        ...finding,
        title: next(),
        why: next(),
        advice: next(),
        ...(finding.location === undefined ? {} : { location: { ...finding.location, path: next() } }),
        evidence: finding.evidence.map((each) => {
          switch (each.kind) {
            case 'source':
              return { ...each, note: next(), location: { ...each.location, path: next() } };
            case 'command':
              return { ...each, argv: [next(), next()], tail: next() };
            case 'log':
              return { ...each, lines: [next(), next()] };
            case 'exchange':
              return { ...each, request: next(), outcome: next() };
            case 'measurement':
              return { ...each, what: next() };
          }
        }),
      })),
    })),
  };
}

/** Tags of our own folds, and our two hidden lines. */
const ownHtml =
  /^(?:<details><summary>(?:[^<>]|<\/?code>)*<\/summary>|<\/details>(?:\n<details>.*<\/summary>)?|<!-- sea-trial[^>]*-->)$/;

test('a whole comment of hostile words links to our own addresses, and does nothing else', () => {
  fc.assert(
    fc.property(fc.constantFrom(loopback, buildFailed, importError, several), batch, (report, texts) => {
      let at = 0;
      const hostile = withTexts(report, () => texts[(at += 1) % texts.length] ?? '');
      const root = parseMarkdown(renderComment(hostile, { key: markerKey(['ci', 'image', '*']), links: linksFor() }));
      const nodes = [...nodesIn(root)];
      const hrefs = nodes.flatMap((node) => (node.type === 'link' ? [node.url] : []));
      expect(hrefs.filter((href) => !/^https:\/\/github\.com\/acme\/(?:api|sea-trial)\//.test(href))).toEqual([]);
      expect(nodes.filter(({ type }) => /^(?:image|footnote|definition|.*Reference)/.test(type))).toEqual([]);
      expect(nodes.flatMap((node) => (node.type === 'html' && !ownHtml.test(node.value) ? [node.value] : []))).toEqual(
        [],
      );
      expect(referencesIn(root)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
