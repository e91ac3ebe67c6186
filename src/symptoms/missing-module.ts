import type { Facts } from '../facts/facts.ts';
import { isNamespace } from './python-packages.ts';
import { ownPlace } from './place.ts';
import { serverOf } from './start.ts';
import type { Symptoms } from './symptoms.ts';
import { shortName } from '../traceback/traceback.ts';

/**
 * What a module that Python does not find is to this image. `application`: what the server was told to serve. `repository`: it is there,
 * and not where Python looks. `package`: something to install.
 */
export interface MissingModule {
  /** As Python names it. */
  readonly name: string;
  readonly kind: 'application' | 'repository' | 'package';
}

export function missingModule({ fatal, facts }: Pick<Symptoms, 'fatal' | 'facts'>): MissingModule | undefined {
  if (fatal === undefined || shortName(fatal) !== 'ModuleNotFoundError') return undefined;
  // `; 'redis' is not a package` is another cause: a file of the repository hides the package.
  const name = /^No module named '([\w.]+)'$/.exec(fatal.message.trim())?.[1];
  if (name === undefined) return undefined;
  const [top = name] = name.split('.');
  const own = ownPlace(fatal, facts);
  if (own === undefined && isServed(facts, name)) return { name, kind: 'application' };
  if (isInRepository(facts, top)) return { name, kind: 'repository' };
  // Of `fastapi.nothing` the package itself was found: another version of it is meant.
  if (name.includes('.') && !isNamespace(top)) return undefined;
  return { name, kind: 'package' };
}

/** The module that the server was told to import, or a package that it lies in. */
function isServed(facts: Facts, name: string): boolean {
  const app = serverOf(facts)?.app;
  if (app === undefined || app.kind !== 'import') return false;
  return app.module === name || app.module.startsWith(`${name}.`);
}

/** A folder or a file of that name lies anywhere in the repository. */
function isInRepository(facts: Facts, top: string): boolean {
  const pattern = new RegExp(`(?:^|/)${top}(?:\\.py$|/.*\\.py$)`);
  return facts.context.listing.files.some(
    (file) => pattern.test(file) && !/(?:^|\/)(?:\.?venv|site-packages)\//.test(file),
  );
}
