import { normalizedName } from '../../facts/requirements.ts';

/** Something that does not go with the Python of the image. */
export interface PythonMismatch {
  /** What asks for another one: `django==6.0`; undefined where it is the project itself. */
  readonly requirement?: string;
  /** As it was asked: `>=3.12`; undefined where only the failure shows that this Python is too new. */
  readonly wanted?: string;
  /** Of the image, `3.11.2`; undefined where nobody says. */
  readonly actual?: string;
  readonly lines: readonly string[];
}

/** What installers say of it. The groups are `requirement`, `wanted` and `actual`. */
const sentences: readonly RegExp[] = [
  /Package '(?<requirement>[^']+)' requires a different Python: (?<actual>[\d.]+\w*) not in '(?<wanted>[^']+)'/,
  /current Python version \((?<actual>[^)]+)\) does not satisfy Python(?<wanted>[^\s]+) and (?<requirement>\S+) depends on Python/,
  /(?:requested|current) Python version \((?:[^)]+)\) does not satisfy Python(?<wanted>\S+) and (?<requirement>\S+) depends on Python/,
  /No interpreter found for (?:C?Python )?(?<wanted>[<>=!~][^\s]*)/,
  /Python(?: request from \S+)?(?: resolved to)? (?:Python )?(?<actual>\d[\d.]*),? which is incompatible with the project's Python requirement: `(?<wanted>[^`]+)`/,
  /requested interpreter resolved to Python (?<actual>[\d.]+\w*), which is incompatible with the project's Python requirement: `(?<wanted>[^`]+)`/,
  /Current Python version \((?<actual>[^)]+)\) is not allowed by the project \((?<wanted>[^)]+)\)/,
  /currently activated Python version (?<actual>[\d.]+\w*) is not supported by the project \((?<wanted>[^)]+)\)/,
  /depends on (?<requirement>[\w.-]+(?: \([^)]*\))?) which requires Python (?<wanted>[<>=!~^][^\s,]*(?:,[<>=!~][^\s,]*)*),? /,
  /^\s*- (?<requirement>[\w.-]+) requires Python (?<wanted>[<>=!~^]\S*), so it will not be installable/,
  /Your Pipfile requires "?python_(?:full_)?version"? (?<wanted>[\d.]+), but you are using (?<actual>[\d.]+\w*)/,
  /Cannot install on Python version (?<actual>[\d.]+\w*); only versions (?<wanted>[<>=!][^\s]*) are supported/,
  /Python interpreter version \((?<actual>[\d.]+)\) is newer than PyO3's maximum supported version/,
];

