import { cleanLine, cleanLines } from './clean.ts';

/**
 * The printing door: untrusted text on its way to a terminal or the runner's log. The runner takes commands from both streams:
 * `::name::` behind any white space at the start of a line, and the old `##[name]` anywhere in it. The neutral forms are
 * visible ASCII, so that a reader sees what was there.
 */
export function printable(text: string): string {
  return withoutCommands(cleanLine(text));
}

/** The same for text of many lines. */
export function printableLines(text: string): string[] {
  return cleanLines(text).map(withoutCommands);
}

/** Lines of an untrusted log, prefixed, between the pair that keeps the runner from taking commands at all. */
export function guardedBlock(lines: readonly string[], uuid: string): string[] {
  return [stopCommands(uuid), ...lines.flatMap(printableLines).map(guarded), resumeCommands(uuid)];
}

/** For lines that are printed as they come: before the first, and (in `finally`) behind the last. */
export function stopCommands(uuid: string): string {
  return `::stop-commands::${uuid}`;
}

export function resumeCommands(uuid: string): string {
  return `::${uuid}::`;
}

/** One such line, already printable, behind the prefix that no command has. */
export function guarded(line: string): string {
  return `| ${line}`;
}

function withoutCommands(line: string): string {
  return line.replaceAll('##[', '# #[').replace(/^([\s\u0085]*):(?=:)/u, '$1: ');
}
