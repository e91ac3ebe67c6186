import path from 'node:path';
import type { BuildContext } from '../facts/context.ts';
import { readPyproject, type Pyproject } from '../facts/pyproject.ts';
import { allRequirements, readRequirementsFile, type RequirementsFile } from '../facts/requirements.ts';

/** By what the packages of the application are installed. */
export type Dependencies =
  /** `files` are all that pip reads, `main` the one that it is told. */
  | { readonly tool: 'pip'; readonly main: string; readonly files: readonly string[]; readonly needsGit: boolean }
  /** The list in `[project]`, by pip. */
  | { readonly tool: 'pip-project'; readonly needsGit: boolean }
  | { readonly tool: 'uv'; readonly version?: string; readonly needsGit: boolean }
  | { readonly tool: 'poetry'; readonly needsGit: boolean };

/** `problem`: why no image can be made of it, and what to do. */
export type ReadDependencies = Dependencies | { readonly problem: string };

/** A lock file goes before a list; of two lists the first that an image can be made of. */
export function readDependencies(context: BuildContext): ReadDependencies {
  const pyproject = readPyproject(context);
  const text = context.readText('pyproject.toml') ?? '';
  const isThere = (name: string): boolean => context.kindOf(name) === 'file';
  if (pyproject !== undefined && isThere('uv.lock')) return ofUv(pyproject, text, context);
  if (pyproject !== undefined && isThere('poetry.lock')) return ofPoetry(pyproject, text, context);
  const requirements = requirementsNames.find(isThere);
  const listed = requirements === undefined ? undefined : ofRequirements(requirements, context);
  if (listed !== undefined && !('problem' in listed)) return listed;
  const project =
    pyproject !== undefined && hasProjectDependencies(text) ? ofProject(pyproject, text, context) : undefined;
  if (project !== undefined && !('problem' in project)) return project;
  return listed ?? project ?? { problem: whatIsMissing(pyproject, isThere) };
}

/** Files by which a folder is known to be a project of its own. */
export function isProject(context: Pick<BuildContext, 'kindOf'>, folder: string): boolean {
  return ['pyproject.toml', 'uv.lock', 'poetry.lock', 'Pipfile', 'setup.py', ...requirementsNames].some(
    (name) => context.kindOf(path.posix.join(folder, name)) === 'file',
  );
}

const requirementsNames = [
  'requirements.txt',
  'requirements/production.txt',
  'requirements/prod.txt',
  'requirements/base.txt',
  'requirements/main.txt',
  'requirements-prod.txt',
  'requirements/requirements.txt',
];

function whatIsMissing(pyproject: Pyproject | undefined, isThere: (name: string) => boolean): string {
  if (pyproject?.tools.has('poetry') === true)
    return '`poetry.lock` is missing, which says what is installed. Run `poetry lock` and commit it.';
  if (isThere('Pipfile'))
    return '`Pipfile` is not read. Write its packages to a requirements file by `pipenv requirements > requirements.txt`.';
  const what = pyproject === undefined ? 'no file says' : '`pyproject.toml` does not say';
  return `${what} which packages the application needs. Write them to \`requirements.txt\`, each with its version.`;
}

function ofUv(pyproject: Pyproject, text: string, context: BuildContext): ReadDependencies {
  if (usesFolders(text)) return { problem: foldersProblem('pyproject.toml') };
  const version = /^\s*required-version\s*=\s*["']([\w.<>=!~,*]+)["']/m.exec(
    tableText(text, String.raw`tool\.uv`),
  )?.[1];
  return (
    serverProblem(hasServer(pyproject, context), 'Run `uv add uvicorn`') ?? {
      tool: 'uv',
      ...(version === undefined ? {} : { version: /^\d/.test(version) ? `==${version}` : version }),
      needsGit: /\bgit\+|\bgit\s*=/.test(`${sourcesOf(text)}${tableText(text, 'project')}`),
    }
  );
}

function sourcesOf(text: string): string {
  return tableText(text, String.raw`tool\.uv\.sources`);
}

function usesFolders(text: string): boolean {
  return /^\[tool\.uv\.workspace\]/m.test(text) || /\b(?:workspace|path)\s*=/.test(sourcesOf(text));
}

