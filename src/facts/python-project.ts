import type { Facts } from './facts.ts';
import { once } from './once.ts';
import { configuredOff } from './package-caches.ts';
import type { PipInstall } from './pip-install.ts';
import { readPyproject, type Pyproject } from './pyproject.ts';
import { allRequirements, normalizedName, readRequirementsFile, type RequirementsFile } from './requirements.ts';
import type { Location } from '../finding.ts';

/** What the image's Python is made of, as far as the Dockerfile and the context say. */
export interface PythonProject {
  /** Every `pip install` of the stages that are built, in order. */
  readonly pipInstalls: readonly PipInstall[];
  /** The requirements files that they name and that lie in the context, each once, in order. */
  readonly requirementsFiles: readonly UsedRequirementsFile[];
  /** The one at the top of the context. */
  readonly pyproject: Pyproject | undefined;
  /** Somewhere the Dockerfile writes into pip's configuration that it keeps no cache. */
  readonly saysNoCache: boolean;
  /** The Dockerfile or poetry.toml says where poetry has its virtualenv, or one is activated. */
  readonly settlesVirtualenv: boolean;
  /** Where a package is named: in a requirements file, in pyproject.toml or on a command line. */
  declared(name: string): readonly DeclaredPackage[];
}

export interface UsedRequirementsFile {
  readonly file: RequirementsFile;
  readonly install: PipInstall;
}

export interface DeclaredPackage {
  readonly specifier: string;
  readonly location: Location;
}

export function pythonProject(facts: Facts): PythonProject {
  return new DerivedProject(facts);
}

/** A class for the same reason as that of the facts (facts.ts): its getters are functions of all projects. */
class DerivedProject implements PythonProject {
  readonly #pipInstalls: () => readonly PipInstall[];
  readonly #requirementsFiles: () => readonly UsedRequirementsFile[];
  readonly #pyproject: () => Pyproject | undefined;
  readonly #saysNoCache: () => boolean;
  readonly #settlesVirtualenv: () => boolean;
  readonly #declarations = once(() => declarationsOf(this));

  constructor(facts: Facts) {
    const { context, dockerfile } = facts;
    this.#pipInstalls = once(() => pipInstallsOfBuild(facts));
    this.#requirementsFiles = once(() => requirementsFilesOf(this.pipInstalls, facts));
    this.#pyproject = once(() => readPyproject(context));
    this.#saysNoCache = once(() => configuredOff.test(dockerfile.text));
    this.#settlesVirtualenv = once(
      () =>
        /virtualenvs\.(?:create|in-project|path)|\/activate\b|poetry\s+env\b/.test(dockerfile.text) ||
        context.textMatches('poetry.toml', /\[virtualenvs\]/) === true,
    );
  }

  get pipInstalls(): readonly PipInstall[] {
    return this.#pipInstalls();
  }

  get requirementsFiles(): readonly UsedRequirementsFile[] {
    return this.#requirementsFiles();
  }

  get pyproject(): Pyproject | undefined {
    return this.#pyproject();
  }

  get saysNoCache(): boolean {
    return this.#saysNoCache();
  }

  get settlesVirtualenv(): boolean {
    return this.#settlesVirtualenv();
  }

  declared(name: string): readonly DeclaredPackage[] {
    return this.#declarations().get(normalizedName(name)) ?? [];
  }
}

function pipInstallsOfBuild(facts: Facts): readonly PipInstall[] {
  return facts.dockerfile.instructions.flatMap((instruction) => {
    const stage = facts.placeOf(instruction)?.stage;
    if (instruction.keyword !== 'RUN' || stage === undefined || !facts.graph.used.has(stage)) return [];
    return [...facts.pipInstallsOf(instruction).values()];
  });
}

function requirementsFilesOf(installs: readonly PipInstall[], { context }: Facts): readonly UsedRequirementsFile[] {
  const found = new Map<string, UsedRequirementsFile>();
  for (const install of installs) {
    for (const { repositoryPath } of install.requirementsFiles) {
      if (repositoryPath === undefined || found.has(repositoryPath)) continue;
      const file = readRequirementsFile(context, repositoryPath);
      if (file !== undefined) found.set(repositoryPath, { file, install });
    }
  }
  return [...found.values()];
}

function declarationsOf(
  project: Pick<PythonProject, 'pipInstalls' | 'requirementsFiles' | 'pyproject'>,
): ReadonlyMap<string, readonly DeclaredPackage[]> {
  const all = new Map<string, DeclaredPackage[]>();
  const add = (name: string | undefined, declared: DeclaredPackage): void => {
    if (name === undefined) return;
    const others = all.get(name);
    if (others === undefined) all.set(name, [declared]);
    else others.push(declared);
  };
  for (const { file } of project.requirementsFiles) for (const each of allRequirements(file)) add(each.name, each);
  for (const each of project.pyproject?.dependencies ?? []) add(each.name, each);
  for (const { named } of project.pipInstalls)
    for (const { word, requirement } of named)
      add(requirement?.name, { specifier: requirement?.specifier ?? '', location: word.location });
  return all;
}
