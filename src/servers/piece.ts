import type { Piece } from './server.ts';

/** A part of a word, with its own place where the word stands letter by letter in the source. */
export function pieceOf(whole: Piece, start: number, end: number): Piece {
  const text = whole.text.slice(start, end);
  const { location } = whole;
  const exact = whole.literal && location.line === location.endLine;
  return {
    text,
    known: whole.known || !text.includes('$'),
    literal: exact,
    location: exact ? { ...location, column: location.column + start, endColumn: location.column + end } : location,
  };
}
