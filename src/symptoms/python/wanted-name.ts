import type { Facts } from '../../facts/facts.ts';
import { joinPath } from '../../facts/image-path.ts';
import { isForeign, type Frame, type Traceback } from '../../traceback/traceback.ts';
import { isDeclared } from './python-packages.ts';
import { isServersFrame } from './servers-frame.ts';
import { isStandardModule } from './standard-library.ts';
import type { Symptoms } from '../symptoms.ts';

/**
 * A name that a module was asked for and does not have, by `from module import name` or `module.name`.
 * `shadowed`: a file of the repository stands before the module that was meant. `circular`: it is not there yet.
 * `native`: it is the compiled part of a package, which Python did not find. Else whose module lacks it.
 */
export interface WantedName {
  readonly kind: 'shadowed' | 'circular' | 'native' | 'own' | 'standard' | 'installed';
  readonly module: string;
  readonly name: string;
  /** Of the repository: the file that shadows, or the module's own. */
  readonly file?: string;
}

export function wantedName({ fatal, facts }: Pick<Symptoms, 'fatal' | 'facts'>): WantedName | undefined {
  const said = fatal === undefined ? undefined : saidIn(fatal.message);
  if (fatal === undefined || said === undefined) return undefined;
  const { module, name } = said;
  if (said.isModule && isFolder(module, facts)) return { module, name, kind: 'own' };
  const file = moduleFile(said, facts);
  const wanted = { module, name, ...(file === undefined ? {} : { file }) };
  // Who asks for a part of it meant a package.
  if (file !== undefined && (said.asksPart || isKnownElsewhere(module, fatal, facts)))
    return { ...wanted, kind: 'shadowed' };
  if (file !== undefined) return { ...wanted, kind: said.isPartial ? 'circular' : 'own' };
  if (said.isPartial)
    return said.path === undefined || !isForeign(said.path) ? { ...wanted, kind: 'circular' } : undefined;
  if (said.path === '' && isPackageItself(module, fatal.frames.at(-1), facts)) return { ...wanted, kind: 'native' };
  if (isStandardModule(module)) return { ...wanted, kind: 'standard' };
  if (said.path === '' && isFolder(module, facts)) return { ...wanted, kind: 'own' };
  const installed = said.path !== undefined && said.path !== '' && isForeign(said.path);
  return installed || isDeclared(facts, module).length > 0 ? { ...wanted, kind: 'installed' } : undefined;
}

/** A frame of the very package whose part is missing, wherever that was installed. */
export function isPackageItself(module: string, frame: Frame | undefined, facts: Facts): boolean {
  const top = module.split('.')[0] ?? module;
  if (frame === undefined || !frame.file.includes(`/${top}/`)) return false;
  return isForeign(frame.file) || facts.imageFiles?.repositoryPath(frame.file) === undefined;
}

interface Said {
  readonly module: string;
  readonly name: string;
  readonly isPartial: boolean;
  /** What was asked for is a module of a package, and that is a file. */
  readonly asksPart: boolean;
  /** It is a module of a package, which was found. */
  readonly isModule: boolean;
  /** Empty for an unknown location; undefined where none is told. */
  readonly path?: string;
}

function saidIn(message: string): Said | undefined {
  const hides = /\(consider renaming '([^']+)'/.exec(message)?.[1];
  const imported =
    /^cannot import name '(?<name>[^']+)' from (?<partial>partially initialized module )?'(?<module>[^']+)'(?: \(most likely due to a circular import\))?(?: \((?<path>[^()]*)\))?/.exec(
      message,
    )?.groups;
  const asked = /^(?<partial>partially initialized )?module '(?<module>[^']+)' has no attribute '(?<name>[^']+)'/.exec(
    message,
  )?.groups;
  const notPackage = /^No module named '(?<whole>[\w.]+)'; '(?<module>[\w.]+)' is not a package$/.exec(message)?.groups;
  if (notPackage !== undefined) {
    const { whole = '', module = '' } = notPackage;
    return { module, name: whole.slice(module.length + 1), isPartial: false, asksPart: true, isModule: false };
  }
  const part = /^No module named '(?<module>\w+)\.(?<name>[\w.]+)'$/.exec(message)?.groups;
  const groups = imported ?? asked ?? part;
  const module = groups?.['module'];
  const name = groups?.['name'];
  if (module === undefined || name === undefined) return undefined;
  const path = imported?.['path'];
  const told = hides ?? (path === 'unknown location' ? '' : path);
  return {
    module,
    name,
    isPartial: groups?.['partial'] !== undefined,
    asksPart: false,
    isModule: part !== undefined,
    ...(told === undefined ? {} : { path: told }),
  };
}

/** The file of the repository that Python took for the module: as it says, or where the program starts. */
function moduleFile({ module, path }: Said, facts: Facts): string | undefined {
  if (path !== undefined && path !== '') return facts.imageFiles?.repositoryPath(path);
  const folder =
    facts.startCommand?.workdir ??
    (facts.finalState?.workdir.known === true ? facts.finalState.workdir.text : undefined);
  if (folder === undefined) return undefined;
  const name = module.replaceAll('.', '/');
  for (const candidate of [`${name}.py`, `${name}/__init__.py`]) {
    const found = facts.imageFiles?.repositoryPath(joinPath(folder, candidate));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A folder without `__init__.py`: Python says no place of it. */
function isFolder(module: string, { context }: Facts): boolean {
  const folder = `${module.replaceAll('.', '/')}/`;
  return context.listing.files.some((file) => file.startsWith(folder) || file.includes(`/${folder}`));
}

/** Another module of that name was meant: Python's own, one that is installed, or the one that a library asks for. */
function isKnownElsewhere(module: string, { frames }: Traceback, facts: Facts): boolean {
  if (module.includes('.')) return false;
  const asks = frames.at(-1);
  const isLibrary = asks !== undefined && /(?:site|dist)-packages\//.test(asks.file) && !isServersFrame(asks);
  return isStandardModule(module) || isDeclared(facts, module).length > 0 || isLibrary;
}
