import path from 'node:path';
import type { Facts } from '../../facts/facts.ts';
import type { Location } from '../../finding.ts';
import { failedPlace, linePlace } from '../place.ts';
import type { Symptoms } from '../symptoms.ts';

/** Where a package is asked for: a line of a requirements file or of pyproject.toml, a word of the RUN; else the RUN. */
export function packagePlace(facts: Facts, build: Symptoms['build'], name: string | undefined): Location | undefined {
  const declared = name === undefined ? undefined : facts.python.declared(name)[0]?.location;
  return declared ?? failedPlace(facts, build?.failure.line);
}

/** A line of a requirements file as an installer names it: by the path that it was given, or from there on. */
export function requirementsLine(
  facts: Facts,
  named: string,
  line: number,
): { readonly location: Location; readonly text: string } | undefined {
  const file = requirementsFile(facts, named);
  return file === undefined ? undefined : linePlace(facts, file, line);
}

/** The file of the context that an installer names, also one that another includes. */
export function requirementsFile(facts: Facts, named: string): string | undefined {
  for (const install of facts.python.pipInstalls) {
    for (const { word, repositoryPath } of [...install.requirementsFiles, ...install.constraintsFiles]) {
      if (repositoryPath === undefined) continue;
      if (word.text === named) return repositoryPath;
      const beside = path.posix.relative(path.posix.dirname(word.text), named);
      const included = path.posix.join(path.posix.dirname(repositoryPath), beside);
      if (facts.context.kindOf(included) === 'file') return included;
    }
  }
  const { files } = facts.context.listing;
  const ending = files.filter((file) => file === named || named.endsWith(`/${file}`));
  return ending.length === 1 ? ending[0] : undefined;
}
