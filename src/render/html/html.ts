import { cleanLines } from '../clean.ts';
import type { Address } from '../links.ts';
import { piecesOf } from '../prose.ts';

/**
 * The HTML door. Text becomes HTML only through the functions of this file: what stands between the braces of `html` is escaped unless
 * it is HTML already, and a brace may stand only where escaping holds, in the text of an element or in a quoted attribute.
 */
export interface Html {
  readonly html: string;
}

type Piece = string | number | Html | Address | readonly Html[];

/** Our own HTML, with pieces between: text is escaped; an address goes into `href`, and nothing else does. */
export function html(own: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  const holes = holesOf(own);
  const parts = pieces.map((piece, index) => `${fitted(piece, holes[index] ?? 'tag')}${own[index + 1] ?? ''}`);
  return { html: `${own[0] ?? ''}${parts.join('')}` };
}

export const nothing: Html = { html: '' };

export function all(pieces: readonly Html[], separator = ''): Html {
  return { html: pieces.map((piece) => piece.html).join(separator) };
}

/** Sentences in which backticks mark code. */
export function prose(sentences: string): Html {
  return all(
    piecesOf(sentences).map(({ kind, value }) => (kind === 'code' ? html`<code>${value}</code>` : html`${value}`)),
  );
}

/** A style or a script of our own, which is the same for every report; its end cannot stand in it. */
export function raw(element: 'style' | 'script', text: string): Html {
  if (/<[/!]/.test(text)) throw new RangeError(`the ${element} would end too early`);
  return { html: `<${element}>${text}</${element}>` };
}

/** Where a piece stands: escaped text cannot leave the text of an element, nor a quoted attribute. */
type Hole = 'text' | 'attribute' | 'href' | 'tag';

const known = new WeakMap<TemplateStringsArray, readonly Hole[]>();

function holesOf(own: TemplateStringsArray): readonly Hole[] {
  const found = known.get(own);
  if (found !== undefined) return found;
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

function holeBehind(before: string): Hole {
  const attribute = insideQuotes.exec(before)?.[1];
  if (attribute === undefined) return insideTag.test(before) ? 'tag' : 'text';
  if (attribute === 'href') return 'href';
  return acting.test(attribute) ? 'tag' : 'attribute';
}

function fitted(piece: Piece, hole: Hole): string {
  if (hole === 'tag') throw new RangeError('a piece stands in a tag, outside of a quoted attribute');
  if (typeof piece === 'number') return String(piece);
  if (typeof piece === 'string') {
    if (hole === 'href') throw new RangeError('text stands where an address belongs');
    return escaped(piece);
  }
  if ('href' in piece) {
    if (!/^(?:https?:\/\/|#)/.test(piece.href))
      throw new RangeError('a link leads to a web page, or stays in this one');
    return escaped(piece.href);
  }
  if (hole !== 'text') throw new RangeError('HTML stands in an attribute');
  return 'html' in piece ? piece.html : all(piece).html;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What acts in a terminal, hides or reorders text is taken out; lines stay lines. */
function escaped(untrusted: string): string {
  return cleanLines(untrusted)
    .join('\n')
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}
