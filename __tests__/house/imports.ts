import { readFileSync, globSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';

/** One import, type-only and dynamic ones too: which file of src/ asks for what. */
export interface Import {
  /** Path under src/, with `/`. */
  readonly from: string;
  /** Path under src/ for one of ours, else the package or built-in module. */
  readonly what: string;
  readonly ours: boolean;
}

export function importsOf(root: string): readonly Import[] {
  return globSync('**/*.ts', { cwd: root }).flatMap((from) =>
    importsIn(from.split(path.sep).join('/'), readFileSync(path.join(root, from), 'utf8')),
  );
}

export function importsIn(from: string, text: string): readonly Import[] {
  const { module, errors } = parseSync(from, text);
  if (errors.length > 0) throw new Error(`${from}: ${errors[0]?.message}`);
  const asked = [
    ...module.staticImports.map((each) => each.moduleRequest.value),
    ...module.staticExports.flatMap((each) => each.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
      text.slice(start, end).replaceAll(/^['"`]|['"`]$/g, ''),
    ),
  ];
  return asked.map((what) => {
    const ours = what.startsWith('.');
    return { from, what: ours ? path.posix.join(path.posix.dirname(from), what) : what, ours };
  });
}
