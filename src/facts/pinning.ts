import type { BuildContext } from './context.ts';
import type { PythonProject } from './python-project.ts';
import { allRequirements, readRequirementsFile, type Requirement, type RequirementsFile } from './requirements.ts';

/** A requirements file that an installation reads, and those of its lines that take whatever is newest. */
export interface Pinning {
  readonly file: RequirementsFile;
  /** Lines that name something to install from elsewhere; paths of the repository are none. */
  readonly lines: readonly Requirement[];
  readonly unpinned: readonly Requirement[];
}

/** Each file once, those that are included by `-r` behind the one that includes them. */
export function pinningOf(python: PythonProject, context: BuildContext): readonly Pinning[] {
  const found = new Map<string, Pinning>();
  const visit = (file: RequirementsFile, above: ReadonlySet<string>): void => {
    const constrained = new Set([...above, ...file.constraints.flatMap((path) => pinnedNames(context, path))]);
    if (!found.has(file.path)) {
      const lines = file.requirements.filter(({ kind, specifier }) => kind === 'name' || isRemote(specifier));
      const unpinned = lines.filter(
        (each) => !isPinned(each) && !(each.name !== undefined && constrained.has(each.name)),
      );
      found.set(file.path, { file, lines, unpinned });
    }
    for (const include of file.includes) if (include.file !== undefined) visit(include.file, constrained);
  };
  for (const { file, install } of python.requirementsFiles) {
    const paths = install.constraintsFiles.flatMap(({ repositoryPath }) => repositoryPath ?? []);
    visit(file, new Set(paths.flatMap((path) => pinnedNames(context, path))));
  }
  return [...found.values()];
}

/** The packages that a constraints file gives a version. */
function pinnedNames(context: BuildContext, path: string): readonly string[] {
  const file = readRequirementsFile(context, path);
  return file === undefined
    ? []
    : allRequirements(file).flatMap((each) => (each.name !== undefined && isPinned(each) ? [each.name] : []));
}

/** Any version counts, `>=1.0` too; of an address that of a repository is none without `@` and a revision. */
function isPinned({ kind, specifier, hashed }: Omit<Requirement, 'location'>): boolean {
  if (hashed) return true;
  if (kind === 'name') return specifier !== '' && specifier !== '*';
  const repository =
    /^(?:-e\s+)?(?:[^@/]+@\s*)?(?:git|hg|svn|bzr)\+/i.test(specifier) || /^git@|\.git(?:[@#]|$)/.test(specifier);
  return !repository || /@[^@/:]+$/.test(specifier.replace(/#.*$/, '').replace(/^.*?:\/\/[^/]*/, ''));
}

function isRemote(specifier: string): boolean {
  return /^(?:[a-z]+\+)?[a-z]+:\/\/|^git@/i.test(specifier) && !specifier.startsWith('file:');
}
