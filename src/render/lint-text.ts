import type { Finding } from '../finding.ts';
import { findingText } from './finding-text.ts';
import type { LintedFile } from './lint-json.ts';
import { count } from './numbers.ts';
import { printable } from './printing.ts';
import { plain } from './prose.ts';
import { severityCounts } from './stage-words.ts';
import { type TerminalOptions, finished, labelled, painted } from './terminal-style.ts';

export interface LintTextOptions extends TerminalOptions {
  /** The text of a file that was linted. */
  readonly sourceOf: (path: string) => string | undefined;
}

/** `sea-trial lint` for a terminal: every finding with its source line, then how many there are. */
export function renderLintText(files: readonly LintedFile[], options: LintTextOptions): string {
  const blocks = files.flatMap((file) => fileBlocks(file, options));
  return `${[...blocks, [summary(files, options)]].map((block) => block.join('\n')).join('\n\n')}\n`;
}

function fileBlocks(file: LintedFile, options: LintTextOptions): string[][] {
  if ('error' in file) {
    const sentence = printable(`${file.path} ${plain(file.error)}`);
    return [labelled('error', ['bold', 'red'], sentence, options).map((line) => finished(line, options))];
  }
  return file.findings.map((finding) => findingText({ finding, below: [] }, { ...options, whole: false }));
}

/** `1 error, 1 warning, 4 notices in 2 files; 3 ignored, 2 fixed` */
function summary(files: readonly LintedFile[], options: LintTextOptions): string {
  const linted = files.flatMap((file) => ('error' in file ? [] : [file]));
  const findings: readonly Finding[] = linted.flatMap((file) => file.findings);
  const ignored = linted.reduce((sum, file) => sum + file.ignored.length, 0);
  const fixed = linted.reduce((sum, file) => sum + (file.fixed?.length ?? 0), 0);
  const unread = files.length - linted.length;
  const more = [
    ...(ignored === 0 ? [] : [`${ignored} ignored`]),
    ...(fixed === 0 ? [] : [`${fixed} fixed`]),
    ...(unread === 0 ? [] : [`${count(unread, 'file')} not read`]),
  ];
  const line = `${severityCounts(findings)} in ${count(linted.length, 'file')}${more.length === 0 ? '' : `; ${more.join(', ')}`}`;
  const worst = findings.some(({ severity }) => severity === 'error') || unread > 0;
  return finished(painted(line, worst ? ['bold', 'red'] : ['bold'], options), options);
}
