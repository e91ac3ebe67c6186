import type { Facts } from './facts.ts';
import { once } from './once.ts';
import { configuredOff } from './package-caches.ts';
import { pipInstallOf, type PipInstall } from './pip-install.ts';
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
  const pipInstalls = once(() =>
    facts.dockerfile.instructions.flatMap((instruction) => {
      const stage = facts.placeOf(instruction)?.stage;
      if (instruction.keyword !== 'RUN' || stage === undefined || !facts.graph.used.has(stage)) return [];
      return facts.shellOf(instruction).commands.flatMap((command) => pipInstallOf(command, instruction, facts) ?? []);
    }),
  );
  const requirementsFiles = once(() => {
    const found = new Map<string, UsedRequirementsFile>();
    for (const install of pipInstalls()) {
      for (const { repositoryPath } of install.requirementsFiles) {
        if (repositoryPath === undefined || found.has(repositoryPath)) continue;
        const file = readRequirementsFile(facts.context, repositoryPath);
        if (file !== undefined) found.set(repositoryPath, { file, install });
      }
    }
    return [...found.values()];
  });
  const pyproject = once(() => readPyproject(facts.context));
  const declarations = once(() => {
    const all = new Map<string, DeclaredPackage[]>();
    const add = (name: string | undefined, declared: DeclaredPackage): void => {
      if (name === undefined) return;
      const others = all.get(name);
      if (others === undefined) all.set(name, [declared]);
      else others.push(declared);
    };
    for (const { file } of requirementsFiles()) for (const each of allRequirements(file)) add(each.name, each);
    for (const each of pyproject()?.dependencies ?? []) add(each.name, each);
    for (const { named } of pipInstalls())
      for (const { word, requirement } of named)
        add(requirement?.name, { specifier: requirement?.specifier ?? '', location: word.location });
    return all;
  });
  const saysNoCache = once(() => configuredOff.test(facts.dockerfile.text));
  const settlesVirtualenv = once(
    () =>
      /virtualenvs\.(?:create|in-project|path)|\/activate\b|poetry\s+env\b/.test(facts.dockerfile.text) ||
      facts.context.textMatches('poetry.toml', /\[virtualenvs\]/) === true,
  );
  return {
    get settlesVirtualenv() {
      return settlesVirtualenv();
    },
    get saysNoCache() {
      return saysNoCache();
    },
    get pipInstalls() {
      return pipInstalls();
    },
    get requirementsFiles() {
      return requirementsFiles();
    },
    get pyproject() {
      return pyproject();
    },
    declared: (name) => declarations().get(normalizedName(name)) ?? [],
  };
}
