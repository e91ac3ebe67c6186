import { expand } from '../dockerfile/expand.ts';
import type { Word } from '../dockerfile/model.ts';
import type { ShellWord, WordPiece } from '../dockerfile/shell-model.ts';
import type { Location } from '../finding.ts';
import type { CommandWord } from '../servers/server.ts';
import { placeIn, type SourceText } from './source-text.ts';

/** The value of a variable where the command runs; undefined where only that can tell. */
export type Lookup = (name: string) => string | undefined;

/** An element of the exec form: no shell, so no variables. */
export function execWord(word: Word, source: SourceText): CommandWord {
  const whole = placeIn(source, word.span);
  const inside = { start: word.span.start + 1, end: word.span.end - 1 };
  return {
    text: word.value,
    known: true,
    literal: source.text.slice(inside.start, inside.end) === word.value,
    location: placeIn(source, inside),
    whole,
    form: 'json',
  };
}

/** A word of shell text, with the variables replaced whose values are known. */
export function shellWord(word: ShellWord, source: SourceText, lookup: Lookup): CommandWord {
  const pieces = word.known ? word.pieces : word.pieces.map((piece) => resolved(piece, lookup));
  const text = pieces.map((piece) => piece.text).join('');
  const whole = placeIn(source, word.span);
  const written = source.text.slice(word.span.start, word.span.end);
  const quoted = written === `"${text}"` || written === `'${text}'`;
  return {
    text,
    known: pieces.every(({ kind }) => kind === 'text'),
    literal: quoted || written === text,
    location: quoted ? inner(whole) : whole,
    whole,
    form: 'shell',
  };
}

function resolved(piece: WordPiece, lookup: Lookup): WordPiece {
  switch (piece.kind) {
    case 'text':
      return piece;
    case 'variable': {
      const value = lookup(piece.name);
      return value === undefined ? piece : { kind: 'text', text: value };
    }
    case 'other': {
      // `${PORT:-8000}` means to a shell what it means to a Dockerfile.
      if (!/^\$\{\w+:?[-+]/.test(piece.text)) return piece;
      const expanded = expand(piece.text, lookup);
      return expanded.known ? { kind: 'text', text: expanded.text } : piece;
    }
  }
}

function inner(whole: Location): Location {
  return { ...whole, column: whole.column + 1, endColumn: whole.endColumn - 1 };
}
