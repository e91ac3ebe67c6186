import { lastOption } from './options.ts';
import type { AppReference, Piece, ServerCommand } from './server.ts';

/** `package.module:attribute`, as ASGI and WSGI servers take it; a name behind the module may be a call, `main:create()`. */
export function importReference(piece: Piece): AppReference {
  const colon = piece.text.indexOf(':');
  const module = colon === -1 ? piece.text : piece.text.slice(0, colon);
  const attribute = colon === -1 ? undefined : piece.text.slice(colon + 1);
  return {
    kind: 'import',
    text: piece.text,
    module,
    ...(attribute === undefined ? {} : { attribute }),
    known: piece.known,
    location: piece.location,
    literal: piece.literal,
  };
}

export function fileReference(piece: Piece, attribute: Piece | undefined): AppReference {
  return {
    kind: 'file',
    text: piece.text,
    module: piece.text,
    ...(attribute === undefined ? {} : { attribute: attribute.text }),
    known: piece.known && (attribute?.known ?? true),
    location: piece.location,
    literal: piece.literal,
  };
}

/** What only prints something and ends: nothing is served. */
export function onlyInforms(options: ServerCommand['options'], ...names: readonly string[]): boolean {
  return lastOption(options, '--help', '--version', ...names) !== undefined;
}
