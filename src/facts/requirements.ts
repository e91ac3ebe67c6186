import path from 'node:path';
import type { Location } from '../finding.ts';
import type { BuildContext } from './context.ts';

/** One line of a requirements file that names something to install. */
export interface Requirement {
  /** As pip compares names: small letters, one dash for any run of `-_.`. Absent for an address or a path without one. */
  readonly name?: string;
  /** The version as written, `==1.0`, `>=2,<3`, or what follows `@`; empty where there is none. */
  readonly specifier: string;
  /** A name, an address (also `name @ address`), a path, or `-e` with either. */
  readonly kind: 'name' | 'address' | 'path' | 'editable';
  /** `--hash=` stands behind it. */
  readonly hashed: boolean;
  /** What stands behind the `;`. */
  readonly marker?: string;
  /** Of the requirement without options and comment. */
  readonly location: Location;
}

/** A requirements file of the repository, with what it includes by `-r`. */
export interface RequirementsFile {
  /** Relative to the context. */
  readonly path: string;
  readonly requirements: readonly Requirement[];
  /** `-r other.txt`: undefined where the other cannot be read, or was read before. */
  readonly includes: readonly {
    readonly path: string;
    readonly location: Location;
    readonly file?: RequirementsFile;
  }[];
  /** `-c constraints.txt`. */
  readonly constraints: readonly string[];
}

/** Reads a requirements file and those that it includes; undefined where it is not in the context. */
export function readRequirementsFile(context: BuildContext, name: string): RequirementsFile | undefined {
  return readNested(context, name, new Set());
}

/** All requirements of a file and of what it includes, in order. */
export function allRequirements(file: RequirementsFile): readonly Requirement[] {
  return [
    ...file.requirements,
    ...file.includes.flatMap((include) => (include.file === undefined ? [] : allRequirements(include.file))),
  ];
}

/** The form in which pip compares names of packages. */
export function normalizedName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}

/** Each file once, however often it is included: else thirty files that include each other twice are read a billion times. */
function readNested(context: BuildContext, name: string, seen: Set<string>): RequirementsFile | undefined {
  const text = context.readText(name);
  if (text === undefined) return undefined;
  seen.add(name);
  const reportPath = context.reportPath(name);
  const requirements: Requirement[] = [];
  const includes: { path: string; location: Location; file?: RequirementsFile }[] = [];
  const constraints: string[] = [];
  for (const line of logicalLines(text)) {
    const option = /^(?<option>-r|--requirement|-c|--constraint)(?:\s+|=\s*|(?<=^-[rc]))(?<file>\S+)/.exec(line.text);
    const target = option?.groups?.['file'];
    if (target !== undefined) {
      const other = path.posix.join(path.posix.dirname(name), target);
      if (option?.groups?.['option']?.includes('c') === true && !option.groups['option'].includes('requirement'))
        constraints.push(other);
      else {
        const file = seen.has(other) ? undefined : readNested(context, other, seen);
        includes.push({ path: other, location: locate(reportPath, line), ...(file === undefined ? {} : { file }) });
      }
      continue;
    }
    const requirement = readRequirement(line.text);
    if (requirement !== undefined)
      requirements.push({ ...requirement, location: locate(reportPath, line, requirement.length) });
  }
  return { path: name, requirements, includes, constraints };
}

interface LogicalLine {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** Lines without comments, joined at a backslash as pip joins them; blank ones left out. */
function logicalLines(text: string): readonly LogicalLine[] {
  const found: LogicalLine[] = [];
  let joined = '';
  let first = 0;
  for (const [index, physical] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (joined === '') first = index;
    const continued = physical.endsWith('\\') && !/^\s*#/.test(physical);
    joined += continued ? physical.slice(0, -1) : physical;
    if (continued) continue;
    const line = joined.replace(/(?:^|\s+)#.*$/, '').trimEnd();
    const margin = line.length - line.trimStart().length;
    if (line.trim() !== '') found.push({ text: line.slice(margin), line: first + 1, column: margin + 1 });
    joined = '';
  }
  return found;
}

function locate(file: string, line: LogicalLine, length: number = line.text.length): Location {
  return { path: file, line: line.line, column: line.column, endLine: line.line, endColumn: line.column + length };
}

type ReadRequirement = Omit<Requirement, 'location'> & { readonly length: number };

/** Undefined for lines that are options alone, such as `--index-url …`. */
export function readRequirement(text: string): ReadRequirement | undefined {
  const editable = /^(?:-e|--editable)(?:\s+|=)/.exec(text);
  if (editable === null && text.startsWith('-')) return undefined;
  const hashed = /\s--hash[=\s]/.test(text);
  const [whole = ''] = /^.*?(?=\s+--[a-z])|^.*$/.exec(text) ?? [];
  const body = (editable === null ? whole : whole.slice(editable[0].length)).trim();
  const length = whole.trimEnd().length;
  const name = /#(?:.*&)?egg=(?<name>[A-Za-z0-9._-]+)/.exec(body)?.groups?.['name'];
  const named = name === undefined ? {} : { name: normalizedName(name) };
  if (editable !== null) return { kind: 'editable', specifier: body, hashed, length, ...named };
  if (/^(?:[a-z+]+:\/\/|git@)/i.test(body)) return { kind: 'address', specifier: body, hashed, length, ...named };
  const isDirect = /^[A-Za-z0-9][\w.-]*\s*(?:\[[^\]]*\])?\s*@/.test(body);
  if (!isDirect && (/^(?:\.|\/|~)|\.(?:whl|zip|tar\.gz|tgz|tar\.bz2)$/i.test(body) || /^[\w.-]+\//.test(body)))
    return { kind: 'path', specifier: body, hashed, length };
  return { ...readNamed(body), hashed, length };
}

function readNamed(body: string): Pick<Requirement, 'name' | 'specifier' | 'kind' | 'marker'> {
  const match = /^(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[[^\]]*\])?\s*(?<rest>[^;]*)(?:;(?<marker>.*))?$/.exec(
    body,
  );
  const { name, rest = '', marker } = match?.groups ?? {};
  if (name === undefined) return { kind: 'name', specifier: '' };
  const address = /^@\s*(?<address>.+)$/.exec(rest.trim())?.groups?.['address'];
  return {
    name: normalizedName(name),
    kind: address === undefined ? 'name' : 'address',
    specifier: address?.trim() ?? rest.trim().replaceAll(/^\(|\)$/g, ''),
    ...(marker === undefined ? {} : { marker: marker.trim() }),
  };
}
