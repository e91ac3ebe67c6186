/**
 * The look of the page. Colour only repeats what words say; light and dark differ in the colours alone. What is wide wraps, for a
 * phone shows 390 px and paper does not scroll.
 */
export const style = `
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
