import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bullets,
  code,
  details,
  fence,
  link,
  markup,
  paragraphs,
  prose,
  table,
  text,
} from '../../src/render/markdown.ts';
import { hostileText } from '../support/hostile-text.ts';
import { liveText } from '../support/live-markdown.ts';
import { parseMarkdown } from '../support/text-doors.ts';

/** What GitHub makes something of: marks of Markdown, HTML, mentions, references, addresses, emoji, formulas. */
const active =
  /[`*_~[\]<>&|@#$\\\n]|:\/\/|www\.|:[\w+-]+:|\b(?:GH|CVE)-\w|(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])|^ *(?:[-+*](?:[ \t]|$)|\d+[.)](?:[ \t]|$)|=+[ \t]*$|---|#)/i;

test('the oracle sees what is live and what is not', () => {
  expect(liveText('a `@b` \\@c @d')).toBe('a \u0001 ·c @d');
  for (const sample of ['@a', 'x#1', '<b>', '[a](b)', 'https://x', '9f1c2ab', ':tada:', '- x', '1. x', 'a`b'])
    expect(liveText(sample)).toMatch(active);
});

describe('untrusted text', () => {
  test('is never live', () => {
    fc.assert(
      fc.property(hostileText, (untrusted) => {
        expect(liveText(text(untrusted).markdown)).not.toMatch(active);
        expect(liveText(prose(untrusted).markdown)).not.toMatch(active);
      }),
      { numRuns: 30_000 },
    );
  });

  test('is never live behind words of ours and beside other code', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (one, other) => {
        const line = markup`x ${text(one)} y ${code(other)} z ${prose(one)}.`.markdown;
        expect(liveText(line)).not.toMatch(active);
      }),
      { numRuns: 10_000 },
    );
  });

  test('reads as it was written, references as code', () => {
    expect(text('a*b_c <img> [x](y) | & ~').markdown).toBe('a\\*b\\_c \\<img\\> \\[x\\](y) &#124; \\& \\~');
    expect(text('ask @octocat (see #12), octo/api#3 or https://evil.example/.').markdown).toBe(
      'ask `@octocat` (see `#12`), `octo/api#3` or `https://evil.example/`.',
    );
    expect(text('commit 9f1c2ab04d1e, GH-7 :tada:').markdown).toBe('commit `9f1c2ab04d1e`, `GH-7` `:tada:`');
    expect(text("apt's lists, 0.7 s after -x").markdown).toBe("apt's lists, 0.7 s after -x");
  });

  test('begins no list and no rule', () => {
    expect([text('1. one').markdown, text('- two').markdown, text('---').markdown, text('= x').markdown]).toEqual([
      '1\\. one',
      '\\- two',
      '\\---',
      '\\= x',
    ]);
  });

  test('keeps no-break spaces between a number and its unit', () => {
    expect(text('1.4\u00a0s').markdown).toBe('1.4\u00a0s');
  });
});

describe('prose', () => {
  test('has code between backticks', () => {
    expect(prose('Write `0.0.0.0` instead of `127.0.0.1`.').markdown).toBe('Write `0.0.0.0` instead of `127.0.0.1`.');
  });

  test('keeps code apart that stands side by side', () => {
    expect(prose('`a``#1`').markdown).toBe('`a#1`');
  });

  test('does not mind a backtick without a partner', () => {
    expect(prose('a ` b').markdown).toBe('a \\` b');
  });
});

describe('a code span', () => {
  test('is one span, whatever is inside', () => {
    fc.assert(
      fc.property(hostileText, (untrusted) => {
        const { markdown } = code(untrusted);
        expect(liveText(markdown)).toBe(markdown === '(empty)' ? '(empty)' : '\u0001');
      }),
      { numRuns: 20_000 },
    );
  });

  test('has a longer delimiter than what is inside, and room at its edges', () => {
    expect([code('a`b').markdown, code('`a``').markdown, code(' ').markdown]).toEqual([
      '``a`b``',
      '``` `a`` ```',
      '(empty)',
    ]);
  });
});

