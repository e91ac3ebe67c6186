import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { contextOf } from '../../src/facts/context.ts';
import { deriveFacts, type FactSources, type Facts } from '../../src/facts/facts.ts';

export function derive(
  text: string,
  files: Readonly<Record<string, string>> = {},
  more: Partial<Pick<FactSources, 'target' | 'buildArguments' | 'publish'>> = {},
): Facts {
  return deriveFacts({ dockerfile: parseDockerfile(text, 'Dockerfile'), context: contextOf(files), ...more });
}

/** What stands at a place of the Dockerfile. */
export function textAt(
  text: string,
  at: { readonly line: number; readonly column: number; readonly endLine: number; readonly endColumn: number },
): string {
  const lines = text.split('\n').slice(at.line - 1, at.endLine);
  const last = lines.length - 1;
  return lines
    .map((line, index) => line.slice(index === 0 ? at.column - 1 : 0, index === last ? at.endColumn - 1 : undefined))
    .join('\n');
}
