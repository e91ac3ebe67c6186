import { cleanLine, cleanLines } from './clean.ts';
import type { Address } from './links.ts';
import type { Piece } from './prose.ts';
import { guardedPieces, withoutReferences } from './references.ts';

/**
 * The Markdown door. Text becomes Markdown only through the functions of this file, and `markup` takes nothing else: a plain
 * string between the braces does not compile. So no untrusted text can mention, link, embed or break out.
 */
export interface Markdown {
  readonly markdown: string;
}

/** Our own Markdown, with safe pieces between. */
export function markup(own: TemplateStringsArray, ...pieces: readonly (Markdown | number)[]): Markdown {
  const markdown = own.reduce((joinedSoFar, literal, index) => {
    const piece = pieces[index - 1];
    return `${joinedSoFar}${typeof piece === 'object' ? piece.markdown : (piece ?? '')}${literal}`;
  });
  return { markdown };
}

export const nothing: Markdown = { markdown: '' };

/** Untrusted text, inline: it reads as it was written, and does nothing. */
export function text(untrusted: string): Markdown {
  return inline(withoutReferences(untrusted));
}

/** Sentences in which backticks mark code; the rest is as untrusted as in `text`. */
export function prose(sentences: string): Markdown {
  return inline(guardedPieces(sentences));
}

/** A code span, its delimiter longer than any run of backticks inside. */
export function code(untrusted: string): Markdown {
  const inside = cleanLine(untrusted);
  if (inside.trim() === '') return text('(empty)');
  const delimiter = '`'.repeat(longestRun(inside) + 1);
  // One blank on each side is dropped by the reader of the span, so it keeps backticks at the edge apart.
  const edge = /^[` ]|[` ]$/.test(inside) ? ' ' : '';
  return { markdown: `${delimiter}${edge}${inside}${edge}${delimiter}` };
}

/** A block of lines, its fence longer than any run of backticks inside. */
export function fence(
  lines: readonly string[],
  language: 'text' | 'diff' | 'dockerfile' | 'python' | 'yaml',
): Markdown {
  return fenced(lines.flatMap(cleanLines), language);
}

function fenced(inside: readonly string[], language: string): Markdown {
  const delimiter = '`'.repeat(inside.reduce((length, line) => Math.max(length, longestRun(line) + 1), 3));
  return { markdown: [`${delimiter}${language}`, ...inside, delimiter].join('\n') };
}

/** The same where the lines must be shown as they are; undefined where they cannot, for cleaning would change them. */
export function verbatim(lines: readonly string[], language: 'suggestion'): Markdown | undefined {
  const isClean = lines.every((line) => cleanLines(line).join('\n') === line && !line.includes('\n'));
  return isClean ? fenced(lines, language) : undefined;
}

/** A link to an address of our own making; without an address the label alone. */
export function link(label: Markdown, to: Address | undefined): Markdown {
  // At the start of a line `[…]:` defines an address instead of linking, and it does not matter that the bracket is in code.
  return to === undefined ? label : { markdown: `[${label.markdown.replaceAll(']:', '] :')}](${to.href})` };
}

/** A fold. The summary states its conclusion; it is HTML, where Markdown is not read, hence prose. */
export function details(summary: string, body: Markdown): Markdown {
  return { markdown: `<details><summary>${html(guardedPieces(summary))}</summary>\n\n${body.markdown}\n\n</details>` };
}

export function bullets(items: readonly Markdown[]): Markdown {
  return { markdown: items.map((item) => `- ${item.markdown}`).join('\n') };
}

export function numbered(items: readonly Markdown[]): Markdown {
  return { markdown: items.map((item, index) => `${index + 1}. ${item.markdown}`).join('\n') };
}

export type Alignment = 'left' | 'right';

/** A table of short cells; the titles are prose. */
export function table(
  columns: readonly { readonly title: string; readonly align: Alignment }[],
  rows: readonly (readonly Markdown[])[],
): Markdown {
  return {
    markdown: [
      tableLine(columns.map(({ title }) => prose(title))),
      `|${columns.map((column) => (column.align === 'left' ? ':--' : '--:')).join('|')}|`,
      ...rows.map(tableLine),
    ].join('\n'),
  };
}

/** Blocks with a blank line between them, but one fold right behind another; empty ones are left out. */
export function paragraphs(...blocks: readonly Markdown[]): Markdown {
  return {
    markdown: blocks
      .map((block) => block.markdown)
      .filter((block) => block !== '')
      .reduce((before, block) => `${before}${between(before, block)}${block}`, ''),
  };
}

function between(before: string, block: string): string {
  if (before === '') return '';
  return before.endsWith('</details>') && block.startsWith('<details>') ? '\n' : '\n\n';
}

export function joined(pieces: readonly Markdown[], separator: ' ' | ', ' | '; ' | '\n'): Markdown {
  return {
    markdown: pieces
      .map((piece) => piece.markdown)
      .filter((piece) => piece !== '')
      .join(separator),
  };
}

function inline(pieces: readonly Piece[]): Markdown {
  const parts = pieces.map((piece) => (piece.kind === 'code' ? code(piece.value).markdown : escaped(piece.value)));
  return { markdown: withoutBlockStart(parts.join('')) };
}

/** A pipe becomes an entity, because its backslash form means something else inside and outside of a table. */
function escaped(untrusted: string): string {
  return untrusted.replaceAll(/[\\`*_~[\]<>&]/g, String.raw`\$&`).replaceAll('|', '&#124;');
}

/** What begins a list, a rule or an underline at the start of a line. */
function withoutBlockStart(markdown: string): string {
  return markdown
    .replace(/^( ?)([-+=])(?=[ \-=]|$)/, String.raw`$1\$2`)
    .replace(/^( ?\d{1,9})([.)])(?= |$)/, String.raw`$1\$2`);
}

function tableLine(cells: readonly Markdown[]): string {
  return `|${cells.map((content) => (content.markdown === '' ? ' ' : ` ${cell(content)} `)).join('|')}|`;
}

/** In a cell every pipe ends it but an escaped one, in code too; a backslash before it would be read as one of the pair. */
function cell(content: Markdown): string {
  return content.markdown.replaceAll(/\\\|/g, String.raw`\ |`).replaceAll('|', String.raw`\|`);
}

function html(pieces: readonly Piece[]): string {
  return pieces
    .map(({ kind, value }) => {
      const safe = value
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;');
      return kind === 'code' ? `<code>${safe}</code>` : safe;
    })
    .join('');
}

function longestRun(line: string): number {
  return (line.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
