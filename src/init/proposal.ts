import path from 'node:path';
import type { BuildContext } from '../facts/context.ts';
import { readPyproject } from '../facts/pyproject.ts';
import { findApplications, namedApplication, type Application, type ApplicationSearch } from './application.ts';
import { isPlain, isProject, oddNameProblem, readDependencies, type Dependencies } from './dependencies.ts';
import { newDockerfile } from './new-dockerfile.ts';
import { choosePython, type PythonSurroundings } from './python-version.ts';

/** A Dockerfile for the application of a context, or why none can be made. */
export type DockerfileProposal =
  /** `about` tells in a few words what it is made of; `notes` are sentences that a person has to know. */
  { readonly text: string; readonly about: string; readonly notes: readonly string[] } | { readonly problem: string };

/** `named` is the application that a person chose, `shop.main:app`. */
export function proposeDockerfile(
  context: BuildContext,
  { named, ...surroundings }: PythonSurroundings & { readonly named: string | undefined },
): DockerfileProposal {
  const pyproject = readPyproject(context);
  const search =
    named === undefined ? findApplications(context, pyproject?.fastapiEntrypoint) : namedApplication(named, context);
  if (search === undefined)
    return { problem: `there is no module for \`${named ?? ''}\` here. Name it as \`package.module:name\`.` };
  const [application, ...others] = search.found;
  if (application === undefined)
    return {
      problem:
        'no FastAPI or Starlette application is found here. Write one by hand, or name the application by `--app`.',
    };
  if (others.length > 0) return { problem: severalProblem(search.found) };
  if (!isPlain(application.root)) return { problem: oddNameProblem(application.root) };
  const dependencies = readDependencies(context);
  if ('problem' in dependencies) return dependencies;
  const installsItself = asksForItself(search, context, pyproject?.name);
  if (installsItself && context.textMatches('pyproject.toml', versionOfGit) === true)
    return {
      problem:
        'the application asks for its own version, which `pyproject.toml` takes from git, and a build sees no repository. Write one by hand.',
    };
  const python = choosePython(context, pyproject?.requiresPython, surroundings);
  const text = newDockerfile({
    application,
    dependencies,
    python: python.version,
    installsItself,
    workingFolder: workingFolderOf(application, search, context),
  });
  const notes = [
    ...(python.isOld
      ? [
          `Python ${python.version}${python.from === undefined ? '' : `, which \`${python.from}\` says,`} is past its end of life. Take a newer one.`,
        ]
      : []),
    ...keptFromBuild(dependencies, application, context),
    ...(context.kindOf('flake.nix') === 'file'
      ? [`\`flake.nix\` is not read: the image is made of \`${sourceOf(dependencies)}\`.`]
      : []),
  ];
  return { text, about: `Python ${python.version}, ${sourceOf(dependencies)}, uvicorn ${application.target}`, notes };
}

/** The one folder below that is a project with an application, where the context itself is none. */
export function projectBelow(context: BuildContext): string | undefined {
  if (isProject(context, '.')) return undefined;
  const { found } = findApplications(context, undefined);
  const projects = found.map(({ path: file }) => {
    for (let folder = path.posix.dirname(file); folder !== '.'; folder = path.posix.dirname(folder))
      if (isProject(context, folder)) return folder;
    return undefined;
  });
  const [first, ...others] = new Set(projects);
  return others.length === 0 ? first : undefined;
}

function sourceOf(dependencies: Dependencies): string {
  switch (dependencies.tool) {
    case 'pip':
      return dependencies.main;
    case 'pip-project':
      return 'pyproject.toml';
    case 'uv':
      return 'uv.lock';
    case 'poetry':
      return 'poetry.lock';
  }
}

function severalProblem(found: readonly Application[]): string {
  const most = 5;
  const names = found.slice(0, most).map(({ target, path: file }) => `\`${target}\` (${file})`);
  const more = found.length > most ? ` and ${found.length - most} more` : '';
  return `there are several applications, ${names.join(', ')}${more}. Name the one to be started by \`--app ${found[0]?.target ?? ''}\`.`;
}

const versionOfGit = /setuptools[-_]scm|hatch-vcs|versioningit|dynamic-versioning|pdm\.version|use_scm_version/;

/** By its metadata, which only an installed package has. */
function asksForItself({ modules }: ApplicationSearch, context: BuildContext, name: string | undefined): boolean {
  if (name === undefined || !/^\[build-system\]/m.test(context.readText('pyproject.toml') ?? '')) return false;
  const asking = /\b(?:importlib[._]metadata|importlib_metadata|pkg_resources)\b/;
  return modules.some(({ path: file, code }) => {
    if (!asking.test(code)) return false;
    const text = context.readText(file) ?? '';
    return /\((?:__package__|__name__)\b/.test(text) || text.includes(`"${name}"`) || text.includes(`'${name}'`);
  });
}

/** Folders that the application opens by a relative path say where it is started in development. */
function workingFolderOf({ root }: Application, { modules }: ApplicationSearch, context: BuildContext): string {
  if (root === '') return '';
  const named = modules
    .filter(({ code }) => /\bdirectory[ \t]*=/.test(code))
    .flatMap(({ path: file }) => [...(context.readText(file) ?? '').matchAll(/\bdirectory\s*=\s*["']([\w./-]+)["']/g)])
    .flatMap(([, folder]) => folder ?? []);
  const isThere = (folder: string): boolean => context.kindOf(folder) === 'folder';
  return named.some((folder) => !isThere(folder) && isThere(path.posix.join(root, folder))) ? root : '';
}

/** A .dockerignore that is there already may keep back what the image is made of. */
function keptFromBuild(dependencies: Dependencies, application: Application, context: BuildContext): readonly string[] {
  const wanted = [
    ...(dependencies.tool === 'pip' ? dependencies.files : ['pyproject.toml']),
    ...(dependencies.tool === 'uv' ? ['uv.lock'] : dependencies.tool === 'poetry' ? ['poetry.lock'] : []),
    application.path,
  ];
  const ignored = wanted.filter((file) => context.isIgnored(file));
  return ignored.length === 0
    ? []
    : [
        `\`.dockerignore\` keeps ${ignored.map((file) => `\`${file}\``).join(' and ')} from the build. Take that line out of it.`,
      ];
}
