import type { BuildContext } from '../facts/context.ts';
import { isPastEndOfLife, newestPython } from '../facts/python-support.ts';

/** The version of Python that an image is made with, `3.12`, and which file says so. */
export interface ChosenPython {
  readonly version: string;
  readonly from?: string;
  /** Its security fixes have ended by today. */
  readonly isOld: boolean;
}

/** Where nothing says which: old enough that what a requirements file pins has wheels for it. */
const otherwise = '3.13';

/**
 * The version that the project is run with, as far as a file says so; else the oldest that `requires-python` allows and that is
 * still supported, for that is the one which its dependencies certainly have.
 */
export function choosePython(
  context: BuildContext,
  requiresPython: string | undefined,
  { today, localPython }: PythonSurroundings,
): ChosenPython {
  const chosen = (version: string, from?: string): ChosenPython => ({
    version,
    ...(from === undefined ? {} : { from }),
    isOld: isPastEndOfLife(version, today),
  });
  const isAllowed = (version: string): boolean => requiresPython === undefined || admits(requiresPython, version);
  for (const { file, pattern } of hints) {
    const version = pattern.exec(context.readText(file) ?? '')?.[1];
    if (version !== undefined && isAllowed(version)) return chosen(version, file);
  }
  if (requiresPython !== undefined) {
    const allowed = minors.filter(isAllowed);
    const known = allowed.filter((version) => minorOf(version) <= minorOf(newestPython));
    const best = known.find((version) => !isPastEndOfLife(version, today)) ?? known.at(-1) ?? allowed[0];
    if (best !== undefined) return chosen(best, 'pyproject.toml');
  }
  const used = versionInUse(context);
  if (used !== undefined) return chosen(used.version, used.file);
  const isUsable =
    localPython !== undefined && minorOf(localPython) <= minorOf(newestPython) && !isPastEndOfLife(localPython, today);
  return chosen(isUsable ? localPython : otherwise);
}

/** What stands outside the repository. */
export interface PythonSurroundings {
  /** `2026-11-24` */
  readonly today: string;
  /** The version that a person has at hand; undefined where there is none, or it is not asked for. */
  readonly localPython: string | undefined;
}

const minors = Array.from({ length: 25 }, (_, index) => `3.${index + 6}`);

/** Files by which version managers and platforms are told the version; another interpreter than CPython is none. */
const hints: readonly { readonly file: string; readonly pattern: RegExp }[] = [
  { file: '.python-version', pattern: /^\s*(?:cpython-|python-)?(3\.\d+)(?:\.\d+)?\s*$/m },
  { file: 'runtime.txt', pattern: /^\s*python-(3\.\d+)(?:\.\d+)?\s*$/m },
  { file: '.tool-versions', pattern: /^\s*python\s+(3\.\d+)(?:\.\d+)?\b/m },
];

/** That of the virtual environment, or of the tests that run on GitHub. */
function versionInUse(context: BuildContext): { readonly version: string; readonly file: string } | undefined {
  const { unvisited, files } = context.listing;
  const places = [
    ...unvisited.map((folder) => ({ file: `${folder}/pyvenv.cfg`, pattern: /^version(?:_info)?\s*=\s*(3\.\d+)/m })),
    ...files
      .filter((file) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(file))
      .map((file) => ({ file, pattern: /^\s*(?:-\s*)?python-version:\s*\[?\s*["']?(3\.\d+)/m })),
  ];
  for (const { file, pattern } of places) {
    const version = pattern.exec(context.readText(file) ?? '')?.[1];
    if (version !== undefined) return { version, file };
  }
  return undefined;
}

function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}

/** Whether a specifier as `>=3.11,<3.14` or Poetry's `^3.11` allows the newest patch of a version such as `3.12`. */
export function admits(specifier: string, version: string): boolean {
  const minor = minorOf(version);
  return specifier
    .split('||')
    .some((alternative) => [...alternative.matchAll(clause)].every((match) => isMet(match, minor)));
}

const clause = /(?<operator>===?|~=|!=|<=|>=|<|>|\^|~)?\s*v?(?<major>\d+)(?:\.(?<minor>\d+))?(?:\.(?<patch>\d+))?/g;

function isMet({ groups = {} }: RegExpExecArray, minor: number): boolean {
  const { operator = '==', major = '3', minor: minorText, patch } = groups;
  const isThree = major === '3';
  const named = minorText === undefined ? undefined : Number(minorText);
  const bound = isThree ? (named ?? 0) : Number(major) < 3 ? -Infinity : Infinity;
  switch (operator) {
    case '>=':
      return minor >= bound;
    case '>': // 3.11.1 is above 3.11, and yet who writes it means 3.12
      return patch === undefined && named !== undefined ? minor > bound : minor >= bound;
    case '<':
      return Number(patch ?? 0) > 0 ? minor <= bound : minor < bound;
    case '<=':
      return patch === undefined ? minor < bound : minor <= bound;
    case '!=':
      return patch !== undefined || minor !== bound;
    case '^':
      return isThree && minor >= bound;
    case '~=':
      return isThree && (patch === undefined ? minor >= bound : minor === bound);
    default: // ==, ===, ~ and a bare version
      return isThree && (named === undefined || minor === named);
  }
}
