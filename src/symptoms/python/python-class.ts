import type { Facts } from '../../facts/facts.ts';

/** A class of the repository's Python, as far as its text tells. */
export interface PythonClass {
  readonly name: string;
  readonly bases: readonly string[];
  /** All lines that are indented below it. */
  readonly body: string;
}

/** The first class of that name that stands at the top of a file. */
export function classIn(name: string, { context }: Facts): PythonClass | undefined {
  for (const file of context.listing.files) {
    if (!file.endsWith('.py') || /(?:^|\/)(?:tests?|\.?venv|site-packages)\//.test(file)) continue;
    const lines = (context.readText(file) ?? '').split(/\r\n|\n|\r/);
    const start = lines.findIndex((line) => new RegExp(String.raw`^class ${name}\b`).test(line));
    if (start === -1) continue;
    const end = lines.findIndex((line, index) => index > start && /^[^\s#)]/.test(line));
    const bases = /\(([^)]*)\)/.exec(lines[start] ?? '')?.[1]?.split(',') ?? [];
    return {
      name,
      bases: bases.flatMap((base) => /^\s*(?:\w+\.)*(\w+)\s*$/.exec(base)?.[1] ?? []),
      body: lines.slice(start + 1, end === -1 ? undefined : end).join('\n'),
    };
  }
  return undefined;
}