/** What a package's own build says where Python has long taken away what it uses. */
const removed: readonly RegExp[] = [
  /ModuleNotFoundError: No module named '(?:distutils|imp|asyncore|asynchat|imghdr|pipes|ConfigParser|urllib2)'/,
  /SyntaxError: Missing parentheses in call to 'print'/,
  /module 'pkgutil' has no attribute 'ImpImporter'/,
  /fatal error: longintrepr\.h: No such file/,
  /error: too few arguments to function [‘'"]_PyLong_AsByteArray/,
];

export function pythonMismatch(log: readonly string[]): PythonMismatch | undefined {
  const ignored = ignoredVersions(log) ?? foreignWheel(log);
  if (ignored !== undefined) return ignored;
  for (const line of log) {
    for (const sentence of sentences) {
      const groups = sentence.exec(line)?.groups;
      if (groups === undefined) continue;
      // Pipenv goes on with another Python where nobody told it to stop.
      if (line.includes('Pipfile') && !log.some((each) => each.includes('Aborting deploy'))) continue;
      return { ...told(groups), lines: [line.trim()] };
    }
  }
  const line = log.find((each) => removed.some((sentence) => sentence.test(each)));
  return line === undefined ? undefined : { lines: [line.trim()] };
}

/** Whether a Python or a package of that version is asked for; true where the words are not understood. */
export function isSatisfied(version: string, specifier: string): boolean {
  return specifier
    .split(/,\s?|\s(?=[<>=!~^\d])/)
    .filter((part) => part.trim() !== '')
    .every((part) => isWithin(numbers(version), part.trim()));
}

/** `3.12` for `>=3.12`, and the newest below a bound above: `3.12` for `>=3.9,<3.13`. */
export function pythonFor(specifier: string): string | undefined {
  const fitting = pythons.filter(
    (version) => isSatisfied(version, specifier) || isSatisfied(`${version}.99`, specifier),
  );
  return /<|\^|~=|==|^\d/.test(specifier) ? fitting.at(-1) : fitting[0];
}

const pythons = ['3.8', '3.9', '3.10', '3.11', '3.12', '3.13', '3.14'];

function told(groups: Readonly<Record<string, string | undefined>>): Omit<PythonMismatch, 'lines'> {
  const { requirement, wanted, actual } = groups;
  const python = wanted?.replace(/[.,;:]+$/, '');
  return {
    ...(requirement === undefined ? {} : { requirement: requirement.replace(/ \(([\d.]+\w*)\)$/, '==$1') }),
    ...(python === undefined ? {} : { wanted: python }),
    ...(actual === undefined ? {} : { actual }),
  };
}

/** pip lists the versions that it passed over; only where one of them is what was asked for is Python the matter. */
function ignoredVersions(log: readonly string[]): PythonMismatch | undefined {
  const missing = log.find((line) => line.includes('Could not find a version that satisfies the requirement'));
  const requirement = /satisfies the requirement (\S[^(]*?) \(/.exec(missing ?? '')?.[1];
  if (missing === undefined || requirement === undefined) return undefined;
  const specifier = requirement.replace(/^[\w.-]+(?:\[[^\]]*\])?\s*/, '').replace(/;.*$/, '');
  for (const line of log) {
    if (!/Ignored the following versions that require a different python version/i.test(line)) continue;
    for (const [, version = '', wanted = ''] of line.matchAll(/(?<![\w.!+-])([\w.!+-]+) Requires-Python ([^;\s]+)/g)) {
      if (isSatisfied(version, specifier)) return { requirement, wanted, lines: [line.trim(), missing.trim()] };
    }
  }
  return undefined;
}

/** A wheel that is named by its file, made for another CPython. */
function foreignWheel(log: readonly string[]): PythonMismatch | undefined {
  for (const line of log) {
    const match =
      /(?<![\w.-])(?<name>[\w.]+)-(?<version>[\w.+!]+)(?:-\d\w*)?-cp3(?<minor>\d+)-(?!abi3)\S+\.whl is not a supported wheel/.exec(
        line,
      );
    const { name, version, minor } = match?.groups ?? {};
    if (name === undefined || version === undefined || minor === undefined) continue;
    return { requirement: `${normalizedName(name)}==${version}`, wanted: `==3.${minor}.*`, lines: [line.trim()] };
  }
  return undefined;
}

function isWithin(version: readonly number[], part: string): boolean {
  const { operator = '', bound = '' } = /^(?<operator>[<>=!~^]*)\s*(?<bound>\d[\d.]*)/.exec(part)?.groups ?? {};
  if (bound === '') return true;
  const limit = numbers(bound);
  const order = compared(version, limit);
  switch (operator) {
    case '>=':
      return order >= 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '<':
      return order < 0;
    case '!=':
      return order !== 0;
    case '^':
      return order >= 0 && version[0] === limit[0];
    case '~=':
    case '~':
      return order >= 0 && startsWith(version, limit.slice(0, Math.max(1, limit.length - (operator === '~=' ? 1 : 0))));
    case '==':
    case '===':
    case '':
      return part.endsWith('.*') || operator === '' ? startsWith(version, limit) : order === 0;
    default:
      return true;
  }
}

function numbers(version: string): readonly number[] {
  return (/^\d+(?:\.\d+)*/.exec(version)?.[0] ?? '').split('.').map(Number);
}

function compared(one: readonly number[], other: readonly number[]): number {
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function startsWith(version: readonly number[], prefix: readonly number[]): boolean {
  return prefix.every((number, index) => (version[index] ?? 0) === number);
}
