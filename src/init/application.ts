import path from 'node:path';
import type { BuildContext } from '../facts/context.ts';
import { applicationNames, type FoundName } from './application-names.ts';
import { importRoot } from './import-root.ts';
import { mountedNames } from './mounted.ts';
import { definitionsIn, pythonText, type PythonText } from './python-text.ts';
import { startHints } from './start-hints.ts';

/** Something of the context that an ASGI server can be told to serve. */
export interface Application {
  /** The module's file, relative to the context. */
  readonly path: string;
  /** The folder in which Python finds the module by its name; empty for the context itself. */
  readonly root: string;
  /** `shop.main:app`, as the server is told. */
  readonly target: string;
  /** The name is that of a function which makes the application. */
  readonly isFactory: boolean;
}

export interface ApplicationSearch {
  /** One: it is what the image starts. Several: nobody said which. */
  readonly found: readonly Application[];
  /** The modules that were read, by which the image is fitted to the application. */
  readonly modules: readonly PythonText[];
}

/**
 * Every FastAPI and Starlette application that a module of the context holds under a name, or that a function without parameters
 * makes. One that another mounts is a part of that. Where several are left, the command by which the project says itself that it is
 * started decides.
 */
export function findApplications(context: BuildContext, entrypoint: string | undefined): ApplicationSearch {
  const modules = modulesOf(context);
  const names = applicationNames(modules);
  const mounted = mountedNames(names, modules);
  const standing = mounted.size === names.length ? names : names.filter((name) => !mounted.has(name));
  const applications = onePerModule(standing).map((name) => applicationOf(name, modules, context));
  const meant = startHints(applications, context, entrypoint, modules);
  return { found: meant.length === 1 ? meant : applications, modules };
}

/** The one that a person names, `shop.main:app`, whatever makes it; undefined where there is no such module. */
export function namedApplication(target: string, context: BuildContext): ApplicationSearch | undefined {
  const modules = modulesOf(context);
  const [module = '', name = ''] = target.split(':');
  const tail = module.replaceAll('.', '/');
  const found = modules
    .map(({ path: file }) => file)
    .filter((file) => [`${tail}.py`, `${tail}/__init__.py`].some((end) => file === end || file.endsWith(`/${end}`)))
    .toSorted((a, b) => a.length - b.length)[0];
  if (found === undefined || !/^[\w.]+:\w+(?:\(\))?$/.test(target)) return undefined;
  const attribute = name.replace('()', '');
  const code = modules.find(({ path: file }) => file === found)?.code ?? '';
  const isFactory = attribute !== name || definitionsIn(code).some((each) => each.name === attribute);
  const root = found.slice(0, found.lastIndexOf(tail)).replace(/\/$/, '');
  return { found: [{ path: found, root, target: `${module}:${attribute}`, isFactory }], modules };
}

function modulesOf(context: BuildContext): readonly PythonText[] {
  return context.listing.files
    .filter((file) => isSource(file) && !context.isIgnored(file))
    .slice(0, mostModules)
    .flatMap((file) => {
      const text = context.readText(file);
      return text === undefined ? [] : [pythonText(file, text)];
    });
}

const mostModules = 2000;

const notTheApplication = new Set(
  'tests test testing docs doc docs_src examples example samples benchmarks bench migrations alembic site-packages build dist e2e'.split(
    ' ',
  ),
);

function isSource(file: string): boolean {
  const folders = file.split('/');
  const name = folders.pop() ?? '';
  return (
    name.endsWith('.py') &&
    !/^(?:test_.*|.*_test|conftest|setup)\.py$/.test(name) &&
    !folders.some((folder) => folder.startsWith('.') || notTheApplication.has(folder))
  );
}

/** `app` is what servers and FastAPI's own command take where they are told a module alone. */
function onePerModule(names: readonly FoundName[]): readonly FoundName[] {
  return [...Map.groupBy(names, ({ path: file }) => file).values()].flatMap((inModule) => {
    const usual = inModule.filter(({ name }) => name === 'app');
    return usual.length === 1 ? usual : inModule;
  });
}

function applicationOf(
  { path: file, name, isFactory }: FoundName,
  modules: readonly PythonText[],
  context: BuildContext,
): Application {
  const root = importRoot(file, modules, context);
  return { path: file, root, target: `${moduleName(file, root)}:${name}`, isFactory };
}

function moduleName(file: string, root: string): string {
  return path.posix
    .relative(root, file)
    .replace(/\.py$/, '')
    .replace(/\/__init__$/, '')
    .replaceAll('/', '.');
}
