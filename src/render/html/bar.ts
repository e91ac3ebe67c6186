import { type Html, all, html } from './html.ts';

/** A part of a bar, in per cent of its whole width. A moment has no width, and is drawn as a line. */
export interface BarPart {
  readonly from: number;
  readonly width?: number;
  readonly look: 'plain' | 'quiet' | 'bad';
}

/** Beside a number that says the same: for those who see, and hidden from those who listen. */
function bar(parts: readonly BarPart[]): Html {
  return html`<svg aria-hidden="true" focusable="false">${parts.map(part)}</svg>`;
}

/** A span of time within a longer one. */
export function span(from: number, length: number | undefined, whole: number, look: BarPart['look']): BarPart {
  const start = share(from, whole);
  return length === undefined
    ? { from: start, look }
    : { from: start, width: Math.max(0.4, Math.min(share(length, whole), 100 - start)), look };
}

export function share(length: number, whole: number): number {
  return whole <= 0 ? 0 : Math.min(100, Math.max(0, (length / whole) * 100));
}

function part({ from, width, look }: BarPart): Html {
  const start = percent(from);
  return width === undefined
    ? html`<line class="${look}" x1="${start}" x2="${start}" y1="0" y2="100%"/>`
    : html`<rect class="${look}" x="${start}" width="${percent(width)}" height="100%" rx="2"/>`;
}

function percent(number: number): string {
  return `${Number(number.toFixed(1))}%`;
}

export interface BarRow {
  readonly name: Html;
  readonly number: string;
  readonly parts: readonly BarPart[];
  /** Of its anchor. */
  readonly id?: string;
}

/** A real table, whose last column shows what the number in it says. */
export function barTable(caption: Html, columns: readonly [string, string, string], rows: readonly BarRow[]): Html {
  const [first, second, third] = columns;
  return html`<table class="bars"><caption>${caption}</caption><thead><tr><th scope="col">${first}</th><th scope="col" class="number">${second}</th><th scope="col" class="bar">${third}</th></tr></thead><tbody>
${all(rows.map(row), '\n')}
</tbody></table>`;
}

function row({ name, number, parts, id }: BarRow): Html {
  const cells = html`<th scope="row">${name}</th><td class="number">${number}</td><td class="bar">${bar(parts)}</td>`;
  return id === undefined ? html`<tr>${cells}</tr>` : html`<tr id="${id}">${cells}</tr>`;
}
