/**
 * What a page can do beyond being read: search in the log, copy a fix, unfold for print. Everything is there without it, and it
 * writes text only as text. In backticks nothing is put in: it is the same for every report, as its hash must be.
 */
export const script = `'use strict';
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
