import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { openBrowser } from '../__tests__/support/browser.ts';

// npm run picture: the README's picture of a comment, from the very comment that the tests hold the renderer to. The frame around it is
// drawn as GitHub does it.
const root = path.resolve(import.meta.dirname, '..');
const comment = readFileSync(path.join(root, '__tests__/fixtures/reports/3-loopback-host.md'), 'utf8');
const body = micromark(comment.replaceAll(/<!--.*?-->\n?/gs, ''), {
  allowDangerousHtml: true, // it is ours
  extensions: [gfm()],
  htmlExtensions: [gfmHtml()],
})
  .replaceAll(/(?<=^|<code class="language-diff">)([-+].*)$/gm, (line: string) => {
    const kind = line.startsWith('-') ? 'gone' : 'new';
    return `<span class="${kind}">${line}</span>`;
  })
  .replace('❌', '<span class="cross">✖</span>'); // few machines have a font for it
const page = `<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 16px; width: 800px; background: #fff; color: #1f2328; font: 14px/1.5 "DejaVu Sans", sans-serif }
.comment { border: 1px solid #d1d9e0; border-radius: 6px }
.who { padding: 8px 16px; background: #f6f8fa; border-bottom: 1px solid #d1d9e0; border-radius: 6px 6px 0 0; color: #59636e; font-size: 13px }
.who b { color: #1f2328 } .who span { border: 1px solid #d1d9e0; border-radius: 2em; padding: 0 6px; font-size: 11px }
.body { padding: 8px 16px 12px } h3 { font-size: 17px; margin: 8px 0 12px } p { margin: 0 0 10px } details { margin: 0 0 4px }
a { color: #0969da; text-decoration: none } code { background: #eff1f3; border-radius: 4px; padding: .15em .35em; font: 12px "DejaVu Sans Mono", monospace }
pre { background: #f6f8fa; border-radius: 6px; padding: 10px 12px; margin: 0 0 10px; overflow: hidden } pre code { background: none; padding: 0; white-space: pre-wrap }
.gone { background: #ffebe9; display: inline-block; width: 100% } .new { background: #dafbe1; display: inline-block; width: 100% }
.cross { color: #d1242f }
details > :not(summary) { display: none }
</style><div class="comment"><div class="who"><b>github-actions</b> <span>bot</span> commented on this pull request</div><div class="body">${body}</div></div>`;

const file = path.join(root, 'docs/images/comment.png');
mkdirSync(path.dirname(file), { recursive: true });
const browser = await openBrowser();
try {
  const tab = await browser.newPage({ viewport: { width: 832, height: 400 }, deviceScaleFactor: 1.5 });
  await tab.setContent(page);
  await tab.screenshot({ path: file, fullPage: true });
} finally {
  await browser.close();
}
