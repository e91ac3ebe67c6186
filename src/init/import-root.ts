import path from 'node:path';
import type { BuildContext } from '../facts/context.ts';
import { importedFirstNames, type PythonText } from './python-text.ts';

/**
 * The folder in which Python has to look for a module so that what the module and its neighbours import is found there too: above
 * the package, or beside the module where they import each other by bare names. Empty for the context itself.
 */
export function importRoot(file: string, modules: readonly PythonText[], context: BuildContext): string {
  const folder = folderOf(file);
  if (folder === '') return '';
  const near = modules.filter((module) => module.path.startsWith(`${folder}/`));
  const names = [...new Set(near.flatMap(({ code }) => importedFirstNames(code)))];
  const allowed = foldersUpFrom(folder).slice(levelsAbove(file, modules));
  const usual = usualRoot(folder, context);
  const score = (root: string): number => names.filter((name) => holds(root, name, context)).length;
  const best = Math.max(...allowed.map(score));
  const candidates = allowed.filter((root) => score(root) === best);
  return candidates.includes(usual) ? usual : (candidates.at(-1) ?? usual);
}

/** From the folder itself to the context, as far as the folders between have names that Python can import. */
function foldersUpFrom(folder: string): readonly string[] {
  const found = [folder];
  for (let at = folder; at !== '' && /^[A-Za-z_]\w*$/.test(path.posix.basename(at)); at = folderOf(at))
    found.push(folderOf(at));
  return found;
}

/** `from . import x` needs a package around the module, `from .. import x` two. */
function levelsAbove(file: string, modules: readonly PythonText[]): number {
  const code = modules.find((module) => module.path === file)?.code ?? '';
  const dots = [...code.matchAll(/^[ \t]*from[ \t]+(\.+)/gm)].map(([, each = '']) => each.length);
  return Math.max(0, ...dots, file.endsWith('/__init__.py') ? 1 : 0);
}

/** Above the topmost package; a folder that is none is one of the context's own, unless it is called `src`. */
function usualRoot(folder: string, context: BuildContext): string {
  if (context.kindOf(`${folder}/__init__.py`) === 'file') {
    let top = folder;
    while (folderOf(top) !== '' && context.kindOf(`${folderOf(top)}/__init__.py`) === 'file') top = folderOf(top);
    return folderOf(top);
  }
  return folder === 'src' || folder.startsWith('src/') ? 'src' : '';
}

function holds(root: string, name: string, context: BuildContext): boolean {
  const place = path.posix.join(root, name);
  return (
    context.kindOf(`${place}.py`) === 'file' || (context.kindOf(place) === 'folder' && holdsPython(place, context))
  );
}

function holdsPython(folder: string, { listing }: BuildContext): boolean {
  return listing.files.some((file) => file.startsWith(`${folder}/`) && file.endsWith('.py'));
}

function folderOf(name: string): string {
  const folder = path.posix.dirname(name);
  return folder === '.' ? '' : folder;
}
