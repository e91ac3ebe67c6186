export const id = 226;
export const ids = [226];
export const modules = {

/***/ 3226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderHtml: () => (/* binding */ renderHtml)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/render/links.js
var render_links = __webpack_require__(3420);
// EXTERNAL MODULE: ./build/render/numbers.js
var numbers = __webpack_require__(2823);
// EXTERNAL MODULE: ./build/render/prose.js
var prose = __webpack_require__(5046);
// EXTERNAL MODULE: ./build/render/wording.js
var wording = __webpack_require__(6809);
// EXTERNAL MODULE: ./build/render/clean.js
var clean = __webpack_require__(1112);
;// CONCATENATED MODULE: ./build/render/html/html.js


/** Our own HTML, with pieces between: text is escaped; an address goes into `href`, and nothing else does. */
function html(own, ...pieces) {
    const holes = holesOf(own);
    const parts = pieces.map((piece, index) => `${fitted(piece, holes[index] ?? 'tag')}${own[index + 1] ?? ''}`);
    return { html: `${own[0] ?? ''}${parts.join('')}` };
}
const nothing = { html: '' };
function html_all(pieces, separator = '') {
    return { html: pieces.map((piece) => piece.html).join(separator) };
}
/** Sentences in which backticks mark code. */
function html_prose(sentences) {
    return html_all((0,prose/* piecesOf */.Xe)(sentences).map(({ kind, value }) => (kind === 'code' ? html `<code>${value}</code>` : html `${value}`)));
}
/** A style or a script of our own, which is the same for every report; its end cannot stand in it. */
function raw(element, text) {
    if (/<[/!]/.test(text))
        throw new RangeError(`the ${element} would end too early`);
    return { html: `<${element}>${text}</${element}>` };
}
const known = new WeakMap();
function holesOf(own) {
    const found = known.get(own);
    if (found !== undefined)
        return found;
    let before = '';
    const holes = own.slice(0, -1).map((literal) => {
        before += literal;
        const hole = holeBehind(before);
        before += hole === 'text' ? '' : 'x';
        return hole;
    });
    known.set(own, holes);
    return holes;
}
/** Inside of a tag, but for its quoted attributes, and in what is no HTML, nothing can be made safe. */
const insideTag = /<(?:[a-z/!?][^<>"]*(?:"[^"]*"[^<>"]*)*)?$|<(?:style|script)\b[^>]*>[^<]*$/i;
const insideQuotes = /<[a-z](?:[^<>"]|"[^"]*")*\s([\w-]+)="[^"]*$/i;
/** What a browser runs, or loads without being asked. */
const acting = /^(?:src|srcset|action|formaction|style|on\w+)$/i;
function holeBehind(before) {
    const attribute = insideQuotes.exec(before)?.[1];
    if (attribute === undefined)
        return insideTag.test(before) ? 'tag' : 'text';
    if (attribute === 'href')
        return 'href';
    return acting.test(attribute) ? 'tag' : 'attribute';
}
function fitted(piece, hole) {
    if (hole === 'tag')
        throw new RangeError('a piece stands in a tag, outside of a quoted attribute');
    if (typeof piece === 'number')
        return String(piece);
    if (typeof piece === 'string') {
        if (hole === 'href')
            throw new RangeError('text stands where an address belongs');
        return escaped(piece);
    }
    if ('href' in piece) {
        if (!/^(?:https?:\/\/|#)/.test(piece.href))
            throw new RangeError('a link leads to a web page, or stays in this one');
        return escaped(piece.href);
    }
    if (hole !== 'text')
        throw new RangeError('HTML stands in an attribute');
    return 'html' in piece ? piece.html : html_all(piece).html;
}
const entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
/** What acts in a terminal, hides or reorders text is taken out; lines stay lines. */
function escaped(untrusted) {
    return (0,clean/* cleanLines */.v)(untrusted)
        .join('\n')
        .replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}

;// CONCATENATED MODULE: ./build/render/html/script.js
/**
 * What a page can do beyond being read: search in the log, copy a fix, unfold for print. Everything is there without it, and it
 * writes text only as text. In backticks nothing is put in: it is the same for every report, as its hash must be.
 */
const script = `'use strict';
for (const shown of document.querySelectorAll('.scripted')) shown.hidden = false;

const mostHits = 2000;
const fields = [...document.querySelectorAll('input[data-search]')];

function searchIn(field) {
  const section = document.getElementById(field.dataset.search);
  const told = field.parentElement.querySelector('output');
  let hits = [];
  let now = -1;
  const show = () => {
    hits.forEach((hit, index) => hit.classList.toggle('now', index === now));
    const hit = hits[now];
    if (hit) {
      for (let fold = hit.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
      hit.scrollIntoView({ block: 'nearest' });
    }
    const all = hits.length === mostHits ? 'the first ' + mostHits : String(hits.length);
    told.textContent = field.value === '' ? '' : hits.length === 0 ? 'not found' : now + 1 + ' of ' + all;
  };
  const go = (step) => {
    if (hits.length > 0) now = (now + step + hits.length) % hits.length;
    show();
  };
  const clear = () => {
    for (const line of new Set(hits.map((hit) => hit.parentElement))) line.textContent = line.textContent;
    hits = [];
    now = -1;
  };
  const search = () => {
    clear();
    const wanted = field.value.toLowerCase();
    if (wanted !== '') {
      for (const line of section.querySelectorAll('.log li:not(.left) > span')) {
        const text = line.textContent;
        const lower = text.toLowerCase();
        if (lower.length !== text.length || hits.length >= mostHits || !lower.includes(wanted)) continue;
        line.textContent = '';
        let at = 0;
        for (let found = lower.indexOf(wanted); found >= 0 && hits.length < mostHits; found = lower.indexOf(wanted, at)) {
          const mark = document.createElement('mark');
          mark.textContent = text.slice(found, found + wanted.length);
          line.append(text.slice(at, found), mark);
          hits.push(mark);
          at = found + wanted.length;
        }
        line.append(text.slice(at));
      }
    }
    if (hits.length > 0) now = 0;
    show();
  };
  field.addEventListener('input', search);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    }
    if (event.key === 'Escape') {
      field.value = '';
      search();
      field.blur();
    }
  });
  for (const button of field.parentElement.querySelectorAll('button[data-step]'))
    button.addEventListener('click', () => go(Number(button.dataset.step)));
}
fields.forEach(searchIn);

document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof HTMLInputElement;
  if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey || fields.length === 0) return;
  event.preventDefault();
  fields[0].focus();
});

for (const button of document.querySelectorAll('button[data-copy]'))
  button.addEventListener('click', async () => {
    const lines = [...document.getElementById(button.dataset.copy).querySelectorAll('.added')];
    try {
      await navigator.clipboard.writeText(lines.map((line) => line.textContent.slice(1)).join('\\n'));
      button.textContent = 'Copied';
    } catch {
      const range = document.createRange();
      range.setStartBefore(lines[0]);
      range.setEndAfter(lines[lines.length - 1]);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    }
  });

addEventListener('beforeprint', () => {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
});
addEventListener('hashchange', openTarget);
function openTarget() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target && target.closest('details');
  if (fold) fold.open = true;
}
openTarget();
`;

;// CONCATENATED MODULE: ./build/render/html/section.js

function sectionHtml({ id, title, body }, setting) {
    const name = `${setting.prefix}${id}`;
    // Of several images each has its own "Layers": landmarks of one name would only stand in the way.
    const begin = setting.level === 2 ? html `<section id="${name}" aria-labelledby="${name}-title">` : html `<section id="${name}">`;
    return html `${begin}
${heading(title, setting.level, `${name}-title`)}
${body}
</section>
`;
}
function heading(title, level, id) {
    const name = id ?? '';
    switch (level) {
        case 2:
            return name === '' ? html `<h2>${title}</h2>` : html `<h2 id="${name}">${title}</h2>`;
        case 3:
            return name === '' ? html `<h3>${title}</h3>` : html `<h3 id="${name}">${title}</h3>`;
        case 4:
            return html `<h4>${title}</h4>`;
    }
}
/** A fold. */
function fold(summary, body, open = false) {
    if (body === nothing)
        return html `<p>${summary}</p>`;
    return open
        ? html `<details open><summary>${summary}</summary>${body}</details>`
        : html `<details><summary>${summary}</summary>${body}</details>`;
}

;// CONCATENATED MODULE: ./build/render/html/setting.js
/** A place in the page. */
function setting_anchor(setting, name) {
    return { href: `#${setting.prefix}${name}` };
}

;// CONCATENATED MODULE: ./build/render/html/style.js
/**
 * The look of the page. Colour only repeats what words say; light and dark differ in the colours alone. What is wide wraps, for a
 * phone shows 390 px and paper does not scroll.
 */
const style = `
:root {
  color-scheme: light dark;
  --page: #ffffff; --soft: #f5f7f9; --edge: #d8dee4; --text: #17212b; --dim: #55626f; --link: #0b5cad;
  --good: #11693a; --bad: #b3261e; --bad-soft: #fdeeec; --warn: #865100; --note: #0b5cad;
  --bar: #4a86b5; --bar-quiet: #a9c0d2; --hit: #ffe48a; --hit-now: #ffbf47; --added: #e1f5e6; --removed: #fdeeec;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f151b; --soft: #171f27; --edge: #2d3843; --text: #e3e8ed; --dim: #9ba8b4; --link: #80b9f6;
    --good: #70d19a; --bad: #ff9388; --bad-soft: #351b1b; --warn: #edb765; --note: #80b9f6;
    --bar: #5c9bcb; --bar-quiet: #3d5568; --hit: #6a5500; --hit-now: #96700a; --added: #12331f; --removed: #351b1b;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 3.75rem; }
body {
  margin: 0; background: var(--page); color: var(--text); -webkit-text-size-adjust: 100%;
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere;
}
header, main, footer { max-width: 72rem; margin: 0 auto; padding: 0 1.25rem; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
[hidden] { display: none !important; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--page); padding: .4rem .8rem; z-index: 9; }
code, pre, .log { font-family: var(--mono); font-size: .875em; }
pre code, .log code { font-size: 1em; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: .1rem 0 .5rem; letter-spacing: -.01em; text-wrap: balance; }
h2 { font-size: 1.25rem; margin: 2.75rem 0 .75rem; }
h3 { font-size: 1.05rem; margin: 1.75rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
p { margin: .5rem 0; }
ul { padding-left: 1.25rem; margin: .5rem 0; }
.dim { color: var(--dim); }
.good { color: var(--good); }
.bad { color: var(--bad); }
.brand { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .1rem 1rem; padding: 1.1rem 0 0; color: var(--dim); font-size: .9rem; }
.brand b { color: var(--text); }

.verdict { border-left: 6px solid var(--edge); padding: .2rem 0 .2rem 1.1rem; margin: 1.4rem 0; }
.verdict .word { font-weight: 700; margin: 0; }
.verdict.passed { border-color: var(--good); } .verdict.passed .word { color: var(--good); }
.verdict.failed { border-color: var(--bad); } .verdict.failed .word { color: var(--bad); }
.verdict.errored { border-color: var(--warn); } .verdict.errored .word { color: var(--warn); }
.verdict h2 { margin: .1rem 0 .5rem; font-size: 1.4rem; }
.stages { list-style: none; display: flex; flex-wrap: wrap; margin: 1.25rem 0 0; padding: 0; border: 1px solid var(--edge); border-radius: 8px; overflow: hidden; }
.stages li { flex: 1 1 10rem; padding: .6rem .9rem; border-right: 1px solid var(--edge); margin-right: -1px; font-size: .92rem; }
.stages li > span:last-child { display: block; }
.stages .failed { background: var(--bad-soft); }
.stages .failed b { color: var(--bad); }
.stages .skipped { color: var(--dim); }

nav { position: sticky; top: 0; z-index: 5; margin-top: 1.5rem; background: var(--page); border-bottom: 1px solid var(--edge); }
nav ul, ul.within { list-style: none; display: flex; gap: 1.25rem; margin: 0 auto; }
nav ul { max-width: 72rem; padding: 0 1.25rem; overflow-x: auto; }
ul.within { flex-wrap: wrap; padding: 0; gap: 0 1.25rem; }
nav a, ul.within a { display: block; padding: .7rem 0; text-decoration: none; white-space: nowrap; }
ul.within a { padding: .3rem 0; }
nav a:hover, ul.within a:hover { text-decoration: underline; }
.trial { border-top: 6px solid var(--edge); margin-top: 3.5rem; }

.card { border: 1px solid var(--edge); border-left: 6px solid var(--edge); border-radius: 8px; padding: 1rem 1.25rem; }
.card.error { border-left-color: var(--bad); } .card.warning { border-left-color: var(--warn); } .card.notice { border-left-color: var(--note); }
.card h3, .card h4 { margin: 0 0 .5rem; }
.severity.error { color: var(--bad); } .severity.warning { color: var(--warn); } .severity.notice { color: var(--note); }
.tag { border: 1px solid var(--edge); border-radius: 99px; padding: 0 .5rem; font-size: .8rem; white-space: nowrap; }
.evidence li { margin: .25rem 0; }
details { border-top: 1px solid var(--edge); padding: .6rem 0; }
details[open] { padding-bottom: 1rem; }
.findings > :last-child { border-bottom: 1px solid var(--edge); }
.findings > p { border-top: 1px solid var(--edge); margin: 0; padding: .6rem 0; }
.findings + details { margin-top: 1.5rem; }
details + .findings, .log + .findings { margin-top: 1.25rem; }
summary { cursor: pointer; }
summary .place { color: var(--dim); }

pre { margin: .7rem 0; padding: .6rem 0; background: var(--soft); border-radius: 6px; white-space: pre-wrap; overflow-wrap: anywhere; }
pre span { display: block; padding: 0 .9rem; min-height: 1.55em; }
pre b { display: inline-block; min-width: 2rem; color: var(--dim); font-weight: 400; user-select: none; }
pre .hit { background: var(--bad-soft); }
.diff .added { background: var(--added); }
.diff .removed { background: var(--removed); }
button, input { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--edge); border-radius: 6px; padding: .35rem .8rem; }
button { cursor: pointer; }
button:hover { background: var(--soft); }

.source { list-style: none; margin: 0; padding: 0; border: 1px solid var(--edge); border-radius: 8px; overflow: hidden; }
.source > li { display: grid; grid-template-columns: 3rem minmax(0, 1fr) 9rem 21rem; border-top: 1px solid var(--edge); }
.source > li:first-child { border-top: 0; }
.source > li > * { padding: .35rem .6rem; }
.source .number { color: var(--dim); text-align: right; text-decoration: none; user-select: none; font-family: var(--mono); font-size: .8rem; }
.source code { white-space: pre-wrap; }
.source .cost { color: var(--dim); font-size: .82rem; text-align: right; font-variant-numeric: tabular-nums; }
.source .cost span { display: block; }
.source .notes { border-left: 1px solid var(--edge); font-size: .86rem; }
.source .notes p { margin: 0 0 .35rem; } .source .notes p:last-child { margin: 0; }
.source .error { background: var(--bad-soft); }
.source .error .number, .source .error .cost, pre .hit b { color: var(--text); }
u { text-decoration: underline wavy var(--note); text-decoration-thickness: 1px; text-underline-offset: .25em; }
u.error { text-decoration-color: var(--bad); } u.warning { text-decoration-color: var(--warn); }
li:target, tr:target { outline: 2px solid var(--link); outline-offset: -2px; }

table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
table + table { margin-top: 1.75rem; }
caption { text-align: left; font-weight: 600; padding: .2rem 0 .4rem; }
th, td { text-align: left; font-weight: 400; padding: .35rem .75rem .35rem 0; border-top: 1px solid var(--edge); vertical-align: top; }
thead th { color: var(--dim); font-size: .85rem; border-top: 0; }
.number { text-align: right; white-space: nowrap; }
td.bar, th.bar { width: 44%; padding-right: 0; }
td.bar { vertical-align: middle; }
svg { display: block; width: 100%; height: .85rem; overflow: visible; }
rect { fill: var(--bar); } rect.quiet { fill: var(--bar-quiet); } rect.bad { fill: var(--bad); }
line { stroke: var(--bar); stroke-width: 2; } line.quiet { stroke: var(--bar-quiet); } line.bad { stroke: var(--bad); }

.find { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; margin: .6rem 0; }
.find input { flex: 1 1 14rem; min-width: 0; }
.find output { color: var(--dim); min-width: 6rem; }
.log { background: var(--soft); border-radius: 8px; padding: .6rem 0; max-height: 28rem; overflow: auto; font-size: .8125rem; }
.log ol { list-style: none; margin: 0; padding: 0; }
.log li { display: flex; gap: .9rem; padding: 0 .9rem; }
.log time { flex: 0 0 4rem; color: var(--dim); text-align: right; font-variant-numeric: tabular-nums; }
.log span { white-space: pre-wrap; overflow-wrap: anywhere; min-width: 0; }
.log .left { color: var(--dim); padding: .4rem .9rem; font-style: italic; }
mark { background: var(--hit); color: inherit; border-radius: 2px; }
mark.now { background: var(--hit-now); outline: 1px solid var(--text); }

dl { margin: 0; }
dl > div { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: .15rem 1.2rem; padding: .2rem 0; }
dt { color: var(--dim); }
dd { margin: 0; }
footer { color: var(--dim); font-size: .9rem; padding-top: 2.5rem; padding-bottom: 3rem; }
kbd { font-family: var(--mono); font-size: .85em; border: 1px solid var(--edge); border-radius: 4px; padding: 0 .3rem; }

@media (max-width: 60rem) {
  .source > li { grid-template-columns: 3rem minmax(0, 1fr); }
  .source .cost { grid-column: 2; text-align: left; padding-top: 0; }
  .source .cost:empty, .source .notes:empty { display: none; }
  .source .cost span { display: inline; margin-right: .8rem; }
  .source .notes { grid-column: 1 / -1; border-left: 0; padding-left: 3.6rem; background: var(--soft); }
}
@media (max-width: 36rem) {
  body { font-size: 15px; }
  h1 { font-size: 1.4rem; }
  .stages li { flex-basis: 100%; border-right: 0; border-top: 1px solid var(--edge); margin: -1px 0 0; }
  td.bar, th.bar { width: 26%; }
  thead th.bar { font-size: .7rem; }
  th, td { padding-right: .5rem; }
  .source .notes { padding-left: .9rem; }
  .log { font-size: .75rem; }
  .log li { gap: .5rem; padding: 0 .6rem; }
  .log time { flex-basis: 3.2rem; }
  dl > div { grid-template-columns: 1fr; padding: .35rem 0; }
}
@media print {
  :root {
    color-scheme: light;
    --page: #fff; --soft: #f5f7f9; --edge: #bbb; --text: #000; --dim: #444; --link: #000; --good: #063; --bad: #a00; --bad-soft: #fdeeec;
    --warn: #640; --note: #036; --bar: #4a86b5; --bar-quiet: #a9c0d2; --added: #e1f5e6; --removed: #fdeeec;
  }
  body { font-size: 10.5pt; }
  nav, .within, .find, button, .skip, footer .scripted { display: none !important; }
  .log { max-height: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  h2 { margin-top: 1.5rem; }
  h2, h3, h4 { break-after: avoid; }
  .card, .source > li, tr { break-inside: avoid; }
}
`;

// EXTERNAL MODULE: ./build/render/stage-words.js
var stage_words = __webpack_require__(2599);
// EXTERNAL MODULE: ./build/render/entries.js
var entries = __webpack_require__(6025);
// EXTERNAL MODULE: ./build/render/proof-words.js
var proof_words = __webpack_require__(4599);
// EXTERNAL MODULE: ./build/render/finding-markdown.js
var finding_markdown = __webpack_require__(2432);
// EXTERNAL MODULE: ./build/render/source.js
var source = __webpack_require__(9496);
// EXTERNAL MODULE: ./build/render/cause-markdown.js
var cause_markdown = __webpack_require__(5210);
;// CONCATENATED MODULE: ./build/render/html/line.js
const longestLine = 2_000;
/** One line must not fill the page. */
function cut(line) {
    return line.length <= longestLine
        ? line
        : `${line.slice(0, longestLine).toWellFormed()}… [${line.length - longestLine} more characters]`;
}

// EXTERNAL MODULE: ./build/probes/judge.js
var judge = __webpack_require__(9025);
;// CONCATENATED MODULE: ./build/render/html/bar.js

/** Beside a number that says the same: for those who see, and hidden from those who listen. */
function bar(parts) {
    return html `<svg aria-hidden="true" focusable="false">${parts.map(part)}</svg>`;
}
/** A span of time within a longer one. */
function span(from, length, whole, look) {
    const start = share(from, whole);
    return length === undefined
        ? { from: start, look }
        : { from: start, width: Math.max(0.4, Math.min(share(length, whole), 100 - start)), look };
}
function share(length, whole) {
    return whole <= 0 ? 0 : Math.min(100, Math.max(0, (length / whole) * 100));
}
function part({ from, width, look }) {
    const start = percent(from);
    return width === undefined
        ? html `<line class="${look}" x1="${start}" x2="${start}" y1="0" y2="100%"/>`
        : html `<rect class="${look}" x="${start}" width="${percent(width)}" height="100%" rx="2"/>`;
}
function percent(number) {
    return `${Number(number.toFixed(1))}%`;
}
/** A real table, whose last column shows what the number in it says. */
function barTable(caption, columns, rows) {
    const [first, second, third] = columns;
    return html `<table class="bars"><caption>${caption}</caption><thead><tr><th scope="col">${first}</th><th scope="col" class="number">${second}</th><th scope="col" class="bar">${third}</th></tr></thead><tbody>
${html_all(rows.map(row), '\n')}
</tbody></table>`;
}
function row({ name, number, parts, id }) {
    const cells = html `<th scope="row">${name}</th><td class="number">${number}</td><td class="bar">${bar(parts)}</td>`;
    return id === undefined ? html `<tr>${cells}</tr>` : html `<tr id="${id}">${cells}</tr>`;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/render/html/place.js




const mostLines = 3_000;
/** The lines of the Dockerfile that the page shows; none where its text is not known. */
function shownLines({ sources }) {
    const { text } = sources.dockerfile;
    const all = text === '' ? [] : (0,source/* linesOfText */.uv)(text.endsWith('\n') ? text.slice(0, -1) : text);
    return { lines: all.slice(0, mostLines), left: Math.max(0, all.length - mostLines) };
}
/** A place that the page shows is a link to it. */
function placeLink(location, trial, setting) {
    const words = html `<code>${placeWords(location)}</code>`;
    const own = isDockerfile(location.path, trial) ? addressOfLine(location.line, trial, setting) : undefined;
    const to = own ?? setting.links.blob(location.path, location.line);
    return to === undefined ? words : html `<a href="${to}">${words}</a>`;
}
/** The number of a line of the Dockerfile, before what stands there. */
function lineLink(line, trial, setting) {
    if (line === undefined)
        return nothing;
    const to = addressOfLine(line, trial, setting);
    return to === undefined
        ? html `<code>${line}</code> `
        : html `<a href="${to}" aria-label="Line ${line}"><code>${line}</code></a> `;
}
function placeWords({ path, line }) {
    return `${path}:${line}`;
}
function isDockerfile(path, { file }) {
    return external_node_path_.posix.normalize(path) === external_node_path_.posix.normalize(file);
}
function addressOfLine(line, { observation }, setting) {
    return line <= shownLines(observation).lines.length ? setting_anchor(setting, `L${line}`) : undefined;
}

;// CONCATENATED MODULE: ./build/render/html/timeline.js








/** What happened when: the build's steps, then from the container's start to its end. */
function timelineSection(trial, setting) {
    const tables = [buildTable(trial, setting), startTable(trial)].filter((table) => table !== nothing);
    return tables.length === 0
        ? undefined
        : { id: 'time', label: 'Timeline', title: 'Timeline', body: html_all(tables, '\n') };
}
function buildTable(trial, setting) {
    const build = (0,wording/* stageOf */.gV)(trial, 'build');
    const { steps = [], observation } = trial;
    if (build === undefined || build.status === 'skipped' || steps.length === 0)
        return nothing;
    const inner = (observation.build?.steps ?? []).filter((step) => isInner(step) && (step.ms ?? 0) >= 100);
    const began = Math.min(build.startedAt, ...steps.map(({ startedAt }) => startedAt));
    const whole = Math.max(build.ms, ...steps.map((step) => step.startedAt + step.ms - began));
    const lint = (0,wording/* stageOf */.gV)(trial, 'lint');
    const rows = [
        ...steps.map((step) => ({
            at: step.startedAt,
            row: stepRow(step, began, whole, {
                line: lineLink(step.line, trial, setting),
                failed: step.line === observation.build?.failure?.line,
            }),
        })),
        ...inner.map((step) => ({ at: step.startedAt ?? began, row: innerRow(step, began, whole) })),
        ...(lint === undefined || lint.status === 'skipped'
            ? []
            : [{ at: lint.startedAt, row: lintRow(lint, began, whole) }]),
    ].toSorted((a, b) => a.at - b.at);
    const cached = steps.filter((step) => step.cached).length;
    const from = cached === 0 ? 'nothing' : cached === steps.length ? 'all of it' : `${cached} of ${(0,numbers/* count */.U9)(steps.length, 'step')}`;
    return barTable(html `Build, ${(0,numbers/* duration */.p0)(build.ms)}, ${from} from cache`, ['Step', 'Took', `0 to ${(0,numbers/* duration */.p0)(whole)}`], rows.map(({ row }) => row));
}
/** Not one of the Dockerfile's instructions: metadata, the context, the export. */
function isInner({ name }) {
    return !/^\[[^\]]*\d+\/\d+\]/.test(name);
}
function stepRow(step, began, whole, { line, failed }) {
    const words = (0,prose/* shortened */.vI)((0,stage_words/* instructionWords */.sD)(step.instruction), 60);
    return {
        name: html `${line}<code>${words}</code>`,
        number: step.cached ? 'cached' : (0,numbers/* duration */.p0)(step.ms),
        parts: step.cached ? [] : [span(step.startedAt - began, step.ms, whole, failed ? 'bad' : 'plain')],
    };
}
function innerRow({ name, startedAt, ms = 0 }, began, whole) {
    const words = (0,prose/* shortened */.vI)(name.replace(/^\[internal\]\s*/, ''), 60);
    return {
        name: html `<span class="dim">${words}</span>`,
        number: (0,numbers/* duration */.p0)(ms),
        parts: startedAt === undefined ? [] : [span(startedAt - began, ms, whole, 'quiet')],
    };
}
function lintRow({ startedAt, ms }, began, whole) {
    return {
        name: html `<span class="dim">lint, meanwhile</span>`,
        number: (0,numbers/* duration */.p0)(ms),
        parts: [span(startedAt - began, ms, whole, 'quiet')],
    };
}
const mostMoments = 60;
function startTable(trial) {
    const { observation, startupMs } = trial;
    const { container } = observation;
    const start = (0,wording/* stageOf */.gV)(trial, 'start');
    if (container === undefined || start === undefined || start.status === 'skipped')
        return nothing;
    const { exchanges, sockets, state, stop, documented, wait } = container;
    const ended = state?.startedAt === undefined || state.finishedAt === undefined ? undefined : state.finishedAt - state.startedAt;
    const moments = [
        ...exchanges.map((exchange) => exchangeMoment(exchange, wait.ended === 'ready')),
        ...sockets.map((seen, index) => socketMoment(seen, sockets[index + 1])),
        ...(startupMs === undefined ? [] : [moment(startupMs, html `<b>Ready</b>`, 'plain')]),
        ...(wait.ended === 'decided' || wait.ended === 'deadline'
            ? [
                moment(wait.ms, wait.ended === 'decided'
                    ? html `The cause is known`
                    : html `The wait ended, ${(0,numbers/* duration */.p0)(wait.limitMs)} were given`, 'bad'),
            ]
            : []),
        ...(documented === undefined || documented.answers.length === 0
            ? []
            : [
                spanMoment(documented.answers[0]?.atMs ?? 0, documented.answers.at(-1)?.atMs ?? 0, html `${(0,numbers/* count */.U9)(documented.answers.length, 'documented GET')}`, documented.answers.some(({ promise }) => promise === 'broken') ? 'bad' : 'plain'),
            ]),
        ...(stop?.atMs === undefined
            ? []
            : [
                spanMoment(stop.atMs, stop.atMs + stop.ms, html `Stops, exit code ${stop.exitCode}`, stop.exitCode === 0 ? 'plain' : 'bad'),
            ]),
        ...(stop === undefined && ended !== undefined && state !== undefined
            ? [moment(ended, html `Ended by itself, exit code ${state.exitCode}`, 'bad')]
            : []),
    ];
    if (moments.length === 0)
        return nothing;
    const whole = Math.max(...moments.map(({ at, lasts = 0 }) => at + lasts), 1);
    const inOrder = moments.toSorted((a, b) => a.at - b.at);
    const shown = inOrder.slice(0, mostMoments);
    return html `${barTable(html `From the start of the container`, ['Event', 'At', `0 to ${seconds(whole)}`], shown.map(({ at, lasts, name, number, look }) => ({
        name,
        number,
        parts: [span(at, lasts, whole, look)],
    })))}${inOrder.length > mostMoments ? html `<p class="dim">${inOrder.length - mostMoments} more events are left out.</p>` : nothing}`;
}
/** While one waits for an application that answers in the end, a connection that is not accepted yet is nothing bad. */
function exchangeMoment(exchange, isReady) {
    const { atMs, lastAtMs, times, request, outcome, passed, probe, ms } = exchange;
    const isGood = passed ?? outcome.kind === 'answered';
    const look = isGood ? 'plain' : probe === undefined && isReady ? 'quiet' : 'bad';
    const name = html `${times === 1 ? nothing : html `${times} times `}<code>${(0,prose/* shortened */.vI)(probe ?? request, 80)}</code>: ${html_prose((0,prose/* continued */.m2)((0,judge/* describeOutcome */.SS)(outcome)))}`;
    const end = lastAtMs ?? atMs;
    return end - atMs < 1 ? moment(atMs, name, look) : spanMoment(atMs, end + ms, name, look);
}
function socketMoment({ atMs, listening }, next) {
    const words = listening
        .slice(0, 4)
        .map(({ family, address, port }) => (0,prose/* codeWord */.Q3)(family === 'unix' ? address : `${address.includes(':') ? `[${address}]` : address}:${port}`));
    const name = listening.length === 0
        ? html `Listens on nothing`
        : html `Listens on ${html_prose(words.join(', '))}${listening.length > 4 ? ' and more' : ''}`;
    return next === undefined ? moment(atMs, name, 'quiet', 'from') : spanMoment(atMs, next.atMs, name, 'quiet');
}
function moment(at, name, look, word = '') {
    return { at, name, look, number: word === '' ? seconds(at) : `${word} ${seconds(at)}` };
}
function spanMoment(from, to, name, look) {
    return { at: from, lasts: Math.max(0, to - from), name, look, number: `${seconds(from)} to ${seconds(to)}` };
}
/** Two decimals: what follows each other in the first second must be told apart. */
function seconds(ms) {
    return `${(ms / 1000).toFixed(2)}\u00a0s`;
}

;// CONCATENATED MODULE: ./build/render/html/log.js






/** What was written, by the container and by the build's steps: one search goes through all of it. */
function logSection(trial, setting) {
    const { observation } = trial;
    const steps = buildLogs(observation);
    const container = containerLog(observation, setting);
    if (container === undefined && steps.length === 0)
        return undefined;
    const name = `${setting.prefix}log`;
    const failed = observation.build?.failure !== undefined;
    return {
        id: 'log',
        label: 'Log',
        title: container === undefined ? 'Log of the build' : 'Log of the container',
        body: html `${searchField(name)}
${container ?? nothing}${steps.length === 0
            ? nothing
            : html `<div class="findings">${html_all(steps.map((step) => stepFold(step, failed && step.error !== undefined)), '\n')}</div>`}`,
    };
}
/** Whether the page has a log that one may be led to. */
function hasLog({ observation }) {
    const { log = [], omittedLogLines = 0 } = observation.container ?? {};
    return log.length > 0 || omittedLogLines > 0 || buildLogs(observation).length > 0;
}
/** Without a script there is nothing that could search, so it is not shown then. */
function searchField(section) {
    return html `<div class="find scripted" hidden><input type="search" data-search="${section}" placeholder="Search the log" aria-label="Search the log" autocomplete="off" spellcheck="false"><button type="button" data-step="-1" aria-label="Previous hit">↑</button><button type="button" data-step="1" aria-label="Next hit">↓</button><output aria-live="polite"></output></div>`;
}
/** Of a long log the beginning says why it starts badly, the end how it ends. */
const mostCharacters = 1_000_000;
const headPart = 0.3;
const perLine = 80;
function containerLog({ container }, { prefix }) {
    if (container === undefined || (container.log.length === 0 && container.omittedLogLines === 0))
        return undefined;
    const { log, omittedLogLines, state } = container;
    const { head, tail, left } = headAndTail(log, omittedLogLines);
    const began = state?.startedAt;
    const lines = [
        ...head.map((line) => logLine(line, began)),
        ...(left === 0 ? [] : [html `<li class="left"><span>${(0,numbers/* count */.U9)(left, 'line')} left out</span></li>`]),
        ...tail.map((line) => logLine(line, began)),
    ];
    return html `<div class="log" id="${prefix}container-log" role="group" aria-label="Lines of the log" tabindex="0"><ol>
${html_all(lines, '\n')}
</ol></div>`;
}
function headAndTail(log, omitted) {
    const costs = log.map(({ text }) => Math.min(text.length, 2_000) + perLine);
    if (costs.reduce((sum, cost) => sum + cost, 0) <= mostCharacters) {
        // What the run itself has left out lies between its head and its tail; where, nobody knows any more.
        return { head: [], tail: log, left: omitted };
    }
    const head = fitting(costs, mostCharacters * headPart);
    const tail = Math.min(fitting(costs.toReversed(), mostCharacters * (1 - headPart)), log.length - head);
    return { head: log.slice(0, head), tail: log.slice(log.length - tail), left: omitted + log.length - head - tail };
}
/** How many of the first fit. */
function fitting(costs, most) {
    let sum = 0;
    const end = costs.findIndex((cost) => (sum += cost) > most);
    return end === -1 ? costs.length : end;
}
/** A report that was read back from report.json has no times of its lines. */
function logLine({ at, text, stream }, began) {
    const time = at === 0 || began === undefined ? nothing : html `<time>${seconds(at - began)}</time>`;
    return stream === 'stderr'
        ? html `<li class="stderr">${time}<span>${cut(text)}</span></li>`
        : html `<li>${time}<span>${cut(text)}</span></li>`;
}
const mostStepLines = 400;
function buildLogs({ build }) {
    return (build?.steps ?? []).filter(({ log, error }) => log.length > 0 || (error !== undefined && error !== ''));
}
function stepFold({ name, log, error }, open) {
    const shown = log.slice(-mostStepLines);
    const left = log.length - shown.length;
    const lines = [
        ...(left === 0 ? [] : [html `<li class="left"><span>${(0,numbers/* count */.U9)(left, 'line')} left out</span></li>`]),
        ...shown.map((text) => html `<li><span>${cut(text)}</span></li>`),
        ...(error === undefined || error === '' ? [] : [html `<li class="stderr"><span>${cut(error)}</span></li>`]),
    ];
    return fold(html `<b>Build</b> <code>${(0,prose/* shortened */.vI)(name, 120)}</code> <span class="dim">${(0,numbers/* count */.U9)(log.length, 'line')}</span>`, html `<div class="log" role="group" aria-label="Log of ${(0,prose/* shortened */.vI)(name, 80)}" tabindex="0"><ol>
${html_all(lines, '\n')}
</ol></div>`, open);
}

;// CONCATENATED MODULE: ./build/render/html/evidence.js








/** What was seen, in order: a list, with logs as blocks in it. */
function evidenceHtml(evidence, trial, setting) {
    if (evidence.length === 0)
        return nothing;
    return html `<ul class="evidence">
${html_all(evidence.map((item) => html `<li>${itemHtml(item, trial, setting)}</li>`), '\n')}
</ul>
`;
}
function itemHtml(item, trial, setting) {
    switch (item.kind) {
        case 'source':
            return html `${placeLink(item.location, trial, setting)}: ${html_prose(item.note)}`;
        case 'exchange':
            return html_prose((0,prose/* capitalised */.Iu)((0,cause_markdown/* timed */.ay)(item)));
        case 'measurement':
            return html `${html_prose((0,prose/* capitalised */.Iu)(item.what))}: <b>${measured(item)}</b>`;
        case 'command':
            return html `<code>${cut(item.argv.join(' '))}</code> ended with exit code ${item.exitCode}${lines(item.tail.split('\n').filter((line) => line.trim() !== ''))}`;
        case 'log': {
            const left = item.omittedLines === 0 ? nothing : html ` (${(0,numbers/* count */.U9)(item.omittedLines, 'line')} left out)`;
            const log = hasLog(trial) ? html `<a href="${setting_anchor(setting, 'log')}">log</a>` : html `log`;
            return html `The ${log} says${left}:${lines(item.lines)}`;
        }
    }
}
const evidence_mostLines = 60;
function lines(all_) {
    const shown = all_.slice(-evidence_mostLines);
    return shown.length === 0
        ? nothing
        : html `<pre class="lines">${shown.map((line) => html `<span>${cut(line)}</span>`)}</pre>`;
}
function measured({ value, unit }) {
    switch (unit) {
        case 'ms':
            return (0,numbers/* duration */.p0)(value);
        case 'bytes':
            return (0,numbers/* megabytes */.ix)(value);
        case 'count':
            return String(value);
    }
}

;// CONCATENATED MODULE: ./build/render/html/finding.js








/** The finding that is the cause: all of it, unfolded. */
function causeCard(finding, trial, setting, title) {
    const words = html `${severityWord(finding)}${at(finding.location, trial, setting)}: ${html_prose((0,prose/* continued */.m2)(finding.title))}${priceWords(finding)}`;
    return html `<article class="card ${finding.severity}">
${title(words)}
${body(finding, trial, { ...setting, fixId: `${setting.prefix}fix` })}
</article>`;
}
/** Any other, in a line that unfolds. */
function findingFold(finding, trial, setting) {
    const { location, since } = finding;
    const place = location === undefined ? nothing : html ` <code class="place">${placeWords(location)}</code>`;
    const isNew = since === 'new' ? html ` <span class="tag">new</span>` : nothing;
    return fold(html `${severityWord(finding)}${place} ${html_prose((0,prose/* capitalised */.Iu)(finding.title))}${priceWords(finding)}${isNew} <span class="dim">${finding.check}</span>`, body(finding, trial, setting));
}
function severityWord({ severity }) {
    return html `<b class="severity ${severity}">${(0,prose/* capitalised */.Iu)(severity)}</b>`;
}
function at(location, trial, setting) {
    return location === undefined ? nothing : html ` at ${placeLink(location, trial, setting)}`;
}
function priceWords({ cost }) {
    return html_all((0,finding_markdown/* price */.q9)(cost ?? {}).map((words) => html `, <b>${words}</b>`));
}
function body(finding, trial, setting) {
    const { why, advice, evidence, location } = finding;
    const isElsewhere = location !== undefined && !isDockerfile(location.path, trial);
    const known = evidence.length === 0 ? nothing : html `<p class="dim">${(0,prose/* capitalised */.Iu)(finding.status)}, by what was seen:</p>`;
    return html `<p>${html_prose([why, advice].map((sentences) => (0,prose/* capitalised */.Iu)((0,prose/* stopped */.ce)(sentences))).join(' '))}</p>
${isElsewhere ? excerpt(location, trial) : nothing}${diff(finding, trial, setting.fixId)}${known}${evidenceHtml(evidence, trial, setting)}<p class="dim">${closing(finding, setting)}</p>`;
}
function closing(finding, { links }) {
    const { check, fix, status } = finding;
    const fixed = fix === undefined
        ? nothing
        : fix.safety === 'safe'
            ? html ` · safe fix, <code>sea-trial lint --fix</code> writes it`
            : html ` · unsafe fix, to be looked at before it is committed`;
    return html `<code>${check}</code> · ${status}${fixed} · <a href="${links.check(check)}">documentation of ${check}</a>`;
}
const around = 2;
/** Lines of another file than the Dockerfile, around the place. */
function excerpt({ path, line }, { observation }) {
    const text = (0,source/* sourceText */.rI)(observation.sources, path);
    if (text === undefined || text === '')
        return nothing;
    const lines = (0,source/* linesOfText */.uv)(text)
        .map((content, index) => ({ content, number: index + 1 }))
        .slice(Math.max(0, line - 1 - around), line + around);
    return html `<pre class="lines">${lines.map(({ content, number }) => number === line
        ? html `<span class="hit"><b>${number}</b> ${cut(content)}</span>`
        : html `<span><b>${number}</b> ${cut(content)}</span>`)}</pre>`;
}
const mostDiffLines = 60;
/** What the fix changes, where the texts of all its files are known. */
function diff({ fix }, { observation }, id) {
    const byPath = Map.groupBy(fix?.edits ?? [], (edit) => edit.location.path);
    const files = Array.from(byPath, ([path, edits]) => ({ path, edits, text: (0,source/* sourceText */.rI)(observation.sources, path) }));
    const lines = files.flatMap(({ path, edits, text }) => text === undefined ? [] : [...(files.length === 1 ? [] : [`@@ ${path} @@`]), ...(0,source/* diffLines */.Pp)(text, edits)]);
    if (lines.length === 0 || lines.length > mostDiffLines || files.some(({ text }) => text === undefined))
        return nothing;
    const shown = lines.map(diffLine);
    return id === undefined
        ? html `<pre class="diff">${shown}</pre>`
        : html `<pre class="diff" id="${id}">${shown}</pre>
<p class="scripted" hidden><button type="button" data-copy="${id}">Copy what the fix writes</button></p>`;
}
function diffLine(line) {
    if (line.startsWith('+'))
        return html `<span class="added">${cut(line)}</span>`;
    if (line.startsWith('-'))
        return html `<span class="removed">${cut(line)}</span>`;
    return html `<span>${cut(line)}</span>`;
}

;// CONCATENATED MODULE: ./build/render/html/change.js







const mostFindings = 1_000;
/** What to change, most important first. */
function changeSection(trial, setting) {
    const { cause, others, refuted } = (0,entries/* entriesOf */.Mc)(trial);
    const rest = others.flatMap(({ finding, below }) => [finding, ...below]);
    const below = setting.level === 2 ? 3 : 4;
    const proof = (0,proof_words/* proofSentences */.D)(trial);
    const body = html_all([
        cause === undefined ? nothing : causeCard(cause, trial, setting, (words) => heading(words, below)),
        proof === undefined ? nothing : html `<p>${html_prose(proof)}</p>`,
        cause === undefined && rest.length === 0 ? html `<p>Nothing.</p>` : nothing,
        cause === undefined || rest.length === 0 ? nothing : heading(othersTitle(rest.length), below),
        list(rest, trial, setting),
        quiet(trial, refuted),
    ]);
    return {
        id: 'change',
        label: 'To change',
        title: cause === undefined && rest.length > 0 ? `To change: ${(0,numbers/* count */.U9)(rest.length, 'finding')}` : 'To change',
        body,
    };
}
function othersTitle(number) {
    return number === 1 ? '1 more finding, not the cause' : `${number} more findings, none of them the cause`;
}
function list(findings, trial, setting) {
    if (findings.length === 0)
        return nothing;
    const left = findings.length - mostFindings;
    return html `<div class="findings">
${html_all(findings.slice(0, mostFindings).map((finding) => findingFold(finding, trial, setting)), '\n')}
</div>${left > 0 ? html `<p>${left} more: report.json lists them.</p>` : nothing}`;
}
/** What is no advice: what the run refuted, and what the repository ignores. */
function quiet({ ignored }, refuted) {
    return html_all([
        refuted.length === 0
            ? nothing
            : fold(html `${(0,numbers/* count */.U9)(refuted.length, 'suspicion')} of lint refuted by the run`, html `<ul>${refuted.map(({ check, title }) => html `<li>${html_prose((0,prose/* capitalised */.Iu)((0,prose/* stopped */.ce)(title)))} <span class="dim">${check}</span></li>`)}</ul>`),
        ignored.length === 0
            ? nothing
            : fold(html `${(0,numbers/* count */.U9)(ignored.length, 'finding')} ignored by this repository`, html `<ul>${ignored.map(({ finding, reason }) => html `<li>${severityWord(finding)} ${html_prose((0,prose/* capitalised */.Iu)(finding.title))} <span class="dim">${finding.check}: ${html_prose(reason)}</span></li>`)}</ul>`),
    ]);
}

// EXTERNAL MODULE: ./build/render/comparison-words.js
var comparison_words = __webpack_require__(2544);
;// CONCATENATED MODULE: ./build/render/html/comparison.js




/** What this one has and the base has not, and the other way round. Nothing where nothing was compared. */
function comparisonSection(trial, { links }) {
    const { comparison, image, startupMs, stopped: stop, findings } = trial;
    if (comparison === undefined)
        return undefined;
    const { base, bytes, otherStore, fixed, steps = {} } = comparison;
    const to = links.commit(base);
    const commit = html `<code>${base.slice(0, 7)}</code>`;
    const size = bytes === undefined && otherStore !== undefined ? `not compared, ${otherStore} there` : undefined;
    const standing = findings.filter(({ status }) => status !== 'refuted').length;
    return {
        id: 'base',
        label: 'Against the base',
        title: 'Against the base',
        body: html `<table class="plain"><caption>Base: ${to === undefined ? commit : html `<a href="${to}">${commit}</a>`}</caption><thead><tr><th scope="col">Measure</th><th scope="col" class="number">Here</th><th scope="col">Change</th></tr></thead><tbody>
${comparison_row('Findings', String(standing), (0,comparison_words/* findingChange */.i9)(comparison))}
${image === undefined ? nothing : comparison_row('Image, unpacked', (0,numbers/* megabytes */.ix)(image.bytes), size ?? sizeWords(bytes))}
${startupMs === undefined ? nothing : comparison_row('First answer', (0,numbers/* duration */.p0)(startupMs), timeWords(comparison.startupMs))}
${stop === undefined ? nothing : comparison_row('Stop', (0,numbers/* duration */.p0)(stop.ms), timeWords(comparison.stopMs))}
${Object.entries(steps).map(([instruction, change]) => comparison_row(html `<code>${instruction}</code>`, (0,numbers/* duration */.p0)(change.base + change.delta), (0,comparison_words/* timeChange */.gP)(change)))}
</tbody></table>${fixed.length === 0
            ? nothing
            : html `<p><b class="good">Fixed</b>, no longer so:</p><ul>${fixed.map(({ check, title, path }) => html `<li>${html_prose((0,prose/* capitalised */.Iu)((0,prose/* stopped */.ce)(title)))} <span class="dim">${check}${path === undefined ? '' : `, ${path}`}</span></li>`)}</ul>`}`,
    };
}
function comparison_row(name, here, change) {
    return html `<tr><th scope="row">${name}</th><td class="number">${here}</td><td>${change}</td></tr>`;
}
function sizeWords(change) {
    return change === undefined ? 'not known' : (0,comparison_words/* sizeChange */.S8)(change);
}
function timeWords(change) {
    return change === undefined ? 'not known' : (0,comparison_words/* timeChange */.gP)(change);
}

;// CONCATENATED MODULE: ./build/render/html/dockerfile.js









/** The Dockerfile with what each line costs, and its findings in the margin. Nothing where its text is not known. */
function dockerfileSection(trial, setting) {
    const { lines, left } = shownLines(trial.observation);
    if (lines.length === 0)
        return undefined;
    const byLine = Map.groupBy(trial.findings.filter(({ status, location }) => status !== 'refuted' && location !== undefined && isDockerfile(location.path, trial)), ({ location }) => location?.line ?? 0);
    return {
        id: 'file',
        label: 'Dockerfile',
        title: trial.file,
        body: html `<ol class="source">
${html_all(lines.map((content, index) => line(content, index + 1, (0,entries/* bySeverity */.Np)(byLine.get(index + 1) ?? []), trial, setting)), '\n')}
</ol>${left > 0 ? html `<p class="dim">${left} more lines are left out.</p>` : nothing}`,
    };
}
function line(content, number, findings, trial, setting) {
    const gravest = findings[0]?.severity ?? 'none';
    const own = setting_anchor(setting, `L${number}`);
    return html `<li id="${own.href.slice(1)}" class="${gravest}"><a class="number" href="${own}" aria-label="Line ${number}">${number}</a><code>${marked(content, findings)}</code>${costs(number, trial)}${notes(findings)}</li>`;
}
/** The words that a finding is about are underlined; of those that overlap, the gravest finding's. */
function marked(content, findings) {
    const spans = [];
    for (const { location, severity } of findings) {
        if (location === undefined || location.endLine !== location.line)
            continue;
        const start = Math.max(0, location.column - 1);
        const end = Math.min(location.endColumn - 1, content.length);
        const isPart = end > start && end - start < content.trim().length;
        if (isPart && spans.every((other) => end <= other.start || start >= other.end))
            spans.push({ start, end, severity });
    }
    if (content.length > 2_000 || spans.length === 0)
        return html `${cut(content)}`;
    let at = 0;
    const parts = [];
    for (const { start, end, severity } of spans.toSorted((a, b) => a.start - b.start)) {
        parts.push(html `${content.slice(at, start)}<u class="${severity}">${content.slice(start, end)}</u>`);
        at = end;
    }
    return html `${parts}${content.slice(at)}`;
}
/** What the instruction of this line took, and what it adds to the image. */
function costs(number, { steps = [], image, layerLines = [] }) {
    const taken = steps.filter((step) => step.line === number);
    const ms = taken.reduce((sum, step) => sum + step.ms, 0);
    const bytes = (image?.layers ?? []).reduce((sum, layer, index) => sum + (layerLines[index] === number ? layer.bytes : 0), 0);
    const words = [
        ...(taken.length > 0 && taken.every(({ cached }) => cached) ? ['cached'] : ms >= 50 ? [(0,numbers/* duration */.p0)(ms)] : []),
        ...(bytes >= 50_000 ? [(0,numbers/* megabytes */.ix)(bytes)] : []),
    ];
    return words.length === 0
        ? html `<span class="cost"></span>`
        : html `<span class="cost">${words.map((word) => html `<span>${word}</span> `)}</span>`;
}
function notes(findings) {
    if (findings.length === 0)
        return html `<div class="notes"></div>`;
    return html `<div class="notes">${findings.map((finding) => {
        const cost = html_all((0,finding_markdown/* price */.q9)(finding.cost ?? {}).map((words) => html `, <b>${words}</b>`));
        return html `<p>${severityWord(finding)} ${html_prose((0,prose/* capitalised */.Iu)(finding.title))}${cost}. ${html_prose((0,prose/* capitalised */.Iu)((0,prose/* stopped */.ce)(finding.advice)))}</p>`;
    })}</div>`;
}

// EXTERNAL MODULE: ./build/render/hardening-words.js
var hardening_words = __webpack_require__(7415);
;// CONCATENATED MODULE: ./build/render/html/environment.js




/** In which surroundings all that was seen. */
function environmentSection(trial, report, { links }) {
    const { image, runtime, observation, context, file, pushed } = trial;
    const { container, build } = observation;
    const ports = container?.published ?? [];
    const facts = [
        ['Dockerfile', code(file)],
        ['Context', code(context)],
        ...(image === undefined ? [] : imageFacts(image)),
        ...(pushed === undefined
            ? []
            : [fact('Pushed as', codes(pushed.map(({ reference, digest }) => `${reference}@${digest}`)))]),
        ...(ports.length === 0
            ? []
            : [
                fact('Published', codes(ports.map(({ hostIp, hostPort, containerPort, protocol }) => `${hostIp.includes(':') ? `[${hostIp}]` : hostIp}:${hostPort}→${containerPort}/${protocol}`))),
            ]),
        ...(runtime === undefined
            ? []
            : [
                fact('Runs as', html `<code>${runtime.user}</code>, ${runtime.processes} ${runtime.processes === 1 ? 'process' : 'processes'}`),
                ...(runtime.listening.length === 0 ? [] : [fact('Listens on', codes(runtime.listening))]),
                ...(runtime.memoryBytes === undefined
                    ? []
                    : [
                        fact('Memory', html `${(0,numbers/* megabytes */.ix)(runtime.memoryBytes)}${runtime.memoryPeakBytes === undefined ? nothing : html `, at most ${(0,numbers/* megabytes */.ix)(runtime.memoryPeakBytes)}`}`),
                    ]),
            ]),
        ...(build === undefined ? [] : [fact('Built by', code(build.argv.join(' ')))]),
        ...(container === undefined || container.create.argv.length === 0
            ? []
            : [fact('Started by', code(container.create.argv.join(' ')))]),
        ...(report.commit === undefined ? [] : commitFacts(report.commit, links)),
        ['Sea Trial', html `${report.tool.version}`],
    ];
    return {
        id: 'environment',
        label: 'Environment',
        title: 'Environment',
        body: html `<dl>${facts.map(([name, value]) => html `<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`,
    };
}
/** Which stricter settings the image bears, where that was tried. */
function hardeningSection(trial) {
    if (trial.hardening === undefined || trial.hardening.length === 0)
        return undefined;
    const flags = (0,hardening_words/* provenFlags */.sD)(trial);
    const context = (0,hardening_words/* securityContext */.Yg)(trial);
    return {
        id: 'hardening',
        label: 'Hardening',
        title: 'Hardening',
        body: html `<p>${html_prose(`${(0,hardening_words/* hardeningSummary */.td)(trial)}.`)}</p>
<ul>${(0,hardening_words/* hardeningLines */.w3)(trial).map((line) => html `<li>${html_prose(line)}</li>`)}</ul>
${flags === undefined ? nothing : html `<p>Proven to work together: <code>docker run ${flags}</code>. For Kubernetes:</p>`}${context.length === 0
            ? nothing
            : html `<pre class="lines">${context.map((line) => html `<span>${line}</span>`)}</pre>`}`,
    };
}
function imageFacts({ reference, id, digest, user, entrypoint, command, store, stopSignal, }) {
    return [
        fact('Image', code(reference)),
        fact('Image id', code(id)),
        ...(digest === undefined ? [] : [fact('Digest', code(digest))]),
        fact('Image store', html `${store}`),
        ...(user === '' ? [] : [fact('Image user', code(user))]),
        ...(entrypoint.length === 0 ? [] : [fact('Entrypoint', code(JSON.stringify(entrypoint)))]),
        ...(command.length === 0 ? [] : [fact('Command', code(JSON.stringify(command)))]),
        ...(stopSignal === undefined ? [] : [fact('Stop signal', code(stopSignal))]),
    ];
}
function commitFacts({ head, base, tested }, links) {
    const sha = (commit) => {
        const to = links.commit(commit);
        return to === undefined ? code(commit) : html `<a href="${to}"><code>${commit}</code></a>`;
    };
    return [
        fact('Commit', sha(head)),
        ...(tested === head ? [] : [fact('Tested merge', sha(tested))]),
        ...(base === undefined ? [] : [fact('Base', sha(base))]),
    ];
}
function fact(name, value) {
    return [name, value];
}
function code(words) {
    return html `<code>${cut(words)}</code>`;
}
function codes(words) {
    return html `${words.map((word, index) => html `${index === 0 ? '' : ', '}<code>${word}</code>`)}`;
}

;// CONCATENATED MODULE: ./build/render/html/layers.js






const mostRows = 30;
/** What the image is made of, the largest first; and of that, what the findings would save. */
function layersSection(trial, setting) {
    const { image, layerLines } = trial;
    if (image === undefined)
        return undefined;
    const layers = image.layers
        .map((layer, index) => ({
        ...layer,
        line: layerLines?.[index],
        isBase: layerLines !== undefined && layerLines[index] === undefined,
    }))
        .filter(({ bytes }) => bytes >= 500)
        .toSorted((a, b) => b.bytes - a.bytes);
    const largest = layers[0]?.bytes ?? 0;
    const savings = savingsByLine(trial);
    const rows = layers.slice(0, mostRows).map(({ bytes, instruction, line, isBase }) => {
        const saved = Math.min(bytes, line === undefined ? 0 : (savings.get(line) ?? 0));
        return {
            name: html `${lineLink(line, trial, setting)}<code>${layerWords(instruction)}</code>${isBase ? html ` <span class="dim">base image</span>` : nothing}${saved === 0 ? nothing : html ` <span class="dim">of it ${(0,numbers/* megabytes */.ix)(saved)} to save</span>`}`,
            number: (0,numbers/* megabytes */.ix)(bytes),
            parts: parts(bytes, saved, largest, line),
        };
    });
    const rest = layers.slice(mostRows);
    const more = rest.length === 0
        ? ''
        : ` ${(0,numbers/* count */.U9)(rest.length, 'smaller layer')} more: ${(0,numbers/* megabytes */.ix)(rest.reduce((sum, { bytes }) => sum + bytes, 0))}.`;
    const red = rows.some(({ parts: own }) => own.some(({ look }) => look === 'bad'))
        ? ' Red: what the findings above would save.'
        : '';
    return {
        id: 'layers',
        label: 'Layers',
        title: `Layers, ${(0,numbers/* megabytes */.ix)(image.bytes)}`,
        body: html `${rows.length === 0 ? nothing : barTable(html `By size`, ['From', 'Size', 'Share'], rows)}
<p class="dim">Unpacked sizes in the ${image.store} store.${more}${red}</p>`,
    };
}
/** What of the layer would go stands at the end of its bar. */
function parts(bytes, saved, largest, line) {
    const own = {
        from: 0,
        width: share(bytes - saved, largest),
        look: line === undefined ? 'quiet' : 'plain',
    };
    return saved === 0 ? [own] : [own, { from: own.width, width: share(saved, largest), look: 'bad' }];
}
/** As the history has it, without the shell and the build arguments before what was run. */
function layerWords(instruction) {
    const bare = instruction.replace(/^(RUN )?(?:\|\d+ (?:\S+=\S* )*)?\/bin\/sh -c (?:#\(nop\)\s*)?/, '$1');
    return (0,prose/* shortened */.vI)((0,stage_words/* instructionWords */.sD)(bare), 60);
}
function savingsByLine({ findings, file }) {
    const savings = new Map();
    for (const { status, cost, location } of findings) {
        if (status === 'refuted' || cost?.bytes === undefined || location?.path !== file)
            continue;
        savings.set(location.line, (savings.get(location.line) ?? 0) + cost.bytes);
    }
    return savings;
}

;// CONCATENATED MODULE: ./build/render/html/probes.js








const mostFolds = 300;
/** What was asked, and what was answered: the head and the beginning of each answer. */
function probesSection(trial) {
    const { probes = [], observation } = trial;
    const exchanges = observation.container?.exchanges ?? [];
    const smoke = (0,wording/* stageOf */.gV)(trial, 'smoke');
    const asked = exchanges.filter(({ probe }) => probe !== undefined);
    const waiting = exchanges.filter(({ probe }) => probe === undefined);
    const folds = [
        ...(waiting.length === 0 ? [] : [waitingFold(waiting)]),
        ...(asked.length === 0
            ? probes.filter(({ documented }) => documented !== true).map(resultFold)
            : asked.map(exchangeFold)),
        ...documentedFold(trial),
    ];
    const skipped = smoke?.status === 'skipped' ? html `<p>The probes were ${html_prose((0,stage_words/* stageWords */._l)(trial, smoke))}.</p>` : nothing;
    if (folds.length === 0 && skipped === nothing)
        return undefined;
    return {
        id: 'probes',
        label: 'Probes',
        title: 'Probes',
        body: html `${skipped}<div class="findings">
${html_all(folds.slice(0, mostFolds), '\n')}
</div>${folds.length > mostFolds ? html `<p>${folds.length - mostFolds} more are left out.</p>` : nothing}`,
    };
}
function waitingFold(exchanges) {
    const times = exchanges.reduce((sum, exchange) => sum + exchange.times, 0);
    const last = exchanges.at(-1);
    const words = last === undefined ? '' : (0,judge/* describeOutcome */.SS)(last.outcome);
    return fold(html `<b>Waiting for the first answer</b> <span class="dim">${(0,numbers/* count */.U9)(times, 'request')}, the last ${html_prose(words)}</span>`, html_all(exchanges.map((exchange) => html `<p>${exchange.times === 1 ? nothing : html `${exchange.times} times `}<code>${cut(exchange.request)}</code>: ${html_prose((0,prose/* continued */.m2)((0,judge/* describeOutcome */.SS)(exchange.outcome)))}</p>${answer(exchange.outcome)}`)));
}
function exchangeFold({ probe = '', request, outcome, ms, passed, times }) {
    const repeated = times === 1 ? nothing : html `, ${times} times`;
    return fold(html `${mark(passed !== false)} <code>${cut(probe)}</code> <span class="dim">${html_prose((0,prose/* continued */.m2)((0,judge/* describeOutcome */.SS)(outcome)))} in ${(0,numbers/* duration */.p0)(ms)}${repeated}</span>`, html `<p><code>${cut(request)}</code></p>${answer(outcome)}`, passed === false);
}
/** Where only the result is known. */
function resultFold({ request, outcome, ms, passed }) {
    return html `<p>${mark(passed)} <code>${cut(request)}</code> <span class="dim">${html_prose(outcome)} in ${(0,numbers/* duration */.p0)(ms)}</span></p>`;
}
function mark(passed) {
    return passed ? html `<b class="good">Passed</b>` : html `<b class="severity error">Failed</b>`;
}
const longestBody = 4_000;
function answer(outcome) {
    if (outcome.kind !== 'answered')
        return nothing;
    const { status, headers, body, bodyBytes } = outcome;
    const head = [`${status}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
    const shown = body.slice(0, longestBody).toWellFormed();
    const left = bodyBytes - Buffer.byteLength(shown);
    return html `<pre class="lines">${head.map((line) => html `<span class="dim">${cut(line)}</span>`)}${shown === '' ? nothing : html `<span> </span>`}${shown
        .split('\n')
        .filter((line) => line !== '' || shown !== '')
        .map((line) => html `<span>${cut(line)}</span>`)}</pre>${left > 0 ? html `<p class="dim">The body has ${(0,numbers/* megabytes */.ix)(bodyBytes)}; its beginning is shown.</p>` : nothing}`;
}
/** The GETs of the application's own OpenAPI document. */
function documentedFold({ probes = [], observation }) {
    const documented = probes.filter((probe) => probe.documented === true);
    if (documented.length === 0)
        return [];
    const broken = documented.filter(({ passed }) => !passed).length;
    const answers = observation.container?.documented?.answers ?? [];
    const deviations = new Map(answers.map(({ request, deviation = '' }) => [request, deviation]));
    return [
        fold(html `${mark(broken === 0)} <b>${(0,numbers/* count */.U9)(documented.length, 'documented GET')}</b> <span class="dim">${broken === 0 ? 'as promised' : `${broken} otherwise than promised`}</span>`, html `<ul>${documented.map(({ request, outcome, ms, passed }) => html `<li>${passed ? nothing : mark(false)} <code>${cut(request)}</code> ${html_prose(outcome)} in ${(0,numbers/* duration */.p0)(ms)}${passed ? nothing : html `: ${html_prose((0,prose/* capitalised */.Iu)(deviations.get(request) ?? ''))}`}</li>`)}</ul>`, broken > 0),
    ];
}

;// CONCATENATED MODULE: ./build/render/html/trial.js













/** All that is told of one trial, in the order in which it is read. */
function sectionsOf(trial, report, setting) {
    if (trial.verdict === 'skipped')
        return [];
    return [
        changeSection(trial, setting),
        comparisonSection(trial, setting),
        dockerfileSection(trial, setting),
        timelineSection(trial, setting),
        probesSection(trial),
        logSection(trial, setting),
        layersSection(trial, setting),
        hardeningSection(trial),
        environmentSection(trial, report, setting),
    ].filter((section) => section !== undefined);
}
const words = { passed: 'Passed', failed: 'Failed', errored: 'Could not run', skipped: 'Skipped' };
/** The verdict and its cause, the numbers, and the stages. */
function verdictBlock(trial, title) {
    const sentences = [trial_numbers(trial), ...reason(trial), ...trial.notes.map(prose/* stopped */.ce)].filter((sentence) => sentence !== '');
    return html `<div class="verdict ${trial.verdict}">
<p class="word">${words[trial.verdict]}</p>
${title(html_prose((0,prose/* capitalised */.Iu)((0,wording/* headline */.Pl)(trial))))}
${sentences.length === 0 ? nothing : html `<p class="dim">${html_prose(sentences.join(' '))}</p>`}
</div>
${trial.verdict === 'skipped' ? nothing : html `<ol class="stages">${(0,stage_words/* stagesInOrder */.XU)(trial).map((stage) => stageItem(trial, stage))}</ol>`}`;
}
function verdictWord({ verdict }) {
    return words[verdict];
}
function stageItem(trial, stage) {
    const said = stage.stage === 'stop' && stage.status === 'passed' ? ((0,stage_words/* stopWords */.e$)(trial) ?? 'passed') : (0,stage_words/* stageWords */._l)(trial, stage);
    const took = stage.status === 'skipped' || stage.stage === 'stop'
        ? nothing
        : html ` <span class="dim">${(0,numbers/* duration */.p0)(stage.ms)}</span>`;
    return html `<li class="${stage.status}"><b>${(0,prose/* capitalised */.Iu)(stage.stage)}</b>${took} <span>${html_prose(said)}</span></li>`;
}
/** `First answer after 1.4 s, clean stop in 0.4 s, 333.0 MB.` */
function trial_numbers(trial) {
    if (trial.verdict !== 'passed')
        return [(0,stage_words/* builtSentence */.Kh)(trial) ?? '', ...(0,stage_words/* skippedSentences */.Zl)(trial)].join(' ').trim();
    const { startupMs, image } = trial;
    const stop = (0,stage_words/* stopSummary */.BT)(trial);
    const parts = [
        ...(startupMs === undefined ? [] : [`first answer after ${(0,numbers/* duration */.p0)(startupMs)}`]),
        ...(stop === undefined ? [] : [stop]),
        ...(image === undefined ? [] : [(0,numbers/* megabytes */.ix)(image.bytes)]),
    ].join(', ');
    return parts === '' ? '' : `${(0,prose/* capitalised */.Iu)(parts)}.`;
}
/** The whole sentences of what went wrong with the set-up, of which the headline is the first. */
function reason(trial) {
    const said = trial.because ?? (0,wording/* trouble */.U$)(trial);
    return trial.verdict !== 'errored' || said === undefined ? [] : [(0,prose/* stopped */.ce)(said)];
}

;// CONCATENATED MODULE: ./build/render/html/page.js











/** A report as one page that loads nothing from anywhere: report.html. */
function renderHtml(report, { links } = { links: render_links/* localLinks */.Jy }) {
    const [only] = report.trials;
    const page = report.trials.length === 1 && only !== undefined ? onePage(only, report, links) : severalPage(report, links);
    return `<!doctype html>
${html `<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${(0,prose/* plain */.pj)((0,wording/* verdictLine */.MT)(report))}</title>
${raw('style', style)}
</head>
<body>
<a class="skip" href="${setting_anchor({ prefix: '' }, 'main')}">Skip to the report</a>
<header>
${brand(report, links)}
${page.head}
</header>
${page.navigation}
<main id="main">
${page.main}
</main>
<footer>Sea Trial ${report.tool.version}. This page loads nothing from the network; its data are in report.json. <span class="scripted" hidden>Keys: <kbd>/</kbd> searches the log, <kbd>Enter</kbd> and <kbd>Shift</kbd> <kbd>Enter</kbd> go through the hits, <kbd>Esc</kbd> ends the search.</span></footer>
${raw('script', script)}
</body>
</html>
`.html}`;
}
/** Only our own style and script, known by their hashes: what stands in a log could not act even if an escape failed. */
function policy() {
    return `default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'; base-uri 'none'; form-action 'none'`;
}
function hashOf(text) {
    return `sha256-${(0,external_node_crypto_.createHash)('sha256').update(text).digest('base64')}`;
}
function onePage(trial, report, links) {
    const setting = { links, prefix: '', level: 2 };
    const sections = sectionsOf(trial, report, setting);
    return {
        head: verdictBlock(trial, (words) => html `<h1>${words}</h1>`),
        navigation: navigation(sections.map(({ label, id }) => ({ label, id }))),
        main: html_all(sections.map((section) => sectionHtml(section, setting))),
    };
}
/** The worst first, then as they were given. */
function severalPage(report, links) {
    const order = ['failed', 'errored', 'passed', 'skipped'];
    const told = report.trials
        .map((trial, index) => ({ trial, setting: { links, prefix: `t${index + 1}-`, level: 3 } }))
        .toSorted((a, b) => order.indexOf(a.trial.verdict) - order.indexOf(b.trial.verdict));
    const worst = (0,wording/* worstVerdict */.zP)(report);
    const line = (0,wording/* verdictLine */.MT)(report);
    return {
        head: html `<div class="verdict ${worst}">
<p class="word">${verdictWord({ verdict: worst })}</p>
<h1>${html_prose((0,prose/* capitalised */.Iu)(line.slice(line.indexOf(': ') + 2)))}</h1>
</div>`,
        navigation: navigation([
            { label: 'Images', id: 'images' },
            ...told
                .filter(({ trial }) => trial.verdict !== 'skipped')
                .map(({ trial, setting }) => ({ label: trial.name, id: `${setting.prefix}trial` })),
        ]),
        main: html `<section id="images" aria-labelledby="images-title">${heading('Images', 2, 'images-title')}
<table class="plain"><thead><tr><th scope="col">Image</th><th scope="col">Result</th><th scope="col" class="number">Size</th></tr></thead><tbody>
${told.map(({ trial, setting }) => imageRow(trial, setting))}
</tbody></table></section>
${told.filter(({ trial }) => trial.verdict !== 'skipped').map(({ trial, setting }) => trialSection(trial, report, setting))}`,
    };
}
function imageRow(trial, setting) {
    const name = html `<code>${trial.name}</code>`;
    const linked = trial.verdict === 'skipped' ? name : html `<a href="${setting_anchor(setting, 'trial')}">${name}</a>`;
    return html `<tr><th scope="row">${linked}</th><td><b class="${trial.verdict === 'passed' ? 'good' : trial.verdict === 'skipped' ? 'dim' : 'bad'}">${verdictWord(trial)}</b>: ${html_prose((0,wording/* headline */.Pl)(trial))}</td><td class="number">${trial.image === undefined ? '' : (0,numbers/* megabytes */.ix)(trial.image.bytes)}</td></tr>
`;
}
function trialSection(trial, report, setting) {
    const name = `${setting.prefix}trial`;
    const sections = sectionsOf(trial, report, setting);
    return html `<section class="trial" id="${name}" aria-labelledby="${name}-name ${name}-title">
<p class="brand"><span id="${name}-name"><code>${trial.name}</code></span></p>
${verdictBlock(trial, (words) => heading(words, 2, `${name}-title`))}
${page_list(sections.map(({ label, id }) => ({ label, id: `${setting.prefix}${id}` })), 'within')}
${html_all(sections.map((section) => sectionHtml(section, setting)))}
</section>
`;
}
function navigation(entries) {
    return entries.length < 2 ? nothing : html `<nav aria-label="Sections">${page_list(entries, 'sections')}</nav>`;
}
function page_list(entries, look) {
    return html `<ul class="${look}">${entries.map(({ label, id }) => html `<li><a href="${setting_anchor({ prefix: '' }, id)}">${label}</a></li>`)}</ul>`;
}
function brand({ trials, commit }, links) {
    const [only] = trials;
    const what = trials.length === 1 && only !== undefined
        ? html ` · ${only.name} · <code>${only.file}</code>`
        : html ` · ${trials.length} images`;
    const began = Math.min(...trials.flatMap(({ stages }) => stages.flatMap((stage) => (stage.status === 'skipped' ? [] : [stage.startedAt]))));
    const sha = commit === undefined ? undefined : links.commit(commit.head);
    const short = commit === undefined ? nothing : html `<code>${commit.head.slice(0, 7)}</code>`;
    const facts = [
        ...(commit === undefined ? [] : [sha === undefined ? short : html `<a href="${sha}">${short}</a>`]),
        ...(links.run === undefined ? [] : [html `<a href="${links.run.address}">run ${links.run.number}</a>`]),
        ...(Number.isFinite(began) && began > 0 ? [html `${dateWords(began)}`] : []),
    ];
    return html `<div class="brand"><span><b>Sea Trial</b>${what}</span><span>${html_all(facts, ' · ')}</span></div>`;
}
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/** The same on every machine. */
function dateWords(epochMs) {
    const date = new Date(epochMs);
    const time = date.toISOString().slice(11, 16);
    return `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}, ${time} UTC`;
}


/***/ })

};
