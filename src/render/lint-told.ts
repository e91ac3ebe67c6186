import type { Severity } from '../finding.ts';
import type { LintedFile } from './lint-json.ts';
import { printable } from './printing.ts';
import { capitalised, plain, stopped } from './prose.ts';

/** A finding as other tools take it: a place, a name and one line of text, all of it fit to be printed. */
export interface Told {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly check: string;
  readonly severity: Severity;
  readonly message: string;
  /** Absent for what is said of the whole file. */
  readonly fingerprint?: string;
}

/** Our severities in the words of compilers, checkstyle and hadolint. */
export const otherToolsName = { error: 'error', warning: 'warning', notice: 'info' } as const satisfies Readonly<
  Record<Severity, string>
>;

/** These forms have no place for what could not be read, so it is told as a finding at the file's first line. */
const unreadable = 'unreadable-file';

/** All that stands against one file, in order; what has no place of its own stands at its first line. */
export function toldIn(file: LintedFile): readonly Told[] {
  if ('error' in file) {
    const message = stopped(printable(plain(`${file.path} ${file.error}`)));
    return [{ ...atFirstLine(file.path), check: unreadable, severity: 'error', message }];
  }
  return file.findings.map(({ location, check, severity, title, why, advice, fingerprint }) => ({
    ...(location === undefined ? atFirstLine(file.path) : { ...location, path: printable(location.path) }),
    check: printable(check),
    severity,
    message: [title, why, advice]
      .map((sentences) => printable(plain(stopped(capitalised(sentences)))))
      .filter((sentence) => sentence !== '')
      .join(' '),
    fingerprint,
  }));
}

function atFirstLine(path: string): Pick<Told, 'path' | 'line' | 'column' | 'endLine'> {
  return { path: printable(path), line: 1, column: 1, endLine: 1 };
}
