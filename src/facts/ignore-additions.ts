import type { Location } from '../finding.ts';
import type { BuildContext } from './context.ts';

export interface IgnoreAddition {
  readonly at: Location;
  readonly text: string;
}

/** Patterns behind the last line of the .dockerignore in force, where the last word counts; a new file where there is none. */
export function ignoreAddition(context: BuildContext, patterns: readonly string[]): IgnoreAddition {
  const { ignoreFile } = context;
  const path = context.reportPath(ignoreFile?.path ?? '.dockerignore');
  const lines = (ignoreFile?.text ?? '').split('\n');
  const line = lines.length;
  const column = (lines.at(-1)?.length ?? 0) + 1;
  const text = `${column === 1 ? '' : '\n'}${patterns.join('\n')}\n`;
  return { at: { path, line, column, endLine: line, endColumn: column }, text };
}