describe('a fence', () => {
  test('ends at its own last line only', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { maxLength: 4 }), (lines) => {
        const [opening = '', ...inside] = fence(lines, 'text').markdown.split('\n');
        const delimiter = opening.replace(/text$/, '');
        const closings = inside.filter((line) => new RegExp(`^ {0,3}\`{${delimiter.length},}\\s*$`).test(line));
        expect(delimiter).toMatch(/^`{3,}$/);
        expect(closings).toEqual([delimiter]);
        expect(inside.at(-1)).toBe(delimiter);
      }),
      { numRuns: 10_000 },
    );
  });

  test('keeps a log as it is, without its colours', () => {
    expect(fence(['\u001b[32mINFO\u001b[0m: <b>@a</b>', '```'], 'text').markdown).toBe(
      '````text\nINFO: <b>@a</b>\n```\n````',
    );
  });
});

describe('a fold', () => {
  test('has a summary of text and code only', () => {
    fc.assert(
      fc.property(hostileText, (untrusted) => {
        const [summary = ''] = details(untrusted, markup`inside`).markdown.split('\n');
        const inner = /^<details><summary>(.*)<\/summary>$/.exec(summary)?.[1] ?? '<missing>';
        const live = inner.replaceAll(/<code>[^<>]*<\/code>/g, '');
        expect(live).not.toMatch(/[<>@#$]|:\/\/|www\.|:[\w+-]+:|(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/i);
        expect(live.replaceAll(/&(?:amp|lt|gt|quot);/g, '')).not.toContain('&');
      }),
      { numRuns: 10_000 },
    );
  });

  test('has blank lines where Markdown begins and ends again', () => {
    expect(details('Evidence: `a<b`', markup`**x**`).markdown).toBe(
      '<details><summary>Evidence: <code>a&lt;b</code></summary>\n\n**x**\n\n</details>',
    );
  });

  test('stands right behind another fold', () => {
    expect(paragraphs(details('a', markup`1`), details('b', markup`2`), markup`c`).markdown).toBe(
      '<details><summary>a</summary>\n\n1\n\n</details>\n<details><summary>b</summary>\n\n2\n\n</details>\n\nc',
    );
  });
});

describe('a table', () => {
  test('has as many cells as columns, whatever is inside', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (one, other) => {
        const { markdown } = table(
          [
            { title: 'Image', align: 'left' },
            { title: 'Size', align: 'right' },
          ],
          [[code(one), text(other)]],
        );
        const [, , row = ''] = markdown.split('\n');
        expect(row.replaceAll(/\\\|/g, '').match(/\|/g)).toHaveLength(3);
        expect(markdown.split('\n')).toHaveLength(3);
        expect(row).not.toContain('\\\\|');
      }),
      { numRuns: 10_000 },
    );
  });

  test('reads well', () => {
    expect(
      table(
        [
          { title: 'Image', align: 'left' },
          { title: 'Size', align: 'right' },
        ],
        [
          [code('a|b'), text('1.0 MB')],
          [text('2 more'), text('')],
        ],
      ).markdown,
    ).toBe('| Image | Size |\n|:--|--:|\n| `a\\|b` | 1.0 MB |\n| 2 more | |');
  });
});

test('a link is one though its label looks like a definition', () => {
  const linked = link(code(']:6'), { href: 'https://github.com/a' }).markdown;
  expect(linked).toBe('[`] :6`](https://github.com/a)');
  const [paragraph] = parseMarkdown(linked).children;
  expect(paragraph).toMatchObject({ type: 'paragraph', children: [{ type: 'link', url: 'https://github.com/a' }] });
});

test('a link without an address is its label', () => {
  expect(bullets([link(code('a'), undefined), link(code('a'), { href: 'https://github.com/a' })]).markdown).toBe(
    '- `a`\n- [`a`](https://github.com/a)',
  );
});
