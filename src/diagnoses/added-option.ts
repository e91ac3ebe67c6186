import type { Fix } from '../finding.ts';
import type { ServerCommand } from '../servers/server.ts';

/** An option with its value behind the last argument of a server's command line. */
export function addedOption({ program, arguments: all }: ServerCommand, option: string, value: string): Fix {
  const last = all.at(-1) ?? program;
  const { path, endLine: line, endColumn: column } = last.whole;
  const location = { path, line, column, endLine: line, endColumn: column };
  const text = last.form === 'json' ? `, "${option}", "${value}"` : ` ${option} ${value}`;
  return { title: `Add \`${option} ${value}\``, safety: 'safe', edits: [{ location, text }] };
}
