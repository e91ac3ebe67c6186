import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { all, html, nothing, prose, raw } from '../../../src/render/html/html.ts';
import { hostileText } from '../../support/hostile-text.ts';

describe('the HTML door', () => {
  it('escapes text, and leaves what is HTML already', () => {
    expect(html`<p title="${'a "b" & <c>'}">${'<i>'} ${html`<b>${1}</b>`}${[html`x`, html`y`]}</p>`.html).toBe(
      '<p title="a &quot;b&quot; &amp; &lt;c&gt;">&lt;i&gt; <b>1</b>xy</p>',
    );
  });

  it('takes out what acts, hides or reorders, and keeps lines', () => {
    expect(html`${'a\u001b[31mb\u0007\u202ec\u0000\r\nd\te'}`.html).toBe('abc\nd\te');
  });

  it('makes code of what stands between backticks', () => {
    expect(prose('write `<b>` & go').html).toBe('write <code>&lt;b&gt;</code> &amp; go');
  });

  it('joins, also nothing', () => {
    expect(all([html`a`, nothing, html`b`], ' · ').html).toBe('a ·  · b');
  });

  it.each([
    ['beside an attribute', () => html`<p ${'x'}>y</p>`],
    ['as the name of an element', () => html`<${'script'}>`],
    ['in the end of an element', () => html`<p>x</${'p'}>`],
    ['in a comment', () => html`<!-- ${'x'} -->`],
    ['in a script', () => html`<script>${'x'}</script>`],
    ['in an attribute without quotes', () => html`<p title=${'x'}>y</p>`],
    ['in an event handler', () => html`<p onclick="${'x'}">y</p>`],
    ['in a style', () => html`<p style="${'x'}">y</p>`],
    ['in a source', () => html`<img src="${'x'}">`],
    ['as an address', () => html`<a href="${'https://example.org/'}">x</a>`],
  ])('lets no text stand %s', (_, make) => {
    expect(make).toThrow(RangeError);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '//example.org/', ' https://example.org/'])(
    'makes no link to %s',
    (href) => {
      expect(() => html`<a href="${{ href }}">x</a>`).toThrow('leads to a web page');
    },
  );

  it('knows where it stands behind tags, quotes and comparisons', () => {
    const at = { href: '#L8' };
    expect(html`<a class="x>y" href="${at}" title="${'t'}">${'1 < 2'}</a> a > b ${'c'}`.html).toBe(
      '<a class="x>y" href="#L8" title="t">1 &lt; 2</a> a > b c',
    );
  });

  it('takes no HTML into an attribute', () => {
    expect(() => html`<p title="${html`<b>x</b>`}">y</p>`).toThrow('HTML stands in an attribute');
  });

  it('closes a style or a script nowhere but at its end', () => {
    expect(raw('style', 'p > b { }').html).toBe('<style>p > b { }</style>');
    expect(() => raw('script', 'a </script> b')).toThrow('would end too early');
    expect(() => raw('script', 'a <!-- b')).toThrow('would end too early');
  });

  it('lets no generated text break out', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const [, attribute = '', content = ''] =
          /^<p title="([^"]*)">([^]*)<\/p>$/.exec(html`<p title="${text}">${text}</p>`.html) ?? [];
        expect(attribute + content).not.toMatch(/[<>"'\u202e]|&(?!(?:amp|lt|gt|quot|#39);)/);
        expect(content.split('').filter((character) => character < ' ' && !'\n\t'.includes(character))).toEqual([]);
        expect(attribute).toBe(content);
      }),
      { numRuns: 30_000 },
    );
  });
});
