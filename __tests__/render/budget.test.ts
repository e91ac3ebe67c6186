import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Detail, cutMarkdown, leftOut, withinBudget } from '../../src/render/budget.ts';
import { details, fence, markup, paragraphs, prose } from '../../src/render/markdown.ts';
import { hostileText } from '../support/hostile-text.ts';

const long = (detail: Detail, sizes: Readonly<Record<Detail, number>>) => ({
  head: markup`# head`,
  body: prose('x '.repeat(sizes[detail])),
  foot: markup`foot`,
});

test('the fullest form that fits is taken', () => {
  const sizes = { full: 1_000, trimmed: 400, failures: 10 };
  const shown = [10_000, 1_000, 100].map((bytes) => withinBudget((detail) => long(detail, sizes), bytes, leftOut));
  expect(shown.map((text) => text.match(/x/g)?.length)).toEqual([1_000, 400, 10]);
  expect(shown.every((text) => text.startsWith('# head\n\n') && text.endsWith('\n\nfoot'))).toBe(true);
});

test('where even the shortest does not fit, its lines are cut and that is said', () => {
  const lines = Array.from({ length: 50 }, (_, index) => `line ${index} 漢字`);
  const text = withinBudget(
    () => ({ head: markup`# head`, body: fence(lines, 'text'), foot: markup`foot` }),
    400,
    leftOut,
  );
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(400);
  expect(text).toMatch(
    /^# head\n\n```text\nline 0 漢字\n(?:line \d+ 漢字\n)*```\n\nThe rest is left out, [^\n]+\n\nfoot$/,
  );
});

test('what is cut has its fences and folds closed, whatever is inside', () => {
  fc.assert(
    fc.property(
      fc.array(hostileText, { maxLength: 6 }),
      hostileText,
      fc.integer({ min: 60, max: 600 }),
      (lines, title, most) => {
        const text = paragraphs(
          details(title, paragraphs(fence(lines, 'text'), details('inner', fence(lines, 'diff')))),
          markup`end`,
        ).markdown;
        const cut = cutMarkdown(text, most);
        expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(most);
        expect(cut.isWellFormed()).toBe(true);
        let fenceOpen = '';
        let folds = 0;
        for (const line of cut.split('\n')) {
          if (fenceOpen !== '') fenceOpen = line === fenceOpen ? '' : fenceOpen;
          else if (/^`{3,}[^`]*$/.test(line)) fenceOpen = /^`+/.exec(line)?.[0] ?? '';
          else folds += line.startsWith('<details>') ? 1 : line === '</details>' ? -1 : 0;
        }
        expect([fenceOpen, folds]).toEqual(['', 0]);
      },
    ),
    { numRuns: 5_000 },
  );
});

test('a text that fits is not touched', () => {
  const text = details('a', fence(['b'], 'text')).markdown;
  expect(cutMarkdown(text, 1_000)).toBe(text);
});
