import path from 'node:path';

/** A path of the image: absolute, without `.`, `..` and a slash at its end. */
export function joinPath(folder: string, relative: string): string {
  if (isPlain(relative) && (folder === '/' || (folder.startsWith('/') && isPlain(folder)))) {
    if (relative.startsWith('/')) return relative;
    return folder === '/' ? `/${relative}` : `${folder}/${relative}`;
  }
  return path.posix.resolve('/', folder, relative);
}

/** Nothing in it is to be taken away, which is quicker to see than to do; lint asks often. */
function isPlain(name: string): boolean {
  return name !== '' && !name.endsWith('/') && !name.endsWith('.') && !name.includes('./') && !name.includes('//');
}

/** What is left of `whole` behind `folder`; empty for the folder itself, undefined where it is not inside. */
export function pathInside(folder: string, whole: string): string | undefined {
  if (whole === folder) return '';
  const prefix = folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
  return whole.startsWith(prefix) ? whole.slice(prefix.length) : undefined;
}

/** A path of the context as a source names it: `./src/` is `src`, `/` and `.` are the context itself; `..` stops at the top. */
export function contextPath(source: string): string {
  if (isPlain(source)) return source.startsWith('/') ? source.slice(1) : source;
  return path.posix.resolve('/', source).slice(1);
}
