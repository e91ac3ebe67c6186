import type { ImageFile, Piece } from './server.ts';

/** What a Python file assigns at its outer level: a literal text, a number, a list of texts, or something else. */
export interface PythonAssignment {
  readonly name: string;
  /** The literal's pieces, in order; undefined where the right side is no literal, so that only the run can tell. */
  readonly pieces: readonly Piece[] | undefined;
}

/** The last `name = …` of a Python configuration file that stands at the margin; undefined where there is none. */
export function pythonAssignment(file: ImageFile, name: string): PythonAssignment | undefined {
  const pattern = new RegExp(String.raw`^(?<head>${name}\s*(?::[^=\n]+)?=(?!=)\s*)(?<value>.*)$`, 'gm');
  const last = [...file.text.matchAll(pattern)].at(-1);
  if (last === undefined) return undefined;
  const head = last.groups?.['head'] ?? '';
  const value = last.groups?.['value'] ?? '';
  const start = last.index + head.length;
  const literal =
    /^(?:(?<number>\d+|[Tt]rue|[Ff]alse)|(?<text>"[^"\\]*"|'[^'\\]*')|\[(?<list>[^\]]*)\])\s*(?:#.*)?$/.exec(
      value.trimEnd(),
    );
  if (literal === null) return { name, pieces: undefined };
  const { number, text, list } = literal.groups ?? {};
  if (number !== undefined) return { name, pieces: [pieceAt(file, start, number)] };
  if (text !== undefined) return { name, pieces: [pieceAt(file, start + 1, text.slice(1, -1))] };
  const inside = list ?? '';
  const pieces = [...inside.matchAll(/"(?<double>[^"\\]*)"|'(?<single>[^'\\]*)'/g)].map((match) =>
    pieceAt(file, start + 1 + match.index + 1, match.groups?.['double'] ?? match.groups?.['single'] ?? ''),
  );
  const rest = inside.replaceAll(/"[^"\\]*"|'[^'\\]*'/g, '').replaceAll(/[\s,]/g, '');
  return { name, pieces: rest === '' ? pieces : undefined };
}

/** A text of one line at an offset of a file. */
function pieceAt(file: ImageFile, offset: number, text: string): Piece {
  const before = file.text.slice(0, offset);
  const line = before.split('\n').length;
  const column = offset - (before.lastIndexOf('\n') + 1) + 1;
  return {
    text,
    known: true,
    literal: true,
    location: { path: file.path, line, column, endLine: line, endColumn: column + text.length },
  };
}
