import { inspect, stripVTControlCharacters } from 'node:util';
import type { Severity } from '../finding.ts';
import type { Verdict } from '../report.ts';
import { widthOf, wrapped } from './width.ts';

export interface TerminalOptions {
  /** Colour adds nothing: all is said in words too. */
  readonly colour: boolean;
  /** Whether the terminal shows more than ASCII. */
  readonly unicode: boolean;
  readonly columns?: number;
}

export type Style = 'bold' | 'dim' | 'cyan' | 'red' | 'green' | 'yellow' | 'blue';

/** The text between the sequences of these styles, or as it is. */
export function painted(text: string, styles: readonly Style[], { colour }: TerminalOptions): string {
  if (!colour || text === '') return text;
  return styles.reduceRight((inside, style) => {
    const [on, off] = inspect.colors[style] ?? [0, 0];
    return `\u001b[${on}m${inside}\u001b[${off}m`;
  }, text);
}

export const severityColours: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', notice: 'blue' };
export const verdictColours: Readonly<Record<Verdict, Style>> = {
  passed: 'green',
  failed: 'red',
  errored: 'yellow',
  skipped: 'dim',
};

/** Signs that a terminal without UTF-8 has others for. */
export interface Signs {
  readonly arrow: string;
  readonly bar: string;
  readonly marker: string;
}

export function signsOf({ unicode }: TerminalOptions): Signs {
  return unicode ? { arrow: '─→', bar: '│', marker: '━' } : { arrow: '-->', bar: '|', marker: '^' };
}

const asciiOf = new Map([
  ['…', '...'],
  ['\u00a0', ' '],
  ['–', '-'],
  ['—', '-'],
  ['‘', "'"],
  ['’', "'"],
  ['“', '"'],
  ['”', '"'],
]);

/** `error: a sentence`, the label painted; further lines are indented. */
export function labelled(
  label: string,
  styles: readonly Style[],
  sentence: string,
  options: TerminalOptions,
): string[] {
  const [first = '', ...more] = wrapped(`${label}: ${sentence}`, options.columns ?? 80, 2);
  return [`${painted(`${label}:`, styles, options)}${first.slice(label.length + 1)}`, ...more];
}

/** The last step of every line: no no-break spaces, no old-style command, and ASCII where nothing else is shown. */
export function finished(line: string, { unicode, columns = 80 }: TerminalOptions): string {
  const text = line.replaceAll('\u00a0', ' ').replaceAll('##[', '# #[').trimEnd();
  if (unicode) return text;
  // The mark of a cut line takes three columns in ASCII, and the line was cut for one.
  const isTooLong = widthOf(stripVTControlCharacters(text)) + 2 > columns;
  // eslint-disable-next-line no-control-regex
  const roomy = isTooLong ? text.replace(/[^\u001b]{2}(?=…(?:\u001b\[\d+m)*$)/u, '') : text;
  // eslint-disable-next-line no-control-regex
  return roomy.replaceAll(/[^\u0000-\u007f]/gu, (character) => asciiOf.get(character) ?? '?');
}
