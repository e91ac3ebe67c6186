import { type Piece, piecesOf } from './prose.ts';
import { cleanLine } from './clean.ts';

/**
 * Words of which GitHub makes something by itself, behind the Markdown: mentions, issues, commits, addresses, emoji, formulas.
 * Escapes do not help there, for these filters read the finished text; inside code they do not look. Rather one word too many
 * in code than one that notifies a stranger.
 */
const reference = new RegExp(
  [
    String.raw`[@#$]`,
    String.raw`:\/\/|www\.|(?:mailto|xmpp):`,
    String.raw`:[\w+-]+:`,
    String.raw`(?:GH|CVE|GHSA)-\w`,
    String.raw`(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])`,
  ].join('|'),
  'i',
);
const before = /^[("'[{<]+/;
const behind = /[)"'\]}>.,;:!?…]+$/;

/** Prose, with every word that GitHub would make a reference of turned into code. */
export function guardedPieces(prose: string): Piece[] {
  return joinedCode(
    piecesOf(prose).flatMap((piece) => (piece.kind === 'code' ? [piece] : withoutReferences(piece.value))),
  );
}

/** The same for text in which a backtick is nothing but a backtick. */
export function withoutReferences(untrusted: string): Piece[] {
  const pieces: Piece[] = [];
  for (const word of cleanLine(untrusted).split(/( +)/)) {
    if (word === '') continue;
    if (word.startsWith(' ')) pieces.push({ kind: 'text', value: ' ' });
    else if (!reference.test(word)) pieces.push({ kind: 'text', value: word });
    else pieces.push(...peeled(word));
  }
  return pieces;
}

/** Side by side, the delimiters of two code spans would be read as one. */
function joinedCode(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.kind === 'code' && last?.kind === 'code')
      joined[joined.length - 1] = { kind: 'code', value: last.value + piece.value };
    else joined.push(piece);
  }
  return joined;
}

/** Punctuation around a reference stays outside the code, unless the reference needs it (`:tada:`). */
function peeled(word: string): Piece[] {
  const head = before.exec(word)?.[0] ?? '';
  const tail = behind.exec(word.slice(head.length))?.[0] ?? '';
  const core = word.slice(head.length, word.length - tail.length);
  if (!reference.test(core)) return [{ kind: 'code', value: word }];
  const pieces: Piece[] = [
    { kind: 'text', value: head },
    { kind: 'code', value: core },
    { kind: 'text', value: tail },
  ];
  return pieces.filter((piece) => piece.value !== '');
}
