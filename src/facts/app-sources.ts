import path from 'node:path';
import { isPython } from '../servers/index.ts';
import type { Facts } from './facts.ts';
import { joinPath } from './image-path.ts';
import { blanked } from './python-prints.ts';

/** An application of more modules is followed no further. */
const mostModules = 300;
/** No name that a person writes has more parts, and no module more imports. */
const deepestName = 16;
const mostImports = 1000;

export interface AppSources {
  /** Paths of the context, sorted; empty where it is not known where the application begins. */
  readonly modules: readonly string[];
  /** The one that Python runs as `__main__`, where the application starts its server itself. */
  readonly main?: string;
}

/**
 * The application's own modules: the one that the server is told to serve, or the script that Python is told to run, and those
 * of the context that it imports, one from the other. What is not in the image is not among them.
 */
export function appSources(facts: Facts): AppSources {
  const { context, imageFiles } = facts;
  const entry = entryOf(facts);
  if (entry === undefined || imageFiles === undefined) return { modules: [] };
  const { first, root } = entry;
  const found = new Set<string>();
  const waiting = [first];
  for (let next = waiting.pop(); next !== undefined && found.size < mostModules; next = waiting.pop()) {
    if (found.has(next) || imageFiles.imagePath(next) === undefined) continue;
    found.add(next);
    const text = context.readText(next);
    if (text === undefined) continue;
    for (const module of importedBy(blanked(text), next, root)) {
      waiting.push(...[`${module}.py`, `${module}/__init__.py`].filter((file) => context.kindOf(file) === 'file'));
    }
  }
  return { modules: [...found].toSorted(), ...(entry.isMain ? { main: first } : {}) };
}

interface Entry {
  readonly first: string;
  /** Where Python looks for what it imports. */
  readonly root: string;
  readonly isMain: boolean;
}

function entryOf(facts: Facts): Entry | undefined {
  const { appModule, startCommand } = facts;
  if (appModule?.state === 'found') {
    const { path: first, app } = appModule;
    return { first, root: rootOf(first, app.kind === 'import' ? app.module : undefined), isMain: false };
  }
  const [program, ...words] = startCommand?.words ?? [];
  if (program === undefined || !isPython(program.text) || startCommand?.workdir === undefined) return undefined;
  const index = words.findIndex(({ text }) => !text.startsWith('-'));
  const target = words[index];
  if (target === undefined) return undefined;
  const isModule = /^-[A-Za-z]*m$/.test(words[index - 1]?.text ?? '');
  const names = isModule ? modulePaths(target.text) : [target.text];
  for (const name of names) {
    const first = facts.imageFiles?.repositoryPath(joinPath(startCommand.workdir, name));
    if (first !== undefined) return { first, root: rootOf(first, isModule ? target.text : undefined), isMain: true };
  }
  return undefined;
}

function modulePaths(module: string): readonly string[] {
  const base = module.replaceAll('.', '/');
  return [`${base}.py`, `${base}/__main__.py`];
}

/** The folder of the context in which Python finds the module by its dotted name. */
function rootOf(file: string, module: string | undefined): string {
  const depth =
    module === undefined ? 0 : module.split('.').length - 1 + (/\/__(?:init|main)__\.py$/.test(file) ? 1 : 0);
  return path.posix.join(path.posix.dirname(file), ...Array.from({ length: depth }, () => '..'));
}

/** Paths without their ending, of modules and of the packages around them; most are not of the context. */
function importedBy(code: string, file: string, root: string): readonly string[] {
  const folder = path.posix.dirname(file);
  // Blanks are made one, so that no pattern below can be led astray by many of them.
  const flat = code
    .replaceAll(/\\\r?\n/g, ' ')
    .replaceAll(/\([^()]*\)/g, (inside) => inside.replaceAll(/\s+/g, ' '))
    .replaceAll(/[ \t]+/g, ' ');
  const found: string[] = [];
  const add = (base: string, parts: readonly string[]): void => {
    for (let length = 1; length <= Math.min(parts.length, deepestName); length += 1)
      found.push(path.posix.join(base, ...parts.slice(0, length)));
  };
  for (const match of flat.matchAll(/^ ?import (?<names>[^\n;]+)/gm)) {
    for (const name of (match.groups?.['names'] ?? '').split(','))
      add(root, (name.trim().split(/\s/)[0] ?? '').split('.'));
  }
  for (const match of flat.matchAll(/^ ?from (?<dots>\.*) ?(?<module>(?:\w[\w.]*)?) ?import ?(?<names>[^\n;]+)/gm)) {
    const { dots = '', module = '', names = '' } = match.groups ?? {};
    const base =
      dots === ''
        ? root
        : path.posix.join(folder, ...Array.from({ length: Math.min(dots.length - 1, deepestName) }, () => '..'));
    const parts = module === '' ? [] : module.split('.');
    add(base, parts);
    for (const name of names.replaceAll(/[()]/g, '').split(',')) {
      const [own = ''] = name.trim().split(/\s/);
      if (/^\w+$/.test(own)) found.push(path.posix.join(base, ...parts.slice(0, deepestName), own));
    }
  }
  return found.slice(0, mostImports).filter((each) => !each.startsWith('..'));
}