function ofPoetry(pyproject: Pyproject, text: string, context: BuildContext): ReadDependencies {
  const main = `${tableText(text, 'project')}${tableText(text, String.raw`tool\.poetry\.dependencies(?:\.[\w-]+)?`)}`;
  if (/\bpath\s*=/.test(main)) return { problem: foldersProblem('pyproject.toml') };
  // Of a version of Poetry that writes no groups it is not known for whom a package was locked.
  const locked = (context.readText('poetry.lock') ?? '').split('[[package]]');
  const isLocked = locked.some((each) => /^name = "uvicorn"$/m.test(each) && /^groups = \[[^\]]*"main"/m.test(each));
  return (
    serverProblem(isLocked || hasServer(pyproject, context), 'Run `poetry add uvicorn`') ?? {
      tool: 'poetry',
      needsGit: /\bgit\+|\bgit\s*=/.test(main),
    }
  );
}

function ofProject(pyproject: Pyproject, text: string, context: BuildContext): ReadDependencies {
  if (usesFolders(text)) return { problem: foldersProblem('pyproject.toml') };
  return (
    serverProblem(hasServer(pyproject, context), 'Add it to `dependencies` in `pyproject.toml`') ?? {
      tool: 'pip-project',
      needsGit: /\bgit\+/.test(tableText(text, 'project')),
    }
  );
}

function ofRequirements(main: string, context: BuildContext): ReadDependencies {
  const file = readRequirementsFile(context, main);
  if (file === undefined || context.textMatches(main, /\0/) === true)
    return { problem: `\`${main}\` cannot be read as text. Save it as UTF-8.` };
  const all = allRequirements(file);
  const local = all.find(
    ({ kind, specifier }) => (kind === 'path' || kind === 'editable') && !/^(?:[a-z]+\+)?[a-z]+:\/\//i.test(specifier),
  );
  if (local !== undefined) return { problem: foldersProblem(local.location.path) };
  const files = filesOf(file);
  const odd = files.find((name) => !isPlain(name));
  if (odd !== undefined) return { problem: oddNameProblem(odd) };
  const texts = files.map((name) => context.readText(name) ?? '');
  const isServed =
    all.some(({ name }) => name !== undefined && servers.has(name)) || texts.some((text) => bringsServer(text));
  return (
    serverProblem(isServed, `Add it to \`${main}\`, with its version`) ?? {
      tool: 'pip',
      main,
      files,
      needsGit: texts.some((text) => /^[^#\n]*\bgit\+/m.test(text)),
    }
  );
}

function filesOf({ path: name, includes, constraints }: RequirementsFile): readonly string[] {
  const included = includes.flatMap(({ file }) => (file === undefined ? [] : filesOf(file)));
  return [...new Set([name, ...included, ...constraints])];
}

const servers: ReadonlySet<string> = new Set(['uvicorn', 'uvicorn-worker']);

/** FastAPI brings uvicorn where it is asked for with these extras. */
function bringsServer(text: string): boolean {
  return /^[ \t"']*(?:fastapi|fastapi-cli)[ \t]*\[[^\]\n]*\b(?:standard|all)\b/im.test(text);
}

function hasServer({ dependencies }: Pyproject, context: BuildContext): boolean {
  const lines = (context.readText('pyproject.toml') ?? '').split(/\r?\n/);
  return dependencies.some(({ name, location: { line, column } }) => {
    const text = lines[line - 1]?.slice(column - 1) ?? '';
    const isExtra = /^fastapi(?:-cli)?["']?\s*=\s*\{.*\bextras\s*=\s*\[[^\]]*["'](?:standard|all)["']/.test(text);
    return servers.has(name) || bringsServer(text) || isExtra;
  });
}

/** A Dockerfile takes such a name as it is. */
export function isPlain(name: string): boolean {
  return /^[\w./+@-]*$/.test(name);
}

export function oddNameProblem(name: string): string {
  return `\`${name}\` has a letter in its name that a Dockerfile reads otherwise. Name it by plain letters.`;
}

function serverProblem(isServed: boolean, remedy: string): { readonly problem: string } | undefined {
  return isServed
    ? undefined
    : { problem: `uvicorn, which serves the application, is not among its dependencies. ${remedy}.` };
}

function foldersProblem(file: string): string {
  return `\`${file}\` installs from folders of the repository, and which of them the image needs only the project knows. Write one by hand.`;
}

function hasProjectDependencies(text: string): boolean {
  return /^\s*dependencies\s*=\s*\[/m.test(tableText(text, 'project'));
}

/** The lines of a table of TOML, comments left out; `name` is a pattern. */
function tableText(text: string, name: string): string {
  const header = new RegExp(String.raw`^\s*\[${name}\]\s*(?:#.*)?$`);
  let isInside = false;
  return text
    .split(/\r?\n/)
    .filter((line) => {
      if (/^\s*\[{1,2}[\w."'-]+\]{1,2}\s*(?:#.*)?$/.test(line)) isInside = header.test(line);
      return isInside && !/^\s*#/.test(line);
    })
    .join('\n');
}
