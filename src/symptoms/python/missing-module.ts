import type { Facts } from '../../facts/facts.ts';
import { isNamespace } from './python-packages.ts';
import { ownPlace } from '../place.ts';
import { isServersFrame } from './servers-frame.ts';
import { serverOf } from '../start.ts';
import type { Symptoms } from '../symptoms.ts';
import { shortName, type Traceback } from '../../traceback/traceback.ts';
import { isPackageItself } from './wanted-name.ts';

/**
 * What a module that Python does not find is to this image. `application`: what the server was told to serve. `repository`: it is there,
 * and not where Python looks. `case`: the same, in other letter case. `part`: the package that asks for it should hold it.
 * `package`: something to install.
 */
export interface MissingModule {
  /** As Python names it. */
  readonly name: string;
  readonly kind: 'application' | 'repository' | 'case' | 'part' | 'package';
}

export function missingModule({ fatal, facts }: Pick<Symptoms, 'fatal' | 'facts'>): MissingModule | undefined {
  if (fatal === undefined || shortName(fatal) !== 'ModuleNotFoundError') return undefined;
  const { name, file } =
    /^No module named '(?<name>[\w.]+)'(?:; '(?<file>[\w.]+)' is not a package)?$/.exec(fatal.message.trim())?.groups ??
    {};
  if (name === undefined) return undefined;
  const [top = name] = name.split('.');
  const own = ownPlace(fatal, facts);
  if (own === undefined && (isServed(facts, name) || isAskedByServer(fatal))) return { name, kind: 'application' };
  // Of `; 'redis' is not a package` the cause is another: a file of the repository hides the package.
  if (file !== undefined) return undefined;
  const asks = fatal.frames.at(-1);
  if (name.includes('.') && !isNamespace(top) && isPackageItself(name, asks, facts)) return { name, kind: 'part' };
  // Where a dotted name is told, Python has found the package: only the file of the whole name may be elsewhere.
  if (isInRepository(facts, name)) return { name, kind: 'repository' };
  if (moduleInOtherCase(facts, name) !== undefined && own?.frame === asks) return { name, kind: 'case' };
  // Of `fastapi.nothing` the package itself was found: another version of it is meant.
  if (name.includes('.') && !isNamespace(top)) return undefined;
  return { name, kind: 'package' };
}

/** The name of a module of the repository that differs in capital letters only. */
export function moduleInOtherCase(facts: Facts, module: string): string | undefined {
  const wanted = module.replaceAll('.', '/').toLowerCase();
  for (const file of facts.context.listing.files) {
    const name = file.replace(/(?:\/__init__)?\.py$/, '');
    if (name === file) continue;
    for (const each of [name, name.slice(0, Math.max(0, name.lastIndexOf('/')))]) {
      if (each.toLowerCase() === wanted || each.toLowerCase().endsWith(`/${wanted}`)) {
        const found = each.slice(each.length - wanted.length).replaceAll('/', '.');
        if (found !== module) return found;
      }
    }
  }
  return undefined;
}

/** The module that the server was told to import, or a package that it lies in. */
function isServed(facts: Facts, name: string): boolean {
  const app = serverOf(facts)?.app;
  if (app === undefined || app.kind !== 'import') return false;
  return app.module === name || app.module.startsWith(`${name}.`);
}

/** A server imports what it was told by `import_module`; what it needs itself it imports by a line of its own. */
function isAskedByServer({ frames }: Traceback): boolean {
  const python = frames.filter(({ file }) => !file.startsWith('<'));
  const last = python.at(-1);
  const asks = python.at(-2);
  return (
    last !== undefined &&
    asks !== undefined &&
    last.file.endsWith('/importlib/__init__.py') &&
    isServersFrame(asks) &&
    // gunicorn imports the class of its workers in the same way.
    asks.function !== 'load_class'
  );
}

/** A folder or a file of that name lies anywhere in the repository. */
function isInRepository(facts: Facts, name: string): boolean {
  const pattern = new RegExp(`(?:^|/)${name.replaceAll('.', '/')}(?:\\.py$|/.*\\.py$)`);
  return facts.context.listing.files.some(
    (file) => pattern.test(file) && !/(?:^|\/)(?:\.?venv|site-packages)\//.test(file),
  );
}
