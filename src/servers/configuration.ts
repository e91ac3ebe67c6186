import { bindAddress } from './bind.ts';
import { pieceOf } from './piece.ts';
import { pythonAssignment } from './python-source.ts';
import type { Address, ImageFile, Piece, Setting } from './server.ts';
import { sourceOf } from './settings.ts';

/**
 * A server's configuration file: a Python program, or TOML, which writes texts, numbers and lists the same way. `unknown`: one is
 * named, and only the run can tell what it says.
 */
export type Configuration = ImageFile | 'none' | 'unknown';

export function filePieces(file: Configuration, name: string): readonly Piece[] | undefined {
  return file === 'none' || file === 'unknown' ? undefined : pythonAssignment(file, name)?.pieces;
}

/** An option goes before the file, the file before a variable and the default. */
export function over<Value>(
  setting: Setting<Value>,
  file: Configuration,
  name: string,
  parse: (text: string) => Value | undefined,
): Setting<Value> {
  if (file === 'none' || (setting.kind !== 'default' && setting.source?.by === 'option')) return setting;
  if (file === 'unknown') return { kind: 'unknown' };
  const assignment = pythonAssignment(file, name);
  if (assignment === undefined) return setting;
  const piece = assignment.pieces?.[0];
  if (piece === undefined) return { kind: 'unknown' };
  const value = parse(piece.text);
  const source = sourceOf('file', name, piece);
  return value === undefined ? { kind: 'unknown', source } : { kind: 'given', value, source };
}

/** The addresses that the file binds; undefined where it says nothing of them. */
export function boundIn(file: ImageFile, name: string): readonly Address[] | undefined {
  const assignment = pythonAssignment(file, name);
  if (assignment === undefined) return undefined;
  const pieces = assignment.pieces?.flatMap(splitAtCommas);
  return pieces?.map((piece) => bindAddress(piece, 'file', name, 8000)) ?? [{ kind: 'unknown' }];
}

function splitAtCommas(piece: Piece): readonly Piece[] {
  return [...piece.text.matchAll(/[^,\s]+/g)].map((match) =>
    pieceOf(piece, match.index, match.index + match[0].length),
  );
}
