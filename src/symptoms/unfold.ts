import type { LogLine } from '../observation.ts';

/** A logger that writes JSON puts a whole traceback into one string of one line: here it has its lines again, behind the record's own. */
export function unfolded(log: readonly LogLine[]): readonly LogLine[] {
  return log.some(({ text }) => isFolded(text)) ? log.flatMap((line) => [line, ...linesIn(line)]) : log;
}

function isFolded(text: string): boolean {
  return text.includes(String.raw`Traceback (most recent call last):\n`) && /^\s*\{/.test(text);
}

function linesIn(line: LogLine): readonly LogLine[] {
  if (!isFolded(line.text)) return [];
  const told = stringsIn(parsed(line.text)).find((text) => text.includes('Traceback (most recent call last):\n'));
  return (told ?? '').split(/\r?\n/).flatMap((text) => (text === '' ? [] : [{ ...line, text }]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // cut off, or no JSON after all
  }
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
