import path from 'node:path';
import type { Files } from '../../ports.ts';

/** Files over which somebody writes without changing them. */
export interface Overlay {
  readonly files: Files;
  /** What was written, by absolute path, in the order of its first writing. */
  readonly written: ReadonlyMap<string, string>;
}

export function overlayOver(below: Files): Overlay {
  const written = new Map<string, string>();
  // A link and the file that it leads to are one text.
  const realOf = (file: string): string => below.realPath(file) ?? file;
  const textOf = (file: string): string | undefined => (written.size === 0 ? undefined : written.get(realOf(file)));
  const files: Files = {
    readBytes(file) {
      const text = textOf(file);
      return text === undefined ? below.readBytes(file) : Buffer.from(text);
    },
    readTextIfPresent: (file) => textOf(file) ?? below.readTextIfPresent(file),
    stat(file) {
      const text = textOf(file);
      return text === undefined ? below.stat(file) : { kind: 'file', bytes: Buffer.byteLength(text) };
    },
    realPath: (file) => below.realPath(file) ?? (written.has(file) ? file : undefined),
    list(folder) {
      const there = below.list(folder);
      const names = new Set(there.map(({ name }) => name));
      const added = [...written.keys()]
        .filter((file) => path.dirname(file) === folder && !names.has(path.basename(file)))
        .map((file) => ({ name: path.basename(file), kind: 'file' as const }));
      return added.length === 0
        ? there
        : [...there, ...added].toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    },
    writeText(file, text) {
      written.set(realOf(file), text);
    },
    remove(file) {
      throw new TypeError(`${file} is only shown, not changed`);
    },
  };
  return { files, written };
}
