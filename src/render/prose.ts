import { cleanLine } from './clean.ts';

/**
 * Prose is the form in which sentences travel to all renderers: a plain string in which single backticks mark code.
 * It may hold untrusted text anywhere; each door makes of the pieces what its medium needs.
 */
export interface Piece {
  readonly kind: 'text' | 'code';
  readonly value: string;
}

export function piecesOf(prose: string): Piece[] {
  return cleanLine(prose)
    .split(/(`[^`]+`)/)
    .filter((part) => part !== '')
    .map((part) =>
      part.length > 2 && part.startsWith('`') && part.endsWith('`')
        ? { kind: 'code', value: part.slice(1, -1) }
        : { kind: 'text', value: part },
    );
}

/** Without the marks, for a terminal and for annotations. */
export function plain(prose: string): string {
  return piecesOf(prose)
    .map((piece) => piece.value)
    .join('');
}

/** Marks an untrusted word as code; a backtick inside it would end the code early. */
export function codeWord(value: string): string {
  const inside = cleanLine(value).replaceAll('`', "'").trim();
  return inside === '' ? '' : `\`${inside}\``;
}

/** Names that are written small even where a sentence begins with them. */
const writtenSmall = new Set(
  'apk apt apt-get bash conda curl dash dnf docker fastapi git granian gunicorn hypercorn npm pip pipenv poetry root sh uv uvicorn wget yum zypper'.split(
    ' ',
  ),
);

/** As at the start of a sentence: an ordinary word gets its capital, a name or code stays as it is written. */
export function capitalised(sentence: string): string {
  const word = /^[a-z]+(?=[\s,;:]|'s\s|$)/.exec(sentence)?.[0];
  if (word === undefined || writtenSmall.has(word)) return sentence;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** As in the middle of a sentence: only articles and the like lose a capital, for any other word may be a name. */
export function continued(sentence: string): string {
  return sentence.replace(
    /^(?:A|An|All|Each|Every|Its?|No|Nobody|Nothing|Some|That|The|These|This|Those|Two|Three)(?=\s)/,
    (word) => word.toLowerCase(),
  );
}

/** Ends with a full stop, unless it ends a sentence already. */
export function stopped(sentence: string): string {
  const trimmed = sentence.trim();
  return trimmed === '' || /[.!?:]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** The first sentence of several. A full stop inside code or a number ends none. */
export function firstSentence(prose: string): string {
  let inCode = false;
  for (let at = 0; at < prose.length; at += 1) {
    if (prose[at] === '`') inCode = !inCode;
    if (
      !inCode &&
      prose[at] === '.' &&
      /^\.\s+\S/.test(prose.slice(at)) &&
      !/\b(?:e\.g|i\.e|etc)$/.test(prose.slice(0, at))
    )
      return prose.slice(0, at + 1);
  }
  return prose;
}

/** No longer than `most` UTF-16 units, cut at a word where there is one near, code left whole or closed. */
export function shortened(prose: string, most: number): string {
  const line = cleanLine(prose);
  if (line.length <= most) return line;
  let cut = line
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '');
  const blank = cut.lastIndexOf(' ');
  if (blank > most * 0.7) cut = cut.slice(0, blank);
  const open = (cut.match(/`/g)?.length ?? 0) % 2 === 1;
  return `${cut.replace(/[\s,;:]+$/, '')}…${open ? '`' : ''}`;
}
