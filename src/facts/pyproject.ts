import type { Location } from '../finding.ts';
import type { BuildContext } from './context.ts';
import { normalizedName, readRequirement } from './requirements.ts';

/** What of pyproject.toml matters to an image; read by its text, so that every entry has its place. */
export interface Pyproject {
  /** The name of the project, which is not that of its modules. */
  readonly name?: string;
  readonly requiresPython?: string;
  /** Of `[project]` and Poetry's main table, in order; extras and groups are not among them. */
  readonly dependencies: readonly ProjectDependency[];
  /** Poetry's groups of dependencies but the main one, in order, and those of `[dependency-groups]`. */
  readonly groups: readonly ProjectGroup[];
  /** Tools that have a table: `uv`, `poetry`, `fastapi`. */
  readonly tools: ReadonlySet<string>;
  /** `[tool.fastapi] entrypoint`. */
  readonly fastapiEntrypoint?: string;
}

export interface ProjectGroup {
  readonly name: string;
  /** Installed only where it is asked for. */
  readonly optional: boolean;
}

export interface ProjectDependency {
  readonly name: string;
  readonly specifier: string;
  readonly location: Location;
}

export function readPyproject(context: BuildContext): Pyproject | undefined {
  const text = context.readText('pyproject.toml');
  if (text === undefined) return undefined;
  const path = context.reportPath('pyproject.toml');
  const entries = readEntries(text);
  const textOf = (table: string, key: string): string | undefined => {
    const value = entries.find((entry) => entry.table === table && entry.key === key)?.value.trim();
    return value === undefined ? undefined : (unquoted(value) ?? undefined);
  };
  const name = textOf('project', 'name') ?? textOf('tool.poetry', 'name');
  const requiresPython = textOf('project', 'requires-python') ?? textOf('tool.poetry.dependencies', 'python');
  const fastapiEntrypoint = textOf('tool.fastapi', 'entrypoint');
  return {
    ...(name === undefined ? {} : { name }),
    ...(requiresPython === undefined ? {} : { requiresPython }),
    dependencies: entries.flatMap((entry) => dependenciesIn(entry, path)),
    groups: groupsIn(entries),
    tools: new Set(entries.flatMap((entry) => /^tool\.(?<tool>[\w-]+)/.exec(entry.table)?.groups?.['tool'] ?? [])),
    ...(fastapiEntrypoint === undefined ? {} : { fastapiEntrypoint }),
  };
}

function groupsIn(entries: readonly Entry[]): readonly ProjectGroup[] {
  const found = new Map<string, boolean>();
  const add = (name: string): void => {
    if (!found.has(name)) found.set(name, false);
  };
  for (const { table, key, value } of entries) {
    // The table of Poetry before 1.2.
    if (table === 'tool.poetry.dev-dependencies') add('dev');
    if (table === 'dependency-groups' && key !== '') add(key);
    const [, group, part] = /^tool\.poetry\.group\.([^.]+)(?:\.(\w+))?$/.exec(table) ?? [];
    if (group === undefined) continue;
    if (part === 'dependencies') add(group);
    else if (part === undefined && key === 'optional' && /^true\b/.test(value)) found.set(group, true);
  }
  return [...found].map(([name, optional]) => ({ name, optional }));
}

interface Entry {
  readonly table: string;
  readonly key: string;
  /** As written, over all its lines. */
  readonly value: string;
  readonly line: number;
  readonly keyColumn: number;
  readonly valueColumn: number;
}

/** `key = value` by table, and for each table an entry without a key; an array goes on until its bracket closes. */
function readEntries(text: string): readonly Entry[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n/);
  const entries: Entry[] = [];
  let table = '';
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const header = /^\s*\[{1,2}(?<table>[^\]]+)\]{1,2}\s*(?:#.*)?$/.exec(line)?.groups?.['table'];
    if (header !== undefined) {
      table = header
        .split('.')
        .map((part) => unquoted(part.trim()) ?? part.trim())
        .join('.');
      entries.push({ table, key: '', value: '', line: index + 1, keyColumn: 1, valueColumn: 1 });
      continue;
    }
    const match = /^(?<margin>\s*)(?<key>"[^"]*"|'[^']*'|[\w.-]+)(?<equals>\s*=\s*)(?<value>.*)$/.exec(line);
    if (match?.groups === undefined) continue;
    const { margin = '', key = '', equals = '' } = match.groups;
    let { value = '' } = match.groups;
    const first = index;
    while (openBrackets(value) > 0 && index + 1 < lines.length) {
      index += 1;
      value += `\n${lines[index] ?? ''}`;
    }
    entries.push({
      table,
      key: unquoted(key) ?? key,
      value,
      line: first + 1,
      keyColumn: margin.length + 1,
      valueColumn: margin.length + key.length + equals.length + 1,
    });
  }
  return entries;
}

const quotedText = /"(?<double>(?:[^"\\\n]|\\.)*)"|'(?<single>[^'\n]*)'/g;

function openBrackets(value: string): number {
  if (!value.startsWith('[')) return 0;
  const bare = value.replaceAll(quotedText, '').replaceAll(/#.*$/gm, '');
  return (bare.match(/\[/g)?.length ?? 0) - (bare.match(/\]/g)?.length ?? 0);
}

function dependenciesIn(entry: Entry, path: string): readonly ProjectDependency[] {
  if (entry.table === 'project' && entry.key === 'dependencies') return listedDependencies(entry, path);
  if (entry.table !== 'tool.poetry.dependencies' || entry.key === '' || entry.key === 'python') return [];
  const specifier =
    /version\s*=\s*"(?<version>[^"]*)"/.exec(entry.value)?.groups?.['version'] ?? unquoted(entry.value.trim());
  return [
    {
      name: normalizedName(entry.key),
      specifier: specifier ?? '',
      location: {
        path,
        line: entry.line,
        column: entry.keyColumn,
        endLine: entry.line,
        endColumn: entry.keyColumn + entry.key.length,
      },
    },
  ];
}

function listedDependencies(entry: Entry, path: string): readonly ProjectDependency[] {
  return [...entry.value.matchAll(quotedText)].flatMap((match) => {
    const text = match.groups?.['double'] ?? match.groups?.['single'] ?? '';
    const requirement = readRequirement(text);
    if (requirement?.name === undefined) return [];
    const before = entry.value.slice(0, match.index);
    const line = entry.line + before.split('\n').length - 1;
    const column = before.includes('\n') ? match.index - before.lastIndexOf('\n') : entry.valueColumn + match.index;
    return [
      {
        name: requirement.name,
        specifier: requirement.specifier,
        location: { path, line, column: column + 1, endLine: line, endColumn: column + 1 + text.length },
      },
    ];
  });
}

/** The inside of a TOML string of one line without escapes; undefined for anything else. */
function unquoted(value: string): string | undefined {
  const match = /^(?:"(?<double>[^"\\]*)"|'(?<single>[^']*)')\s*(?:#.*)?$/.exec(value);
  return match?.groups?.['double'] ?? match?.groups?.['single'];
}
