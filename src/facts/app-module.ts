import type { Instruction } from '../dockerfile/model.ts';
import { isPython, programName } from '../servers/index.ts';
import type { AppReference } from '../servers/server.ts';
import type { Facts } from './facts.ts';
import type { BuildContext } from './context.ts';
import { contextPath, joinPath } from './image-path.ts';
import { definesName } from './python-module.ts';
import type { RunCommand } from './run-shell.ts';
import { hasWildcard } from './wildcard.ts';

/** The module that the server is told to serve, looked for in the image. */
export type AppModule =
  /** `path` is the file of the context that it is; `attribute` is what its text says of the name behind the colon. */
  | {
      readonly state: 'found';
      readonly app: AppReference;
      readonly path: string;
      readonly attribute: 'yes' | 'no' | 'unknown';
    }
  /** No copied file is it. `lookedIn` are the folders of the image where Python would look, the working directory first. */
  | {
      readonly state: 'absent';
      readonly app: AppReference;
      readonly lookedIn: readonly string[];
      /** Paths that it would have to have, in the first of those folders. */
      readonly wanted: readonly string[];
    }
  /** It may be installed, made by a RUN, or come from the base image: only the run can tell. */
  | { readonly state: 'unknown'; readonly app: AppReference };

/** Undefined where no known server is started, or its command line names no module. */
export function appModule(facts: Facts): AppModule | undefined {
  const server = facts.startCommand?.server;
  const app = server?.app;
  if (server === undefined || app === undefined) return undefined;
  const unknown: AppModule = { state: 'unknown', app };
  const folders = searchFolders(facts);
  const files = facts.imageFiles;
  if (!app.known || folders === undefined || files === undefined) return unknown;
  const names = app.kind === 'file' ? filesOfPath(app.module) : filesOfModule(app.module);
  for (const folder of app.kind === 'file' ? folders.slice(0, 1) : folders) {
    for (const name of names) {
      const path = files.repositoryPath(joinPath(folder, name));
      if (path !== undefined) return { state: 'found', app, path, attribute: attributeIn(path, app, facts) };
    }
  }
  const [first = '/'] = folders;
  if (folders.some((folder) => files.mayHoldMore(folder)) || lacksSources(facts) || mayBeMade(facts)) return unknown;
  return { state: 'absent', app, lookedIn: folders, wanted: names.map((name) => joinPath(first, name)) };
}

/** Where Python looks first: the server's own folder, then PYTHONPATH. Undefined where one of them is not known. */
function searchFolders(facts: Facts): readonly string[] | undefined {
  const start = facts.startCommand;
  const { workdir } = start ?? {};
  const directory = start?.server?.appDirectory;
  if (workdir === undefined || directory === undefined || directory.kind === 'unknown') return undefined;
  const search = facts.finalState?.environment('PYTHONPATH');
  if (search !== undefined && !search.known && !/^\$\{?PYTHONPATH/.test(search.text)) {
    return undefined;
  }
  const more = (search?.text ?? '').split(':').filter((folder) => folder !== '' && !folder.includes('$'));
  return [joinPath(workdir, directory.value), ...more.map((folder) => joinPath(workdir, folder))];
}

/** `package.module` is a file or a package; a namespace package holds no names. */
function filesOfModule(module: string): readonly string[] {
  const path = module.replaceAll('.', '/');
  return [`${path}.py`, `${path}/__init__.py`];
}

function filesOfPath(path: string): readonly string[] {
  return path.endsWith('.py') ? [path] : [path, `${path}/__init__.py`];
}

function attributeIn(path: string, app: AppReference, facts: Facts): 'yes' | 'no' | 'unknown' {
  // A call such as `main:create()` and a dotted name such as `main:site.app` begin with a name of the module.
  const name = /^\w+/.exec(app.attribute ?? '')?.[0];
  const text = name === undefined ? undefined : facts.context.readText(path);
  return name === undefined || text === undefined ? 'unknown' : definesName(text, name);
}

/** A COPY names what the context does not hold: then this is another context than the build's, or the build fails anyway. */
function lacksSources(facts: Facts): boolean {
  return [...facts.graph.inImage].some((stage) =>
    facts
      .copiesIn(stage)
      .some(
        ({ from, sources }) =>
          from.kind === 'context' &&
          sources.some(
            ({ text, known, remote }) =>
              known && !remote && !hasWildcard(text) && !isThere(facts.context, contextPath(text)),
          ),
      ),
  );
}

function isThere(context: BuildContext, name: string): boolean {
  return context.kindOf(name === '' ? '.' : name) !== undefined;
}

/** A RUN of the image that may write, move or fetch source files, or install the project as a package of its own. */
function mayBeMade(facts: Facts): boolean {
  return facts.imageInstructions.some((instruction) => {
    if (instruction.keyword !== 'RUN') return false;
    const { commands, readable } = facts.shellOf(instruction);
    return !readable || commands.some((command) => makesFiles(command, instruction, facts));
  });
}

/** Programs that leave an application's source alone. What is not named here may make anything. */
const harmless = new Set(
  [
    'apt-get apt dpkg apt-key apt-mark add-apt-repository apk yum dnf microdnf zypper pip pip3 easy_install',
    'useradd groupadd adduser addgroup usermod chown chmod chgrp mkdir rm rmdir touch install-packages',
    'echo printf test [ [[ true false set export cd pushd popd exit if then : sleep which command type env umask',
    'update-ca-certificates locale-gen update-locale ldconfig update-alternatives ln sed find xargs cat gpg gpgconf tee',
    'poetry pipenv pdm corepack npm yarn node pre-commit playwright prisma spacy nltk alembic uv date uname id whoami pwd ls',
  ]
    .join(' ')
    .split(' '),
);

function makesFiles(command: RunCommand, instruction: Instruction, facts: Facts): boolean {
  const name = programName(command.words[0]?.text ?? '');
  if (name === '') return false;
  if (
    command.shell?.redirections.some(
      ({ operator, target }) => operator.startsWith('>') && mayBePython(target?.value),
    ) === true
  )
    return true;
  // What a shell is told to run stands among the commands itself.
  if (command.handsOn === true) return false;
  const install = facts.pipInstallsOf(instruction).get(command);
  if (install !== undefined) {
    // `pip install .` and a package from elsewhere may bring the module; packages of an index have names of their own.
    return install.named.some(({ requirement }) => requirement === undefined || requirement.kind !== 'name');
  }
  if (isPython(name)) return !isPythonTool(command);
  if (['uv', 'poetry', 'pdm', 'pipenv'].includes(name)) return installsProject(command);
  return !harmless.has(name);
}

function mayBePython(target: string | undefined): boolean {
  return target !== undefined && target !== '/dev/null' && !/^\d+$|\.(?:txt|conf|cfg|ini|list|sh|pth)$/.test(target);
}

/** `python -m venv`, `python -m compileall`, `python --version`. */
function isPythonTool({ words }: RunCommand): boolean {
  const [, option, module] = words.map(({ text }) => text);
  return (
    option === '--version' ||
    (option === '-m' && ['venv', 'pip', 'compileall', 'ensurepip', 'nltk.downloader', 'spacy'].includes(module ?? ''))
  );
}

/** uv and poetry install the project itself unless they are told not to. */
function installsProject({ words }: RunCommand): boolean {
  const texts = words.map(({ text }) => text);
  if (!texts.some((text) => text === 'sync' || text === 'install')) return false;
  return !texts.some((text) => ['--no-install-project', '--no-root', '--no-self', '--only-group'].includes(text));
}
