import { formatPatch, structuredPatch } from 'diff';
import { printable } from './printing.ts';

/** One file before and after; `before` is absent where the file is new. */
export interface ChangedFile {
  /** As seen from the working directory. */
  readonly path: string;
  readonly before?: string;
  readonly after: string;
}

/** A unified diff, as `git apply` and `patch -p1` take it. `exact` where it goes to a file, and nothing acts on what stands in it. */
export function renderPatch(files: readonly ChangedFile[], { exact }: { readonly exact: boolean }): string {
  const patch = files.map(patchOf).join('');
  return exact ? patch : patch.split('\n').map(shown).join('\n');
}

function patchOf({ path, before, after }: ChangedFile): string {
  const from = before === undefined ? '/dev/null' : `a/${path}`;
  const patch = structuredPatch(from, `b/${path}`, before ?? '', after, undefined, undefined, { context: 3 });
  return formatPatch(patch, { includeIndex: false, includeUnderline: false, includeFileHeaders: true });
}

/** Tabs and the carriage return at the end belong to the line: without them the patch would fit no file. */
function shown(line: string): string {
  const [, text = '', end = ''] = /^(.*?)(\r?)$/s.exec(line) ?? [];
  const pieces = text.split('\t').map((piece) => (piece === '' ? '' : printable(piece)));
  return `${pieces.join('\t')}${end}`;
}
